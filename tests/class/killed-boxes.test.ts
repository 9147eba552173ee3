/** Boxes that somebody outside kills, as a system does that runs out of memory. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClassResults } from "../../grader/class/results.ts";
import { boxesOf } from "../box/boxes-of.ts";
import { randomFrom } from "./made-class.ts";
import { report, resultsIn, startReport, temporary } from "./report.ts";

const seed = 20261129;
const root = resolve(import.meta.dirname, "../..");
const place = temporary("killed");
const folder = join(place.path, "hw");
const slugs = readdirSync(join(root, "exercises"))
  .filter((slug) => /^ex\d/.test(slug))
  .slice(0, 12);
const STUDENTS = 12;

const stubOf = (slug: string): string => `${slug.replace(/^ex\d+-/, "")}.ts`;

/** Right answers, stubs, and answers that throw or do not parse, each with a line of its own. */
function answer(slug: string, kind: number, own: string): string {
  const right = readFileSync(join(root, "solutions", `${slug}.ts`), "utf8");
  if (kind === 0) return readFileSync(join(root, "exercises", slug, stubOf(slug)), "utf8") + own;
  if (kind === 1) return `throw new Error("not today");\n${right}${own}`;
  if (kind === 2) return `${right}export function (\n${own}`;
  return right + own;
}

beforeAll(() => {
  const random = randomFrom(seed);
  for (let s = 0; s < STUDENTS; s++)
    for (const slug of slugs) {
      const file = join(folder, `s${s}`, "exercises", slug, stubOf(slug));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, answer(slug, Math.floor(random() * 12), `// s${s}\n`));
    }
});
afterAll(() => place.remove());

const args = (out: string): string[] => [
  ...[folder, "--out", join(place.path, out), "--exercises", slugs.join(","), "--seed", "7"],
];

/** What each cell came to, without the time that it took. */
const cells = ({ students }: ClassResults) =>
  students.flatMap(({ folder: student, exercises }) =>
    exercises.map(({ slug, score, absence, verdict }) => ({
      cell: `${student} ${slug}`,
      score,
      absence,
      checks: verdict?.checks,
    })),
  );

const mayLook = process.platform === "linux";

describe.skipIf(!mayLook)(
  `a class of ${STUDENTS} students and ${slugs.length} exercises whose boxes are killed from outside (seed ${seed})${mayLook ? "" : " (skipped: it looks for boxes in /proc)"}`,
  () => {
    test("comes to the same where it is judged, and a second run judges the rest", {
      timeout: 600_000,
    }, async () => {
      const whole = report(args("whole"));
      expect([whole.code, whole.stderr]).toEqual([0, ""]);
      const truth = cells(resultsIn(join(place.path, "whole")));
      const random = randomFrom(seed + 1);
      const { child, ended } = startReport(args("disturbed"));
      let kills = 0;
      let isOver = false;
      ended.then(() => {
        isOver = true;
      });
      while (!isOver) {
        const boxes = boxesOf(child.pid!);
        const victim = boxes[Math.floor(random() * boxes.length)];
        try {
          if (victim !== undefined) process.kill(victim, random() < 0.8 ? "SIGKILL" : "SIGTERM");
          if (victim !== undefined) kills++;
        } catch {
          // It ended before.
        }
        await new Promise((done) => setTimeout(done, 40 + 160 * random()));
      }
      expect(kills).toBeGreaterThan(5);
      const disturbed = cells(resultsIn(join(place.path, "disturbed")));
      const unjudged = disturbed.filter(({ absence }) => absence === "not judged");
      const code = (await ended).code;
      expect(code).toBe(unjudged.length > 0 ? 3 : 0);
      expect(disturbed).toEqual(
        truth.map((cell, i) => (disturbed[i]?.absence === "not judged" ? disturbed[i] : cell)),
      );
      const second = report(args("disturbed"));
      expect([second.code, second.stderr]).toEqual([0, ""]);
      expect(second.stdout).toContain(`: ${unjudged.length} graded now`);
      expect(cells(resultsIn(join(place.path, "disturbed")))).toEqual(truth);
      console.log(`seed ${seed}: ${kills} boxes killed, ${unjudged.length} of ${truth.length} not judged`);
    });
  },
);

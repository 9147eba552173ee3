/**
 * A class as large as real ones, and the numbers that a report promises. It takes minutes and wants the machine for
 * itself: CHAINRULE_LONG=1 npx vitest run tests/class/long
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isLong } from "../is-long.ts";
import { type Mix, makeClass, pointsIn, randomFrom, usualMix } from "./made-class.ts";
import { startReport, temporary } from "./report.ts";

const place = temporary("long");
afterAll(() => place.remove());
const seed = 300;
const slugs = readdirSync("exercises")
  .filter((slug) => /^ex(02|04|09|10|14|18|21|30|41|44|46|48)-/.test(slug))
  .sort();
const allRight: Mix = {
  right: 1,
  mistake: 0,
  stub: 0,
  missing: 0,
  syntax: 0,
  throws: 0,
  loop: 0,
  hostile: 0,
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const minutes = (n: number): number => n * 60_000;
const say = (text: string): void => void process.stderr.write(`${text}\n`);

interface Measured {
  readonly code: number | null;
  readonly stderr: string;
  readonly seconds: number;
  /** Most megabytes of the process, and of the largest of its workers. */
  readonly mb: number;
  readonly workerMb: number;
}

const peakOf = (pid: number): number => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Read from the system's files: a process for each look would take a core that is being measured. */
const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  } catch {
    return [];
  }
};

async function timed(args: readonly string[]): Promise<Measured> {
  const begun = performance.now();
  const { child, said, ended } = startReport(args);
  let mb = 0;
  let workerMb = 0;
  const look = setInterval(() => {
    mb = Math.max(mb, peakOf(child.pid!));
    workerMb = Math.max(workerMb, ...childrenOf(child.pid!).map(peakOf));
  }, 100);
  const { code } = await ended;
  clearInterval(look);
  return { code, stderr: said.stderr, seconds: (performance.now() - begun) / 1000, mb, workerMb };
}

describe.runIf(isLong)(`a class of 300 students and 12 exercises (seed ${seed})`, () => {
  const folder = join(place.path, "hw-submissions");
  const args = (out: string): string[] => [
    folder,
    "--out",
    out,
    "--exercises",
    slugs.join(","),
    "--seed",
    `${seed}`,
  ];

  test("gets exactly the points that are known to be right", { timeout: minutes(30) }, async () => {
    const made = await makeClass(folder, { students: 300, slugs, seed, mix: usualMix });
    say(`  ${[...made.sorts].map(([sort, count]) => `${count} ${sort}`).join(", ")}`);
    const whole = await timed(args(join(place.path, "whole")));
    expect([whole.code, whole.stderr]).toEqual([0, ""]);
    expect(pointsIn(join(place.path, "whole", "results.json"))).toEqual(made.truth);
    say(
      `  ${made.files} files in ${whole.seconds.toFixed(1)} s, ${whole.mb.toFixed(0)} MB, a worker ${whole.workerMb.toFixed(0)} MB`,
    );
    const again = await timed(args(join(place.path, "whole")));
    expect(pointsIn(join(place.path, "whole", "results.json"))).toEqual(made.truth);
    say(`  again, nothing changed: ${again.seconds.toFixed(1)} s`);

    const out = join(place.path, "killed");
    const random = randomFrom(seed);
    for (let kills = 0; kills < 20; kills++) {
      const { child, ended } = startReport(args(out));
      await new Promise((resolve) => setTimeout(resolve, 300 + random() * 3000));
      child.kill("SIGKILL");
      await ended;
    }
    expect((await timed(args(out))).code).toBe(0);
    expect(pointsIn(join(out, "results.json"))).toEqual(made.truth);
    const journal = readFileSync(join(out, ".chainrule", "journal.jsonl"), "utf8");
    const keys = [...journal.matchAll(/"entry":\{"key":"([0-9a-f]+)"/g)].map(([, key]) => key);
    expect(keys).toHaveLength(made.files);
    expect(new Set(keys).size).toBe(made.files);
  });
});

describe.runIf(isLong)(`right answers on ${availableParallelism()} cores`, () => {
  const right = async (students: number, some: readonly string[]): Promise<string> => {
    const folder = join(place.path, `right-${students}-${some.length}`);
    if (!existsSync(folder))
      await makeClass(folder, { students, slugs: some, seed, mix: allRight, mistakes: 0 });
    return folder;
  };
  const run = async (students: number, some: readonly string[], workers: number): Promise<Measured> => {
    const out = join(place.path, "out");
    rmSync(out, { recursive: true, force: true });
    const folder = await right(students, some);
    const typed = [folder, "--out", out, "--exercises", some.join(","), "--seed", "7"];
    const measured = await timed([...typed, "--workers", `${workers}`]);
    expect([measured.code, measured.stderr]).toEqual([0, ""]);
    const points = [...pointsIn(join(out, "results.json")).values()];
    const first = JSON.stringify([...points[0]!]);
    expect(points.filter((each) => JSON.stringify([...each]) !== first)).toEqual([]);
    say(
      `  ${students} students, ${some.length} exercises, ${workers} ${workers === 1 ? "worker" : "workers"}: ` +
        `${((students * some.length) / measured.seconds).toFixed(0)} exercises a second, ` +
        `${measured.mb.toFixed(0)} MB, a worker ${measured.workerMb.toFixed(0)} MB`,
    );
    return measured;
  };

  const hasCores = existsSync("/usr/bin/taskset") && availableParallelism() > 1;
  test.skipIf(!hasCores)(
    `are graded by two workers at least 1.7 times as fast as by one${hasCores ? "" : " (skipped: no taskset, or one core)"}`,
    { timeout: minutes(20) },
    async () => {
      const ratios: number[] = [];
      for (let round = 0; round < 3; round++) {
        const one = await run(300, slugs, 1);
        const two = await run(300, slugs, 2);
        ratios.push(one.seconds / two.seconds);
      }
      say(`  two workers to one: ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")}`);
      expect(median(ratios)).toBeGreaterThanOrEqual(1.7);
    },
  );

  test.each(
    [slugs.filter((slug) => /^ex(10|14)-/.test(slug)), slugs].map((some) => [some.length, some] as const),
  )(
    "take no more memory for a thousand students of %i exercises than for a hundred",
    { timeout: minutes(20) },
    async (_, some) => {
      const hundred = await run(100, some, 2);
      const thousand = await run(1000, some, 2);
      say(
        `  a worker ${(thousand.workerMb / hundred.workerMb).toFixed(2)}, the process that writes ${(thousand.mb / hundred.mb).toFixed(2)}`,
      );
      expect(thousand.workerMb / hundred.workerMb).toBeLessThan(1.2);
      expect(thousand.mb / hundred.mb).toBeLessThan(1.2);
    },
  );
});

test.skipIf(isLong)("the long tests of a class are skipped: CHAINRULE_LONG=1 runs them", (context) =>
  context.skip(),
);

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClassResults } from "../../grader/class/results.ts";
import { type Ran, right } from "../cli/run.ts";
import { hostileFolders, ownFolder, slug } from "./hostile-folders.ts";
import { report, resultsIn, temporary } from "./report.ts";

const place = temporary("hostile");
const folder = join(place.path, "class");
const out = join(place.path, "out");
const markers = join(place.path, "markers");
const possible = new Set<string>();
let ran: Ran;
let results: ClassResults;

beforeAll(() => {
  const honest = join(folder, "honest", "exercises", slug, "mse-gradients.ts");
  mkdirSync(dirname(honest), { recursive: true });
  mkdirSync(markers);
  writeFileSync(honest, right);
  const elsewhere = join(place.path, "elsewhere.ts");
  writeFileSync(elsewhere, right);
  for (const [i, { kind, folder: name = kind, make }] of hostileFolders.entries()) {
    const own = ownFolder(join(folder, name), { honest, elsewhere, marker: join(markers, `${i}`) });
    if (make(own) !== false) possible.add(kind);
  }
  // Beside the folders lie things that are none.
  writeFileSync(join(folder, "scores.csv"), "username,score\n");
  ran = report([folder, "--out", out, "--exercises", "ex10", "--seed", "7"]);
  if (ran.code === 0) results = resultsIn(out);
});
afterAll(() => place.remove());

const student = (name: string) => {
  const found = results.students.find((each) => each.folder === name);
  if (found === undefined) throw new Error(`no ${name} in the results`);
  return found;
};

describe("a class with hostile folders", () => {
  test("is graded in one run, in which nothing of theirs ran", () => {
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(readdirSync(markers)).toEqual([]);
    expect(existsSync("/tmp/chainrule-breach-class")).toBe(false);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(ran.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  test("gives the honest student every point, although others linked to the answer", () => {
    expect(student("honest").exercises[0]!.graded).toBe(20);
  });

  for (const { kind, folder: name = kind, comesTo, says } of hostileFolders) {
    test(`${kind} comes to: ${comesTo}`, (context) => {
      if (!possible.has(kind)) return context.skip("this system does not let us make one");
      const { exercises, remarks: found, problem } = student(name);
      const remarks = found.map(({ text }) => text);
      const [exercise] = exercises;
      if (comesTo === "all points") expect(exercise).toMatchObject({ graded: 20, score: 20 });
      else {
        expect(exercise!.score).toBe(comesTo === "no points" ? 0 : undefined);
        expect(exercise!.absence).toBe(comesTo === "no points" ? undefined : comesTo);
      }
      if (says !== undefined) {
        const found = exercise!.verdict?.checks.map(({ finding }) => finding?.message) ?? [];
        expect([exercise!.problem, problem, ...remarks, ...found].join("\n")).toMatch(says);
      }
      for (const remark of remarks) expect(remark.length).toBeLessThanOrEqual(200);
    });
  }
});

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isLong } from "../is-long.ts";
import { type MadeClass, type Mix, makeClass, pointsIn, randomFrom } from "./made-class.ts";
import { report, resultsIn, startReport, temporary } from "./report.ts";

const seed = 20261125;
const KILLS = isLong ? 20 : 4;
const slugs = ["ex02-central-difference", "ex10-mse-gradients", "ex14-sigmoid", "ex18-bce-gradients"];
const place = temporary("resume");
const folder = join(place.path, "hw-submissions");
let made: MadeClass;

beforeAll(async () => {
  // More of what is rare than in a class, so that every sort is there; the seed is fixed.
  const mix: Mix = {
    right: 36,
    mistake: 24,
    stub: 10,
    missing: 8,
    syntax: 8,
    throws: 6,
    loop: 2,
    hostile: 8,
  };
  made = await makeClass(folder, { students: 12, slugs, seed, mix });
});
afterAll(() => place.remove());

/** The keys of the verdicts in a journal, each line held against its checksum by the program itself. */
const keysIn = (state: string): string[] =>
  existsSync(join(state, "journal.jsonl"))
    ? [...readFileSync(join(state, "journal.jsonl"), "utf8").matchAll(/"entry":\{"key":"([0-9a-f]+)"/g)].map(
        ([, key]) => key!,
      )
    : [];

const args = (out: string): string[] => [
  folder,
  "--out",
  out,
  "--exercises",
  slugs.join(","),
  // What is known to be right counts a missing file as 0.
  "--missing",
  "zero",
  "--seed",
  `${seed}`,
];

describe(`a made class of 12 students and 4 exercises (seed ${seed})`, () => {
  test("holds every sort of answer", () => {
    expect([...made.sorts.keys()].sort()).toEqual([
      "hostile",
      "loop",
      "missing",
      "mistake",
      "right",
      "stub",
      "syntax",
      "throws",
    ]);
  });

  test("gets exactly the points that are known to be right", () => {
    const out = join(place.path, "whole");
    const { code, stderr } = report(args(out));
    expect([code, stderr]).toEqual([0, ""]);
    expect(pointsIn(join(out, "results.json"))).toEqual(made.truth);
    expect(keysIn(join(out, ".chainrule"))).toHaveLength(made.files);
  });

  test("is not graded again when nothing has changed, and is when told to", () => {
    const out = join(place.path, "whole");
    const before = keysIn(join(out, ".chainrule"));
    const again = report(args(out));
    expect(again.stdout).toMatch(/: 0 graded now, \d+ known already/);
    expect(keysIn(join(out, ".chainrule"))).toEqual(before);
    const other = report([...args(out).slice(0, -1), "7", "--exercises", "ex14"]);
    expect(other.stdout).not.toMatch(/: 0 graded now/);
    expect(resultsIn(out).seed).toBe(7);
  });

  test("keeps the seed of the last report unless told", () => {
    const out = join(place.path, "whole");
    const { stdout } = report([folder, "--out", out, "--exercises", "ex14"]);
    expect(stdout).toMatch(/seed 7: 0 graded now/);
  });

  test(`comes to the same after ${KILLS} kills at random moments, with nothing lost and nothing graded twice`, {
    timeout: 300_000,
  }, async () => {
    const out = join(place.path, "killed");
    const state = join(out, ".chainrule");
    const random = randomFrom(seed + 1);
    let kept = 0;
    let resumed = 0;
    for (let kills = 0; kills < KILLS; ) {
      const { child, ended } = startReport(args(out));
      // Half of them at any moment from its start on, half while verdicts come in, however fast this machine is.
      const wanted = kills % 2 === 0 ? 0 : kept + 1 + Math.floor(random() * 8);
      for (let i = 0; i < 3000 && child.exitCode === null && keysIn(state).length < wanted; i++)
        await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, random() * (wanted === 0 ? 800 : 30)));
      child.kill("SIGKILL");
      const { signal } = await ended;
      const keys = keysIn(state);
      expect(keys.length, `seed ${seed}, kill ${kills}`).toBeGreaterThanOrEqual(kept);
      if (signal === "SIGKILL") {
        kills++;
        if (keys.length > kept && kept > 0) resumed++;
        kept = keys.length;
        continue;
      }
      // It was done before it could be killed: from the beginning.
      expect(pointsIn(join(out, "results.json"))).toEqual(made.truth);
      rmSync(out, { recursive: true });
      kept = 0;
    }
    expect(resumed, "runs that went on from a killed one").toBeGreaterThan(0);
    const { code, stderr } = report(args(out));
    expect([code, stderr]).toEqual([0, ""]);
    expect(pointsIn(join(out, "results.json"))).toEqual(made.truth);
    const keys = keysIn(state);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(made.files);
  });

  test("stops on Ctrl-C with the command that goes on, and leaves no lock", {
    timeout: 120_000,
  }, async () => {
    const out = join(place.path, "stopped");
    const { child, said, ended } = startReport(args(out));
    const journal = join(out, ".chainrule", "journal.jsonl");
    for (let i = 0; i < 500 && keysIn(join(out, ".chainrule")).length < 2; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(said.stderr).toMatch(/^Stopped\. .*\n {2}chainrule report .*--out/);
    expect(existsSync(join(out, ".chainrule", "lock"))).toBe(false);
    expect(existsSync(journal)).toBe(true);
    expect(report(args(out)).code).toBe(0);
    expect(pointsIn(join(out, "results.json"))).toEqual(made.truth);
  });
});

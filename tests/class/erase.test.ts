/** Whoever is erased is erased in every report that has the same state, or it is said where not. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { eraseFromReport } from "../../grader/class/erase.ts";
import { LazyFiles } from "../../grader/class/outputs/lazy-files.ts";
import type { ClassResults } from "../../grader/class/results.ts";
import { writeReport } from "../../grader/class/write-out.ts";
import { madeResults } from "./outputs/made-results.ts";
import { temporary } from "./report.ts";

const place = temporary("erase");
afterAll(() => place.remove());

const made = madeResults({ seed: 3, students: 3, exercises: 2 });

/** Reports of the same students by the same state, the second with other folders for the same identifiers. */
function twoReports(name: string): { state: string; outs: readonly [string, string]; folders: string[] } {
  const state = join(place.path, name, "state");
  const outs = [join(place.path, name, "one"), join(place.path, name, "two")] as const;
  mkdirSync(state, { recursive: true });
  const named = (prefix: string): ClassResults => ({
    ...made,
    students: made.students.map((student, i) => ({
      ...student,
      folder: `${prefix}${i}`,
      identifier: `id${i}`,
    })),
  });
  for (const [k, out] of outs.entries()) {
    mkdirSync(out, { recursive: true });
    const texts = new Map([
      ["results.json", JSON.stringify(named(k === 0 ? "a" : "b"))],
      [k === 0 ? "a.html" : "b.html", "everybody's names"],
    ]);
    writeReport(out, state, new LazyFiles([...texts].map(([path, text]) => [path, () => text])));
  }
  const lines = made.students.flatMap(({ exercises }) =>
    exercises.flatMap(({ verdict }) =>
      verdict === undefined ? [] : [JSON.stringify({ entry: { verdict } })],
    ),
  );
  writeFileSync(join(state, "journal.jsonl"), `${lines.join("\n")}\n`);
  return { state, outs, folders: ["a0", "b0"] };
}

describe("two reports that share a state", () => {
  test("are both erased, under each folder that the student has", async () => {
    const { state, outs, folders } = twoReports("both");
    const erased = await eraseFromReport(outs[0], state, "a0");
    expect(erased.folders).toEqual(folders);
    expect(erased.reports).toEqual(outs.map((out) => ({ out, files: 2, isKnown: true, isThere: true })));
    for (const out of outs)
      for (const file of ["results.json", "a.html", "b.html"])
        expect(existsSync(join(out, file))).toBe(false);
    const left = readFileSync(join(state, "journal.jsonl"), "utf8");
    const own = made.students[0]?.exercises.flatMap(({ verdict }) => verdict?.sha256 ?? []) ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((sha256) => left.includes(sha256))).toEqual([]);
    expect(erased.verdicts).toBeGreaterThan(0);
  });

  test("keep what is others' of either", async () => {
    const { state, outs } = twoReports("others");
    await eraseFromReport(outs[1], state, "id0");
    const left = readFileSync(join(state, "journal.jsonl"), "utf8");
    const others = made.students.slice(1).flatMap(({ exercises }) => exercises);
    expect(others.flatMap(({ verdict }) => verdict ?? []).length).toBeGreaterThan(0);
    for (const { verdict } of others) if (verdict !== undefined) expect(left).toContain(verdict.sha256);
  });

  test("and of which one is not where it was: that is told", async () => {
    const { state, outs } = twoReports("moved");
    renameSync(outs[1], `${outs[1]}-elsewhere`);
    const { reports } = await eraseFromReport(outs[0], state, "a0");
    expect(reports[1]).toEqual({ out: outs[1], files: 0, isKnown: true, isThere: false });
  });

  test("and whose list is lost: that is told, and no file is guessed", async () => {
    const { state, outs } = twoReports("lost");
    writeFileSync(join(state, "outputs.json"), "{");
    const { reports } = await eraseFromReport(outs[0], state, "a0");
    expect(reports).toEqual([{ out: outs[0], files: 0, isKnown: false, isThere: true }]);
    expect(existsSync(join(outs[0], "results.json"))).toBe(true);
  });
});

test("a report goes on from the list of files that a state had of one report alone", () => {
  const [state, out] = [join(place.path, "old", "state"), join(place.path, "old", "out")];
  mkdirSync(state, { recursive: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "old.html"), "");
  writeFileSync(join(state, "outputs.json"), '["old.html"]');
  writeReport(out, state, new LazyFiles([["new.html", () => ""]]));
  expect([existsSync(join(out, "old.html")), existsSync(join(out, "new.html"))]).toEqual([false, true]);
});

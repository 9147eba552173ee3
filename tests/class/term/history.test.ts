import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { eraseFromReport } from "../../../grader/class/erase.ts";
import { Series } from "../../../grader/class/term/history/series.ts";
import { sinceOf } from "../../../grader/class/term/history/since.ts";
import { termOf } from "../../../grader/class/term/history/term.ts";
import { snapshotOf } from "../../../grader/class/term/snapshot/of-results.ts";
import { snapshotIn, textOf } from "../../../grader/class/term/snapshot/text.ts";
import { whoNow } from "../../../grader/class/term/snapshot/who.ts";
import { madeResults } from "../outputs/made-results.ts";
import { temporary } from "../report.ts";
import { cell, passed, snapshot } from "./made-snapshot.ts";

const place = temporary("history");
afterAll(() => place.remove());

const whole = (of: ReturnType<typeof snapshotOf>) => ({ ...of, students: [...of.students] });

describe("a series of executions", () => {
  test("gives back what was put in, the oldest first, also two of one moment", () => {
    const state = join(place.path, "one");
    const results = madeResults({ seed: 3, students: 20, exercises: 4, roster: "simple" });
    const now = snapshotOf(results);
    const series = new Series(state);
    expect([...series.snapshots()]).toEqual([]);
    series.append({ ...now, at: "2026-11-20T10:00:00.000Z" });
    series.append({ ...now, at: "2026-11-02T10:00:00.000Z" });
    series.append({ ...now, at: "2026-11-02T10:00:00.000Z" });
    const found = [...series.snapshots()];
    expect(found.map(({ at }) => at.slice(0, 10))).toEqual(["2026-11-02", "2026-11-02", "2026-11-20"]);
    expect(found[2]).toEqual({ ...whole(now), at: "2026-11-20T10:00:00.000Z" });
  });

  test("lets go of a student in every file, also of one whom a damaged file may name", () => {
    const state = join(place.path, "erased");
    const series = new Series(state);
    series.append(snapshot("2026-11-01T10:00:00.000Z", { ada: cell(), bob: passed() }));
    series.append(snapshot("2026-11-08T10:00:00.000Z", { bob: passed() }));
    series.append(snapshot("2026-11-15T10:00:00.000Z", { ada: passed(), bob: passed() }));
    const folder = join(state, "history");
    const last = readdirSync(folder).sort().at(-1)!;
    writeFileSync(join(folder, last), readFileSync(join(folder, last), "utf8").slice(0, -9));
    expect(series.erase((student) => student.folder === "ada")).toBe(2);
    expect(
      [...new Series(state).snapshots()].map(({ students }) => [...students].map((one) => one.folder)),
    ).toEqual([["bob"], ["bob"]]);
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), "utf8")).not.toContain("ada");
  });

  test("lets go of a student under every identifier, as gradebooks change, and of nobody else of a group", async () => {
    const made = madeResults({ seed: 3, students: 3, exercises: 1 });
    const students = made.students.map((student, i) => ({
      ...student,
      ...{ folder: i === 0 ? "ada" : "team", identifier: `s${i}` },
    }));
    const { exercises } = snapshot("2026-11-01T10:00:00.000Z", {});
    const rows = [
      { folder: "ada", identifier: "ada@example.org", cells: [cell()] },
      { folder: "team", identifier: "old1", cells: [cell()] },
      { folder: "team", identifier: "s2", cells: [cell()] },
    ];
    const left = async (name: string): Promise<readonly (string | undefined)[]> => {
      const state = join(place.path, `gradebooks ${name}`);
      new Series(state).append(snapshot("2026-11-01T10:00:00.000Z", {}, { exercises, students: rows }));
      writeFileSync(join(state, "results.json"), JSON.stringify({ ...made, students }));
      await eraseFromReport(state, state, name);
      return [...new Series(state).snapshots()].flatMap((one) =>
        [...one.students].map((each) => each.identifier),
      );
    };
    expect(await left("ada")).toEqual(["old1", "s2"]);
    expect(await left("s2")).toEqual(["ada@example.org", "old1"]);
  });

  test("leaves out a file that a crash cut off anywhere, names it, and lets it lie", () => {
    const state = join(place.path, "cut");
    const series = new Series(state);
    series.append(snapshot("2026-11-01T10:00:00.000Z", { ada: cell(), bob: passed() }));
    series.append(snapshot("2026-11-08T10:00:00.000Z", { ada: passed(), bob: passed() }));
    const folder = join(state, "history");
    const [, name = ""] = readdirSync(folder).sort();
    const text = readFileSync(join(folder, name), "utf8");
    for (let length = 0; length < text.length; length += 7) {
      writeFileSync(join(folder, name), text.slice(0, length));
      const read = new Series(state);
      expect([...read.snapshots()].map(({ at }) => at)).toEqual(["2026-11-01T10:00:00.000Z"]);
      expect(read.damaged).toEqual([`${name}: it is not whole`]);
    }
    expect(readdirSync(folder)).toContain(name);
  });

  test("leaves out what a clock that was ahead has dated, and names it: it would be the last for good", () => {
    const series = new Series(join(place.path, "ahead"));
    series.append(snapshot("2027-06-30T10:00:00.000Z", { ada: cell() }));
    series.append(snapshot("2026-11-01T10:00:00.000Z", { ada: passed() }));
    const until = Date.parse("2026-11-02T10:00:00.000Z");
    expect([...series.snapshots(until)].map(({ at }) => at)).toEqual(["2026-11-01T10:00:00.000Z"]);
    expect(series.damaged).toEqual([expect.stringMatching(/^2027-06-30.*: it is dated later than/)]);
  });

  test("does not take another program's lines for an execution", () => {
    const text = [...textOf(snapshot("2026-11-01T10:00:00.000Z", { ada: cell() }))].join("");
    for (const [from, to] of [
      ["chainrule/history@1", "chainrule/history@9"],
      ['"cells":[["b"', '"cells":[["z"'],
      ['"folder":"ada"', '"folder":7'],
    ] as const)
      expect(() => snapshotIn(text.replace(from, to))).toThrow();
  });
});

describe("who of an earlier execution is who now", () => {
  const now = whoNow([
    { folder: "team-b", identifier: "S1" },
    { folder: "team-b", identifier: "s2" },
    { folder: "carl" },
  ]);
  test.each([
    ["by identifier, where the group has another name now", { folder: "team-a", identifier: "s1" }, 0],
    ["by folder, where there is no roster", { folder: "carl" }, 2],
    ["by folder, where there was a roster once", { folder: "carl", identifier: "s9" }, 2],
    ["nobody, where a folder is several people's", { folder: "team-b" }, undefined],
    ["nobody, where the student has left", { folder: "dora", identifier: "s4" }, undefined],
  ])("is told %s", (_, before, index) => expect(now(before)).toBe(index));

  test("is nobody where the folder is somebody else's now", () => {
    expect(whoNow([{ folder: "a", identifier: "s2" }])({ folder: "a", identifier: "s1" })).toBe(undefined);
  });

  test("is told by folder where the gradebook names everybody otherwise now, and nobody by a folder of several", () => {
    const then = [
      { folder: "ada", identifier: "1017" },
      { folder: "team", identifier: "1018" },
      { folder: "team", identifier: "1019" },
      { folder: "bob", identifier: "1020" },
    ];
    const now = [
      { folder: "bob", identifier: "bob@example.org" },
      { folder: "ada", identifier: "ada@example.org" },
      { folder: "team", identifier: "eve@example.org" },
    ];
    expect(then.map(whoNow(now, then))).toEqual([1, undefined, undefined, 0]);
    // Next year's class, with numbers as this year's, has other people in the same folders.
    const next = [{ folder: "ada", identifier: "2001" }];
    expect(then.map(whoNow(next, then))).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("a term", () => {
  const results = madeResults({ seed: 4, students: 3, exercises: 2 });
  const folders = results.students.map(({ folder }) => folder);
  const each = (one: ReturnType<typeof cell>) => Object.fromEntries(folders.map((folder) => [folder, one]));
  const short = cell({ state: "begun", score: 4, file: "bbbb" });

  test("has one point a day, that of the last execution, by the clock of the class", () => {
    const before = [
      snapshot("2026-11-10T08:00:00.000Z", each(short)),
      snapshot("2026-11-10T23:30:00.000Z", each(passed())),
      snapshot("2026-11-11T23:30:00.000Z", each(passed())),
    ];
    const dates = (zone: string) => termOf(results, before, { zone }).days.map(({ date }) => date);
    expect(dates("UTC")).toEqual(["2026-11-10", "2026-11-11", "2026-11-25"]);
    expect(dates("Europe/Berlin")).toEqual(["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-25"]);
    const { days, progress } = termOf(results, before, { zone: "UTC" });
    expect(days[0]!.exercises.get("ex01-task-1")).toMatchObject({ students: 3, begun: 3, passed: 3 });
    expect(progress[0]![0]).toBe(1);
  });

  test("counts as stuck from the last point that was gained, whatever was handed in since", () => {
    const at = (day: number, score: number, file: string) =>
      snapshot(`2026-11-${10 + day}T08:00:00.000Z`, each(cell({ score, file })));
    const { track } = termOf(results, [at(0, 2, "a"), at(1, 4, "b"), at(2, 4, "c"), at(3, 3, "d")], {
      zone: "UTC",
    });
    expect(track(0, 0).tries).toBeGreaterThanOrEqual(4);
    const begun = results.students.findIndex(
      ({ exercises: [first] }) => first!.verdict?.status === "fail" && first!.score! <= 8,
    );
    if (begun >= 0) expect(new Date(track(begun, 0).shortSince!).toISOString()).toContain("2026-11-11");
  });

  test("compares with the last execution, and with --since with the one that held then", () => {
    const before = ["01", "08", "15"].map((day) => snapshot(`2026-11-${day}T08:00:00.000Z`, each(short)));
    const basis = (since?: string) =>
      termOf(results, before, { zone: "UTC", ...(since && { since: Date.parse(since) }) }).changes!.before.at;
    expect(basis()).toContain("2026-11-15");
    expect(basis("2026-11-09")).toContain("2026-11-08");
    expect(basis("2026-10-01")).toContain("2026-11-01");
    const { days } = termOf(results, before, { zone: "UTC", since: Date.parse("2026-11-09") });
    expect(days.map(({ date }) => date)).toEqual(["2026-11-08", "2026-11-15", "2026-11-25"]);
  });

  test("knows nothing of another week's report in the same folder", () => {
    const other = snapshot(
      "2026-11-01T08:00:00.000Z",
      { zoe: passed() },
      { exercises: [{ slug: "ex50-x", maxScore: 5, checks: [] }] },
    );
    expect(termOf(results, [other], { zone: "UTC" })).toMatchObject({ earlier: 0 });
    expect(termOf(results, [other], { zone: "UTC" }).changes).toBe(undefined);
  });
});

describe("--since", () => {
  test("is midnight where the class is", () => {
    expect(sinceOf("2026-07-01", "Europe/Berlin")).toBe(Date.parse("2026-06-30T22:00:00Z"));
    expect(sinceOf("2026-07-01T12:00+02:00", "UTC")).toBe(Date.parse("2026-07-01T10:00:00Z"));
  });
  test.each(["tomorrow", "2026-13-01", "2026-02-30", "2999-01-01", "01.11.2026"])(
    "refuses %s in one line",
    (typed) => expect(() => sinceOf(typed, "UTC")).toThrow(/^--since: a day/),
  );
});

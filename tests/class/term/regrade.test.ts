import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import type { ClassResults, ExerciseResult } from "../../../grader/class/results.ts";
import { termOf } from "../../../grader/class/term/history/term.ts";
import { regraded } from "../../../grader/class/term/regrade/regrade.ts";
import { announcement, studentTexts } from "../../../grader/class/term/regrade/texts.ts";
import { snapshotOf } from "../../../grader/class/term/snapshot/of-results.ts";
import { readPublished } from "../../../grader/class/term/snapshot/published.ts";
import type { Snapshot } from "../../../grader/class/term/snapshot/snapshot.ts";
import { termLines } from "../../../grader/cli/report/term.ts";
import { madeResults } from "../outputs/made-results.ts";
import { temporary } from "../report.ts";

const place = temporary("regrade");
afterAll(() => place.remove());

const made = madeResults({ seed: 12, students: 30, exercises: 3, roster: "simple" });

/** The same class with other points for some. */
const withScores = (
  score: (result: ExerciseResult, student: number) => number | undefined,
): ClassResults => ({
  ...made,
  students: made.students.map((student, s) => ({
    ...student,
    exercises: student.exercises.map((result) => {
      const other = score(result, s);
      return result.score === undefined || other === undefined ? result : { ...result, score: other };
    }),
  })),
});
const published = (results: ClassResults, more: Partial<Snapshot> = {}): Snapshot => ({
  ...snapshotOf(results),
  at: "2026-11-20T10:00:00.000Z",
  digest: "another",
  ...more,
});
const scores = ({ students }: ClassResults) =>
  students.map(({ exercises }) => exercises.map(({ score }) => score));

describe("a new grading of what was published", () => {
  test("keeps what was published where the gradebook names everybody otherwise now", () => {
    const once = published(made);
    const before = {
      ...once,
      students: once.students.map((student, i) => ({ ...student, identifier: `s${i}@example.org` })),
    };
    const lower = withScores(({ score }) => (score === undefined || score === 0 ? undefined : score - 1));
    const { results, regrade } = regraded(lower, before, false);
    expect(regrade.left).toEqual([]);
    expect(regrade.all.length).toBeGreaterThan(0);
    expect(regrade.all.every(({ isKept }) => isKept)).toBe(true);
    expect(scores(results)).toEqual(scores(made));
  });

  test("changes nothing where it comes to the same", () => {
    const { results, regrade } = regraded(made, published(made), false);
    expect(results).toBe(made);
    expect(regrade.all).toEqual([]);
    expect(announcement(results, regrade)).toEqual([]);
  });

  test("says who has a grade where there was none, and does not call that nothing", () => {
    const before = withScores(() => undefined);
    const [first, ...others] = before.students;
    const [{ score: _, ...ungraded }, ...more] = first!.exercises as [ExerciseResult, ...ExerciseResult[]];
    const open = { ...first!, exercises: [{ ...ungraded, absence: "missing" as const }, ...more] };
    const without = { ...before, students: [open, ...others] };
    const { results, regrade } = regraded(made, published(without), false);
    expect(announcement(results, regrade).join("\n")).toMatch(
      / 1 student with a grade where there was none\.$/m,
    );
    const term = termOf(made, [published(without)], { zone: "UTC" });
    const [change] = term.changes!.all;
    const byHand = { ...change!, now: { ...change!.now, state: "missing", isByHand: true } } as const;
    const said: string[] = [];
    termLines(
      made,
      { ...term, changes: { ...term.changes!, all: [byHand] } },
      (line) => said.push(line),
      () => {},
    );
    expect(said.join("\n")).toMatch(/^Since .*: 1 with a grade where there was none$/m);
  });

  test("never makes a grade less, and with leave to lower it does (seed 12)", () => {
    // Some had more before, some less.
    const before = withScores(({ score = 0, maxScore }, s) =>
      Math.max(0, Math.min(maxScore, score + (s % 3) - 1)),
    );
    const { results, regrade } = regraded(made, published(before), false);
    const old = scores(before);
    for (const [s, own] of scores(results).entries())
      for (const [e, score] of own.entries())
        if (score !== undefined) expect(score).toBe(Math.max(old[s]![e]!, scores(made)[s]![e]!));
    expect(regrade.all.some(({ isKept }) => isKept)).toBe(true);
    const totals = results.students.filter(({ score }) => score !== undefined);
    for (const { score, exercises } of totals)
      expect(score).toBe(exercises.reduce((sum, each) => sum + each.score!, 0));
    const lowered = regraded(made, published(before), true);
    expect(scores(lowered.results)).toEqual(scores(made));
    expect(lowered.regrade.all.length).toBe(regrade.all.length);
    expect(lowered.regrade.all.some(({ isKept }) => isKept)).toBe(false);
  });

  test("keeps what was kept once when it is compared with that", () => {
    const before = withScores(({ maxScore }) => maxScore);
    const once = regraded(made, published(before), false).results;
    expect(scores(regraded(made, published(once), false).results)).toEqual(scores(once));
  });

  test("keeps the share where an exercise is worth another number of points", () => {
    const before = withScores(() => 7);
    const was = published(before);
    const exercises = was.exercises.map((each) => ({ ...each, maxScore: 30 }));
    const { results, regrade } = regraded(
      withScores(() => 4),
      { ...was, exercises },
      false,
    );
    // 7 of 30 is 4.66… of 20, rounded up.
    const [first] = results.students.flatMap(({ exercises: own }) => own.filter((each) => each.published));
    expect(first).toMatchObject({ score: 4.67, published: { score: 7, maxScore: 30, now: 4 } });
    expect(regrade.worth[0]).toEqual({ slug: made.exercises[0]!.slug, before: 30, now: 20 });
  });

  test("leaves a cell blank that has no grade now, and lists it", () => {
    const [first, ...others] = made.students;
    const none: ExerciseResult = {
      slug: first!.exercises[0]!.slug,
      absence: "not judged",
      noGrade: "not judged",
      maxScore: 20,
    };
    const now = {
      ...made,
      students: [{ ...first!, exercises: [none, ...first!.exercises.slice(1)] }, ...others],
    };
    const { results, regrade } = regraded(now, published(withScores(() => 9)), true);
    expect(results.students[0]!.exercises[0]!.score).toBe(undefined);
    expect(regrade.all.find(({ student, slug }) => student === 0 && slug === none.slug)?.counts).toBe(
      undefined,
    );
  });

  test("tells a class without names, and each student of nobody else", () => {
    const { results, regrade } = regraded(
      made,
      published(withScores(({ score = 0 }) => Math.max(0, score - 2))),
      false,
    );
    const text = announcement(results, regrade).join("\n");
    expect(text).toContain("Nobody has fewer points than before.");
    const told = [...studentTexts(results, regrade)];
    expect(told.length).toBeGreaterThan(10);
    for (const { folder, name } of results.students) {
      expect(text).not.toContain(name ?? folder);
      for (const { student, text: own } of told)
        if (student.folder !== folder) expect(own.includes(`${name ?? folder}:`)).toBe(false);
    }
  });

  test("is shown on the pages of those concerned and in tables", () => {
    const { results, regrade } = regraded(made, published(withScores(({ maxScore }) => maxScore)), false);
    const files = outputFiles(results, { regrade });
    const [kept] = regrade.all.filter(({ isKept }) => isKept);
    const page = files.get(`students/${results.students[kept!.student]!.folder}.html`);
    expect(page).toContain("20 of 20 points of 2026-11-20 10:00 UTC stay");
    expect(files.get("report.html")).toContain("Kept as published");
    expect(files.get("regrade.csv").split("\r\n").length).toBe(regrade.all.length + 2);
    expect(files.get("results.csv")).toContain("in this grading, kept as published");
  });
});

describe("what was published", () => {
  const text = outputFiles(made).get("results.json");
  const put = (name: string, content: string): string => {
    writeFileSync(join(place.path, name), content);
    return join(place.path, name);
  };
  const expected = { ...snapshotOf(made), students: [...snapshotOf(made).students] };
  /** Checks that nobody had yet when a line was read are none of that student's. */
  const whole = (snapshot: Snapshot) => ({ ...snapshot, students: [...snapshot.students] });

  test("is read from a report's folder, its results, and results that were laid out anew", () => {
    mkdirSync(join(place.path, "old"));
    put("old/results.json", text);
    expect(whole(readPublished(join(place.path, "old")))).toEqual(expected);
    expect(whole(readPublished(put("pretty.json", JSON.stringify(JSON.parse(text), null, 2))))).toEqual(
      expected,
    );
  });

  test.each([
    ["cut off", text.slice(0, -3)],
    ["cut off within a line", text.slice(0, text.length >> 1)],
    ["another program's", '{"students":[\n]}\n'],
    ["no JSON", "hello\n"],
    ["empty", ""],
  ])("is refused in one line where it is %s", (name, content) =>
    expect(() => readPublished(put(`${name}.json`, content))).toThrow(
      /^--compare .*: the folder of an earlier report/,
    ),
  );
});

import { describe, expect, test } from "vitest";
import { movementOf } from "../../../grader/class/outputs/summary/moved.ts";
import { termMistakes } from "../../../grader/class/outputs/summary/term-mistakes.ts";
import { changesBetween } from "../../../grader/class/term/changes/changes.ts";
import { dayOf } from "../../../grader/class/term/history/day.ts";
import type { Cell, Snapshot } from "../../../grader/class/term/snapshot/snapshot.ts";
import { cell, passed, snapshot } from "./made-snapshot.ts";

const ada = [{ folder: "ada" }];
const [earlier, later] = ["2026-11-01T10:00:00.000Z", "2026-11-08T10:00:00.000Z"];
const between = (was: Cell, is: Cell, more: Partial<Snapshot> = {}, before: Partial<Snapshot> = {}) =>
  changesBetween(snapshot(earlier, { ada: was }, before), snapshot(later, { ada: is }, more), ada);

describe("what moved, and why", () => {
  test.each([
    ["other work", cell(), passed("bbbb"), {}, "passed", "other work was handed in"],
    [
      "a first file",
      cell({ state: "missing", file: "", signs: "", score: 0 }),
      cell(),
      {},
      "gained",
      "no file before",
    ],
    [
      "a mend of the course",
      cell(),
      passed(),
      { digest: "e" },
      "passed",
      "the same file: f/edge passes now (the course changed)",
    ],
    [
      "other inputs",
      passed(),
      cell(),
      { seed: 8 },
      "lost",
      "the same file: f/edge no longer passes (other inputs)",
    ],
    ["lateness", passed(), { ...passed(), score: 8, off: 2 }, {}, "lost", "2 off for lateness, before 0"],
    ["an override", cell(), cell({ score: 9, isByHand: true }), {}, "gained", "set by hand"],
    [
      "what was kept once",
      cell({ score: 9, isKept: true }),
      cell(),
      {},
      "lost",
      "no longer kept as published",
    ],
    ["an excuse", cell(), cell({ state: "excused" }), {}, "other", "excused now"],
    ["a fault of ours", passed(), { ...nothing("not judged") }, {}, "closed", "not judged now"],
  ] as const)("is told of %s", (_, was, is, more, movement, why) => {
    const [change] = between(was, is, more).all;
    expect([movementOf(change!), change!.why.join("; ")]).toEqual([movement, why]);
  });

  test("is nothing where an exercise is worth more, and all shares are the same", () => {
    const exercises = [{ slug: "ex01-task-1", maxScore: 20, checks: ["f/value", "f/edge"] }];
    const same = between(cell({ score: 5 }), cell({ score: 10 }), { exercises });
    expect(same.all).toEqual([]);
    expect(same.worth).toEqual([{ slug: "ex01-task-1", before: 10, now: 20 }]);
    const less = between(cell({ score: 5 }), cell({ score: 9 }), { exercises });
    expect(less.all.map(movementOf)).toEqual(["lost"]);
  });

  test("is a new check where the course asks for one more", () => {
    const exercises = [{ slug: "ex01-task-1", maxScore: 10, checks: ["f/value", "f/edge", "f/law"] }];
    const { all } = between(passed(), cell({ signs: "ppf", score: 8 }), { exercises, digest: "e" });
    expect(all[0]!.why).toEqual(["the same file: f/law is new (the course changed)"]);
  });

  test("names who has left and who is new, and counts neither as moved", () => {
    const before = snapshot(earlier, { ada: cell(), zoe: passed() });
    const now = snapshot(later, { ada: cell(), bob: passed() });
    const { all, left, joined } = changesBetween(before, now, [{ folder: "ada" }, { folder: "bob" }]);
    expect([all, left, joined]).toEqual([[], ["zoe"], [1]]);
  });
});

const nothing = (state: Cell["state"]): Cell => {
  const { score: _, ...rest } = cell({ state, file: "", signs: "" });
  return rest;
};

describe("mistakes over a term", () => {
  test("are new, fewer, gone, or back", () => {
    const days = [
      ["a", "b"],
      ["a", "b", "c"],
      ["c", "d"],
      ["b", "d"],
    ].map((names, d) =>
      dayOf(
        snapshot(`2026-11-0${d + 1}T10:00:00.000Z`, {
          ada: cell({ mistakes: names }),
          bob: cell({ mistakes: d === 1 ? ["b"] : [] }),
        }),
        `2026-11-0${d + 1}`,
      ),
    );
    const says = Object.fromEntries(termMistakes({ days }).map((each) => [each.name, each.says]));
    expect(says).toEqual({
      b: "it came back",
      d: "as many as there ever were",
      a: "gone since 2026-11-03",
      c: "gone since 2026-11-04",
    });
    expect(termMistakes({ days: days.slice(0, 3) }).find(({ name }) => name === "d")?.says).toBe("new");
  });
});

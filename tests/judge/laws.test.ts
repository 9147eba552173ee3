/** A law says nothing new of answers that are right within rounding, unless it allows for none. */
import { describe, expect, it } from "vitest";
import { putAnswer } from "../../grader/box/inside/answer.ts";
import { AgreeingOutcome, RightAnswer } from "../../grader/box/right-answer.ts";
import { limit, outcome, Writer } from "../../grader/box/wire.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { argumentsOf, type Case } from "../../grader/judge/cases.ts";
import { judgeLaws } from "../../grader/judge/check-laws.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import type { LawCase } from "../../grader/judge/law-cases.ts";
import { type Plan, plansOf } from "../../grader/judge/plan.ts";
import { leavesOf, type Tracked } from "../../reference/numbers/tracked.ts";
import { courseExercise, slugs } from "./course.ts";

const exercise = await courseExercise("ex02-central-difference");
const setting = {
  exercise,
  replay: "",
  source: "",
  soFar: { spent: { units: 0 }, short: new Set<string>(), edits: new Set<number>() },
};

/** The outcome of a law's call as the box hands it on. */
function arriving({ expected }: Case, value: unknown = valuesOf(expected)) {
  const w = new Writer();
  w.put(outcome.returned);
  putAnswer(w, value, limit.floats);
  w.put(0);
  w.put(0);
  const [right, floats] = [
    new RightAnswer(expected, toleranceOf),
    { floats: w.floats, from: 0, to: w.length },
  ];
  return right.agreesWith(floats)
    ? new AgreeingOutcome(right, floats)
    : ({ kind: "returned", value, changed: [] } as never);
}

const right = ({ calls }: LawCase) => calls.map((given) => arriving(given));

/** The plan with laws that count how often they are asked. */
function counted(plan: Plan): { readonly plan: Plan; readonly asked: Record<string, number> } {
  const asked: Record<string, number> = {};
  const laws = plan.laws.map((lawCase) => ({
    ...lawCase,
    relations: (answers: readonly Tracked[]) => {
      asked[lawCase.law.says] = (asked[lawCase.law.says] ?? 0) + 1;
      return lawCase.relations(answers);
    },
  }));
  return { plan: { ...plan, laws }, asked };
}

const rightRelations = ({ relations, calls }: LawCase) => relations(calls.map(({ expected }) => expected));
const isExact = (lawCase: LawCase): boolean =>
  rightRelations(lawCase).some((relation) => relation.isExact === true);

describe("the laws", () => {
  it("of right answers are asked once for a class, and of each answer where they are exact", () => {
    const [first] = plansOf(exercise, 3);
    const { plan, asked } = counted(first!);
    for (let student = 1; student <= 3; student++) {
      const judged = judgeLaws(setting, plan, plan.laws.map(right));
      expect(judged).toMatchObject({ status: "pass", cases: plan.laws.length });
    }
    for (const says of new Set(plan.laws.map(({ law }) => law.says))) {
      const cases = first!.laws.filter(({ law }) => law.says === says);
      const exact = cases.filter(isExact).length;
      expect(asked[says], says).toBe(cases.length + 3 * exact);
    }
    expect(first!.laws.some(isExact)).toBe(true);
    expect(first!.laws.every(isExact)).toBe(false);
  });

  it("that are exact are broken by an answer that is right within rounding", () => {
    const [plan] = plansOf(exercise, 3);
    const outcomes = plan!.laws.map((lawCase) =>
      lawCase.law.says.endsWith("slope 0 exactly")
        ? lawCase.calls.map((given) => {
            const [leaf] = leavesOf(given.expected);
            const seen = arriving(given, toleranceOf(leaf!) / 2);
            expect(seen).toBeInstanceOf(AgreeingOutcome);
            return seen;
          })
        : right(lawCase),
    );
    expect(judgeLaws(setting, plan!, outcomes)).toMatchObject({
      status: "fail",
      finding: { code: "breaks-law", law: "a constant function has slope 0 exactly" },
    });
  });

  it("are asked of the answers where one of a case's does not agree", () => {
    const [first] = plansOf(exercise, 3);
    const { plan, asked } = counted(first!);
    const last = plan.laws.findIndex(({ law, calls }) => calls.length > 1 && law.says.startsWith("a tenth"));
    const outcomes = plan.laws.map((lawCase, i) =>
      i === last
        ? lawCase.calls.map((given, c) =>
            c === 0 ? arriving(given) : arriving(given, (valuesOf(given.expected) as number) * 1.001),
          )
        : right(lawCase),
    );
    expect(judgeLaws(setting, plan, outcomes)).toMatchObject({
      status: "fail",
      finding: { code: "breaks-law", law: plan.laws[last]!.law.says },
    });
    expect(asked[plan.laws[last]!.law.says]).toBeGreaterThan(0);
  });

  it.each(slugs)(
    "share with the value check what they ask of its inputs, and ask nothing else twice: %s",
    async (slug) => {
      for (const { fn, name, values, edges, laws, calls, lawsAt } of plansOf(
        await courseExercise(slug),
        11,
      )) {
        const own = laws.flatMap(({ calls: asked }) => asked).filter((given) => !values.includes(given));
        expect(calls.length, name).toBe(values.length + edges.length + own.length);
        for (const [i, { calls: asked }] of laws.entries()) {
          expect(lawsAt[i]!.map((at) => calls[at]!.args)).toEqual(
            asked.map((given) => argumentsOf(fn, given.inputs)),
          );
        }
      }
    },
  );

  it.each(slugs)("hold of the right answers of %s", async (slug) => {
    for (const plan of plansOf(await courseExercise(slug), 11))
      for (const lawCase of plan.laws) {
        const broken = rightRelations(lawCase).find(({ holds }) => !holds);
        expect(broken, `${plan.name}: ${lawCase.law.says}`).toBeUndefined();
      }
  });
});

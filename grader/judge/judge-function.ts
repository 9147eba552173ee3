/**
 * Judges one function: contract, value, edge cases, laws, gradient, stopping at the first that falls short.
 */
import type { Box, CallOutcome } from "../box/box.ts";
import type { Answer } from "./answer.ts";
import type { LawTried } from "./causes/diagnosis.ts";
import { judgeEdges } from "./check-edges.ts";
import { agrees, judgeFullSize } from "./check-full-size.ts";
import { judgeGradient } from "./check-gradient.ts";
import { isKept, judgeLaws } from "./check-laws.ts";
import { examineAll, judgeValues } from "./check-values.ts";
import { examine } from "./examine.ts";
import type { Setting } from "./finding.ts";
import type { Judged } from "./judged.ts";
import type { Plan } from "./plan.ts";

/** Asks the box everything about one function at once, and judges the answers in order. */
export async function judgeFunction(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
): Promise<readonly Judged[]> {
  const outcomes = await box.call(plan.calls);
  const { length } = plan.values;
  const values = examineAll(plan, plan.values, outcomes.slice(0, length));
  const edges = outcomes.slice(length, length + plan.edges.length);
  const outcomeAt = (i: number): CallOutcome => outcomes[i] ?? { kind: "not-run" };
  const laws = plan.lawsAt.map((at) => at.map(outcomeAt));
  const gradients = plan.gradientsAt.map(outcomeAt);

  const judged: Judged[] = [];
  const passes = (result: Judged): boolean => {
    judged.push(result);
    return result.status === "pass";
  };
  const answers = values.flatMap(({ answer }) => answer ?? []);
  const more = { edges: answersToEdges(plan, edges), laws: lawsTried(plan, laws) };
  if (!passes(await judgeValues("contract", setting, box, plan, seed, values, answers, more))) return judged;
  const small = passesSingle(plan, outcomes)
    ? ({ kind: "value", status: "pass", cases: values.length } as const)
    : await judgeValues("value", setting, box, plan, seed, values, answers, more);
  if (!passes(await judgeFullSize(setting, box, plan, small))) return judged;
  if (
    plan.edges.length > 0 &&
    !passes(await judgeEdges(setting, box, plan, seed, edges, answers, more.edges))
  )
    return judged;
  if (plan.laws.length > 0 && !passes(judgeLaws(setting, plan, laws))) return judged;
  if (plan.gradients.length > 0) passes(judgeGradient(setting, plan, gradients));
  return judged;
}

/** The answers to the edge cases that have one right value. */
const answersToEdges = (
  { fn, name, edges }: Plan,
  outcomes: readonly CallOutcome[],
): (() => readonly Answer[]) => {
  return () =>
    edges.flatMap((given, i) => {
      const { throws, holds } = given.edge;
      if (throws === true || holds !== undefined) return [];
      const { answer } = examine(fn, name, given, outcomes[i] ?? { kind: "not-run" });
      return answer?.value === undefined ? [] : [answer];
    });
};

/** How each law fares over its cases. */
const lawsTried = (
  plan: Plan,
  outcomes: readonly (readonly CallOutcome[])[],
): (() => readonly LawTried[]) => {
  return () =>
    plan.fn.laws.map((law) => {
      const kept = plan.laws.flatMap((lawCase, i) =>
        lawCase.law === law ? (isKept(plan, lawCase, outcomes[i] ?? []) ?? []) : [],
      );
      const { says, ifBroken } = law;
      return {
        says,
        broken: kept.filter((one) => !one).length,
        of: kept.length,
        ...(ifBroken === undefined ? {} : { ifBroken }),
      };
    });
};

/** Whether all values agree with the GPU's. Where one does not, f64 decides and says what is wrong: it knows better. */
function passesSingle({ fn, name, single }: Plan, outcomes: readonly CallOutcome[]): boolean {
  return single?.values.every((given, i) => agrees(fn, name, given, outcomes[i])) === true;
}

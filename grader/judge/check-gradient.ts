/**
 * The gradient check: pass, fail or inconclusive.
 */
import type { CallOutcome } from "../box/box.ts";
import type { Answer } from "./answer.ts";
import type { Case } from "./cases.ts";
import { examine, type Fault } from "./examine.ts";
import { findingOf, type Setting } from "./finding.ts";
import { type GradientEntry, gradientEntries, numericalGradient } from "./gradient-entries.ts";
import type { Judged } from "./judged.ts";
import type { Numerical } from "./numerical.ts";
import type { Plan } from "./plan.ts";

const kept = new WeakMap<Case, readonly Numerical[]>();

/** Central differences of a case: they say nothing about the submission, so that a class measures them once. */
export function measured({ fn }: Plan, given: Case): readonly Numerical[] {
  const numericals = kept.get(given) ?? numericalGradient(fn, given.inputs);
  kept.set(given, numericals);
  return numericals;
}

/** Judges an answer against central differences, parameter by parameter. */
export function judgeGradient(setting: Setting, plan: Plan, outcomes: readonly CallOutcome[]): Judged {
  const kind = "gradient";
  const entries: GradientEntry[] = [];
  let executed = 0;
  for (const [i, given] of plan.gradients.entries()) {
    const outcome = outcomes[i] ?? { kind: "not-run" };
    if (outcome.kind === "not-run") continue;
    executed++;
    const { answer, fault } = examine(plan.fn, plan.name, given, outcome);
    const here =
      answer?.value === undefined
        ? []
        : gradientEntries(plan.fn, given.inputs, answer.value, given.expected, measured(plan, given));
    const failing = here.find(({ verdict }) => verdict === "fail");
    if (fault !== undefined || failing !== undefined) {
      const finding = findingOf(
        setting,
        plan,
        given,
        fault ?? gradientFault(failing as GradientEntry, answer as Answer),
        undefined,
      );
      return { kind, status: "fail", cases: executed, finding };
    }
    entries.push(...here);
  }
  const open = entries.filter(({ verdict }) => verdict === "inconclusive");
  if (open.length * 2 > entries.length) {
    const kinks = open.filter(({ numerical }) => numerical.kink !== undefined).length;
    const why = kinks > 0 ? `${kinks} of them at a kink` : "the error bars are too wide";
    return {
      kind,
      status: "inconclusive",
      cases: executed,
      reason: `${open.length} of ${entries.length} parameters could not be told, ${why}`,
    };
  }
  return { kind, status: "pass", cases: executed };
}

function gradientFault(entry: GradientEntry, answer: Answer): Fault {
  return {
    code: "wrong-value",
    message: "",
    returned: answer.returned,
    at: entry.at,
    difference: {
      at: entry.at,
      index: entry.index,
      yours: entry.yours,
      expected: entry.expected,
      tolerance: entry.numerical.errorBar,
    },
  };
}

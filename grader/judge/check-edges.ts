/**
 * The edge check: cases written out by the author, each with what it asks for.
 */
import type { CallOutcome } from "../box/box.ts";
import type { Finding } from "../verdict/verdict.ts";
import type { Answer } from "./answer.ts";
import { diagnose } from "./diagnose.ts";
import { examine } from "./examine.ts";
import { findingOf, type Setting, sidesOf } from "./finding.ts";
import type { Judged } from "./judged.ts";
import { asText, isBroken, measuredAnswer, relationsOf } from "./measured.ts";
import type { EdgeCase, Plan } from "./plan.ts";

/** Judges the edge cases; every one is executed, the first that falls short is shown. */
export function judgeEdges(
  setting: Setting,
  plan: Plan,
  outcomes: readonly CallOutcome[],
  answers: readonly Answer[],
): Judged {
  let executed = 0;
  let finding: Finding | undefined;
  for (const [i, given] of plan.edges.entries()) {
    const outcome = outcomes[i] ?? { kind: "not-run" };
    if (outcome.kind === "not-run") continue;
    executed++;
    finding ??= edgeFinding(setting, plan, given, outcome, answers);
  }
  return {
    kind: "edge",
    status: finding === undefined ? "pass" : "fail",
    cases: executed,
    ...(finding && { finding }),
  };
}

function edgeFinding(
  setting: Setting,
  plan: Plan,
  given: EdgeCase,
  outcome: CallOutcome,
  answers: readonly Answer[],
): Finding | undefined {
  const { edge, name } = given;
  const extra = { name, ...(edge.says === undefined ? {} : { says: edge.says }) };
  if (edge.throws === true) {
    if (outcome.kind === "threw") return undefined;
    const { fault } = outcome.kind === "returned" ? {} : examine(plan.fn, plan.name, given, outcome);
    const expects = `The contract asks for an exception here${outcome.kind === "returned" ? ", and the call returns" : ""}.`;
    const returned = outcome.kind === "returned" ? { returned: outcome.value } : {};
    return findingOf(
      setting,
      plan,
      given,
      fault ?? { code: "wrong-edge", message: expects, ...returned },
      undefined,
      {
        ...extra,
        ...(fault === undefined ? { code: "wrong-edge" as const } : {}),
      },
    );
  }
  const { answer, fault } = examine(plan.fn, plan.name, given, outcome);
  const broken =
    edge.holds === undefined || answer?.value === undefined
      ? undefined
      : relationsOf(edge.holds, measuredAnswer(answer), given.inputs).find(isBroken);
  if (
    edge.holds !== undefined &&
    (fault === undefined || fault.code === "wrong-value" || fault.code === "not-finite")
  ) {
    if (broken === undefined) return undefined;
    const { expected: _, ...base } = findingOf(
      setting,
      plan,
      given,
      { code: "wrong-edge", message: "" },
      undefined,
      extra,
    );
    return {
      ...base,
      ...sidesOf(broken.left, broken.right),
      message: [base.message, asText(broken)].filter(Boolean).join(" "),
    };
  }
  if (fault === undefined) return undefined;
  const isValue = fault.code === "wrong-value" || fault.code === "not-finite";
  const all = answer === undefined ? [] : [...answers, answer];
  const diagnosis = isValue ? diagnose(setting.exercise, plan.name, plan.fn, all, all.length) : undefined;
  // How many of the drawn inputs are right says nothing about an edge case.
  const named = diagnosis?.matched === undefined ? undefined : diagnosis;
  return findingOf(setting, plan, given, fault, named, {
    ...extra,
    ...(isValue ? { code: "wrong-edge" as const } : {}),
  });
}

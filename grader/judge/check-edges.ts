/**
 * The edge check: cases written out by the author, each with what it asks for.
 */
import type { Box, CallOutcome } from "../box/box.ts";
import type { Relation } from "../exercise/relations.ts";
import type { Finding } from "../verdict/verdict.ts";
import type { Answer } from "./answer.ts";
import { asking } from "./causes/asking.ts";
import type { Asked } from "./causes/diagnosis.ts";
import { edgeDiagnosis } from "./causes/edge-diagnosis.ts";
import { edgeWords } from "./edge-words.ts";
import { type Examined, examine, type Fault } from "./examine.ts";
import { findingOf, type Setting, sidesOf } from "./finding.ts";
import type { Judged } from "./judged.ts";
import { asText, isBroken, measuredAnswer, relationsOf } from "./measured.ts";
import type { EdgeCase, Plan } from "./plan.ts";

/** Judges the edge cases; every one is executed, the first that falls short is shown. */
export async function judgeEdges(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  outcomes: readonly CallOutcome[],
  answers: readonly Answer[],
  edges: () => readonly Answer[],
): Promise<Judged> {
  let executed = 0;
  let finding: Finding | undefined;
  const { near } = asking(setting.exercise, box, plan, seed);
  for (const [i, given] of plan.edges.entries()) {
    const outcome = outcomes[i] ?? { kind: "not-run" };
    if (outcome.kind === "not-run") continue;
    executed++;
    finding ??= await edgeFinding(setting, plan, given, outcome, answers, { near, edges });
  }
  return {
    kind: "edge",
    status: finding === undefined ? "pass" : "fail",
    cases: executed,
    ...(finding && { finding }),
  };
}

/** Whether an answer falls short of an edge case, without a word on why. */
export const breaksEdge = (plan: Plan, given: EdgeCase, outcome: CallOutcome): boolean =>
  shortOf(plan, given, outcome) !== undefined;

/** What an answer falls short in: a fault, or a relation that does not hold. */
function shortOf(plan: Plan, given: EdgeCase, outcome: CallOutcome): Short | undefined {
  const { edge } = given;
  if (edge.mayThrow === true && outcome.kind === "threw") return undefined;
  const { answer, fault } =
    edge.throws === true
      ? withoutException(plan, given, outcome)
      : examine(plan.fn, plan.name, given, outcome);
  if (edge.holds !== undefined && (fault === undefined || isOfValue(fault))) {
    const broken =
      answer?.value === undefined
        ? undefined
        : relationsOf(edge.holds, measuredAnswer(answer), given.inputs).find(isBroken);
    return broken && { answer, fault, broken };
  }
  return fault && { answer, fault };
}

const isOfValue = ({ code }: Fault): boolean => code === "wrong-value" || code === "not-finite";

interface Short {
  readonly answer: Answer | undefined;
  readonly fault: Fault | undefined;
  readonly broken?: Relation;
}

async function edgeFinding(
  setting: Setting,
  plan: Plan,
  given: EdgeCase,
  outcome: CallOutcome,
  answers: readonly Answer[],
  { near, edges }: Pick<Asked, "near" | "edges">,
): Promise<Finding | undefined> {
  const short = shortOf(plan, given, outcome);
  if (short === undefined) return undefined;
  const { answer, fault, broken } = short;
  const extra = { name: given.name, says: edgeWords(given.edge, outcome, answer) };
  if (broken !== undefined) return brokenFinding(setting, plan, given, fault, broken, extra);
  if (fault === undefined) return undefined;
  const diagnosis =
    isOfValue(fault) && answer !== undefined
      ? edgeDiagnosis(setting.exercise, plan, answers, answer, await near(), edges())
      : undefined;
  return findingOf(setting, plan, given, fault, diagnosis, {
    ...extra,
    ...(isOfValue(fault) ? { code: "wrong-edge" as const } : {}),
  });
}

/** Where the contract asks for an exception: what came in its place. */
function withoutException(plan: Plan, given: EdgeCase, outcome: CallOutcome): Examined {
  if (outcome.kind === "threw") return {};
  if (outcome.kind !== "returned") return examine(plan.fn, plan.name, given, outcome);
  const message = "The contract asks for an exception here, and the call returns.";
  return { fault: { code: "wrong-edge", message, returned: outcome.value } };
}

function brokenFinding(
  setting: Setting,
  plan: Plan,
  given: EdgeCase,
  fault: Fault | undefined,
  broken: Relation,
  extra: { readonly name: string; readonly says: string },
): Finding {
  const shown = { code: "wrong-edge", message: fault?.code === "not-finite" ? fault.message : "" } as const;
  const { expected: _, ...base } = findingOf(setting, plan, given, shown, undefined, extra);
  const message = [base.message, asText(broken)].filter(Boolean).join(" ");
  return { ...base, ...sidesOf(broken.left, broken.right), message };
}

/** What an answer falls short of in an edge case, without a word on why. */
import type { CallOutcome } from "../box/box.ts";
import type { Relation } from "../exercise/relations.ts";
import type { Answer } from "./answer.ts";
import { type Examined, examine, type Fault } from "./examine.ts";
import { isBroken, measuredAnswer, relationsOf } from "./measured.ts";
import type { EdgeCase, Plan } from "./plan.ts";

/** Whether an answer falls short of an edge case, without a word on why. */
export const breaksEdge = (plan: Plan, given: EdgeCase, outcome: CallOutcome): boolean =>
  shortOfEdge(plan, given, outcome) !== undefined;

/** What an answer falls short in: a fault, or a relation that does not hold. */
export function shortOfEdge(plan: Plan, given: EdgeCase, outcome: CallOutcome): ShortOfEdge | undefined {
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

export const isOfValue = ({ code }: Fault): boolean => code === "wrong-value" || code === "not-finite";

export interface ShortOfEdge {
  readonly answer: Answer | undefined;
  readonly fault: Fault | undefined;
  readonly broken?: Relation;
}

/** Where the contract asks for an exception: what came in its place. */
function withoutException(plan: Plan, given: EdgeCase, outcome: CallOutcome): Examined {
  if (outcome.kind === "threw") return {};
  if (outcome.kind !== "returned") return examine(plan.fn, plan.name, given, outcome);
  const message = "The contract asks for an exception here, and the call returns.";
  return { fault: { code: "wrong-edge", message, returned: outcome.value } };
}

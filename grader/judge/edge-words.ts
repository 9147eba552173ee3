/**
 * The sentences of an edge case that go with what came back.
 */
import { leavesOf } from "../../reference/numbers/tracked.ts";
import type { CallOutcome } from "../box/box.ts";
import type { Edge } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Answer } from "./answer.ts";
import { isRight } from "./compare.ts";
import { numbersAlong, numbersIn } from "./entries.ts";

/**
 * What the case asks for, and what follows from an answer of this kind.
 *
 * @param answer the answer, where it has the declared shape
 */
export function edgeWords(edge: Edge<Inputs>, outcome: CallOutcome, answer: Answer | undefined): string {
  const { says = "", ifNaN = "", ifInfinite = "", ifNumber = "", ifThrew = "" } = edge;
  const more = outcome.kind === "threw" ? ifThrew : forNumbers(wrongNumbers(edge, outcome, answer));
  return [says, more].filter((text) => text !== "").join(" ");

  function forNumbers(wrong: readonly number[]): string {
    if (wrong.some(Number.isNaN)) return ifNaN;
    if (wrong.length === 0) return "";
    return wrong.every(Number.isFinite) ? ifNumber : ifInfinite;
  }
}

/** The numbers that are not right; all of them where no one right value is known. */
function wrongNumbers(
  { throws, holds }: Edge<Inputs>,
  outcome: CallOutcome,
  answer: Answer | undefined,
): number[] {
  if (throws === true) return outcome.kind === "returned" ? numbersIn(outcome.value) : [];
  if (answer?.value === undefined) return [];
  const numbers = numbersAlong(answer.expected, answer.value);
  if (holds !== undefined) return numbers;
  const right = leavesOf(answer.expected);
  return numbers.filter((x, i) => !isRight(x, right[i] as never));
}

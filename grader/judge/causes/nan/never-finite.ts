/**
 * Answers of which a whole part, or all, is NaN or infinite on every input.
 */
import { leavesOf } from "../../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../../exercise/exercise.ts";
import { axes, type Type } from "../../../exercise/types.ts";
import type { Answer } from "../../answer.ts";
import { numbersAlong } from "../../entries.ts";
import { listed, onlyPart, type Part, partsOf, startOfSentence } from "../../parts.ts";

/** What is nowhere a finite number: all of an answer, or the parts that are named. */
export interface NeverFinite {
  readonly number: number;
  readonly says: string;
}

const isScalar = (type: Type): boolean => type.kind === "tensor" && axes(type.shape).length === 0;

const scalarsFirst = (a: Part, b: Part): number => Number(isScalar(b.type)) - Number(isScalar(a.type));

/**
 * @param total how many cases there were: where one did not come back nothing is said of every input
 */
export function neverFinite(
  fn: AnyFunction,
  answers: readonly Answer[],
  total: number,
): NeverFinite | undefined {
  if (answers.length < total) return undefined;
  const whole = sameEverywhere(answers);
  if (whole !== undefined) {
    const what = isScalar(fn.returns) ? "The result" : "Every entry";
    return { number: whole, says: `${what} is ${whole} on every input.` };
  }
  // Numbers first: in "every entry of w and b" the entries would be those of both.
  const parts = partsOf(fn)
    .toSorted(scalarsFirst)
    .flatMap((part) => {
      const number = sameEverywhere(answers.map((answer) => onlyPart(answer, part)));
      return number === undefined
        ? []
        : [{ number, what: isScalar(part.type) ? part.name : `every entry of ${part.name}` }];
    });
  const [first] = parts;
  if (first === undefined) return undefined;
  const { number } = first;
  const same = parts.filter((part) => Object.is(part.number, number)).map(({ what }) => what);
  const says = `${listed(same)} ${same.length === 1 ? "is" : "are"} ${number} on every input.`;
  return { number, says: startOfSentence(says) };
}

/** The number that all entries are, if it is not finite and the right ones are. */
function sameEverywhere(answers: readonly Answer[]): number | undefined {
  let number: number | undefined;
  for (const { expected, value } of answers) {
    if (value === undefined) return undefined;
    const right = leavesOf(expected);
    for (const [i, x] of numbersAlong(expected, value).entries()) {
      if (Number.isFinite(x) || !Number.isFinite(right[i]?.value)) return undefined;
      if (number !== undefined && !Object.is(x, number)) return undefined;
      number = x;
    }
  }
  return number;
}

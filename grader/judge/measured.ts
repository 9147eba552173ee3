/**
 * Answers as tracked numbers, and the relations that are claimed of them.
 */
import { Num } from "../../reference/numbers/num.ts";
import { mapNums, type Tracked } from "../../reference/numbers/tracked.ts";
import type { Relation } from "../exercise/relations.ts";
import type { Value } from "../value.ts";
import { AgreeingAnswer, type Answer } from "./answer.ts";
import { numbersAlong } from "./entries.ts";

/** The submission's numbers with the rounding bounds of the reference's. */
export function measuredAnswer(answer: Answer): Tracked {
  const { expected } = answer;
  return answer instanceof AgreeingAnswer
    ? numbered(expected, answer.numbers())
    : measuredValue(expected, answer.value as Value);
}

/** The same for a value that has the form of the right answer, with its own texts and booleans. */
export const measuredValue = (expected: Tracked, value: Value): Tracked =>
  withTexts(numbered(expected, numbersAlong(expected, value)), value);

function numbered(expected: Tracked, numbers: readonly number[]): Tracked {
  let i = 0;
  return mapNums(expected, (leaf) => new Num(numbers[i++] as number, leaf.magnitude, leaf.roundings));
}

/** The same with the submission's texts and booleans in their places. */
function withTexts(tree: Tracked, value: Value | undefined): Tracked {
  if (tree instanceof Num || value === undefined) return tree;
  if (typeof tree !== "object") return typeof value === typeof tree ? (value as string | boolean) : tree;
  const entry = (name: string | number): Value | undefined =>
    (value as Readonly<Record<string, Value>>)[name];
  if (Array.isArray(tree)) return tree.map((one: Tracked, i) => withTexts(one, entry(i)));
  return Object.fromEntries(
    Object.entries(tree).map(([name, one]) => [name, withTexts(one as Tracked, entry(name))]),
  );
}

/** What an edge case claims of an answer. */
export function relationsOf<I>(
  holds: (answers: never, inputs: I) => Relation | readonly Relation[],
  answers: Tracked | readonly Tracked[],
  inputs: I,
): readonly Relation[] {
  // The exercise knows the structure of its own function's answers.
  const relations = holds(answers as never, inputs);
  return Array.isArray(relations) ? relations : [relations as Relation];
}

/** A relation that does not hold. */
export const isBroken = ({ holds }: Relation): boolean => !holds;

/** What should stand between the two sides, in words. */
export const asText = ({ sign, says, right }: Relation): string =>
  says !== undefined
    ? `It should hold: ${says}.`
    : right === undefined
      ? `It should hold: ${sign}.`
      : sign === "="
        ? "The two should be equal."
        : `The first should be ${sign} the second.`;

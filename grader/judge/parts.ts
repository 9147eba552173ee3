/**
 * The parts of a record or a tuple, and answers cut down to one of them.
 */
import type { Tracked } from "../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Type } from "../exercise/types.ts";
import type { Returned, Value } from "../value.ts";
import type { Answer } from "./answer.ts";
import { differenceOf, otherTextOf } from "./compare.ts";

export interface Part {
  /** Its place: a field, a place of a tuple, or the fields of nested records, "info.N1". */
  readonly key: string;
  /** As a message calls it: "dW", "entry [0]". */
  readonly name: string;
  readonly type: Type;
}

/** The parts of what a function returns, those of records within it; none for a single tensor. */
export function partsOf({ returns }: AnyFunction): readonly Part[] {
  switch (returns.kind) {
    case "record":
      return fieldsOf(returns, "");
    case "tuple":
      return returns.items.map((type, i) => ({ key: `${i}`, name: `entry [${i}]`, type }));
    default:
      return [];
  }
}

function fieldsOf({ fields }: Extract<Type, { readonly kind: "record" }>, before: string): Part[] {
  return Object.entries(fields).flatMap(([field, type]) => {
    const key = `${before}${field}`;
    return type.kind === "record" ? fieldsOf(type, `${key}.`) : [{ key, name: key, type }];
  });
}

/** What stands at a part's place. */
export const partAt = (whole: unknown, { key }: Pick<Part, "key">): unknown =>
  key.split(".").reduce((at, field) => (at as Readonly<Record<string, unknown>> | undefined)?.[field], whole);

/** An answer that is this part alone. */
export function onlyPart(answer: Answer, part: Pick<Part, "key">): Answer {
  const value = partAt(answer.value, part) as Value;
  const { inputs, sizes } = answer;
  return {
    inputs,
    sizes,
    expected: partAt(answer.expected, part) as Tracked,
    value,
    returned: value as Returned,
  };
}

/** Every cause asks it again. */
const known = new WeakMap<Answer, boolean>();

/** Whether an answer has an entry that is not right. */
export function isWrong(answer: Answer): boolean {
  const told = known.get(answer);
  if (told !== undefined) return told;
  const { value, expected } = answer;
  const wrong =
    value !== undefined &&
    (otherTextOf(value, expected) !== undefined || differenceOf(value, expected) !== undefined);
  known.set(answer, wrong);
  return wrong;
}

/** The parts that are wrong in some answer, and those that are right in all. */
export function sortedParts(
  fn: AnyFunction,
  answers: readonly Answer[],
): { readonly wrong: readonly Part[]; readonly right: readonly Part[] } {
  const parts = partsOf(fn);
  const wrong = parts.filter((part) => answers.some((answer) => isWrong(onlyPart(answer, part))));
  const isRight = ({ key }: Part): boolean =>
    !wrong.some((part) => part.key === key || part.key.startsWith(`${key}.`));
  const right = outermost(fn).flatMap((part) =>
    isRight(part) ? [part] : parts.filter((inner) => inner.key.startsWith(`${part.key}.`)).filter(isRight),
  );
  return { wrong, right };
}

/** The parts that are not within another one: a record that is right throughout is named as one. */
const outermost = (fn: AnyFunction): readonly Part[] =>
  fn.returns.kind === "record"
    ? Object.entries(fn.returns.fields).map(([key, type]) => ({ key, name: key, type }))
    : partsOf(fn);

/**
 * "w and b are right on every input; errors is not".
 *
 * @param where "on every input", "here"
 */
export function partsText(right: readonly Part[], wrong: readonly Part[], where: string): string {
  const are = (parts: readonly Part[]): string =>
    `${listed(parts.map(({ name }) => name))} ${parts.length === 1 ? "is" : "are"}`;
  return startOfSentence(`${are(right)} right ${where}; ${are(wrong)} not`);
}

/** Names of fields keep their first letter. */
export const startOfSentence = (text: string): string =>
  text.replace(/^(every |entry )/, (word) => (word[0] as string).toUpperCase() + word.slice(1));

export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

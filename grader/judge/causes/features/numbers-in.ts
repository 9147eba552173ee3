/** The numbers of an input: dozens of features ask each for them. */
import type { Value } from "../../../value.ts";
import { numbersIn as read } from "../../entries.ts";

const known = new WeakMap<object, readonly number[]>();

export function numbersIn(value: Value): readonly number[] {
  if (typeof value !== "object") return read(value);
  const numbers = known.get(value) ?? read(value);
  known.set(value, numbers);
  return numbers;
}

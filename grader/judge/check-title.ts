/**
 * What a check says when it passes, in a few words.
 */
import type { AnyFunction } from "../exercise/exercise.ts";
import { axes, type Type } from "../exercise/types.ts";
import type { FunctionCheck } from "../verdict/verdict.ts";

/** The claim of a check of a function. */
export function titleOf(fn: AnyFunction, kind: FunctionCheck): string {
  switch (kind) {
    case "contract":
      return `returns ${nameOf(fn.returns)} and leaves its arguments alone`;
    case "value":
      return fn.gradient === undefined
        ? "agrees with the reference"
        : `is the derivative of ${fn.gradient.name}`;
    case "edge":
      return `edge cases: ${Object.keys(fn.edges).join(", ")}`;
    case "law":
      return fn.laws.map(({ says }) => says).join("; ");
    case "gradient":
      return `agrees with central differences of ${fn.gradient?.name}`;
  }
}

function nameOf(type: Type): string {
  switch (type.kind) {
    case "tensor":
      return ["a number", "a vector", "a matrix"][axes(type.shape).length] ?? "a tensor";
    case "text":
      return "a text";
    case "boolean":
      return "true or false";
    case "function":
      return "a function";
    case "list":
    case "iterable":
      return "a list";
    case "tuple":
      return `${type.items.length} values`;
    case "tensors":
      return "vectors and matrices by name";
    case "record":
      return `{ ${Object.keys(type.fields).join(", ")} }`;
  }
}

/**
 * What a mistake's formula sees of a case: the inputs, the right answer, and those of the other functions.
 */
import type { AnyFunction, Exercise } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Value } from "../value.ts";
import { expectedOf, valuesOf } from "./expected.ts";
import { sizesOf } from "./sizes.ts";

/** Right answers are worked out only when the formula looks at them. */
export function mistakeCase(exercise: Exercise, fn: string, inputs: Inputs, right: () => Value): never {
  const other = Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(exercise.functions)
        .filter(([name]) => name !== fn)
        .map(([name, spec]) => [name, { enumerable: true, get: () => valuesOf(expectedOf(spec, inputs)) }]),
    ),
  );
  const sizes = sizesOf(exercise.functions[fn] as AnyFunction, inputs);
  // The formula's own type is known to the exercise alone.
  return Object.defineProperty({ ...inputs, other, sizes }, "right", {
    enumerable: true,
    get: right,
  }) as never;
}

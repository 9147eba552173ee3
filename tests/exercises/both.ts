/** A function of the course by both who answer it. */
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { argumentsOf } from "../../grader/judge/cases.ts";
import { expectedOf, valuesOf } from "../../grader/judge/expected.ts";
import { handed } from "../../reference/functions/handed.ts";
import { courseExercise, slugOf, solutionOf } from "../judge/course.ts";

export type Answering = (inputs: Inputs) => never;

/** A function by its name; records stay as they are. */
const isFunction = (value: unknown): boolean =>
  typeof (value as { fn?: unknown } | undefined)?.fn === "string";

/** A function of an exercise, as the reference works it out and as the model answer does. */
export async function both(number: string, name: string): Promise<readonly Answering[]> {
  const slug = slugOf(number);
  const fn = (await courseExercise(slug)).functions[name]!;
  const solution = (await solutionOf(slug))[name] as (...args: unknown[]) => never;
  const used = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(used) : isFunction(value) ? handed(value as never) : value;
  return [
    (inputs) => valuesOf(expectedOf(fn, inputs)) as never,
    (inputs) => solution(...argumentsOf(fn, inputs).map(used)),
  ];
}

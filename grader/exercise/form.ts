/**
 * The language that exercises are written in: everything that a declaration imports from the grader.
 *
 *     const line = args({ x: vector("n", "inputs, one number an example"), … });
 *     export default exercise({ title: "…", functions: { mseLossDw: line.gradient({ … }) }, … });
 */
import type { AnyFunction, ExerciseSpec, Mistake } from "./exercise.ts";
import { unitTitle } from "./units.ts";

export { type ArgsOf, args, type Edges, type Forward, type Laws } from "./args.ts";
export type { Draw } from "./draw.ts";
export { minus, negated, scaled, shifted, zeros } from "./entrywise.ts";
export type { Answer, Claims, FunctionSpec, MistakeCase } from "./exercise.ts";
export type { LargeSize } from "./full-size.ts";
export * from "./function-lists.ts";
export { gradientAt } from "./gradient-at.ts";
export { eachEntry, other, times } from "./mistakes.ts";
export { curedBy, type Mistakes } from "./named-mistakes.ts";
export { atMost, claim, equal, type Relation, stated } from "./relations.ts";
export { courseSlope, roughSlopes, type SlopeOf } from "./rough-slopes.ts";
export { rows } from "./rows.ts";
export { shares } from "./shares.ts";
export { quarterRate, startBias, startWeights } from "./starts.ts";
export * from "./symbols.ts";

/** What an author declares of an exercise. */
export interface ExerciseForm extends Omit<ExerciseSpec, "unitTitle" | "symbols" | "mistakes" | "functions"> {
  /** What sizes and further symbols mean; arguments say it themselves. */
  readonly symbols?: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, Made>>;
}

/** What every function has that was made by `answer` or `gradient`; its own types are known where it is declared. */
type Made = Pick<AnyFunction, "returns"> & Readonly<Record<"inputs" | "edges" | "laws", object>>;

/** An exercise as the judge and the author's tools take it. */
export function exercise({ symbols = {}, ...form }: ExerciseForm): ExerciseSpec {
  const functions = form.functions as unknown as Readonly<Record<string, AnyFunction>>;
  const all = Object.entries(functions);
  return {
    ...form,
    functions,
    unitTitle: unitTitle(form.unit),
    symbols: Object.assign({}, ...all.map(([, fn]) => meanings(fn)), symbols) as Record<string, string>,
    mistakes: Object.fromEntries(all.map(([name, fn]) => [name, located(fn, form.derivation)])),
  };
}

/** What a function's arguments and parts of its result mean. */
const meanings = ({ text }: AnyFunction): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...text?.arguments, ...text?.returns.parts }).map(([name, { says }]) => [name, says]),
  );

/** Mistakes with the place to read. */
const located = ({ mistakes = {} }: AnyFunction, page: string): Record<string, Mistake> =>
  Object.fromEntries(
    Object.entries(mistakes).map(([name, { step, ...mistake }]) => [
      name,
      { ...mistake, read: typeof step === "number" ? `${page}#step-${step}` : `${step}` },
    ]),
  );

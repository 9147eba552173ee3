/** What a submission has to export: the functions that are no scenarios, and the classes that scenarios are played on. */
import type { AnyFunction, ExerciseSpec } from "./exercise.ts";

export type Wanted = readonly (readonly [name: string, kind: "class" | "function"])[];

/** What the scenarios need. */
export const neededBy = ({ exports = {} }: Pick<ExerciseSpec, "exports">): Wanted => Object.entries(exports);

/** The functions that are called as they are. */
export const calledIn = ({ functions }: Pick<ExerciseSpec, "functions">): Record<string, AnyFunction> =>
  Object.fromEntries(Object.entries(functions).filter(([, { scenario }]) => scenario === undefined));

/** The functions that are played on classes. */
export const playedIn = ({ functions }: Pick<ExerciseSpec, "functions">): Record<string, AnyFunction> =>
  Object.fromEntries(Object.entries(functions).filter(([, { scenario }]) => scenario !== undefined));

export const wantedOf = (exercise: Pick<ExerciseSpec, "functions" | "exports">): Wanted => [
  ...Object.keys(calledIn(exercise)).map((name) => [name, "function"] as const),
  ...neededBy(exercise),
];

/** What an exercise puts into the box beside a submission. */
export const besideOf = ({
  scenarios,
  uses,
}: Pick<ExerciseSpec, "scenarios" | "uses">): Pick<ExerciseSpec, "scenarios" | "uses"> => ({
  ...(scenarios === undefined ? {} : { scenarios }),
  ...(uses === undefined ? {} : { uses }),
});

/** Whether a submission exports what is asked for. */
import type { Exercise } from "../exercise/exercise.ts";
import { neededBy, type Wanted } from "../exercise/wanted.ts";

export interface Exported {
  readonly name: string;
  readonly type: string;
}

/** What has to be exported for a function to be called, and cannot be. */
export interface Missing {
  readonly name: string;
  readonly kind: "class" | "function";
  /** What is exported under the name instead. */
  readonly type?: string;
}

/**
 * What is missing first, or nothing.
 *
 * @param fn a function of the exercise
 */
export function missingExport(
  exercise: Exercise,
  fn: string,
  exported: readonly Exported[],
): Missing | undefined {
  for (const [name, kind] of neededFor(exercise, fn)) {
    const found = exported.find((one) => one.name === name);
    if (found === undefined) return { name, kind };
    if (found.type !== "function") return { name, kind, type: found.type };
  }
  return undefined;
}

function neededFor(exercise: Exercise, name: string): Wanted {
  const { scenario, needs } = exercise.functions[name] ?? {};
  if (scenario === undefined) return [[name, "function"]];
  return neededBy(exercise).filter(([needed]) => needs?.includes(needed) !== false);
}

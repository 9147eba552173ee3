/** What is drawn and found out for a seed before there is a submission, for whoever has the time. */
import { batchFrom } from "../box/batches.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { measured } from "./check-gradient.ts";
import { isSettled } from "./check-laws.ts";
import { plansOf } from "./plan.ts";

/** Makes everything that `grade` keeps for a seed: cases with their right answers, calls, central differences. */
export function drawnAhead(exercise: Exercise, seed: number): void {
  for (const plan of plansOf(exercise, seed)) {
    batchFrom(plan.calls, 0);
    for (const lawCase of plan.laws) isSettled(lawCase);
    for (const given of plan.gradients) measured(plan, given);
    plan.fullSize?.();
  }
}

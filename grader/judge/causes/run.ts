import type { Box } from "../../box/box.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import type { Plan } from "../plan.ts";
import type { SoFar } from "./work.ts";

/** One function of a submission that fell short, and the box that can be asked further. */
export interface Run {
  readonly exercise: Exercise;
  readonly source: string;
  readonly box: Box;
  readonly plan: Plan;
  readonly seed: number;
  readonly soFar: SoFar;
}

/** Whether an edit is wrong on one of a few drawn inputs: then the judge refuses it, whatever the others give. */
import type { Exercise } from "../../exercise/exercise.ts";
import { examine } from "../../judge/examine.ts";
import { plansOf } from "../../judge/plan.ts";
import type { ProgramBox } from "./program-box.ts";

/** Of each function so many, from all of its drawn inputs. */
const FEW = 20;

/** One wrong answer ends it; of an edit that is never seen wrong nothing is known. */
export async function isSeenWrong(exercise: Exercise, box: ProgramBox, seed: number): Promise<boolean> {
  for (const { fn, name, values, calls } of plansOf(exercise, seed)) {
    const step = Math.ceil(values.length / FEW);
    for (let i = 0; i < values.length; i += step) {
      const [given, call] = [values[i], calls[i]];
      if (given === undefined || call === undefined) continue;
      const [outcome = { kind: "not-run" as const }] = await box.call([call]);
      if (examine(fn, name, given, outcome).fault !== undefined) return true;
    }
  }
  return false;
}

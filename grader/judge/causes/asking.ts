/**
 * Further calls of a submission that fell short, made to learn why.
 */
import { Ambiguous } from "../../../reference/numbers/ambiguous.ts";
import type { Box } from "../../box/box.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import type { Answer } from "../answer.ts";
import { type Case, caseOf } from "../cases.ts";
import { examine } from "../examine.ts";
import { callOf, type Plan } from "../plan.ts";
import type { Asked } from "./diagnosis.ts";
import { nearOf } from "./near.ts";

/** What a diagnosis may ask further: the submission, and the neighbours of the right program, which are loaded once. */
export function asking(exercise: Exercise, box: Box, plan: Plan, seed: number): Pick<Asked, "ask" | "near"> {
  let near: ReturnType<Asked["near"]> | undefined;
  return {
    ask: (inputs) => answersTo(box, plan, inputs),
    near: () => {
      near ??= nearOf(exercise, box, plan, seed);
      return near;
    },
  };
}

/** The submission's answers to inputs that were drawn for nothing else. */
async function answersTo(
  box: Box,
  { fn, name }: Plan,
  inputs: readonly Inputs[],
): Promise<readonly (Answer | undefined)[]> {
  const cases = inputs.map((given) => decidedCase(fn, given));
  const asked = cases.filter((given) => given !== undefined);
  const outcomes = await box.call(asked.map((given) => callOf(fn, name, given)));
  const answers = new Map(
    asked.map((given, i) => [given, examine(fn, name, given, outcomes[i] ?? { kind: "not-run" }).answer]),
  );
  return cases.map((given) => {
    const answer = given && answers.get(given);
    return answer?.value === undefined ? undefined : answer;
  });
}

/** Nothing where the reference cannot tell what is right. */
export function decidedCase(fn: Plan["fn"], inputs: Inputs): Case | undefined {
  if (fn.accepts !== undefined && !fn.accepts(inputs)) return undefined;
  try {
    return caseOf(fn, inputs, "quarters");
  } catch (error) {
    if (error instanceof Ambiguous) return undefined;
    throw error;
  }
}

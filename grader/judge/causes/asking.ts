/**
 * Further calls of a submission that fell short, made to learn why.
 */
import { Ambiguous } from "../../../reference/numbers/ambiguous.ts";
import type { Box } from "../../box/box.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { type Case, caseOf } from "../cases.ts";
import { examine } from "../examine.ts";
import { callOf, type Plan } from "../plan.ts";
import type { Asking } from "./diagnosis.ts";

/** The submission's answers to inputs that were drawn for nothing else. */
export const asking =
  (box: Box, { fn, name }: Plan): Asking =>
  async (inputs) => {
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
  };

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

/**
 * A case together with what the submission answered, as diagnosis sees it.
 */
import type { Tracked } from "../../reference/numbers/tracked.ts";
import type { CallOutcome } from "../box/box.ts";
import { AgreeingOutcome } from "../box/right-answer.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Sizes } from "../exercise/types.ts";
import type { Returned, Value } from "../value.ts";
import type { Case } from "./cases.ts";

export interface Answer {
  readonly inputs: Inputs;
  readonly sizes: Sizes;
  readonly expected: Tracked;
  /** As it came back, aligned to the reference's form where it conforms. */
  readonly returned: Returned;
  /** Present if it has the declared shape. */
  readonly value?: Value;
}

/** Whether an outcome was seen to be a case's right answer as it arrived. */
export const arrivedRight = (
  { expected }: Case,
  outcome: CallOutcome | undefined,
): outcome is AgreeingOutcome => outcome instanceof AgreeingOutcome && outcome.right.expected === expected;

/** An answer that agrees with the right one: a value is made of it when somebody looks at it. */
export class AgreeingAnswer implements Answer {
  private readonly given: Case;
  private readonly outcome: AgreeingOutcome;

  constructor(given: Case, outcome: AgreeingOutcome) {
    this.given = given;
    this.outcome = outcome;
  }

  get inputs(): Inputs {
    return this.given.inputs;
  }

  get sizes(): Sizes {
    return this.given.sizes;
  }

  get expected(): Tracked {
    return this.given.expected;
  }

  get returned(): Returned {
    return this.outcome.value;
  }

  get value(): Value {
    return this.outcome.value as Value;
  }

  /** Its numbers, in reading order. */
  numbers(): readonly number[] {
    return this.outcome.numbers();
  }
}

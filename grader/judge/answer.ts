/**
 * A case together with what the submission answered, as diagnosis sees it.
 */
import type { Tracked } from "../../reference/tracked.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Sizes } from "../exercise/types.ts";
import type { Returned, Value } from "../value.ts";

export interface Answer {
  readonly inputs: Inputs;
  readonly sizes: Sizes;
  readonly expected: Tracked;
  /** As it came back, aligned to the reference's form where it conforms. */
  readonly returned: Returned;
  /** Present if it has the declared shape. */
  readonly value?: Value;
}

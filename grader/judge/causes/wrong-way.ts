import type { Plain } from "../../../reference/numbers/tracked.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";

/** A way to be wrong: what the answer would be, and what to say if it is. */
export interface WrongWay {
  /** For programs that count causes, such as "transposed". */
  readonly id: string;
  readonly formula: (answer: Answer) => Plain | Value | undefined;
  readonly says: string;
}

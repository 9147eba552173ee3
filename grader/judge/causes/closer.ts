/** What a closer look at a wrong answer has at hand, and what it tells. */
import type { Box } from "../../box/box.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import type { Cause, Finding, FunctionCheck } from "../../verdict/verdict.ts";
import type { Plan } from "../plan.ts";
import type { SoFar } from "./work.ts";

/** What a function fell short in. */
export interface Short {
  readonly plan: Plan;
  readonly kind: FunctionCheck;
  readonly finding: Finding;
}

export interface Closer {
  readonly exercise: Exercise;
  readonly submission: { readonly source: string; readonly file: string };
  /** With the submission loaded. Another program is loaded afterwards. */
  readonly box: Box;
  readonly seed: number;
  readonly soFar: SoFar;
}

/** A cause that was found by asking further. */
export interface Told {
  readonly cause: Cause;
  /** What the message says of it. */
  readonly says: string;
  readonly line?: number;
  readonly column?: number;
  /** Nothing says it more exactly; otherwise a program that is right once mended does. */
  readonly isExact?: true;
}

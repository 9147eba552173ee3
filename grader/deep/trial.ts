/** One try of a search: calls, and what is wrong with their outcomes. */
import { Ambiguous } from "../../reference/numbers/ambiguous.ts";
import { leavesOf } from "../../reference/numbers/tracked.ts";
import type { Call, CallOutcome } from "../box/box.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Answer } from "../judge/answer.ts";
import type { Case } from "../judge/cases.ts";
import type { Fault } from "../judge/examine.ts";
import type { Finding } from "../verdict/verdict.ts";

export interface Trial {
  readonly calls: readonly Call[];
  readonly judge: (outcomes: readonly CallOutcome[]) => Shortfall | undefined;
}

/** What makes an author doubt the exercise: a reference that fails, a law that is false of right answers. */
export interface Doubt {
  readonly doubt: string;
  /** The numbers at which it shows, which differ from input to input. */
  readonly sides?: string;
  readonly inputs: Inputs;
}

/** A trial; nothing where the inputs cannot be judged. */
export type Tried = Trial | Doubt | undefined;

/** What a trial found. */
export interface Shortfall {
  readonly given: Case;
  readonly fault: Pick<Fault, "code" | "difference" | "line">;
  /** As it came back, where it did. */
  readonly answer?: Answer;
  readonly finding: (remark: Remark) => Finding;
}

/** What a search adds to a finding. */
export interface Remark {
  readonly replay: string;
  /** All that fell short with it, and how many tries there were. */
  readonly others: readonly Shortfall[];
  readonly tries: number;
}

/** Whether a right answer can be told from a wrong one: where it is not finite, routes differ in what they overflow to. */
export const isJudgeable = ({ expected }: Case): boolean =>
  leavesOf(expected).every(({ value, magnitude }) => Number.isFinite(value) && magnitude < LARGEST);

/** A square of it is still finite. */
const LARGEST = 1e150;

/** What is made of inputs; nothing where rounding could turn a decision, and a doubt where it fails. */
export function triedOn<T>(inputs: Inputs, make: () => T): T | Doubt | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Ambiguous) return undefined;
    return { doubt: error instanceof Error ? `${error.name}: ${error.message}` : String(error), inputs };
  }
}

export const isDoubt = (tried: object): tried is Doubt => "doubt" in tried;

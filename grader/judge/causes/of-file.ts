/** What is known once all functions of a file are judged: which follows from which, and what a closer look says. */
import type { Judged } from "../judged.ts";
import type { Plan } from "../plan.ts";
import type { Closer } from "./closer.ts";
import { markFollowOns } from "./follow-ons.ts";
import { lookCloser } from "./look-closer.ts";
import { linesOfFunctions } from "./where-declared.ts";

type Judgements = ReadonlyMap<string, readonly Judged[]>;

interface OfFile {
  readonly judgements: Judgements;
  /** Where each function is declared. */
  readonly lines: ReadonlyMap<string, number>;
}

/** @param isLoaded whether there is something to ask */
export async function ofFile(
  closer: Closer,
  plans: readonly Plan[],
  judged: Judgements,
  isLoaded: boolean,
): Promise<OfFile> {
  const { source } = closer.submission;
  const marked = markFollowOns(judged, source);
  return {
    judgements: isLoaded ? await lookCloser(closer, plans, marked) : marked,
    lines: linesOfFunctions(closer.exercise, source),
  };
}

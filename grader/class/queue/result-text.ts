import type { Outcome } from "../run/job.ts";
import { jsonOf } from "../run/verdict-text.ts";

/** The text that a worker leaves of a file. */
export const resultText = (outcome: Outcome): string =>
  jsonOf(
    "fault" in outcome || outcome.fingerprints === undefined
      ? outcome
      : { ...outcome, fingerprints: [...outcome.fingerprints] },
  );

/** What a finding says of a file that did not load, and of one that does not export a function. */
import type { LoadFailure } from "../../../box/box.ts";
import type { Exercise } from "../../../exercise/exercise.ts";
import type { Finding } from "../../../verdict/verdict.ts";
import type { Exported, Missing } from "../../exports.ts";
import { missingSlip } from "./missing-export.ts";
import { notCompiled } from "./not-compiled.ts";
import { notRun } from "./not-run.ts";
import { causeOfSlip, type Slip } from "./slip.ts";

type Told = Pick<Finding, "message" | "cause" | "line" | "column" | "lineText">;

/** The compiler's line, where a slip is on none or on that one. What the compiler says is no help beside a slip. */
export function ofFailure(exercise: Exercise, source: string, { kind, ...failure }: LoadFailure): Told {
  const slip = notCompiled(exercise, source, { kind, ...failure }) ?? notRun(source, { kind, ...failure });
  if (slip === undefined) return failure;
  const isElsewhere = slip.line !== undefined && slip.line !== failure.line;
  return isElsewhere ? told(slip) : { ...failure, ...told(slip) };
}

export const ofMissing = (
  exercise: Exercise,
  missing: Missing,
  exported: readonly Exported[],
  source: string,
): Told => told(missingSlip(exercise, missing, exported, source));

const told = (slip: Slip): Told => {
  const { line, column, says } = slip;
  return {
    message: says,
    cause: causeOfSlip(slip),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
};

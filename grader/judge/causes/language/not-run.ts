/** Why a file stops while it is loaded, before any of its functions is called. */
import type { LoadFailure } from "../../../box/box.ts";
import { neverEnds } from "./never-ends.ts";
import { noProgram } from "./other-language.ts";
import type { Slip } from "./slip.ts";
import { thrownSlip } from "./thrown.ts";

export function notRun(source: string, failure: LoadFailure): Slip | undefined {
  const { kind, message } = failure;
  if (kind === "threw") {
    const whole = noProgram(source);
    if (whole !== undefined) return whole;
    const slip = thrownSlip(source, failure);
    return slip === undefined ? undefined : { ...slip, says: `${withStop(message)} ${slip.says}` };
  }
  if (kind !== "timeout" && kind !== "out-of-memory") return undefined;
  const slip = neverEnds(source, undefined);
  return slip === undefined ? undefined : { ...slip, says: `${withStop(message)} ${slip.says}` };
}

const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

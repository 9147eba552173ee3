/** Which of the inputs that fell short is shown, and as what finding. */
import { findingOf, type Setting } from "../judge/finding.ts";
import type { Plan } from "../judge/plan.ts";
import { smallest } from "../judge/shrink.ts";
import type { Finding } from "../verdict/verdict.ts";
import type { Found, Searched } from "./search.ts";
import type { Shortfall } from "./trial.ts";

/** The one that is easiest to read, of those with the fault that explains the others. */
export const firstOf = ({ fn }: Plan, found: readonly Found[]): Found | undefined =>
  smallest(fn, found) ?? found[0];

/** Its finding, with what is known of the batch that it was met in. */
export function reported(
  { replay }: Setting,
  shortfall: Shortfall,
  place: string,
  { found, tries }: Pick<Searched, "found" | "tries">,
): Finding {
  const others = found.filter(({ fault }) => fault.code === shortfall.fault.code);
  return shortfall.finding({ replay: `${replay} --path ${place}`, others, tries });
}

/** What fell short among others and passes alone depends on what was called before. */
export function unsteady(setting: Setting, plan: Plan, { given, fault }: Shortfall): Finding {
  const message = `This call fell short (${fault.code}) after others, and not when it was made again. Keep no state between calls, and draw no random numbers.`;
  return findingOf(setting, plan, given, { code: "not-deterministic", message }, undefined);
}

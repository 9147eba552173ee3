/** A finding whose cause is learnt after it was made. */
import type { Cause, Finding } from "../../verdict/verdict.ts";

/** Findings whose message says what happened; of the others it says why. */
const HAPPENED = new Set<Finding["code"]>([
  "threw",
  "timeout",
  "out-of-memory",
  "crashed",
  "wrong-type",
  "wrong-shape",
  "not-finite",
  "changed-input",
  "not-deterministic",
]);

/** What was said for want of a cause. */
const FOR_WANT =
  / ?(?:NaN comes of 0\/0, of Infinity − Infinity, or of an entry that does not exist\.|Is a return missing\?|This law breaks, on \d.*$)/gs;

/**
 * The finding with this cause in place of its own.
 *
 * @param says what the message says of it
 */
export function withCause(finding: Finding, cause: Cause, says: string): Finding {
  const { cause: own, mistake: _, matched: __, message, ...rest } = finding;
  const happened = (own === undefined ? message : message.replace(own.says, "").replace(COUNT, ""))
    .replace(FOR_WANT, "")
    .trim();
  // What an edge case asks for is said as well, and then why it does not come.
  const asked = own?.id === "edge-case" ? own.says : HAPPENED.has(finding.code) ? happened : "";
  return { ...rest, cause, message: asked === "" ? says : `${ended(asked)} ${says}` };
}

/** How a cause ends that was held on cases. */
const COUNT = / ?That holds on \d+ of \d+ inputs\./;

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

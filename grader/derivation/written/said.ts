/** What is said of one line, in words that are read aloud. */
import type { Expression } from "../expression.ts";
import { sizeOf } from "./canonical.ts";
import type { Side } from "./read-side.ts";
import type { LineReport, LineStatus } from "./report.ts";

export type Said = Pick<LineReport, "status" | "says"> & Partial<LineReport>;

/** From the least grave to the gravest: what is told of a chain of sides is told of its gravest. */
const GRAVE: readonly LineStatus[] = [
  "idle",
  "name",
  "holds",
  "follows",
  "empty",
  "circle",
  "jump",
  "undecided",
  "false",
];

export const graver = (a: Said, b: Said): Said => (GRAVE.indexOf(b.status) > GRAVE.indexOf(a.status) ? b : a);

/** A side that is the one before, but for what changes nothing. */
export function repeats(before: Expression, read: Expression, place: Side["place"]): Said {
  if (JSON.stringify(before) === JSON.stringify(read))
    return { status: "empty", says: "This is the line before it again.", place };
  return sizeOf(read) < sizeOf(before)
    ? { status: "idle", says: "It is true: the same, tidied up." }
    : { status: "empty", says: "This is the line before it again: what was added changes nothing.", place };
}

/**
 * A step that is several at once.
 *
 * @param which what the rules are about, from the outside in
 */
export function jump(rules: number, which: readonly string[], place: Side["place"]): Said {
  const all = [...new Set(which)];
  const [about, between] =
    all.length < 2
      ? ["", "Write a line for each step, so that the way can be seen."]
      : [
          `: ${all.join(", ")}`,
          "Put a line between that takes the first one alone and leaves the other derivatives standing.",
        ];
  return {
    status: "jump",
    says: `It is true, but it takes ${rules} rules of differentiation at once${about}. ${between}`,
    place,
  };
}

/** A message as a sentence. */
export function sentence(text: string): string {
  const first = text.split("\n")[0] as string;
  // A symbol stays as it is written.
  const whole = /^(?:[a-z]{2,}[ ,']|a (?:[a-z]{4,}) )/.test(first)
    ? first.charAt(0).toUpperCase() + first.slice(1)
    : first;
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}

export const DETOUR: Said = {
  status: "idle",
  says: "It is true, and takes nothing on: what was put in falls away again.",
};

export const FROM_ITS_END =
  "It is true, but it begins with what comes out in the end. Begin with what is to be derived, and go on to this line by line.";

export const UNASKED: Said = { status: "idle", says: "It is true, and takes no derivative on." };

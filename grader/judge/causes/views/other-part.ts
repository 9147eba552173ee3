/** A part of a record that holds what belongs in another part. */
import type { Answer } from "../../answer.ts";
import { valuesOf } from "../../expected.ts";
import { onlyPart, partsOf } from "../../parts.ts";
import { because } from "../diagnosis.ts";
import { isValue } from "../recognise.ts";
import { wherever } from "./matching.ts";
import type { ViewSource } from "./view.ts";

export const otherPart: ViewSource = ({ fn, answers, work }, { name, part, answers: only }) => {
  if (part === undefined) return undefined;
  const whole = new Map(only.map((one, i) => [one, answers[i] as Answer]));
  for (const other of partsOf(fn)) {
    if (other.key === part.key || other.type.kind !== part.type.kind) continue;
    const theirs = (one: Answer) => valuesOf(onlyPart(whole.get(one) as Answer, other).expected);
    const seen = wherever(only, theirs, work);
    if (seen === undefined) continue;
    const isWhole = only.every((one) => isValue(one, theirs(one)));
    const holds = `holds what belongs in ${other.name}`;
    const says = isWhole ? `${name} ${holds}.` : `Where it is wrong, ${part.name} ${holds}.`;
    return because("generic", "is-other-part", says, seen);
  }
  return undefined;
};

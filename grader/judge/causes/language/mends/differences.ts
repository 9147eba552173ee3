/** Slopes that are measured to one side. */
import { isSign, isWord, type Range } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, withoutSpaces } from "../tokens.ts";
import { inserted, replaced, type Search } from "./mend.ts";

/** `(f(x + h) - f(x)) / h` and `(f(x) - f(x - h)) / h`, where a difference to both sides is asked for. */
const oneSided: Search = ({ source, tokens }, i) => {
  const f = tokens[i + 1]?.text ?? "";
  if (!isSign(tokens[i], "(") || tokens[i + 1]?.kind !== "name" || !isSign(tokens[i + 2], "("))
    return undefined;
  const first: Range = [i + 3, endOfBracket(tokens, i + 2) - 1];
  const minus = first[1] + 2;
  if (!isSign(tokens[minus], "-") || !isWord(tokens[minus + 1], f) || !isSign(tokens[minus + 2], "("))
    return undefined;
  const second: Range = [minus + 3, endOfBracket(tokens, minus + 2) - 1];
  const over = second[1] + 3;
  const step = tokens[over + 1];
  if (!isSign(tokens[second[1] + 2], ")") || !isSign(tokens[over], "/") || step === undefined)
    return undefined;
  if (step.kind !== "name" && step.kind !== "number") return undefined;
  const squeezed = ([from, to]: Range): string => withoutSpaces(tokens.slice(from, to + 1));
  const [above, below, h] = [squeezed(first), squeezed(second), step.text];
  const isForward = above === `${below}+${h}`;
  if (!isForward && below !== `${above}-${h}`) return undefined;
  const [, last] = isForward ? second : first;
  return {
    id: "one-sided-difference",
    kind: "generic",
    says: `This slope is measured to one side alone, from ${shown(below)} to ${shown(above)}, which is off by about half a step: the central difference takes ${shown(f)}(x + h) and ${shown(f)}(x − h), and divides by 2h.`,
    edits: [
      inserted(tokens[last]?.end ?? 0, isForward ? ` - ${h}` : ` + ${h}`),
      replaced(step, `(2 * ${h})`),
    ],
    ...placed(source, tokens[i + 1]),
  };
};

export const differenceMends: readonly Search[] = [oneSided];

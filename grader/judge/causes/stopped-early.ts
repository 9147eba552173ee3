/**
 * Answers of an iteration that stopped before its limit. Only an exercise knows that its answer is one.
 */
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { isRight } from "../compare.ts";
import { numbersAlong } from "../entries.ts";
import { listed, partsOf } from "../parts.ts";
import { multipleOf } from "./constants.ts";
import { because, type Source } from "./diagnosis.ts";
import { onlyParts } from "./views/view.ts";

/** How far off an iteration is that got somewhere, and how different that is from input to input. */
const FAR = 0.2;
const SPREAD = 30;
const INPUTS = 3;
/** On the hardest inputs it may have got nowhere. */
const MOSTLY = 0.9;
/** So small an error needs no spread. */
const TINY = 1e-6;

const atShare = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

export const stoppedEarly: Source = ({ fn, answers, work }) => {
  if (fn.limit === undefined) return undefined;
  const errors = answers.map(errorOf);
  const wrong = errors.filter((error) => error > 0).sort((a, b) => a - b);
  if (wrong.length < INPUTS) return undefined;
  const [low, high] = [atShare(wrong, 0.1), atShare(wrong, MOSTLY)];
  if (high > FAR || (high < SPREAD * low && high > TINY)) return undefined;
  const parts = partsOf(fn).map((part) => {
    const off = onlyParts(answers, part)
      .map(errorOf)
      .filter((error) => error > 0);
    return {
      part,
      name: part.name,
      worst: atShare(
        off.sort((a, b) => a - b),
        MOSTLY,
      ),
    };
  });
  // What is off by one and the same factor on every input was not left unfinished.
  const isMultiple = ({ part, worst }: (typeof parts)[number]): boolean =>
    worst > 0 && multipleOf(onlyParts(answers, part), part.name, work) !== undefined;
  if (parts.some(isMultiple)) return undefined;
  const right = parts.filter(({ worst }) => worst === 0).map(({ name }) => name);
  const off = parts.filter(({ worst }) => worst > 0);
  const are = right.length === 0 ? "" : `${listed(right)} ${right.length === 1 ? "is" : "are"} right, and `;
  const how =
    off.length === 0
      ? `off by ${size(high)}`
      : `${are}${off.map(({ name, worst }) => `${name} off by ${size(worst)}`).join(", ")}`;
  return because(
    "generic",
    "stopped-early",
    `Nearly right: ${how}. So ${fn.limit} stopped too early: go on until nothing changes any more.`,
    { count: wrong.length, of: wrong.length },
  );
};

/** How far the worst entry is off, as a share of the largest right one; 0 where all are right. */
function errorOf({ expected, value }: Answer): number {
  const right = leavesOf(expected);
  const mine = numbersAlong(expected, value as Value);
  const scale = Math.max(...right.map((leaf) => Math.abs(leaf.value)));
  return right.reduce((worst, leaf, i) => {
    const x = mine[i] as number;
    if (isRight(x, leaf)) return worst;
    const error = Math.abs(x - leaf.value) / scale;
    return Number.isFinite(error) ? Math.max(worst, error) : Number.POSITIVE_INFINITY;
  }, 0);
}

/** "2e-8". */
const size = (x: number): string => x.toExponential(0).replace("e+0", "");

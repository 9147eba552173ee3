/**
 * Answers that are off by one and the same factor, or one and the same number.
 */
import type { Num } from "../../../reference/numbers/num.ts";
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import { each } from "../../exercise/each.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersAlong } from "../entries.ts";
import { rightOf } from "./answer-read.ts";
import { type Asked, because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import { matchAll } from "./recognise.ts";

/** A number that is read off an answer is taken to these digits: what stands behind them is rounding. */
const DIGITS = 9;

/** All entries of all cases are one number, other than 0. */
export const alwaysOne: Source = ({ answers }) => {
  const all = answers.map(({ expected, value }) => numbersAlong(expected, value as Value));
  const one = all[0]?.[0];
  if (one === undefined || one === 0 || !Number.isFinite(one)) return undefined;
  if (!all.every((numbers) => numbers.every((x) => x === one))) return undefined;
  const seen = { count: answers.length, of: answers.length };
  return because("generic", "always-the-same", `Your answer is ${one} on every input.`, seen);
};

/** All entries of all cases are the same multiple of the right ones. */
export const constantTimes: Source = ({ answers, work }) => multipleOf(answers, "Your answer", work);

/**
 * By which number all entries are multiples of the right ones.
 *
 * @param name what they are entries of
 */
export function multipleOf(
  answers: readonly Answer[],
  name: string,
  work: Asked["work"],
): Diagnosis | undefined {
  for (const answer of answers) {
    const mine = numbersAlong(answer.expected, answer.value as Value);
    const i = leavesOf(answer.expected).findIndex(({ value }) => value !== 0);
    if (i < 0) continue;
    const right = leavesOf(answer.expected)[i] as Num;
    const ratio = Number(((mine[i] as number) / right.value).toPrecision(DIGITS));
    if (ratio === 0 || !Number.isFinite(ratio)) return undefined;
    return ifAll(
      answers,
      work,
      (x) => x * ratio,
      "constant-factor",
      `${name} is ${ratio} times the right one on every input.`,
    );
  }
  return undefined;
}

/** All entries of all cases are off by one and the same number. */
export const constantOff: Source = ({ answers, work }) => {
  const first = offsets(answers[0] as Answer)[0];
  if (first === undefined || first === 0 || !Number.isFinite(first)) return undefined;
  const constant = Number(first.toPrecision(DIGITS));
  return ifAll(
    answers,
    work,
    (x) => x + constant,
    "constant-offset",
    `Your answer is the right one plus ${constant} on every input.`,
  );
};

function ifAll(
  answers: readonly Answer[],
  work: Asked["work"],
  change: (x: number) => number,
  id: string,
  says: string,
): Diagnosis | undefined {
  const match = matchAll(answers, (answer) => each(rightOf(answer), change), work);
  return match !== undefined && isEnough(match.informative, answers)
    ? because("generic", id, says, match)
    : undefined;
}

const offsets = (answer: Answer): number[] => {
  const mine = numbersAlong(answer.expected, answer.value as Value);
  return leavesOf(answer.expected).map((leaf, i) => (mine[i] as number) - leaf.value);
};

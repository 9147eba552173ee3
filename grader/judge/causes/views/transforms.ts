/**
 * Right numbers that something was done to afterwards: rounded, counted from 1, mapped to other classes, sorted.
 */

import type { Num } from "../../../../reference/numbers/num.ts";
import { mean, total } from "../../../../reference/numbers/plain.ts";
import { leavesOf, plainOf } from "../../../../reference/numbers/tracked.ts";
import { each } from "../../../exercise/each.ts";
import { axes, type Domain, isOfReals, type Type } from "../../../exercise/types.ts";
import type { Value } from "../../../value.ts";
import type { Answer } from "../../answer.ts";
import { isRight } from "../../compare.ts";
import { numbersAlong } from "../../entries.ts";
import { isWrong } from "../../parts.ts";
import { axesOf } from "../../sizes.ts";
import { rightOf } from "../answer-read.ts";
import { because } from "../diagnosis.ts";
import { factorsAt } from "../factors.ts";
import { wherever } from "./matching.ts";
import { entriesOf, firstWrong, type ViewSource } from "./view.ts";

interface Transform {
  readonly id: string;
  readonly change: (right: Value) => Value | undefined;
  /** How near an answer has to be, where another cause gives nearly the same. */
  readonly same?: number;
  /** Of two classes, a wrong one is always the other: only right ones that stay tell it from the change. */
  readonly isOfAll?: true;
  /** What is said of a view by its name. */
  readonly says: (name: string, domain: Domain) => string;
}

const entrywise = (id: string, change: (x: number) => number, says: Transform["says"]): Transform => ({
  id,
  change: (right) => each(right, change),
  says,
});

const ofEach = (...told: Parameters<typeof entrywise>): Transform => ({
  ...entrywise(...told),
  isOfAll: true,
});

/** Rounded numbers are so to the last bit, give or take: what is merely near them came about otherwise. */
const ROUNDED = 2 ** -48;

const toDecimals = (digits: number): Transform => ({
  same: ROUNDED,
  ...entrywise(
    "rounded-to-decimals",
    (x) => Number(x.toFixed(digits)),
    (name) =>
      `${name} is rounded to ${digits} decimal${digits === 1 ? "" : "s"}: give numbers as they are; rounding is for printing.`,
  ),
});

/** A factor, or a rounding, on few inputs alone is no cause: what parts those inputs from the others is nearer to one. */
const MOSTLY = 0.8;

const rounded: readonly Transform[] = [
  entrywise(
    "rounded",
    (x) => Math.round(x),
    (name) => `${name} is the right one, rounded to whole numbers.`,
  ),
  entrywise("rounded-down", Math.floor, (name) => `${name} is the right one, rounded down to whole numbers.`),
  entrywise(
    "truncated",
    Math.trunc,
    (name) => `${name} is the right one without its decimals: cut to whole numbers.`,
  ),
  entrywise("rounded-up", Math.ceil, (name) => `${name} is the right one, rounded up to whole numbers.`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 10].map(toDecimals),
];

const ofPowers: readonly Transform[] = [
  entrywise("square-root", Math.sqrt, (name) => `${name} is the square root of the right one.`),
  entrywise(
    "squared",
    (x) => x * x,
    (name) => `${name} is the square of the right one: is a root missing?`,
  ),
];

const ofClasses: readonly Transform[] = [
  ofEach(
    "counted-from-1",
    (x) => x + 1,
    (name, domain) =>
      `Each number of ${lowered(name)} is 1 too large: ${domain === "label" ? "they count from 0, not from 1." : "where does the count begin?"}`,
  ),
  ofEach(
    "one-too-small",
    (x) => x - 1,
    (name) => `Each number of ${lowered(name)} is 1 too small.`,
  ),
  ofEach(
    "plus-minus-one",
    (x) => 2 * x - 1,
    (name) => `${name} has −1 and 1 in place of 0 and 1.`,
  ),
  ofEach(
    "classes-exchanged",
    (x) => 1 - x,
    (name) => `${name} has 0 and 1 exchanged.`,
  ),
];

/** Each entry made of all that come before it, and of itself. */
const soFar = (id: string, of: (all: readonly number[]) => number, what: string): Transform => ({
  id,
  change: (right) => (isList(right) ? right.map((_, i) => of(right.slice(0, i + 1))) : undefined),
  says: (name) =>
    `Each entry of ${lowered(name)} is ${what} the right ones up to its place: it should be its own alone.`,
});

const ofLists: readonly Transform[] = [
  {
    id: "reversed",
    change: (right) => (isList(right) ? right.toReversed() : undefined),
    says: (name) => `${name} has the right numbers in reverse order.`,
  },
  {
    id: "late",
    change: (right) => (isList(right) ? [right[0] as number, ...right.slice(0, -1)] : undefined),
    says: (name) =>
      `Each wrong entry of ${lowered(name)} is the right one of the place before: it is noted one turn too late.`,
  },
  {
    id: "early",
    change: (right) => (isList(right) ? [...right.slice(1), right.at(-1) as number] : undefined),
    says: (name) =>
      `Each wrong entry of ${lowered(name)} is the right one of the place after: it is noted one turn too early.`,
  },
  soFar("running-sum", total, "the sum of"),
  soFar("running-mean", mean, "the mean of"),
  soFar("smallest-so-far", (all) => Math.min(...all), "the smallest of"),
  soFar("largest-so-far", (all) => Math.max(...all), "the largest of"),
];

const isList = (value: Value): value is readonly number[] =>
  Array.isArray(value) && value.length > 1 && value.every((x) => typeof x === "number");

/** A name in the middle of a sentence. */
const lowered = (name: string): string =>
  /^(Your answer|Entry )/.test(name) ? `${name[0]?.toLowerCase()}${name.slice(1)}` : name;

function transformsFor(type: Type): readonly Transform[] {
  if (type.kind !== "tensor") return [];
  const lists = axes(type.shape).length === 1 ? ofLists : [];
  return isOfReals(type) ? [...rounded, ...ofPowers, ...lists] : [...ofClasses, ...lists];
}

/** Whether a change makes another answer of the right one. */
function isMoved({ expected }: Answer, change: Transform["change"]): boolean {
  const right = leavesOf(expected);
  const changed = change(plainOf(expected) as Value);
  return (
    changed !== undefined && numbersAlong(expected, changed).some((x, i) => !isRight(x, right[i] as Num))
  );
}

/** Whether every entry of an answer is the right one, changed. */
function isChanged(answer: Answer, change: Transform["change"]): boolean {
  const theirs = change(rightOf(answer));
  if (theirs === undefined) return false;
  const changed = numbersAlong(answer.expected, theirs);
  return entriesOf(answer).mine.every((x, i) => x === changed[i]);
}

export const transformed: ViewSource = ({ fn, work }, { name, type, answers }) => {
  if (type.kind !== "tensor") return undefined;
  for (const { id, change, same, isOfAll, says } of transformsFor(type)) {
    const seen = wherever(answers, (answer) => change(rightOf(answer)), work, same);
    if (seen === undefined) continue;
    const isSo = isOfAll
      ? answers.every((answer) => isChanged(answer, change))
      : seen.count >= MOSTLY * answers.filter((answer) => isMoved(answer, change)).length;
    if (isSo) return because("generic", id, says(name, type.domain), seen);
  }
  // Entries that are right all the same, such as those of an empty cluster, say nothing against a factor.
  const wrong = answers.find(isWrong);
  for (const { id, formula, short } of factorsAt(axesOf(fn), wrong, wrong && firstWrong(wrong))) {
    const seen = wherever(answers, formula, work);
    if (seen !== undefined && seen.count >= MOSTLY * answers.length)
      return because("generic", id, `Where ${lowered(name)} is wrong, ${short}.`, seen);
  }
  return undefined;
};

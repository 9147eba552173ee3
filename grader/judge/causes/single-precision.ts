/**
 * Numbers that went through single precision: they have 24 binary digits, or they are off by about 2⁻²⁴ of their
 * terms, to either side.
 */
import type { Num } from "../../../reference/numbers/num.ts";
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import type { Value } from "../../value.ts";
import { isRight } from "../compare.ts";
import { numbersAlong } from "../entries.ts";
import { bitsOf } from "./bits.ts";
import { because, type Source } from "./diagnosis.ts";

const UNIT = 2 ** -24;
/** Below 2⁻¹²⁶ digits are lost. */
const SUBNORMAL = 2 ** -140;
const SMALL = 2 ** -100;
/** So many wrong numbers tell. */
const ENOUGH = 30;
/** Errors grow with the chain of operations, and are less where most of it was exact. */
const LARGEST = 4;
const MIDDLE = 2 ** -8;
/** Rounding goes to both sides; what was added on purpose goes to one. */
const SIDES = 0.2;

export const singlePrecision: Source = ({ answers }) => {
  const errors: number[] = [];
  const relative: number[] = [];
  const sizesByMagnitude: (readonly [magnitude: number, error: number])[] = [];
  let [isShort, long, wrong] = [true, 0, 0];
  for (const { expected, value } of answers) {
    const mine = numbersAlong(expected, value as Value);
    let isOff = false;
    for (const [i, leaf] of leavesOf(expected).entries()) {
      const x = mine[i] as number;
      if (bitsOf(x) > 24) isShort = false;
      if (bitsOf(leaf.value) > 24) long++;
      if (isRight(x, leaf)) continue;
      isOff = true;
      if (!isNear(x, leaf)) return undefined;
      if (leaf.magnitude <= SMALL) continue;
      errors.push((x - leaf.value) / leaf.magnitude);
      relative.push((x - leaf.value) / leaf.value);
      sizesByMagnitude.push([leaf.magnitude, Math.abs(x - leaf.value)]);
    }
    if (isOff) wrong++;
  }
  if (errors.length < ENOUGH) return undefined;
  const middle = middleOf(errors.map(Math.abs));
  const scatters = [errors, relative].every((some) => {
    const above = some.filter((error) => error > 0).length / some.length;
    return above > SIDES && above < 1 - SIDES;
  });
  const isSmall = errors.every((error) => Math.abs(error) <= 2 * UNIT);
  const isRounding = scatters && middle > MIDDLE * UNIT && (isSmall || growsWith(sizesByMagnitude));
  if (!(isShort && long >= ENOUGH) && !isRounding) return undefined;
  const right = answers.length - wrong;
  const where = right > 0 ? "Right where the numbers are short, off" : "Off";
  return because(
    "generic",
    "single-precision",
    `${where} by about ${power(middle)} of the value elsewhere, as single precision is: numbers here are doubles. Leave out Float32Array and Math.fround.`.replace(
      right > 0 ? "" : " elsewhere",
      "",
    ),
    { count: wrong, of: wrong },
  );
};

/** Rounding grows with what is rounded; noise of one size does not. */
function growsWith(sizes: readonly (readonly [magnitude: number, error: number])[]): boolean {
  const sorted = [...sizes].sort(([a], [b]) => a - b);
  const third = Math.ceil(sorted.length / 3);
  const [small, large] = [sorted.slice(0, third), sorted.slice(-third)];
  const ratio = (at: 0 | 1): number =>
    middleOf(large.map((one) => one[at])) / middleOf(small.map((one) => one[at]));
  return ratio(1) >= Math.sqrt(ratio(0));
}

const middleOf = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

const isNear = (x: number, { value, magnitude, roundings }: Num): boolean =>
  Math.abs(x - value) <= LARGEST * Math.sqrt(roundings + 1) * UNIT * magnitude + SUBNORMAL;

/** "1e-8". */
const power = (x: number): string => `1e${Math.round(Math.log10(x))}`;

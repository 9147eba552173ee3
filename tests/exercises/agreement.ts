/** Holds a solution against the reference on inputs as the judge draws them. */
import type { AnyFunction } from "../../grader/exercise/exercise.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { argumentsOf, type Case, valueCases } from "../../grader/judge/cases.ts";
import type { Value } from "../../grader/value.ts";
import { leavesOf, type Tracked } from "../../reference/numbers/tracked.ts";

/** A function of a solution, whatever it takes. */
export type Answering = (...args: never[]) => unknown;

const numbersIn = (value: unknown): number[] =>
  typeof value === "number" ? [value] : Object.values(value as object).flatMap(numbersIn);

/** Largest |answer − expected| in units of the tolerance; Infinity for another structure. */
export function farOff(answer: unknown, expected: Tracked): number {
  const [mine, right] = [numbersIn(answer), leavesOf(expected)];
  if (mine.length !== right.length) return Number.POSITIVE_INFINITY;
  return Math.max(...right.map((r, i) => Math.abs(mine[i]! - r.value) / toleranceOf(r)));
}

export const casesOf = (fn: AnyFunction, seed: number): readonly Case[] => valueCases(fn, seed, "test");

/** The same over the value cases of a seed; NaN if any answer is. */
export function worstOf(fn: AnyFunction, solution: Answering, seed: number): number {
  const call = solution as (...args: Value[]) => unknown;
  return Math.max(
    ...casesOf(fn, seed).map(({ inputs, expected }) => farOff(call(...argumentsOf(fn, inputs)), expected)),
  );
}

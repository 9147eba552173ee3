/**
 * Inputs that the judge tries: drawn from a seed, refused and drawn again where they cannot be judged.
 */
import { Ambiguous } from "../../reference/numbers/ambiguous.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";
import { random } from "../../reference/randomness/random.ts";
import { Draw, type Family } from "../exercise/draw.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Sizes } from "../exercise/types.ts";
import { expectedOf } from "./expected.ts";
import { drawSizes, sizesOf } from "./sizes.ts";

/** One call with its right answer. */
export interface Case {
  readonly family: Family;
  readonly sizes: Sizes;
  readonly inputs: Inputs;
  readonly expected: Tracked;
}

/** How a value check is composed: short exact numbers first, then wild ones. */
export const QUARTERS = 120;
export const WILD = 80;
const ATTEMPTS = 500;

/** A fault of the exercise, never of the submission. */
export class BadExercise extends Error {
  override readonly name = "BadExercise";
}

/**
 * Draws inputs until one can be judged.
 *
 * @param name what the draw is for; with the seed it fixes the inputs
 * @param finish makes the case of the inputs, or undefined to draw again
 */
export function drawUntil<T>(
  fn: AnyFunction,
  seed: number,
  name: string,
  family: Family,
  fixed: Sizes | undefined,
  finish: (inputs: Inputs, draw: Draw) => T | undefined,
): T {
  const rng = random(seed, name);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const draw = new Draw(rng, fixed ?? drawSizes(fn, rng), family);
    const inputs = drawInputs(fn, draw);
    if (fn.accepts !== undefined && !fn.accepts(inputs)) continue;
    try {
      const made = finish(inputs, draw);
      if (made !== undefined) return made;
    } catch (error) {
      if (!(error instanceof Ambiguous)) throw error;
    }
  }
  throw new BadExercise(`no usable input in ${ATTEMPTS} draws for ${name}`);
}

/**
 * All inputs of a function, in the order of its arguments; those given are taken as they are.
 *
 * @param draw what draws them all, or each by its place among the arguments
 */
export function drawInputs(
  fn: AnyFunction,
  draw: Draw | ((argument: number) => Draw),
  given: Inputs = {},
): Inputs {
  const inputs: Record<string, Inputs[string]> = {};
  for (const [i, [name, spec]] of Object.entries(fn.inputs).entries()) {
    inputs[name] = Object.hasOwn(given, name)
      ? given[name]
      : spec.draw(typeof draw === "function" ? draw(i) : draw, inputs);
  }
  return { ...inputs, ...fn.following?.(inputs), ...given };
}

/** The case of drawn inputs. */
export function caseOf(fn: AnyFunction, inputs: Inputs, family: Family): Case {
  return { family, sizes: sizesOf(fn, inputs), inputs, expected: expectedOf(fn, inputs) };
}

/** The cases of the value check. */
export function valueCases(fn: AnyFunction, seed: number, name: string): readonly Case[] {
  return Array.from({ length: QUARTERS + WILD }, (_, i) => {
    const family = i < QUARTERS ? "quarters" : "wild";
    return drawUntil(fn, seed, `${name}/value/${i}`, family, undefined, (inputs) =>
      caseOf(fn, inputs, family),
    );
  });
}

/** The arguments of a call in order; trailing ones that are left out do not count. */
export function argumentsOf(fn: AnyFunction, inputs: Inputs) {
  const args = Object.keys(fn.inputs).map((name) => inputs[name]);
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return args.map((value, i) => {
    if (value === undefined) throw new BadExercise(`argument ${i} is left out, but a later one is not`);
    return value;
  });
}

/** Inputs of a function as an arbitrary of fast-check, out of its declaration. */
import { type Arbitrary, constantFrom, tuple } from "fast-check";
import { Ambiguous } from "../../reference/numbers/ambiguous.ts";
import type { Family } from "../exercise/draw.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Sizes } from "../exercise/types.ts";
import { drawInputs } from "../judge/cases.ts";
import { choices } from "./apart.ts";
import { chooseSizes } from "./choose-sizes.ts";
import { type Choose, ChoosingDraw } from "./choosing-draw.ts";
import { whole } from "./numbers.ts";

export interface Drawn<T = unknown> {
  readonly inputs: Inputs;
  readonly family: Family;
  /** What a trial chooses beyond its inputs. */
  readonly more: T;
}

const families = (): Arbitrary<Family> => constantFrom("quarters" as const, "wild" as const);

/**
 * Inputs, and what `more` chooses with them; undefined where the declaration refuses them, such as an example alone
 * where two classes have to occur.
 *
 * Each argument has choices of its own: those of the others stay what they are when a size shrinks.
 */
export const inputsOf = <T>(
  fn: AnyFunction,
  more: (choose: (most: number) => number) => T,
): Arbitrary<Drawn<T> | undefined> =>
  tuple<[Choose, ...Choose[]]>(choices(), ...Object.keys(fn.inputs).map(choices)).map(([choose, ...each]) => {
    const chosen = more((most) => choose(whole, 0, most));
    const family = choose(families);
    const sizes = chooseSizes(fn, choose);
    try {
      const inputs = drawEach(fn, sizes, family, each);
      return fn.accepts === undefined || fn.accepts(inputs) ? { inputs, family, more: chosen } : undefined;
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError || error instanceof Ambiguous)
        return undefined;
      throw error;
    }
  });

function drawEach(fn: AnyFunction, sizes: Sizes, family: Family, each: readonly Choose[]): Inputs {
  const numbers: number[] = [];
  return drawInputs(fn, (argument) => new ChoosingDraw(each[argument] as Choose, sizes, family, numbers));
}

/**
 * Sizes by name: drawn for new inputs, and read off inputs that exist.
 */
import { integer, type Random } from "../../reference/randomness/random.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { axes, axesIn, isSizeName, type Sizes, type Type } from "../exercise/types.ts";
import type { Value } from "../value.ts";

const USUAL: readonly [number, number] = [2, 6];

const read = new WeakMap<AnyFunction, readonly string[]>();

/** Names of the sizes that are drawn for a function: those of its inputs, less those that an input's value is. */
export function axesOf(fn: AnyFunction): readonly string[] {
  const known = read.get(fn) ?? drawnAxes(fn);
  read.set(fn, known);
  return known;
}

function drawnAxes(fn: AnyFunction): readonly string[] {
  const mentioned = Object.values(fn.inputs).flatMap((input) => axesIn(input.type));
  return [...new Set([...mentioned, ...Object.keys(fn.sizes ?? {})])].filter(
    (axis) => !Object.hasOwn(fn.sizedBy ?? {}, axis),
  );
}

/** The smallest and largest size of an axis of a function. */
export const rangeOf = (fn: AnyFunction, axis: string): readonly [number, number] =>
  fn.sizes?.[axis] ?? USUAL;

/** The least size of an axis that tells; three for the first, the examples, where the range allows it. */
export const leastTelling = (fn: AnyFunction, axis: string): number => {
  const [least, most] = rangeOf(fn, axis);
  return axis === axesOf(fn)[0] ? Math.max(least, Math.min(3, most)) : least;
};

/**
 * A size for every axis, all different: with equal ones a transposed matrix has the right shape.
 *
 * @param fixed sizes that are given already
 */
export function drawSizes(fn: AnyFunction, rng: Random, fixed: Sizes = {}): Sizes {
  const open = axesOf(fn).filter((axis) => fixed[axis] === undefined);
  for (let attempt = 0; ; attempt++) {
    const sizes: Record<string, number> = { ...fixed };
    for (const axis of open) sizes[axis] = integer(rng, ...rangeOf(fn, axis));
    const drawn = open.map((axis) => sizes[axis]);
    // Narrow ranges or given sizes can make it impossible; then equal sizes are better than none.
    if (new Set(drawn).size === drawn.length || attempt === 100) return sizes;
  }
}

/** The sizes that inputs have. */
export function sizesOf(fn: AnyFunction, inputs: Inputs): Sizes {
  const sizes: Record<string, number> = {};
  for (const [name, { type }] of Object.entries(fn.inputs)) {
    const value = inputs[name];
    if (value !== undefined) readSizes(type, value, sizes);
  }
  for (const [axis, input] of Object.entries(fn.sizedBy ?? {})) {
    const size = inputs[input];
    if (typeof size === "number") sizes[axis] = size;
  }
  return sizes;
}

function readSizes(type: Type, value: Value, into: Record<string, number>): void {
  const set = (axis: string | undefined, size: number): void => {
    if (axis !== undefined && isSizeName(axis)) into[axis] ??= size;
  };
  switch (type.kind) {
    case "tensor": {
      let level: Value | undefined = value;
      for (const axis of axes(type.shape)) {
        if (!Array.isArray(level)) return;
        set(axis, level.length);
        level = level[0];
      }
      return;
    }
    case "text":
    case "boolean":
    case "function":
    case "tensors":
      return;
    case "list":
    case "iterable":
      if (!Array.isArray(value)) return;
      set(type.length, value.length);
      for (const [axis, size] of Object.entries(sizesInCommon(type.of, value))) set(axis, size);
      return;
    case "tuple":
      if (Array.isArray(value))
        for (const [i, item] of type.items.entries()) readSizes(item, value[i] as Value, into);
      return;
    case "record":
      for (const [field, of] of Object.entries(type.fields)) {
        const inner = (value as Record<string, Value>)[field];
        if (inner !== undefined) readSizes(of, inner, into);
      }
  }
}

/** What all items of a list agree on: the layers of a network have as many examples, and widths of their own. */
function sizesInCommon(type: Type, items: readonly Value[]): Sizes {
  const each = items.map((item) => {
    const sizes: Record<string, number> = {};
    readSizes(type, item, sizes);
    return sizes;
  });
  const [first = {}, ...others] = each;
  return Object.fromEntries(
    Object.entries(first).filter(([axis, size]) => others.every((sizes) => sizes[axis] === size)),
  );
}

/**
 * The symbols of an exercise, as arguments and results: shape, domain, meaning, and how a value is drawn.
 *
 *     vector("n", "targets, one number an example", { domain: "binary" })
 */
import type { FunctionValue, Value } from "../value.ts";
import type { Draw } from "./draw.ts";
import {
  aFunction,
  aFunctionList,
  aMatrix,
  aNumber,
  aNumberBetween,
  anIndex,
  aVector,
  type InputSpec,
  type Inputs,
  type Interval,
} from "./inputs.ts";
import {
  type Domain,
  iterable as iterableType,
  list as listType,
  record as recordType,
  tuple as tupleType,
} from "./types.ts";

/** An argument or a result. */
export interface Arg<T> extends InputSpec<T> {
  /** What it means, in a few words without a full stop. */
  readonly says: string;
  /** The value where the argument is left out of the call. */
  readonly standard?: number | string | boolean;
  /** The known functions that it can be. */
  readonly choices?: readonly FunctionValue[];
  /** The parts of a record with their own meanings. */
  readonly parts?: Readonly<Record<string, Arg<unknown>>>;
}

export interface Options<T> {
  readonly domain?: Domain;
  /** A drawing rule of its own, for labels, unbalanced classes, orders, ties; `earlier` holds the arguments before. */
  readonly draw?: (draw: Draw, earlier: Inputs) => T;
}

/** An interval for numbers whose meaning has none, such as weights that leave a sigmoid its slope. */
interface Drawn {
  readonly between?: Interval;
}

const made = <T>(usual: InputSpec<T>, says: string, draw: Options<T>["draw"]): Arg<T> => ({
  ...usual,
  says,
  ...(draw === undefined ? {} : { draw }),
});

/** A number. */
export function scalar(says: string, { domain, draw, between }: Options<number> & Drawn = {}): Arg<number> {
  return made(between === undefined ? aNumber(domain) : aNumberBetween(...between), says, draw);
}

/** A list of numbers of the named size. */
export const vector = (
  shape: string,
  says: string,
  { domain, draw, between }: Options<number[]> & Drawn = {},
): Arg<number[]> => made(aVector(shape, domain, between), says, draw);

/** A matrix of the named sizes, one example a row. */
export const matrix = (
  shape: string,
  says: string,
  { domain, draw, between }: Options<number[][]> & Drawn = {},
): Arg<number[][]> => made(aMatrix(shape, domain, between), says, draw);

/** An index 0 … size−1 into the named axis. */
export const index = (axis: string, says: string): Arg<number> => ({ ...anIndex(axis), says });

/** A text: one of those to choose from, or drawn by a rule of its own. */
export const text = (
  says: string,
  { choices = [], draw }: { readonly choices?: readonly string[]; readonly draw?: Options<string>["draw"] },
): Arg<string> => made({ type: { kind: "text" }, draw: (from) => from.pick(choices) }, says, draw);

/** Vectors and matrices by name, such as the parameters of a network: which names there are, the drawing rule says. */
export const tensors = (says: string, draw: NonNullable<Options<Tensors>["draw"]>): Arg<Tensors> => ({
  type: { kind: "tensors" },
  says,
  draw,
});
export type Tensors = Readonly<Record<string, number[] | number[][]>>;

/** True or false. */
export const truth = (says: string): Arg<boolean> =>
  made({ type: { kind: "boolean" }, draw: (from) => from.pick([false, true]) }, says, undefined);

/** One of the functions of reference/functions/known.ts, such as "square" or { fn: "scale", args: [3] }. */
export const known = (choices: readonly (string | FunctionValue)[], says: string): Arg<FunctionValue> => ({
  ...aFunction(choices),
  says,
  choices: choices.map(byName),
});

/** A known function by its name, or as it is. */
export const byName = (choice: string | FunctionValue): FunctionValue =>
  typeof choice === "string" ? { fn: choice } : choice;

/** A function of reference/functions/known.ts with its parameters, where one is given: named("scale", 3). */
export const named = (fn: string, ...args: readonly (number | FunctionValue)[]): FunctionValue =>
  args.length === 0 ? { fn } : { fn, args };

/** A random generator, `() => number`: a stream by its name, with a seed that is drawn. */
export const generator = (name: "uniform" | "gauss", says: string): Arg<FunctionValue> => ({
  type: { kind: "function" },
  says,
  draw: (draw) => ({ fn: name, args: [draw.integer(1, 9999)] }),
});

/** A list of them; `length` is a size's name or a number. */
export const knownList = (
  length: string,
  choices: readonly (string | FunctionValue)[],
  says: string,
): Arg<FunctionValue[]> => ({
  ...aFunctionList(length, choices),
  says,
  choices: choices.map(byName),
});

/**
 * A last argument that may be left out: it is, in one case of three, and then undefined.
 *
 * @param after the one before, where that may be left out, too: without it, this one is not there either
 */
export const optional = <T extends Value>(
  arg: Arg<T>,
  standard: number | string | boolean,
  after?: string,
): Arg<T | undefined> => ({
  ...arg,
  standard,
  draw: (draw, earlier) => {
    const isLeftOut = (after !== undefined && earlier[after] === undefined) || draw.integer(0, 2) === 0;
    return isLeftOut ? undefined : arg.draw(draw, earlier);
  },
});

/** Named values; a drawing rule of its own is for parts that depend on each other. */
export function record<T extends Readonly<Record<string, Value>>>(
  parts: { readonly [K in keyof T]: Arg<T[K]> },
  says: string,
  options: Options<T> = {},
): Arg<T> {
  const names = Object.keys(parts) as (keyof T & string)[];
  const usual: Arg<T> = {
    type: recordType(Object.fromEntries(names.map((name) => [name, parts[name].type]))),
    says,
    parts: parts as unknown as Readonly<Record<string, Arg<unknown>>>,
    draw: (draw, earlier) =>
      Object.fromEntries(names.map((name) => [name, parts[name].draw(draw, earlier)])) as unknown as T,
  };
  return made(usual, says, options.draw);
}

/** Values of one kind, `length` of them: a size's name or a number. */
export const list = <T extends Value>(
  of: Arg<T>,
  length: string,
  says: string,
  options: Options<T[]> = {},
): Arg<T[]> =>
  made(
    {
      type: listType(of.type, length),
      draw: (draw, earlier) => draw.list(draw.length(length), () => of.draw(draw, earlier)),
    },
    says,
    options.draw,
  );

/** A list that may come as a generator or as anything else that gives its items one by one; `length` is as of a list. */
export const iterable = <T extends Value>(of: Arg<T>, length: string, says: string): Arg<T[]> => {
  const usual = list(of, length, says);
  return { ...usual, type: iterableType(of.type, length) };
};

/** A fixed list of values, each of its own kind. */
export const tuple = <T extends readonly unknown[]>(
  items: { readonly [K in keyof T]: Arg<T[K]> },
  says: string,
): Arg<T> => {
  const each = items as unknown as readonly Arg<unknown>[];
  return {
    type: tupleType(...each.map(({ type }) => type)),
    says,
    draw: (draw, earlier) => each.map((item) => item.draw(draw, earlier)) as unknown as T,
  };
};

/**
 * Inputs of a function: the declared type together with how it is drawn.
 */
import type { FunctionValue, Value } from "../value.ts";
import type { Draw } from "./draw.ts";
import { axes, type Domain, list, matrix, record, scalar, type Type, vector } from "./types.ts";

/** Arguments by name. An argument that is left out of the call is undefined. */
export type Inputs = Readonly<Record<string, Value | undefined>>;

export interface InputSpec<T = Value | undefined> {
  readonly type: Type;
  /** Draws a value; `earlier` holds the inputs declared before this one. */
  readonly draw: (draw: Draw, earlier: Inputs) => T;
  /** What is so of a value, beyond what its type says: a finding names it where it parts wrong from right. */
  readonly features?: (value: Value, given: Inputs) => readonly InputFeature[];
}

/** Something that is so of a value: "the program uses exp". */
export interface InputFeature {
  /** What follows "wrong only where". */
  readonly says: string;
  /** How much there is to understand: 1 for what one look shows. */
  readonly weight: number;
  /** A sentence on what to look at, where only such inputs fail. */
  readonly advice?: string;
}

/** Numbers to draw from, both ends included. */
export type Interval = readonly [low: number, high: number];

/** A number. */
export const aNumber = (domain: Domain = "real"): InputSpec<number> => ({
  type: scalar(domain),
  draw: (draw) => entry(draw, domain),
});

/** A number in [low, high]. */
export const aNumberBetween = (low: number, high: number): InputSpec<number> => ({
  type: scalar(),
  draw: (draw) => draw.between(low, high),
});

/** A list of numbers of the named size. */
export const aVector = (shape: string, domain: Domain = "real", between?: Interval): InputSpec<number[]> => ({
  type: vector(shape, domain),
  draw: (draw) => draw.list(draw.length(shape), () => entry(draw, domain, between)),
});

/** A matrix of the named sizes, one example a row. */
export const aMatrix = (
  shape: string,
  domain: Domain = "real",
  between?: Interval,
): InputSpec<number[][]> => ({
  type: matrix(shape, domain),
  draw: (draw) => {
    const [rows = "", columns = ""] = axes(shape);
    const width = draw.length(columns);
    return draw.list(draw.length(rows), () => {
      if (domain !== "one-hot") return draw.list(width, () => entry(draw, domain, between));
      const hot = draw.integer(0, width - 1);
      return draw.list(width, (i) => (i === hot ? 1 : 0));
    });
  },
});

/** An index 0 … size−1 into the named axis. */
export const anIndex = (axis: string): InputSpec<number> => ({
  type: scalar("integer"),
  draw: (draw) => draw.integer(0, draw.length(axis) - 1),
});

/** One of the functions named, such as "square" or { fn: "scale", args: [3] }. */
export const aFunction = (choices: readonly (string | FunctionValue)[]): InputSpec<FunctionValue> => ({
  type: { kind: "function" },
  draw: (draw) => {
    const chosen = draw.pick(choices);
    return typeof chosen === "string" ? { fn: chosen } : chosen;
  },
});

/** A list of functions, such as the links of a chain; `length` is a size's name or a number. */
export const aFunctionList = (
  length: string,
  choices: readonly (string | FunctionValue)[],
): InputSpec<FunctionValue[]> => {
  const one = aFunction(choices);
  return {
    type: list(one.type, length),
    draw: (draw, earlier) => draw.list(draw.length(length), () => one.draw(draw, earlier)),
  };
};

/** A record of inputs. */
export function aRecord<T extends Readonly<Record<string, Value>>>(
  fields: {
    readonly [K in keyof T]: InputSpec<T[K]>;
  },
): InputSpec<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return {
    type: record(Object.fromEntries(names.map((name) => [name, fields[name].type]))),
    draw: (draw, earlier) =>
      Object.fromEntries(names.map((name) => [name, fields[name].draw(draw, earlier)])) as unknown as T,
  };
}

/** An input with a drawing rule of its own, for labels, unbalanced classes, orders, ties. */
export const drawn = <T extends Value>(
  type: Type,
  draw: (draw: Draw, earlier: Inputs) => T,
): InputSpec<T> => ({
  type,
  draw,
});

/** A last argument that may be left out: left out in one case of three, and then undefined. */
export const optional = <T extends Value>(spec: InputSpec<T>): InputSpec<T | undefined> => ({
  type: spec.type,
  draw: (draw, earlier) => (draw.integer(0, 2) === 0 ? undefined : spec.draw(draw, earlier)),
});

function entry(draw: Draw, domain: Domain, between?: Interval): number {
  if (between !== undefined) return draw.between(...between);
  switch (domain) {
    case "real":
      return draw.real();
    case "positive":
      return draw.family === "quarters" ? draw.integer(1, 12) / 4 : Math.abs(draw.real()) + 1e-3;
    case "probability":
      return draw.probability();
    case "sign":
      return draw.pick([-1, 1]);
    // Unbalanced: with half ones, "1 − ŷ" and a flipped sign of ∂b coincide.
    case "binary":
    case "one-hot":
      return draw.rng() < 0.3 ? 1 : 0;
    case "label":
    case "integer":
      return draw.integer(0, 4);
  }
}

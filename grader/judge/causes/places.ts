/**
 * Lists of numbers among the inputs of a function, read, changed, cut and turned in place.
 */
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { axes, type Type } from "../../exercise/types.ts";
import type { Value } from "../../value.ts";

/** A list of numbers among the inputs, or in a record of them. */
export interface Place {
  /** As a student writes it: "b", "p.b2". */
  readonly name: string;
  readonly type: Extract<Type, { kind: "tensor" }>;
  readonly path: readonly string[];
}

export const placesOf = (fn: AnyFunction): readonly Place[] =>
  Object.entries(fn.inputs).flatMap(([name, { type }]) => placesIn(type, [name]));

function placesIn(type: Type, path: readonly string[]): readonly Place[] {
  if (type.kind === "tensor") return [{ name: path.join("."), type, path }];
  if (type.kind !== "record") return [];
  return Object.entries(type.fields).flatMap(([field, inner]) => placesIn(inner, [...path, field]));
}

export const read = (inputs: Inputs, path: readonly string[]): Value | undefined =>
  path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], inputs) as
    | Value
    | undefined;

export function written(inputs: Inputs, [name, ...inner]: readonly string[], value: Value): Inputs {
  if (name === undefined) return inputs;
  const to = inner.length === 0 ? value : written(inputs[name] as unknown as Inputs, inner, value);
  return { ...inputs, [name]: to as Value };
}

/** Cuts a list, or the rows of a matrix, along an axis. */
const cutAlong = (value: Value, open: readonly string[], axis: string, from: number, to?: number): Value =>
  !Array.isArray(value) || open.length === 0
    ? value
    : open[0] === axis
      ? value.slice(from, to)
      : (value.map((inner) => cutAlong(inner, open.slice(1), axis, from, to)) as Value);

/** All lists along an axis, cut. */
export const cutAll = (
  inputs: Inputs,
  along: readonly Place[],
  axis: string,
  from: number,
  to: number | undefined,
): Inputs =>
  along.reduce((made, { path, type }) => {
    const value = read(made, path);
    return value === undefined
      ? made
      : written(made, path, cutAlong(value, axes(type.shape), axis, from, to));
  }, inputs);

/** The matrices among the inputs, each with what turns it. */
export const turnedInputs = (
  fn: AnyFunction,
): readonly {
  readonly name: string;
  readonly shape: readonly string[];
  readonly turn: (inputs: Inputs) => Inputs | undefined;
}[] =>
  placesOf(fn)
    .filter(({ type }) => axes(type.shape).length === 2 && type.domain !== "integer")
    .map(({ name, path, type }) => ({
      name,
      shape: axes(type.shape),
      turn: (inputs) => {
        const value = read(inputs, path) as readonly (readonly number[])[] | undefined;
        return value?.[0] === undefined
          ? undefined
          : written(
              inputs,
              path,
              value[0].map((_, j) => value.map((row) => row[j] as number)),
            );
      },
    }));

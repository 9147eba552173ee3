/**
 * Holds what came back against the declared type: only numbers in the declared structure go on.
 */
import type { Tracked } from "../../reference/numbers/tracked.ts";
import { limit } from "../box/wire.ts";
import { axes, type Sizes, sizeOf, type Type } from "../exercise/types.ts";
import { isForeign, isIterated, type Returned, type Value } from "../value.ts";
import { firstAlong } from "./entries.ts";

/** Where and how a returned value breaks its type. */
export interface Nonconformity {
  readonly code: "wrong-type" | "wrong-shape";
  readonly message: string;
  readonly at: string;
}

export type Conformed = { readonly value: Value } | { readonly broken: Nonconformity };

/** The returned value as a value of the declared type, or where it breaks it. Fields that nobody asked for are dropped. */
export function conform(type: Type, returned: Returned, sizes: Sizes, at = ""): Conformed {
  switch (type.kind) {
    case "tensor":
      return conformTensor(axes(type.shape), type.shape, returned, sizes, at);
    case "function":
      return wrongType("a number", returned, at);
    case "text":
      return typeof returned === "string" ? { value: returned } : wrongType("a string", returned, at);
    case "boolean":
      return typeof returned === "boolean" ? { value: returned } : wrongType("true or false", returned, at);
    case "iterable":
      return conformItems(type, returned, sizes, at);
    case "list":
      if (!Array.isArray(returned)) return wrongType("a list", returned, at);
      return conformList(type, returned, sizes, at);
    case "tuple":
      if (!Array.isArray(returned)) return wrongType(`a list of ${type.items.length} values`, returned, at);
      if (returned.length !== type.items.length)
        return wrongLength("", type.items.length, returned, sizes, at);
      return conformAll(returned, (i) => type.items[i] as Type, sizes, at);
    case "tensors": {
      if (typeof returned !== "object" || Array.isArray(returned) || isMarked(returned))
        return wrongType("an object of vectors and matrices", returned, at);
      const tensors: [string, Value][] = [];
      for (const [name, tensor] of Object.entries(returned)) {
        const isMatrix = Array.isArray(tensor) && tensor.some((row) => Array.isArray(row));
        const conformed = conformTensor(isMatrix ? ["", ""] : [""], "", tensor, sizes, `${at}.${name}`);
        if ("broken" in conformed) return conformed;
        tensors.push([name, conformed.value]);
      }
      // As own fields, whatever their names are.
      return { value: Object.fromEntries(tensors) };
    }
    case "record": {
      const names = Object.keys(type.fields);
      if (typeof returned !== "object" || Array.isArray(returned) || isMarked(returned)) {
        return wrongType(`an object { ${names.join(", ")} }`, returned, at);
      }
      const fields = returned as { readonly [field: string]: Returned };
      const value: Record<string, Value> = {};
      for (const name of names) {
        const inner = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (inner === undefined) {
          const message = `The object${where(at)} has no field ${name}; expected { ${names.join(", ")} }.`;
          return { broken: { code: "wrong-shape", message, at } };
        }
        const conformed = conform(type.fields[name] as Type, inner, sizes, `${at}.${name}`);
        if ("broken" in conformed) return conformed;
        value[name] = conformed.value;
      }
      return { value };
    }
  }
}

/** Values that are no records, though the box writes them as such. */
const isMarked = (returned: Returned): boolean => isForeign(returned) || isIterated(returned);

const VECTOR = "a vector (number[])";
const MATRIX = "a matrix (number[][])";

type ListOf = { readonly of: Type; readonly length: string };

function conformList(type: ListOf, returned: readonly Returned[], sizes: Sizes, at: string): Conformed {
  const length = sizeOf(type.length, sizes);
  if (length !== undefined && returned.length !== length)
    return wrongLength(type.length, length, returned, sizes, at);
  return conformAll(returned, () => type.of, sizes, at);
}

function conformItems(type: ListOf, returned: Returned, sizes: Sizes, at: string): Conformed {
  if (Array.isArray(returned)) return conformList(type, returned, sizes, at);
  if (typeof returned !== "object" || !isIterated(returned))
    return wrongType("a list, or something that `for … of` can loop over", returned, at);
  if (returned.ends) return conformList(type, returned.items, sizes, at);
  const message = `${placeNamed(at)} does not end: it still gives more after ${limit.items} items.`;
  return { broken: { code: "wrong-shape", message, at } };
}

/**
 * Where an answer has another form than the right one, though both are of the declared type: a list is longer or
 * shorter and its length is no size of the inputs, a name is missing or is one too many, a vector stands for a matrix.
 */
export const otherForm = (value: Value, expected: Tracked): Nonconformity | undefined =>
  firstAlong(expected, value, (e, y, at) => {
    if (!Array.isArray(e)) return typeof e === "object" ? otherNames(e, y as object, at) : undefined;
    const mine = y as readonly Value[];
    if (mine.length !== e.length) return lengthFault("", e.length, mine.length, at);
    const isNested = (list: readonly unknown[]): boolean => Array.isArray(list[0]);
    if (isNested(mine) === isNested(e)) return undefined;
    const message = `${placeNamed(at)} should be ${isNested(e) ? MATRIX : VECTOR}; it is ${nameOf(mine as Returned)}.`;
    return { code: "wrong-shape", message, at };
  });

function otherNames(expected: object, mine: object, at: string): Nonconformity | undefined {
  const names = Object.keys(expected);
  const missing = names.find((name) => !Object.hasOwn(mine, name));
  const other = missing ?? Object.keys(mine).find((name) => !Object.hasOwn(expected, name));
  if (other === undefined) return undefined;
  const has = missing === undefined ? "a field that nobody asked for," : "no field";
  const message = `The object${where(at)} has ${has} ${other}; expected { ${names.join(", ")} }.`;
  return { code: "wrong-shape", message, at };
}

function conformTensor(
  open: readonly string[],
  shape: string,
  returned: Returned,
  sizes: Sizes,
  at: string,
): Conformed {
  const [axis, ...inner] = open;
  if (axis === undefined) {
    return typeof returned === "number" ? { value: returned } : wrongType("a number", returned, at);
  }
  const wanted = inner.length === 0 ? VECTOR : MATRIX;
  if (!Array.isArray(returned)) return wrongType(wanted, returned, at);
  // [[1, 2]] for [1, 2], or the other way round: the kind says more than the length.
  const isNested = (entry: Returned): boolean => Array.isArray(entry);
  if (returned.length > 0 && (inner.length === 0 ? returned.every(isNested) : !returned.some(isNested))) {
    return wrongType(wanted, returned, at);
  }
  const length = sizeOf(axis, sizes);
  if (length !== undefined && returned.length !== length)
    return wrongLength(axis, length, returned, sizes, at);
  const value: Value[] = [];
  for (const [i, entry] of returned.entries()) {
    const conformed = conformTensor(inner, shape, entry, sizes, `${at}[${i}]`);
    if ("broken" in conformed) return conformed;
    value.push(conformed.value);
  }
  return { value };
}

function conformAll(
  returned: readonly Returned[],
  typeAt: (i: number) => Type,
  sizes: Sizes,
  at: string,
): Conformed {
  const value: Value[] = [];
  for (const [i, entry] of returned.entries()) {
    const conformed = conform(typeAt(i), entry, sizes, `${at}[${i}]`);
    if ("broken" in conformed) return conformed;
    value.push(conformed.value);
  }
  return { value };
}

const where = (at: string): string => (at === "" ? "" : ` at ${at.replace(/^\./, "")}`);

/** What a message calls the result or a part of it. */
export const placeNamed = (at: string): string => {
  if (at === "") return "The result";
  return at.startsWith("[") ? `The entry ${at}` : at.replace(/^\./, "");
};

function wrongType(wanted: string, returned: Returned, at: string): Conformed {
  const is = nameOf(returned);
  // Only what a function gives as a whole can be undefined for want of a return.
  const why = at === "" && is === "undefined" ? " Is a return missing?" : "";
  const message = `${placeNamed(at)} should be ${wanted}; it is ${is}.${why}`;
  return { broken: { code: "wrong-type", message, at } };
}

const wrongLength = (
  axis: string,
  length: number,
  returned: readonly Returned[],
  sizes: Sizes,
  at: string,
): Conformed => ({ broken: lengthFault(axis, length, returned.length, at, sizes) });

function lengthFault(axis: string, length: number, mine: number, at: string, sizes?: Sizes): Nonconformity {
  const size = axis === "" || /^\d+$/.test(axis) ? `${length}` : `${axis} = ${length}`;
  const [other, ...more] = Object.entries(sizes ?? {}).filter(([, many]) => many === mine && many > 1);
  const alike = other === undefined || more.length > 0 ? "" : `, as many as ${other[0]}`;
  const message = `${placeNamed(at)} has ${entries(mine)}${alike}; expected ${size}.`;
  return { code: "wrong-shape", message, at };
}

const entries = (n: number): string => (n === 1 ? "1 entry" : `${n} entries`);

/** A returned value in a few words: "a vector of 3", "a 2 x 3 matrix", "a string". */
export function nameOf(returned: Returned): string {
  if (typeof returned === "number") return "a number";
  if (typeof returned === "string") return "a string";
  if (typeof returned === "boolean") return `${returned}`;
  if (Array.isArray(returned)) {
    const widths = new Set(returned.map((row) => (Array.isArray(row) ? row.length : -1)));
    const [width = -1] = widths;
    if (widths.size === 1 && width >= 0) return `a ${returned.length} x ${width} matrix`;
    return returned.length === 0 ? "an empty list" : `a list of ${entries(returned.length)}`;
  }
  if (isIterated(returned)) return returned.iterable;
  return isForeign(returned) ? returned.foreign : "an object";
}

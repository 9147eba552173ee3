/**
 * Holds what came back against the declared type: only numbers in the declared structure go on.
 */
import { axes, type Sizes, sizeOf, type Type } from "../exercise/types.ts";
import { isForeign, type Returned, type Value } from "../value.ts";

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
    case "list": {
      if (!Array.isArray(returned)) return wrongType("a list", returned, at);
      const length = sizeOf(type.length, sizes);
      if (length !== undefined && returned.length !== length)
        return wrongLength(type.length, length, returned, at);
      return conformAll(returned, () => type.of, sizes, at);
    }
    case "tuple":
      if (!Array.isArray(returned)) return wrongType(`a list of ${type.items.length} values`, returned, at);
      if (returned.length !== type.items.length) return wrongLength("", type.items.length, returned, at);
      return conformAll(returned, (i) => type.items[i] as Type, sizes, at);
    case "record": {
      const names = Object.keys(type.fields);
      if (typeof returned !== "object" || Array.isArray(returned) || isForeign(returned)) {
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
  const wanted = inner.length === 0 ? "a vector (number[])" : "a matrix (number[][])";
  if (!Array.isArray(returned)) return wrongType(wanted, returned, at);
  // [[1, 2]] for [1, 2], or the other way round: the kind says more than the length.
  const isNested = (entry: Returned): boolean => Array.isArray(entry);
  if (returned.length > 0 && (inner.length === 0 ? returned.every(isNested) : !returned.some(isNested))) {
    return wrongType(wanted, returned, at);
  }
  const length = sizeOf(axis, sizes);
  if (length !== undefined && returned.length !== length) return wrongLength(axis, length, returned, at);
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

function wrongLength(axis: string, length: number, returned: readonly Returned[], at: string): Conformed {
  const size = axis === "" || /^\d+$/.test(axis) ? `${length}` : `${axis} = ${length}`;
  const message = `${placeNamed(at)} has ${entries(returned.length)}; expected ${size}.`;
  return { broken: { code: "wrong-shape", message, at } };
}

const entries = (n: number): string => (n === 1 ? "1 entry" : `${n} entries`);

/** A returned value in a few words: "a vector of 3", "a 2 x 3 matrix", "a string". */
export function nameOf(returned: Returned): string {
  if (typeof returned === "number") return "a number";
  if (typeof returned === "boolean") return `${returned}`;
  if (Array.isArray(returned)) {
    const widths = new Set(returned.map((row) => (Array.isArray(row) ? row.length : -1)));
    const [width = -1] = widths;
    if (widths.size === 1 && width >= 0) return `a ${returned.length} x ${width} matrix`;
    return returned.length === 0 ? "an empty list" : `a list of ${entries(returned.length)}`;
  }
  return isForeign(returned) ? returned.foreign : "an object";
}

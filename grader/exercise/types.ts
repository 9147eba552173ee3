/**
 * The declared types of arguments and results. One shape string, such as "n d", serves the generator of
 * inputs, the check of outputs and the symbol table of the page.
 */

/** What the entries of a tensor can be. */
export type Domain =
  | "real"
  | "positive"
  | "probability"
  /** ±1 */
  | "sign"
  /** 0 or 1 */
  | "binary"
  /** 0 … k−1 */
  | "label"
  /** rows with a single 1 */
  | "one-hot"
  | "integer";

export type Type =
  | { readonly kind: "tensor"; readonly shape: string; readonly domain: Domain }
  | { readonly kind: "text" }
  | { readonly kind: "boolean" }
  | { readonly kind: "function" }
  /** A list, or anything else that gives its items one by one. */
  | { readonly kind: "iterable"; readonly of: Type; readonly length: string }
  | { readonly kind: "list"; readonly of: Type; readonly length: string }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, Type>> }
  /** Vectors and matrices under names that only the inputs know. */
  | { readonly kind: "tensors" };

/** Sizes by name, such as { n: 3, d: 4 }. */
export type Sizes = Readonly<Record<string, number>>;

/** A number. */
/** Whether entries may be any number of a range, and are no classes, labels or counts. */
export const isOfReals = (type: Type): boolean =>
  type.kind === "tensor" && ["real", "positive", "probability"].includes(type.domain);

export const scalar = (domain: Domain = "real"): Type => ({ kind: "tensor", shape: "", domain });
/** A list of n numbers. */
export const vector = (shape: string, domain: Domain = "real"): Type => ({ kind: "tensor", shape, domain });
/** Rows of numbers, one example a row; "n d" has n rows and d columns. */
export const matrix = (shape: string, domain: Domain = "real"): Type => ({ kind: "tensor", shape, domain });
/** A list, a generator or anything that can be looped over; `length` is as of a list. */
export const iterable = (of: Type, length: string): Type => ({ kind: "iterable", of, length });
/** A list of values of one type; `length` is a size's name or a number. */
export const list = (of: Type, length: string): Type => ({ kind: "list", of, length });
/** A fixed list of values, each of its own type. */
export const tuple = (...items: Type[]): Type => ({ kind: "tuple", items });
/** Named values. */
export const record = (fields: Readonly<Record<string, Type>>): Type => ({ kind: "record", fields });

const read = new Map<string, readonly string[]>();

/** The names of the sizes in a shape string. Declarations have few of them, and each is read once. */
export function axes(shape: string): readonly string[] {
  const known = read.get(shape) ?? shape.split(" ").filter((axis) => axis !== "");
  read.set(shape, known);
  return known;
}

/** Whether a length is a size's bare name, and no number or sum. */
export const isSizeName = (axis: string): boolean => /^[A-Za-z]\w*$/.test(axis);

/** All lengths that a type mentions, as it writes them: "n", "3", "epochs+1", "N^2". */
export function lengthsIn(type: Type): readonly string[] {
  switch (type.kind) {
    case "tensor":
      return axes(type.shape);
    case "text":
    case "boolean":
    case "function":
    case "tensors":
      return [];
    case "list":
    case "iterable":
      return [type.length, ...lengthsIn(type.of)];
    case "tuple":
      return type.items.flatMap(lengthsIn);
    case "record":
      return Object.values(type.fields).flatMap(lengthsIn);
  }
}

/** Names of the sizes that a type mentions. */
export const axesIn = (type: Type): readonly string[] => lengthsIn(type).filter(isSizeName);

/** The name in a length: "epochs" of "epochs+1", "N" of "N^2". */
export const sizeNameIn = (length: string): string => /^[A-Za-z]\w*/.exec(length)?.[0] ?? "";

/** A size by its name, by name and addend such as "epochs+1", as a square such as "N^2", or the number that the name spells. */
export function sizeOf(axis: string, sizes: Sizes): number | undefined {
  if (Object.hasOwn(sizes, axis)) return sizes[axis];
  if (/^\d+$/.test(axis)) return Number(axis);
  const size = sizes[sizeNameIn(axis)];
  if (size === undefined) return undefined;
  if (axis.endsWith("^2")) return size ** 2;
  const [, addend] = axis.split("+");
  return addend === undefined ? size : size + Number(addend);
}

/** Whether an answer of this type may give items one by one. */
export function hasIterable(type: Type): boolean {
  switch (type.kind) {
    case "iterable":
      return true;
    case "list":
      return hasIterable(type.of);
    case "tuple":
      return type.items.some(hasIterable);
    case "record":
      return Object.values(type.fields).some(hasIterable);
    default:
      return false;
  }
}

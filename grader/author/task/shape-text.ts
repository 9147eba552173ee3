/** Shapes and domains in words, for the tables of a task. */
import { axes, type Domain, type Type } from "../../exercise/types.ts";

/** "n", "n × d", "T of K × m", "3 functions"; nothing for a number. */
export function shapeText(type: Type): string {
  switch (type.kind) {
    case "tensor":
      return axes(type.shape).map(lengthText).join(" × ");
    case "text":
      return "text";
    case "boolean":
      return "true or false";
    case "function":
      return "function";
    case "record":
      return "record";
    case "tensors":
      return "vectors and matrices by name";
    case "tuple":
      return `[${type.items.map((item) => shapeText(item) || "number").join(", ")}]`;
    case "iterable":
      return `${listText(type)}, as a list or one by one`;
    case "list":
      return listText(type);
  }
}

function listText({ of: item, length: axis }: { readonly of: Type; readonly length: string }): string {
  const length = lengthText(axis);
  const of = shapeText(item);
  if (of === "") return length;
  return /^[a-z]+$/.test(of) && of.length > 1 ? `${length} ${of}s` : `${length} of ${of}`;
}

/** "epochs+1" → "epochs + 1", "N^2" → "N²" */
const lengthText = (length: string): string => length.replace("+", " + ").replace("^2", "²");

const DOMAINS: Readonly<Record<Domain, string>> = {
  real: "",
  positive: "above 0",
  probability: "from 0 to 1",
  sign: "−1 or 1",
  binary: "0 or 1",
  label: "0, 1, 2, …",
  "one-hot": "a single 1 a row, else 0",
  integer: "whole",
};

/** Which values the entries have; nothing for all real numbers. */
export const domainText = (type: Type): string =>
  type.kind === "tensor"
    ? DOMAINS[type.domain]
    : type.kind === "list" || type.kind === "iterable"
      ? domainText(type.of)
      : "";

/** The value that an argument has where it is left out. */
export const leftOutText = (standard: number | string | boolean | undefined): string =>
  standard === undefined ? "" : `; ${standard} where it is left out`;

import { describe } from "vitest";
import { edited, modelAnswer } from "../student.ts";
import { lineWith, told } from "./told.ts";

describe("a result that is no number says how it came about:", () => {
  told([
    [
      "async",
      "ex33",
      edited("ex33", ["export function pca", "export async function pca"]),
      "async-function",
      lineWith(modelAnswer("ex33"), "export function pca"),
      /leave the word async out/,
    ],
    [
      "no return",
      "ex09",
      edited("ex09", ["return sum / y.length;", "sum / y.length;"]),
      "return-missing",
      7,
      /it is undefined\. mseLoss has no return of its own/,
    ],
    [
      "printed",
      "ex09",
      edited("ex09", ["return sum / y.length;", "console.log(sum / y.length);"]),
      "printed-not-returned",
      12,
      /write return in its place/,
    ],
    [
      "a return alone",
      "ex10",
      edited("ex10", ["return (-2", "return\n    (-2"]),
      "return-on-its-own-line",
      6,
      /has to begin in the line of return/,
    ],
    [
      "rounded to a text",
      "ex09",
      edited("ex09", ["return sum / y.length;", "return (sum / y.length).toFixed(4);"]),
      "number-as-text",
      12,
      /toFixed makes a text/,
    ],
    [
      "function*",
      "ex14",
      edited("ex14", ["export function sigmoid(", "export function* sigmoid("]),
      "generator-function",
      1,
      /leave the \* out/,
    ],
    [
      "a list",
      "ex16",
      edited("ex16", ["let product = 1;", "return p.map((q) => q);\n  let product = 1;"]),
      "list-for-number",
      3,
      /is the sum over its entries missing/,
    ],
    [
      "not called",
      "ex09",
      edited("ex09", ["return sum / y.length;", "return predictLine;"]),
      "function-not-called",
      12,
      /predictLine\(…\) with its arguments/,
    ],
  ]);
});

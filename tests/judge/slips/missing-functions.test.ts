import { describe } from "vitest";
import { edited, modelAnswer } from "../student.ts";
import { lineWith, told } from "./told.ts";

describe("a function that is not there says where it is:", () => {
  told([
    [
      "as default",
      "ex44",
      edited("ex44", [
        "export function outputWeightGradient",
        "export default function outputWeightGradient",
      ]),
      "export-default",
      lineWith(modelAnswer("ex44"), "export function outputWeightGradient"),
      /without `default`/,
    ],
    [
      "by another name",
      "ex30",
      edited("ex30", ["export function updateCentroids", "export function update_centroids"]),
      "other-name",
      29,
      /you export update_centroids: write the name as the task does/,
    ],
    [
      "without export",
      "ex41",
      edited("ex41", ["export function softmax", "function softmax"]),
      "export-missing",
      3,
      /write `export function softmax`/,
    ],
    [
      "inside another, for want of a brace",
      "ex14",
      "export function sigmoid(z) {\n  return 1 / (1 + Math.exp(-z));\n\nfunction sigmoidPrime(z) {\n  return 0;\n}\n}\n",
      "function-inside-another",
      4,
      /stands inside sigmoid/,
    ],
    [
      "in a class",
      "ex10",
      "export class Solution {\n  static mseLossDw(x, y, w, b) {\n    return 0;\n  }\n}\n",
      "method-for-function",
      2,
      /is a method of a class/,
    ],
    [
      "as a number",
      "ex09",
      edited("ex09", ["export function mseLoss", "export const mseLoss = 5;\nfunction other"]),
      "no-function",
      7,
      /exported as a number/,
    ],
  ]);
});

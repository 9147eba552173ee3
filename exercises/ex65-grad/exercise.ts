import { row } from "../../grader/exercise/expressions.ts";
import { exercise, vector } from "../../grader/exercise/form.ts";
import { sum } from "../../reference/numbers/num.ts";
import value from "../ex64-autodiff/provided.ts?raw";
import { manyPlaces, onePlace, shown, slopeAt, twoPlaces, valueAt } from "./args.ts";
import { egradLaws, gradLaws, thriceLaws } from "./laws.ts";
import { egradMistakes, gradMistakes, thriceMistakes } from "./mistakes.ts";
import * as played from "./scenarios.ts";
import scenarios from "./scenarios.ts?raw";

const sigmoid = { constant: 1, program: [row("sigmoid", 1)] };

const square = { constant: 1, program: [row("mul", 1, 1)] };
const squareAndOne = { constant: 1, program: [row("mul", 1, 1), row("add", 2, -1, 1)] };

const grad = onePlace.gradient({
  scenario: played.grad,
  needs: ["grad"],
  of: { f: ({ x, ...f }) => valueAt(f, x) },
  by: "x",
  gives: "the derivative of f at x",
  show: shown(({ x }) => `grad(f)(${x})`),
  example: { x: 3, ...squareAndOne },
  edges: {
    "f does not look at x": {
      given: { x: 2, constant: 3, program: [row("neg", 0)] },
      says: "f gives −3 for every x, and no x is in it: its derivative is 0.",
    },
    "f gives x back": {
      given: { x: 2, constant: 3, program: [] },
      says: "The leaf is the output as well: its derivative by itself is 1.",
    },
    "relu at 0": {
      given: { x: 0, constant: 1, program: [row("relu", 1)] },
      says: "At the kink the course takes slope 0, as in ex64.",
    },
    "the sigmoid far out": {
      given: { x: 40, ...sigmoid },
      says: "The sigmoid is flat there: its slope is about 4·10⁻¹⁸, which is as good as 0.",
    },
    "the sigmoid far out on the other side": {
      given: { x: -800, ...sigmoid },
      says: "e to the power of 800 is larger than any number. The slope is 0.",
    },
  },
  laws: gradLaws,
  mistakes: gradMistakes,
});

const egrad = manyPlaces.gradient({
  scenario: played.egrad,
  needs: ["egrad"],
  of: { "the sum of f over the entries": ({ x, ...f }) => sum(x.map((xi) => valueAt(f, xi))) },
  by: "x",
  gives: "the derivative of f at each entry of x",
  show: shown(({ x }) => `egrad(f)([${x.join(", ")}])`),
  example: { x: [3, 0, -1], ...squareAndOne },
  edges: {
    "one entry": {
      given: { x: [-1.5], ...square },
      says: "A list of one number has a list of one derivative.",
    },
    "no entry": { given: { x: [], ...square }, says: "The list is empty, too." },
    "equal entries": {
      given: { x: [2, 2, 2], ...square },
      says: "Equal entries have equal derivatives: of x·x at 2 it is 4, each time.",
    },
    "f does not look at x": {
      given: { x: [1, -2], constant: 3, program: [row("neg", 0)] },
      says: "f gives −3 for every x: each derivative is 0.",
    },
  },
  laws: egradLaws,
  mistakes: egradMistakes,
});

const thrice = twoPlaces.answer({
  scenario: played.thrice,
  needs: ["grad"],
  returns: vector("3", "what one `grad(f)` gives at x, then at another place, then at x again"),
  is: ({ x, next, ...f }) => [slopeAt(f, x), slopeAt(f, next), slopeAt(f, x)],
  show: shown(({ x, next }) => `const slope = grad(f);\n[slope(${x}), slope(${next}), slope(${x})]`),
  edges: {
    "the same place three times": {
      given: { x: 3, next: 3, ...square },
      says: "The derivative of x·x at 3 is 6, at every call.",
    },
  },
  laws: thriceLaws,
  mistakes: thriceMistakes,
});

export default exercise({
  title: "grad and elementwise grad of a function",
  unit: 11,
  source: "Machine Learning Visualized, 0.4.4",
  requires: ["ex64", "ex14"],
  derivation: "reverse-mode",
  minutes: 20,
  points: 20,
  uses: { "ex64-autodiff": value },
  exports: { grad: "function", egrad: "function" },
  scenarios,
  symbols: { n: "number of entries of x", k: "number of operations in f" },
  functions: { grad, egrad, thrice },
  hints: [
    "f takes a Value and gives a Value. What do you hand it, where it is asked about a number? And what do you know about the result that f itself does not?",
    "After one sweep back from what f gives, in which object does the derivative by x stand? What does that object hold if the sweep is made a second time?",
    "grad gives a function of x. In it: make a new Value of x, hand it to f, call backward() on the result, return the grad of the Value that you made. egrad does that for each entry of x, each with a Value of its own.",
  ],
});

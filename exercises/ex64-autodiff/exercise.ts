import { type Program, row } from "../../grader/exercise/expressions.ts";
import { equal, exercise, scalar, scaled, vector } from "../../grader/exercise/form.ts";
import { expressionValue } from "../../reference/functions/expression.ts";
import { expressionText, leafNames } from "../../reference/functions/expression-text.ts";
import { type Num, num, sum } from "../../reference/numbers/num.ts";
import { gradient, type Lifted, plainOf } from "../../reference/numbers/tracked.ts";
import { anyExpression, type Chain, chain, diamondExpression, type Expression, twoCalls } from "./args.ts";
import { forwardEdges, gradEdges, of } from "./edges.ts";
import { diamondLaws, forwardLaws, gradLaws } from "./laws.ts";
import { deepMistakes, diamondMistakes, forwardMistakes, gradMistakes, twiceMistakes } from "./mistakes.ts";
import * as played from "./scenarios.ts";
import scenarios from "./scenarios.ts?raw";

const resultOf = ({ leaves, program }: Lifted<Expression>): Num =>
  expressionValue(leaves, plainOf(program) as Program);

function chainValue({ x, factor, steps }: Lifted<Chain>): Num {
  let y = x;
  for (let i = 0; i < steps.value; i++) y = y.times(factor).plus(x);
  return y;
}

const byLeaves = { of: { "the expression": resultOf }, by: ({ leaves }: Lifted<Expression>) => leaves };

/** How a finding shows an expression: as the code that builds it. */
const shown =
  (ending: (leaves: readonly string[]) => readonly string[]) =>
  ({ leaves, program }: Expression): string =>
    [...expressionText(leaves, program), ...ending(leafNames(leaves.length))].join("\n");

const gradientsShown = (names: readonly string[]): string =>
  `[${names.map((name) => `${name}.grad`).join(", ")}]`;
const showGradient = shown((names) => ["y.backward();", gradientsShown(names)]);

const forward = anyExpression.answer({
  scenario: played.forward,
  returns: scalar("the value of expressions"),
  is: resultOf,
  show: shown(() => ["y.data"]),
  edges: forwardEdges,
  laws: forwardLaws,
  mistakes: forwardMistakes,
});

const grad = anyExpression.gradient({
  scenario: played.grad,
  ...byLeaves,
  returns: vector("n", "the gradient by all leaves"),
  show: showGradient,
  edges: gradEdges,
  laws: gradLaws,
  mistakes: gradMistakes,
});

const diamond = diamondExpression.gradient({
  scenario: played.diamond,
  ...byLeaves,
  returns: vector("n", "the gradient where two ways of different length lead back to one value"),
  show: showGradient,
  edges: {
    "two ways of equal length": {
      given: of([0.5, 2], row("mul", 0, 1), row("tanh", 2), row("exp", 2), row("add", 3, 4)),
      says: "Both ways lead back to the product: it collects two parts before it passes them on.",
    },
    "a short way and a long one": {
      given: of(
        [0.5, 2],
        row("mul", 0, 1),
        row("neg", 2),
        row("exp", 3),
        row("pow", 4, -1, 2),
        row("mul", 2, 5),
      ),
      says: "A node may pass its adjoint on only when all that was made of it have passed on theirs.",
    },
  },
  laws: diamondLaws,
  mistakes: diamondMistakes,
});

const twice = twoCalls.answer<number[]>({
  scenario: played.twice,
  returns: vector("n", "what the leaves hold after two calls of `backward()`, with and without zeroing"),
  is: (given, { zeroed }) =>
    (gradient(resultOf(given), given.leaves) as Num[]).map((entry) => entry.times(zeroed === 1 ? 1 : 2)),
  show: ({ zeroed, ...given }) =>
    shown((names) => [
      "y.backward();",
      ...(zeroed === 1 ? [`${names.map((name) => `${name}.grad`).join(" = ")} = 0;`] : []),
      "y.backward();",
      gradientsShown(names),
    ])(given),
  edges: {
    "a leaf alone": {
      given: { ...of([3]), zeroed: 0 },
      says: "Each call adds 1 to the leaf: after two calls it holds 2.",
    },
    "one operation": {
      given: { ...of([2, 3], row("mul", 0, 1)), zeroed: 0 },
      says: "Each call adds to a factor the other factor: after two calls it holds twice that.",
    },
  },
  laws: {
    "without zeroing, the leaves hold twice what they hold with it": (f) => {
      const zeroed = f({ zeroed: 1 });
      return equal(f({ zeroed: 0 }), scaled(zeroed, 2));
    },
  },
  mistakes: twiceMistakes,
});

const deep = chain.gradient({
  scenario: played.deep,
  of: { "the chain": chainValue },
  by: "x",
  gives: "dy/dx in a chain of many operations, y ← y·factor + x",
  show: ({ x, factor, steps }) =>
    [
      `const x = new Value(${x});`,
      "let y = x;",
      `for (let i = 0; i < ${steps}; i++) y = y.mul(${factor}).add(x);`,
      "y.backward();",
      "x.grad",
    ].join("\n"),
  edges: {
    "no steps": { given: { x: 2, factor: 0.5, steps: 0 }, says: "y is x itself: the derivative is 1." },
    "20,000 operations deep": {
      given: { x: 0.5, factor: 0.5, steps: 10_000 },
      expected: 2,
      says: "The chain is 20,000 operations deep.",
      ifThrew:
        "A function that calls itself once a node runs out of stack. A list of nodes still to visit does not.",
    },
  },
  laws: {
    "the derivative is the sum of the powers of the factor up to the number of steps": (
      f,
      { factor, steps },
    ) => equal(f(), sum(Array.from({ length: steps + 1 }, (_, i) => num(factor).power(i)))),
    "the chain is linear in x, so that its derivative is the same at every x": (f, { x }) => {
      const here = f();
      return equal(f({ x: x - 1 }), here);
    },
  },
  mistakes: deepMistakes,
});

export default exercise({
  title: "Scalar reverse-mode automatic differentiation",
  unit: 11,
  source:
    "ml_with_pytorch_book_part2, what is automatic differentiation; Machine Learning Visualized, 0.4.4; Building FeedForward Networks with Pytorch, Into to Pytorch AutoGrad",
  requires: ["ex04", "ex37"],
  derivation: "reverse-mode",
  minutes: 90,
  symbols: { n: "number of leaves", k: "number of operations" },
  exports: { Value: "class" },
  scenarios,
  functions: { forward, grad, diamond, twice, deep },
  nouns: {
    b: "the other operand",
    data: "data",
    slope: "the local slope",
    quotient: "the quotient",
    adjoint: "what flows back",
    e: "the exponential",
    t: "the tanh",
    s: "the sigmoid",
    grad: "grad",
    order: "the order of the nodes",
    adjoints: "what flows back",
    upwards: "the order of the nodes",
  },
  hints: [
    "What must a value remember when it is made, so that later, knowing only the derivative of the output by it, it can tell its operands theirs? Write that down for a product first.",
    "If a value is used twice, its derivative has two parts. When may it pass its own on: after the first part or after the last? How do you order the nodes so that this is always so, and what in that order must not depend on the depth of the graph?",
    "Give each value its operands and the slope by each. backward: list all nodes behind the output, each after its operands, with a stack of your own; start with 1 at the output and 0 elsewhere; walk the list from the end and add adjoint·slope to each operand. Keep these adjoints apart from grad, and add them to it at the end.",
  ],
});

import { define, defineExercise, type Edge, type InputsOf } from "../../grader/exercise/exercise.ts";
import {
  aDiamond,
  isUsable,
  type Program,
  row,
  someLeaves,
  someOperations,
} from "../../grader/exercise/expressions.ts";
import { aNumber, drawn } from "../../grader/exercise/inputs.ts";
import { equal } from "../../grader/exercise/relations.ts";
import { scalar, vector } from "../../grader/exercise/types.ts";
import { expressionValue } from "../../reference/expression.ts";
import { expressionText, leafNames } from "../../reference/expression-text.ts";
import { type Num, num, sum } from "../../reference/num.ts";
import { gradient, type Lifted, lift, plainOf } from "../../reference/tracked.ts";
import { forwardLaws, gradLaws, scaledByThree } from "./laws.ts";
import * as played from "./scenarios.ts";
import scenarios from "./scenarios.ts?raw";

const anyExpression = { leaves: someLeaves, program: someOperations };
const diamondExpression = { leaves: someLeaves, program: aDiamond };
const flag = drawn(scalar("binary"), (draw) => draw.integer(0, 1));
const twoCalls = { ...anyExpression, zeroed: flag };
const chain = {
  x: aNumber(),
  factor: drawn(scalar(), (draw) => draw.pick([-1, 1]) * draw.between(0.25, 0.75)),
  steps: drawn(scalar("integer"), (draw) => draw.integer(2, 6)),
};

export type Expression = InputsOf<typeof anyExpression>;
export type TwoCalls = InputsOf<typeof twoCalls>;
export type Chain = InputsOf<typeof chain>;

const resultOf = ({ leaves, program }: Lifted<Expression>): Num =>
  expressionValue(leaves, plainOf(program) as Program);

const gradientOf = (given: Expression): Num[] => {
  const lifted = lift(given);
  return gradient(resultOf(lifted), lifted.leaves) as Num[];
};

function chainValue({ x, factor, steps }: Lifted<Chain>): Num {
  let y = x;
  for (let i = 0; i < steps.value; i++) y = y.times(factor).plus(x);
  return y;
}

const accepts = ({ leaves, program }: Expression): boolean => isUsable(leaves, program);

const PLUS_INFINITY = Number.POSITIVE_INFINITY;
const MINUS_INFINITY = Number.NEGATIVE_INFINITY;

/** Where slopes of a power go wrong: exponents that are treated apart, each at bases of either sign and at 0. */
const powerEdges: Record<string, Edge<Expression>> = Object.fromEntries(
  [
    { base: 1.5, exponents: [0, 1, 2, 3, -1, -2, 0.5, 1.5] },
    { base: -1.5, exponents: [0, 1, 2, 3, -1, -2] },
    { base: 0, exponents: [0, 1, 2, 3, 1.5] },
  ].flatMap(({ base, exponents }) =>
    exponents.map((k) => [
      `${base} to the power of ${k}`,
      {
        given: { leaves: [base], program: [row("pow", 0, -1, k)] },
        ...(base === 0
          ? { says: "The slope is k·x^(k−1) also where x^k/x would be 0/0; with k = 0 it is 0." }
          : {}),
      },
    ]),
  ),
);

/** An operand that is 0 is an operand: x·0 + x − 0 + 0. */
const zeroOperand: Edge<Expression> = {
  given: {
    leaves: [2, 0],
    program: [row("mul", 0, 1), row("add", 2, 0), row("sub", 3, 1), row("add", 4, -1, 0)],
  },
  says: "An operand may be 0: it is there all the same.",
};

const forwardEdges: Record<string, Edge<Expression>> = {
  "a leaf alone": { given: { leaves: [3], program: [] } },
  "0 as operand": zeroOperand,
  ...powerEdges,
  "plain numbers as operands": {
    given: {
      leaves: [1.5],
      program: [row("add", 0, -1, 3), row("mul", 1, -1, 2), row("sub", 2, -1, 1), row("div", 3, -1, 4)],
    },
    says: "An operand may be a plain number. It counts as a constant.",
  },
  "relu at 0": { given: { leaves: [0], program: [row("relu", 0)] } },
  "a negative power of 0": {
    given: { leaves: [0], program: [row("pow", 0, -1, -1)] },
    expected: PLUS_INFINITY,
  },
  "a fractional power of 0": { given: { leaves: [0], program: [row("pow", 0, -1, 0.5)] }, expected: 0 },
  "the logarithm of 0": {
    given: { leaves: [0, 2], program: [row("log", 0), row("mul", 2, 1)] },
    expected: MINUS_INFINITY,
    says: "log 0 is −Infinity, and twice that as well. It is passed on, not hidden.",
  },
};

/** x + x, doubled again and again: two ways through every node. */
const DOUBLINGS = 40;
const doublings = Array.from({ length: DOUBLINGS }, (_, i) => row("add", i, i));

const gradEdges: Record<string, Edge<Expression>> = {
  "a leaf alone": {
    given: { leaves: [3], program: [] },
    says: "The derivative of a leaf by itself is 1.",
  },
  "a leaf that is not used": { given: { leaves: [2, 5], program: [row("mul", 0, 0)] } },
  "0 as operand": zeroOperand,
  ...powerEdges,
  "plain numbers as operands": {
    given: {
      leaves: [1.5],
      program: [row("add", 0, -1, 3), row("mul", 1, -1, 2), row("sub", 2, -1, 1), row("div", 3, -1, 4)],
    },
    says: "An operand may be a plain number. It counts as a constant.",
  },
  "relu at 0": {
    given: { leaves: [0], program: [row("relu", 0)] },
    says: "At the kink the course takes slope 0.",
  },
  "a negative power of 0": {
    given: { leaves: [0], program: [row("pow", 0, -1, -1)] },
    expected: [MINUS_INFINITY],
  },
  "a fractional power of 0": {
    given: { leaves: [0], program: [row("pow", 0, -1, 0.5)] },
    expected: [PLUS_INFINITY],
  },
  "the logarithm of 0": {
    given: { leaves: [0, 2], program: [row("log", 0), row("mul", 2, 1)] },
    expected: [PLUS_INFINITY, MINUS_INFINITY],
    says: "The slope 1/0 is Infinity. It is passed on, not hidden.",
  },
  "doubled forty times": {
    given: { leaves: [1], program: doublings },
    expected: [2 ** DOUBLINGS],
    says: "Each node is visited once; there are 2^40 ways back to x.",
  },
};

const shown =
  (ending: (leaves: readonly string[]) => readonly string[]) =>
  ({ leaves, program }: Expression): string =>
    [...expressionText(leaves, program), ...ending(leafNames(leaves.length))].join("\n");

const gradientsShown = (names: readonly string[]): string =>
  `[${names.map((name) => `${name}.grad`).join(", ")}]`;
const showGradient = shown((names) => ["y.backward();", gradientsShown(names)]);

export default defineExercise({
  title: "Scalar reverse-mode automatic differentiation",
  unit: 11,
  unitTitle: "Automatic differentiation and modules",
  source:
    "ml_with_pytorch_book_part2, what is automatic differentiation; Machine Learning Visualized, 0.4.4; Building FeedForward Networks with Pytorch, Into to Pytorch AutoGrad",
  requires: ["ex04", "ex37"],
  derivation: "reverse-mode",
  symbols: {
    leaves: "the numbers that an expression starts from",
    program: "its operations in order, one a row: code, first operand, second operand or −1, number",
    zeroed: "1 if the gradients of the leaves are set to 0 between two calls of backward, else 0",
    x: "the leaf of the chain y ← y·factor + x",
    factor: "what each step of the chain multiplies by",
    steps: "how many steps the chain has; each is two operations",
    n: "number of leaves",
    k: "number of operations",
  },
  exports: { Value: "class" },
  scenarios,
  functions: {
    forward: define<Expression>({
      scenario: played.forward,
      inputs: anyExpression,
      returns: scalar(),
      sizes: { n: [2, 4], k: [5, 8] },
      accepts,
      reference: (given) => resultOf(lift(given)),
      show: shown(() => ["y.data"]),
      edges: forwardEdges,
      laws: forwardLaws,
    }),
    grad: define<Expression>({
      scenario: played.grad,
      inputs: anyExpression,
      returns: vector("n"),
      sizes: { n: [2, 4], k: [5, 8] },
      accepts,
      gradient: { name: "the expression", of: resultOf, by: ({ leaves }) => leaves },
      show: showGradient,
      edges: gradEdges,
      laws: gradLaws,
    }),
    diamond: define<Expression>({
      scenario: played.diamond,
      inputs: diamondExpression,
      returns: vector("n"),
      sizes: { n: [2, 3], k: [5, 7] },
      accepts,
      gradient: { name: "the expression", of: resultOf, by: ({ leaves }) => leaves },
      show: showGradient,
      edges: {
        "two ways of equal length": {
          given: {
            leaves: [0.5, 2],
            program: [row("mul", 0, 1), row("tanh", 2), row("exp", 2), row("add", 3, 4)],
          },
        },
        "a short way and a long one": {
          given: {
            leaves: [0.5, 2],
            program: [row("mul", 0, 1), row("neg", 2), row("exp", 3), row("pow", 4, -1, 2), row("mul", 2, 5)],
          },
          says: "A node may pass its adjoint on only when all that was made of it have passed on theirs.",
        },
      },
      laws: [
        scaledByThree,
        {
          says: "it does not matter which of the two ways is named first",
          calls: (given) => {
            const [code, first, second, number] = given.program.at(-1)!;
            const turned = [code!, second!, first!, number!];
            return [given, { ...given, program: [...given.program.slice(0, -1), turned] }];
          },
          holds: ([before, after]: Num[][]) => equal(after!, before!),
        },
      ],
    }),
    twice: define<TwoCalls>({
      scenario: played.twice,
      inputs: twoCalls,
      returns: vector("n"),
      sizes: { n: [2, 4], k: [5, 8] },
      accepts,
      reference: (given) => gradientOf(given).map((entry) => entry.times(given.zeroed === 1 ? 1 : 2)),
      show: ({ zeroed, ...given }) =>
        shown((names) => [
          "y.backward();",
          ...(zeroed === 1 ? [`${names.map((name) => `${name}.grad`).join(" = ")} = 0;`] : []),
          "y.backward();",
          gradientsShown(names),
        ])(given),
      edges: {
        "a leaf alone": { given: { leaves: [3], program: [], zeroed: 0 } },
        "one operation": { given: { leaves: [2, 3], program: [row("mul", 0, 1)], zeroed: 0 } },
      },
      laws: [
        {
          says: "without zeroing, the leaves hold twice what they hold with it",
          calls: (given) => [
            { ...given, zeroed: 1 },
            { ...given, zeroed: 0 },
          ],
          holds: ([zeroed, kept]: Num[][]) =>
            equal(
              kept!,
              zeroed!.map((entry) => entry.times(2)),
            ),
        },
      ],
    }),
    deep: define<Chain>({
      scenario: played.deep,
      inputs: chain,
      returns: scalar(),
      gradient: { name: "the chain", of: chainValue, by: ({ x }) => x },
      show: ({ x, factor, steps }) =>
        [
          `const x = new Value(${x});`,
          "let y = x;",
          `for (let i = 0; i < ${steps}; i++) y = y.mul(${factor}).add(x);`,
          "y.backward();",
          "x.grad",
        ].join("\n"),
      edges: {
        "no steps": { given: { x: 2, factor: 0.5, steps: 0 } },
        "20 000 operations deep": {
          given: { x: 0.5, factor: 0.5, steps: 10_000 },
          expected: 2,
          says: "The chain is 20 000 operations deep.",
          ifThrew:
            "A function that calls itself once a node runs out of stack. A list of nodes still to visit does not.",
        },
      },
      laws: [
        {
          says: "the derivative is the sum of the powers of the factor up to the number of steps",
          calls: (given) => [given],
          holds: ([slope]: Num[], { factor, steps }) =>
            equal(slope!, sum(Array.from({ length: steps + 1 }, (_, i) => num(factor).power(i)))),
        },
        {
          says: "the chain is linear in x, so that its derivative is the same at every x",
          calls: (given) => [given, { ...given, x: given.x - 1 }],
          holds: ([here, there]: Num[]) => equal(there!, here!),
        },
      ],
    }),
  },
  hints: [
    "What must a value remember when it is made, so that later, knowing only the derivative of the output by it, it can tell its operands theirs? Write that down for a product first.",
    "If a value is used twice, its derivative has two parts. When may it pass its own on: after the first part or after the last? How do you order the nodes so that this is always so, and what in that order must not depend on the depth of the graph?",
    "Give each value its operands and the slope by each. backward: list all nodes behind the output, each after its operands, with a stack of your own; start with 1 at the output and 0 elsewhere; walk the list from the end and add adjoint·slope to each operand. Keep these adjoints apart from grad, and add them to it at the end.",
  ],
});

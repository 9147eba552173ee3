/** Wrong answers that students write, by function. */
import { curedBy, type Mistakes, times } from "../../grader/exercise/form.ts";
import type { Chain, Expression, TwoCalls } from "./args.ts";
import {
  accumulate,
  asDiscovered,
  breadthFirst,
  type Change,
  type Collect,
  composedGraphOf,
  countedAgain,
  downwards,
  graphOf,
  lastOperandFirst,
  leftOver,
  type Node,
  onceAWay,
  overwrite,
  swept,
  throughFirstOperands,
  upwards,
} from "./graph.ts";

const overwritten = {
  step: 4,
  says: "Gradients are overwritten. A value that is used twice has a derivative of two parts, and they add up: += in place of =.",
};
const discoveryOrder = {
  step: 5,
  says: "Nodes are visited in the order in which they are discovered. A node may pass its adjoint on only after all that was made of it: list each number after its operands, and walk the list from the end.",
};
const onceForEachWay = {
  step: 5,
  says: "A node stands in the list once for each way that leads to it, and passes on what it holds each time. Note which nodes were met, and put each into the list once.",
};
const oldAdjoints = {
  step: 6,
  says: "What inner nodes hold from the first call flows down again in the second. The adjoints of a call start from 0; only what it finds is added to grad.",
};
const leavesFirst = {
  step: 5,
  says: "The sweep begins at the leaves, when the output has passed nothing on yet. It starts at the output: walk the list of numbers, each after its operands, from the end.",
};
const neverMultiplied = {
  step: 3,
  says: "Each operation passes on its slopes alone. The chain rule multiplies them by the adjoint that came from above.",
};

const valueWith =
  (value: Change<number>) =>
  (given: Expression): number =>
    graphOf(given, { value }).at(-1)!.value;

export const forwardMistakes: Mistakes<Expression, number> = curedBy(2, {
  "power-as-a-product": {
    is: valueWith({ pow: (a, k) => k * a }),
    says: "pow multiplies by k. x to the power of k is x ** k.",
  },
  "difference-turned-round": {
    is: valueWith({ sub: (a, b) => b - a }),
    says: "sub subtracts the wrong way round. a.sub(b) is a − b.",
  },
  "quotient-turned-round": {
    is: valueWith({ div: (a, b) => b / a }),
    says: "div divides the wrong way round. a.div(b) is a/b.",
  },
  "logarithm-to-base-ten": {
    is: valueWith({ log: Math.log10 }),
    says: "log is the logarithm to base 10. Here it is the natural one, which undoes exp.",
  },
});

const withSlopes =
  (slopes: Change<readonly number[]>) =>
  (given: Expression): number[] =>
    swept(given, graphOf(given, { slopes }));

/** A sweep that differs in its order, or in how gradients are collected. */
const sweptBy =
  (
    order: (nodes: readonly Node[]) => number[],
    collect?: Collect,
    graph: (given: Expression) => readonly Node[] = graphOf,
  ) =>
  (given: Expression): number[] => {
    const nodes = graph(given);
    return swept(given, nodes, order(nodes), collect);
  };

/** Which part is overwritten depends on the order of the sweep, and on what operations are made of. */
const overwrittenFrom = (quotients: boolean) => ({
  is: sweptBy(lastOperandFirst, overwrite, (given: Expression) => composedGraphOf(given, quotients)),
  ...overwritten,
});

export const gradMistakes: Mistakes<Expression, number[]> = {
  overwritten: { is: sweptBy(downwards, overwrite), ...overwritten },
  "overwritten-with-composed-differences": overwrittenFrom(false),
  "overwritten-with-composed-quotients": overwrittenFrom(true),
  "product-rule-with-own-value": {
    is: withSlopes({ mul: (a, b) => [a, b] }),
    step: 2,
    says: "Each factor gets its own value as slope. The derivative of a·b by a is the other factor, b.",
  },
  "exponent-not-lowered": {
    is: withSlopes({ pow: (a, k) => [k * a ** k] }),
    step: 2,
    says: "The exponent is not lowered. The derivative of x^k is k·x^(k−1).",
  },
  "square-of-tanh-forgotten": {
    is: withSlopes({ tanh: (a) => [1 - Math.tanh(a)] }),
    step: 2,
    says: "The slope of tanh is taken as 1 − t. It is 1 − t².",
  },
  "slope-of-tanh-at-its-value": {
    is: withSlopes({ tanh: (a) => [1 - Math.tanh(Math.tanh(a)) ** 2] }),
    step: 2,
    says: "tanh is applied a second time in its slope. 1 − t² takes the result t as it is.",
  },
  "gradient-for-the-other-factor": {
    is: withSlopes({ mul: () => [0, 0] }),
    step: 2,
    says: "No gradient passes through mul: its slope is taken to be the grad of the other factor, which is still 0. It is the other factor's data.",
  },
  "slope-of-tanh-at-its-operand": {
    is: withSlopes({ tanh: (a) => [1 - a * a] }),
    step: 2,
    says: "The slope of tanh is taken as 1 − x², of its operand. It is 1 − t², of the result t = tanh x.",
  },
  "exponent-not-a-factor": {
    is: withSlopes({ pow: (a, k) => [a ** (k - 1)] }),
    step: 2,
    says: "The factor k is missing in the slope of pow. The derivative of x^k is k·x^(k−1).",
  },
  "once-for-each-way": { is: sweptBy(onceAWay), ...onceForEachWay },
  "once-for-each-way-last-first": { is: sweptBy((nodes) => onceAWay(nodes, "last")), ...onceForEachWay },
  "second-operands-not-visited": {
    is: sweptBy(throughFirstOperands),
    step: 5,
    says: "Only first operands are visited, so that what stands behind a second one gets nothing. Visit all operands of each node.",
  },
  "first-operand-alone": {
    is: (given) => {
      const nodes = graphOf(given).map((node) => ({ ...node, inputs: node.inputs.slice(0, 1) }));
      return swept(given, nodes);
    },
    step: 3,
    says: "Only the first operand gets its part. What an operation of two is made of are both of them.",
  },
  "leaves-first": {
    is: ({ program, right }) => right.map((entry) => (program.length === 0 ? entry : 0)),
    ...leavesFirst,
  },
  "leaves-first-in-place": { is: sweptBy(upwards), ...leavesFirst },
  "seed-not-set": {
    is: times(0),
    step: 3,
    says: "Every gradient is 0: the sweep starts from 0. The derivative of the output by itself is 1.",
  },
  "upstream-not-multiplied-at-tanh": {
    is: sweptBy(
      downwards,
      (had, passed, slope, { operation }) => had + (operation === "tanh" ? slope : passed),
    ),
    step: 3,
    says: "tanh passes on its slope 1 − t² alone. The chain rule multiplies it by the adjoint that came from above.",
  },
  "upstream-never-multiplied": { is: sweptBy(downwards, (had, _, slope) => had + slope), ...neverMultiplied },
  "discovery-order": { is: sweptBy(asDiscovered), ...discoveryOrder },
  "discovery-order-of-composed-operations": {
    is: sweptBy(asDiscovered, accumulate, composedGraphOf),
    ...discoveryOrder,
  },
};

export const diamondMistakes: Mistakes<Expression, number[]> = {
  "discovery-order": { is: sweptBy(asDiscovered), ...discoveryOrder },
  "breadth-first-order": {
    is: sweptBy(breadthFirst),
    step: 5,
    says: "Nodes are visited level by level. Where two ways back have different lengths, the node in which they meet comes too early, before the longer way has arrived.",
  },
  "once-for-each-way": { is: sweptBy(onceAWay), ...onceForEachWay },
  "counted-again": {
    is: sweptBy(countedAgain),
    step: 5,
    says: "A node that is met twice passes on all it holds both times, so its first part counts twice. Each node passes on once, when it is complete.",
  },
  overwritten: { is: sweptBy(downwards, overwrite), ...overwritten },
};

export const twiceMistakes: Mistakes<TwoCalls, number[]> = {
  "old-adjoints-flow-again": { is: (given) => leftOver(given, graphOf(given)), ...oldAdjoints },
  "old-adjoints-flow-again-in-composed-operations": {
    is: (given) => leftOver(given, composedGraphOf(given)),
    ...oldAdjoints,
  },
  overwritten: { is: sweptBy(downwards, overwrite), ...overwritten },
  "seed-added-to-the-old-one": {
    is: (given) => leftOver(given, graphOf(given), (had) => had + 1),
    step: 6,
    says: "The second call starts from all that the first left behind, the seed included. The adjoints of a call start from 0, and from 1 at the output.",
  },
  "started-over": {
    is: ({ right, zeroed }) => right.map((entry) => (zeroed === 1 ? entry : entry / 2)),
    step: 6,
    says: "The second call forgets the first. Gradients accumulate over calls until they are set to 0 by hand.",
  },
};

export const deepMistakes: Mistakes<Chain, number> = {
  overwritten: { is: ({ factor, steps }) => factor ** steps, ...overwritten },
  "upstream-never-multiplied": { is: ({ factor, steps }) => steps + factor, ...neverMultiplied },
};

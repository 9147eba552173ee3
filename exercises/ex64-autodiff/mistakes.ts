import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import { row } from "../../grader/exercise/expressions.ts";
import { type Operation, stepOf } from "../../reference/expression.ts";
import type { Chain, Expression, TwoCalls } from "./exercise.ts";

type Case = MistakeCase<Expression, number[]>;
type ForwardCase = MistakeCase<Expression, number>;
type TwiceCase = MistakeCase<TwoCalls, number[]>;
type DeepCase = MistakeCase<Chain, number>;

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Value and slopes of each operation, plain. */
type Rule = (a: number, b: number) => { value: number; slopes: readonly number[] };
type Rules = Readonly<Record<Operation, Rule>>;

const rules: Rules = {
  add: (a, b) => ({ value: a + b, slopes: [1, 1] }),
  mul: (a, b) => ({ value: a * b, slopes: [b, a] }),
  sub: (a, b) => ({ value: a - b, slopes: [1, -1] }),
  div: (a, b) => ({ value: a / b, slopes: [1 / b, -a / (b * b)] }),
  neg: (a) => ({ value: -a, slopes: [-1] }),
  pow: (a, k) => ({ value: a ** k, slopes: [k * a ** (k - 1)] }),
  exp: (a) => ({ value: Math.exp(a), slopes: [Math.exp(a)] }),
  log: (a) => ({ value: Math.log(a), slopes: [1 / a] }),
  tanh: (a) => ({ value: Math.tanh(a), slopes: [1 - Math.tanh(a) ** 2] }),
  relu: (a) => ({ value: Math.max(0, a), slopes: [a > 0 ? 1 : 0] }),
  sigmoid: (a) => ({ value: logistic(a), slopes: [logistic(a) * (1 - logistic(a))] }),
};

/** A place of the graph: its value, and its operands with their slopes. */
interface Node {
  readonly value: number;
  readonly operation?: Operation;
  readonly inputs: readonly { readonly of: number; readonly slope: number }[];
}

function graphOf({ leaves, program }: Expression, changed: Partial<Rules> = {}): Node[] {
  const nodes: Node[] = leaves.map((value) => ({ value, inputs: [] }));
  for (const { operation, first, second, number } of program.map(stepOf)) {
    const b = second === undefined ? number : nodes[second]!.value;
    const { value, slopes } = (changed[operation] ?? rules[operation])(nodes[first]!.value, b);
    const places = second === undefined ? [first] : [first, second];
    nodes.push({ value, operation, inputs: places.map((of, i) => ({ of, slope: slopes[i]! })) });
  }
  return nodes;
}

/** The same with a − b made as a + (−b), and a/b as a·b⁻¹: more nodes, and the leaves in the same places. */
function composedGraphOf({ leaves, program }: Expression): Node[] {
  const moved = leaves.map((_, i) => i);
  const rows: number[][] = [];
  const made = (operation: Operation, first: number, second = -1, number = 0): number =>
    leaves.length + rows.push(row(operation, first, second, number)) - 1;
  for (const { operation, first, second, number } of program.map(stepOf)) {
    const [a, b] = [moved[first]!, second === undefined ? -1 : moved[second]!];
    if (operation === "sub" && b >= 0) moved.push(made("add", a, made("neg", b)));
    else if (operation === "div" && b >= 0) moved.push(made("mul", a, made("pow", b, -1, -1)));
    else moved.push(made(operation, a, b, number));
  }
  return graphOf({ leaves, program: rows });
}

/** The places behind the output, each before its operands. */
function downwards(nodes: readonly Node[]): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (place: number): void => {
    if (seen.has(place)) return;
    seen.add(place);
    for (const { of } of nodes[place]!.inputs) visit(of);
    order.unshift(place);
  };
  visit(nodes.length - 1);
  return order;
}

const last = (nodes: readonly unknown[]): number => nodes.length - 1;
const zeros = (nodes: readonly unknown[]): number[] => nodes.map(() => 0);

/** How an operand's gradient changes when a node passes on `passed`, of which `slope` is its own part. */
type Collect = (had: number, passed: number, slope: number, node: Node) => number;
const accumulate: Collect = (had, passed) => had + passed;

/** One reverse sweep in a given order, into `grads`. */
function sweep(
  nodes: readonly Node[],
  order: readonly number[],
  grads: number[],
  collect = accumulate,
): number[] {
  for (const place of order) {
    const node = nodes[place]!;
    for (const { of, slope } of node.inputs) {
      grads[of] = collect(grads[of]!, grads[place]! * slope, slope, node);
    }
  }
  return grads;
}

/** Gradients by a sweep with seed 1. */
function swept(nodes: readonly Node[], order = downwards(nodes), collect = accumulate): number[] {
  const grads = zeros(nodes);
  grads[last(nodes)] = 1;
  return sweep(nodes, order, grads, collect);
}

const ofLeaves = (grads: readonly number[], { leaves }: Expression): number[] =>
  grads.slice(0, leaves.length);

const overwrite: Collect = (_, passed) => passed;

/** Each node as soon as it is first met, and what it was made of after it. */
function asDiscovered(nodes: readonly Node[]): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (place: number): void => {
    if (seen.has(place)) return;
    seen.add(place);
    order.push(place);
    for (const { of } of nodes[place]!.inputs) visit(of);
  };
  visit(last(nodes));
  return order;
}

/** Level by level from the output. */
function breadthFirst(nodes: readonly Node[]): number[] {
  const order = [last(nodes)];
  const seen = new Set(order);
  for (let i = 0; i < order.length; i++) {
    for (const { of } of nodes[order[i]!]!.inputs) {
      if (!seen.has(of)) order.push(of);
      seen.add(of);
    }
  }
  return order;
}

/** Each node passes on all it holds, every time it is met. */
function countedAgain(nodes: readonly Node[]): number[] {
  const order: number[] = [];
  const visit = (place: number): void => {
    order.push(place);
    for (const of of new Set(nodes[place]!.inputs.map((input) => input.of))) visit(of);
  };
  visit(last(nodes));
  return order;
}

/** Two calls that keep what all nodes hold, the inner ones too. */
function leftOver(given: TwoCalls, nodes: readonly Node[], seed = (_: number) => 1): number[] {
  const grads = zeros(nodes);
  for (const call of [1, 2]) {
    if (call === 2 && given.zeroed === 1) grads.fill(0, 0, given.leaves.length);
    grads[last(nodes)] = seed(grads[last(nodes)]!);
    sweep(nodes, downwards(nodes), grads);
  }
  return ofLeaves(grads, given);
}

const withRule = (given: Case, changed: Partial<Rules>): number[] =>
  ofLeaves(swept(graphOf(given, changed)), given);
const valueWith = (given: ForwardCase, changed: Partial<Rules>): number =>
  graphOf(given, changed).at(-1)!.value;

const overwritten =
  "Gradients are overwritten. A value that is used twice has a derivative of two parts, and they add up: += in place of =.";
const discoveryOrder =
  "Nodes are visited in the order in which they are discovered. A node may pass its adjoint on only after all that was made of it, so the order is the reverse of a topological one.";
const oldAdjoints =
  "What inner nodes hold from the first call flows down again in the second. The adjoints of a call start from 0; only what it finds is added to grad.";

export const mistakes = mistakesOf({
  forward: {
    "power-as-a-product": {
      is: (given: ForwardCase) => valueWith(given, { pow: (a, k) => ({ value: k * a, slopes: [k] }) }),
      says: "pow multiplies by k. x to the power of k is x ** k.",
      read: "reverse-mode#step-2",
    },
    "difference-turned-round": {
      is: (given: ForwardCase) => valueWith(given, { sub: (a, b) => ({ value: b - a, slopes: [-1, 1] }) }),
      says: "sub subtracts the wrong way round. a.sub(b) is a − b.",
      read: "reverse-mode#step-2",
    },
    "quotient-turned-round": {
      is: (given: ForwardCase) =>
        valueWith(given, { div: (a, b) => ({ value: b / a, slopes: [-b / (a * a), 1 / a] }) }),
      says: "div divides the wrong way round. a.div(b) is a/b.",
      read: "reverse-mode#step-2",
    },
    "logarithm-to-base-ten": {
      is: (given: ForwardCase) =>
        valueWith(given, { log: (a) => ({ value: Math.log10(a), slopes: [1 / (a * Math.LN10)] }) }),
      says: "log is the logarithm to base 10. Here it is the natural one, which undoes exp.",
      read: "reverse-mode#step-2",
    },
  },
  grad: {
    overwritten: {
      is: (given: Case) => {
        const nodes = graphOf(given);
        return ofLeaves(swept(nodes, downwards(nodes), overwrite), given);
      },
      says: overwritten,
      read: "reverse-mode#step-4",
    },
    "product-rule-with-own-value": {
      is: (given: Case) => withRule(given, { mul: (a, b) => ({ value: a * b, slopes: [a, b] }) }),
      says: "Each factor gets its own value as slope. The derivative of a·b by a is the other factor, b.",
      read: "reverse-mode#step-2",
    },
    "exponent-not-lowered": {
      is: (given: Case) => withRule(given, { pow: (a, k) => ({ value: a ** k, slopes: [k * a ** k] }) }),
      says: "The exponent is not lowered. The derivative of x^k is k·x^(k−1).",
      read: "reverse-mode#step-2",
    },
    "square-of-tanh-forgotten": {
      is: (given: Case) =>
        withRule(given, { tanh: (a) => ({ value: Math.tanh(a), slopes: [1 - Math.tanh(a)] }) }),
      says: "The slope of tanh is taken as 1 − t. It is 1 − t².",
      read: "reverse-mode#step-2",
    },
    "slope-of-tanh-at-its-value": {
      is: (given: Case) =>
        withRule(given, {
          tanh: (a) => ({ value: Math.tanh(a), slopes: [1 - Math.tanh(Math.tanh(a)) ** 2] }),
        }),
      says: "tanh is applied a second time in its slope. 1 − t² takes the result t as it is.",
      read: "reverse-mode#step-2",
    },
    "seed-not-set": {
      is: ({ right }: Case) => right.map(() => 0),
      says: "Every gradient is 0: the sweep starts from 0. The derivative of the output by itself is 1.",
      read: "reverse-mode#step-3",
    },
    "upstream-not-multiplied-at-tanh": {
      is: (given: Case) => {
        const nodes = graphOf(given);
        const collect: Collect = (had, passed, slope, node) =>
          had + (node.operation === "tanh" ? slope : passed);
        return ofLeaves(swept(nodes, downwards(nodes), collect), given);
      },
      says: "tanh passes on its slope 1 − t² alone. The chain rule multiplies it by the adjoint that came from above.",
      read: "reverse-mode#step-3",
    },
    "upstream-never-multiplied": {
      is: (given: Case) => {
        const nodes = graphOf(given);
        return ofLeaves(
          swept(nodes, downwards(nodes), (had, _, slope) => had + slope),
          given,
        );
      },
      says: "Each operation passes on its slopes alone. The chain rule multiplies them by the adjoint that came from above.",
      read: "reverse-mode#step-3",
    },
    "discovery-order": {
      is: (given: Case) => ofLeaves(swept(graphOf(given), asDiscovered(graphOf(given))), given),
      says: discoveryOrder,
      read: "reverse-mode#step-5",
    },
    "discovery-order-of-composed-operations": {
      is: (given: Case) => {
        const nodes = composedGraphOf(given);
        return ofLeaves(swept(nodes, asDiscovered(nodes)), given);
      },
      says: discoveryOrder,
      read: "reverse-mode#step-5",
    },
  },
  diamond: {
    "discovery-order": {
      is: (given: Case) => ofLeaves(swept(graphOf(given), asDiscovered(graphOf(given))), given),
      says: discoveryOrder,
      read: "reverse-mode#step-5",
    },
    "breadth-first-order": {
      is: (given: Case) => ofLeaves(swept(graphOf(given), breadthFirst(graphOf(given))), given),
      says: "Nodes are visited level by level. Where two ways back have different lengths, the node in which they meet comes too early, before the longer way has arrived.",
      read: "reverse-mode#step-5",
    },
    "counted-again": {
      is: (given: Case) => ofLeaves(swept(graphOf(given), countedAgain(graphOf(given))), given),
      says: "A node that is met twice passes on all it holds both times, so its first part counts twice. Each node passes on once, when it is complete.",
      read: "reverse-mode#step-5",
    },
    overwritten: {
      is: (given: Case) => ofLeaves(swept(graphOf(given), downwards(graphOf(given)), overwrite), given),
      says: overwritten,
      read: "reverse-mode#step-4",
    },
  },
  twice: {
    "old-adjoints-flow-again": {
      is: (given: TwiceCase) => leftOver(given, graphOf(given)),
      says: oldAdjoints,
      read: "reverse-mode#step-6",
    },
    "old-adjoints-flow-again-in-composed-operations": {
      is: (given: TwiceCase) => leftOver(given, composedGraphOf(given)),
      says: oldAdjoints,
      read: "reverse-mode#step-6",
    },
    overwritten: {
      is: (given: TwiceCase) => ofLeaves(swept(graphOf(given), downwards(graphOf(given)), overwrite), given),
      says: overwritten,
      read: "reverse-mode#step-4",
    },
    "seed-added-to-the-old-one": {
      is: (given: TwiceCase) => leftOver(given, graphOf(given), (had) => had + 1),
      says: "The second call starts from all that the first left behind, the seed included. The adjoints of a call start from 0, and from 1 at the output.",
      read: "reverse-mode#step-6",
    },
    "started-over": {
      is: ({ right, zeroed }: TwiceCase) => right.map((entry) => (zeroed === 1 ? entry : entry / 2)),
      says: "The second call forgets the first. Gradients accumulate over calls until they are set to 0 by hand.",
      read: "reverse-mode#step-6",
    },
  },
  deep: {
    overwritten: {
      is: ({ factor, steps }: DeepCase) => factor ** steps,
      says: overwritten,
      read: "reverse-mode#step-4",
    },
    "upstream-never-multiplied": {
      is: ({ factor, steps }: DeepCase) => steps + factor,
      says: "Each operation passes on its slopes alone. The chain rule multiplies them by the adjoint that came from above.",
      read: "reverse-mode#step-3",
    },
  },
});

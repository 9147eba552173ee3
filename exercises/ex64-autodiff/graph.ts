/** The graph of an expression in plain numbers, and sweeps back over it: right ones and wrong ones. */
import { row } from "../../grader/exercise/expressions.ts";
import { type Operation, placeOf, stepOf } from "../../reference/functions/expression.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { gradient } from "../../reference/numbers/tracked.ts";
import type { Expression, TwoCalls } from "./args.ts";

/** A place of the graph: its value, and its operands with their slopes. */
export interface Node {
  readonly value: number;
  readonly operation?: Operation;
  readonly inputs: readonly { readonly of: number; readonly slope: number }[];
}

/** Wrong values and slopes of an operation, from its operands or from an operand and a number. */
export type Change<T> = Partial<Record<Operation, (a: number, b: number) => T>>;

/** The graph of an expression, with the reference's values and slopes unless told otherwise. */
export function graphOf(
  { leaves, program }: Expression,
  changed: { readonly value?: Change<number>; readonly slopes?: Change<readonly number[]> } = {},
): Node[] {
  const nodes: Node[] = leaves.map((value) => ({ value, inputs: [] }));
  for (const { operation, first, second, number } of program.map(stepOf)) {
    const places = second === undefined ? [first] : [first, second];
    // Leaves of their own: a value that is used twice has a slope for each use.
    const operands = places.map((place) => num(nodes[place]!.value));
    const right = placeOf(operands, row(operation, 0, second === undefined ? -1 : 1, number));
    const [a, b] = [operands[0]!.value, operands[1]?.value ?? number];
    const value = changed.value?.[operation]?.(a, b) ?? right.value;
    const slopes =
      changed.slopes?.[operation]?.(a, b) ?? (gradient(right, operands) as Num[]).map((one) => one.value);
    nodes.push({ value, operation, inputs: places.map((of, i) => ({ of, slope: slopes[i]! })) });
  }
  return nodes;
}

/**
 * The same with a − b made as a + (−b), and a/b as a·b⁻¹: more nodes, and the leaves in the same places.
 *
 * @param quotients whether those are made of others, too
 */
export function composedGraphOf({ leaves, program }: Expression, quotients = true): Node[] {
  const moved = leaves.map((_, i) => i);
  const rows: number[][] = [];
  const made = (operation: Operation, first: number, second = -1, number = 0): number =>
    leaves.length + rows.push(row(operation, first, second, number)) - 1;
  for (const { operation, first, second, number } of program.map(stepOf)) {
    const [a, b] = [moved[first]!, second === undefined ? -1 : moved[second]!];
    if (operation === "sub" && b >= 0) moved.push(made("add", a, made("neg", b)));
    else if (operation === "div" && b >= 0 && quotients) moved.push(made("mul", a, made("pow", b, -1, -1)));
    else moved.push(made(operation, a, b, number));
  }
  return graphOf({ leaves, program: rows });
}

/**
 * The places behind the output in the order in which they are met, and in one with each before its operands.
 *
 * @param from which operand is visited first
 */
function orders(
  nodes: readonly Node[],
  from: "first" | "last" = "first",
): { readonly met: number[]; readonly downwards: number[] } {
  const [met, left] = [new Set<number>(), [] as number[]];
  const visit = (place: number): void => {
    if (met.has(place)) return;
    met.add(place);
    const { inputs } = nodes[place]!;
    for (const { of } of from === "first" ? inputs : inputs.toReversed()) visit(of);
    left.push(place);
  };
  visit(last(nodes));
  return { met: [...met], downwards: left.reverse() };
}

export const asDiscovered = (nodes: readonly Node[]): number[] => orders(nodes).met;
export const downwards = (nodes: readonly Node[]): number[] => orders(nodes).downwards;
export const lastOperandFirst = (nodes: readonly Node[]): number[] => orders(nodes, "last").downwards;
export const upwards = (nodes: readonly Node[]): number[] => orders(nodes).downwards.reverse();

const last = (nodes: readonly unknown[]): number => nodes.length - 1;
const zeros = (nodes: readonly unknown[]): number[] => nodes.map(() => 0);

/** How an operand's gradient changes when a node passes on `passed`, of which `slope` is its own part. */
export type Collect = (had: number, passed: number, slope: number, node: Node) => number;
export const accumulate: Collect = (had, passed) => had + passed;

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

/** Gradients of the leaves by a sweep with seed 1. */
export function swept(
  { leaves }: Expression,
  nodes: readonly Node[],
  order = downwards(nodes),
  collect = accumulate,
): number[] {
  const grads = zeros(nodes);
  grads[last(nodes)] = 1;
  return sweep(nodes, order, grads, collect).slice(0, leaves.length);
}

export const overwrite: Collect = (_, passed) => passed;

/** Level by level from the output. */
export function breadthFirst(nodes: readonly Node[]): number[] {
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
export function countedAgain(nodes: readonly Node[]): number[] {
  const order: number[] = [];
  const visit = (place: number): void => {
    order.push(place);
    for (const of of new Set(nodes[place]!.inputs.map((input) => input.of))) visit(of);
  };
  visit(last(nodes));
  return order;
}

/** The output, its first operand, the first operand of that, and so on. */
export function throughFirstOperands(nodes: readonly Node[]): number[] {
  const order = [last(nodes)];
  for (let first = nodes.at(-1)?.inputs[0]; first !== undefined; first = nodes[first.of]?.inputs[0])
    order.push(first.of);
  return order;
}

/** So many ways are followed: there may be two to the power of the depth. */
const WAYS = 10_000;

/**
 * A node for each way that leads to it, each before its operands, as where nobody notes which nodes were met.
 *
 * @throws RangeError if there are too many
 */
export function onceAWay(nodes: readonly Node[], from: "first" | "last" = "first"): number[] {
  const left: number[] = [];
  const visit = (place: number): void => {
    if (left.length > WAYS) throw new RangeError("too many ways");
    const { inputs } = nodes[place]!;
    for (const { of } of from === "first" ? inputs : inputs.toReversed()) visit(of);
    left.push(place);
  };
  visit(last(nodes));
  return left.reverse();
}

/** Two calls that keep what all nodes hold, the inner ones too. */
export function leftOver(given: TwoCalls, nodes: readonly Node[], seed = (_: number) => 1): number[] {
  const grads = zeros(nodes);
  for (const call of [1, 2]) {
    if (call === 2 && given.zeroed === 1) grads.fill(0, 0, given.leaves.length);
    grads[last(nodes)] = seed(grads[last(nodes)]!);
    sweep(nodes, downwards(nodes), grads);
  }
  return grads.slice(0, given.leaves.length);
}

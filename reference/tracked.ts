/**
 * Structures of tracked numbers: vectors, matrices, records and lists of them, and their gradients.
 */
import { Num } from "./num.ts";

/** Numbers, nested lists and records of them. */
export type Plain = number | readonly Plain[] | { readonly [field: string]: Plain };

/** The same structure with a Num in place of each number. */
export type Tracked = Num | readonly Tracked[] | { readonly [field: string]: Tracked };

/** A structure's type with Num for number; everything that is no number stays. */
export type Lifted<T> = T extends number
  ? Num
  : T extends readonly (infer E)[]
    ? Lifted<E>[]
    : T extends { fn: string }
      ? T
      : T extends object
        ? { [K in keyof T]: Lifted<T[K]> }
        : T;

/** Each number of a structure as a fresh leaf; function names and other texts stay as they are. */
export function lift<T>(plain: T): Lifted<T> {
  return map(plain, (x) => (typeof x === "number" ? new Num(x) : undefined)) as Lifted<T>;
}

/** The values of a structure. */
export function plainOf(tracked: Tracked): Plain {
  return map(tracked, (x) => (x instanceof Num ? x.value : undefined)) as Plain;
}

/** All numbers of a structure, in reading order. */
export function leavesOf(tracked: Tracked): Num[] {
  const leaves: Num[] = [];
  const walk = (tree: Tracked): void => {
    if (tree instanceof Num) leaves.push(tree);
    else if (Array.isArray(tree)) for (const entry of tree) walk(entry);
    // Texts and plain numbers, such as the parts of a function's name, are no tracked numbers.
    else if (typeof tree === "object") for (const entry of Object.values(tree)) walk(entry as Tracked);
  };
  walk(tracked);
  return leaves;
}

/** A structure of the same form with each number exchanged. */
export function mapNums(tracked: Tracked, change: (leaf: Num) => Num): Tracked {
  return map(tracked, (x) => (x instanceof Num ? change(x) : undefined)) as Tracked;
}

function map(tree: unknown, change: (x: unknown) => unknown): unknown {
  const changed = change(tree);
  if (changed !== undefined) return changed;
  if (Array.isArray(tree)) return tree.map((x) => map(x, change));
  if (typeof tree === "object" && tree !== null && typeof (tree as { fn?: unknown }).fn !== "string") {
    return Object.fromEntries(Object.entries(tree).map(([k, x]) => [k, map(x, change)]));
  }
  return tree;
}

/**
 * ∂loss/∂θ for every θ of a structure, by reverse mode: each number passes its adjoint to its operands,
 *
 *     ā = Σ_v  v̄ · ∂v/∂a
 *
 * in reverse order of making. A leaf that the loss does not depend on has gradient 0.
 *
 * @param by leaves of the formula that made `loss`
 */
export function gradient(loss: Num, by: Tracked): Tracked {
  const nodes = ancestorsOf(loss);
  const value = new Float64Array(nodes.length);
  const magnitude = new Float64Array(nodes.length);
  const roundings = new Float64Array(nodes.length);
  value[0] = 1;
  magnitude[0] = 1;
  for (const [i, node] of nodes.entries()) {
    const [v, m] = [value[i] as number, magnitude[i] as number];
    const steps = (roundings[i] as number) + node.roundings + 1;
    const pass = (operand: Num, slope: number, size: number): void => {
      const to = operand.place;
      // 0·∞ is 0 here: an infinite slope on a path that does not matter says nothing.
      if (v !== 0 && slope !== 0) value[to] = (value[to] as number) + v * slope;
      if (m !== 0 && size !== 0) magnitude[to] = (magnitude[to] as number) + m * size;
      roundings[to] = Math.max(roundings[to] as number, steps);
    };
    if (node.left !== undefined) pass(node.left, node.leftSlope, node.leftSize);
    if (node.right !== undefined) pass(node.right, node.rightSlope, node.rightSize);
  }
  return mapNums(by, (leaf) => {
    const i = leaf.place;
    return nodes[i] === leaf ? new Num(value[i] as number, magnitude[i], roundings[i]) : new Num(0);
  });
}

/** A number and all that it was made of, the last made first. */
function ancestorsOf(loss: Num): readonly Num[] {
  loss.place = 0;
  const found = [loss];
  // The list is its own queue: a training loop makes chains deeper than the call stack.
  const add = (operand: Num | undefined): void => {
    if (operand === undefined || found[operand.place] === operand) return;
    operand.place = found.length;
    found.push(operand);
  };
  for (let i = 0; i < found.length; i++) {
    const { left, right } = found[i] as Num;
    add(left);
    add(right);
  }
  found.sort((a, b) => b.order - a.order);
  for (const [i, node] of found.entries()) node.place = i;
  return found;
}

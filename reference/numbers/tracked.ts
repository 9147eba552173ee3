/**
 * Structures of tracked numbers: vectors, matrices, records and lists of them, and their gradients.
 */
import { Num, sum } from "./num.ts";

/** Numbers, nested lists and records of them; texts and booleans stand for themselves. */
export type Plain = number | string | boolean | readonly Plain[] | { readonly [field: string]: Plain };

/** The same structure with a Num in place of each number. */
export type Tracked = Num | string | boolean | readonly Tracked[] | { readonly [field: string]: Tracked };

/** A structure's type with Num for number; everything that is no number stays. */
export type Lifted<T> = T extends number
  ? Num
  : T extends readonly (infer E)[]
    ? number extends T["length"]
      ? Lifted<E>[]
      : { -readonly [K in keyof T]: Lifted<T[K]> }
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
export function leavesOf(tracked: Tracked): Num[];
/** The same with plain numbers, each made a constant. */
export function leavesOf(tracked: Tracked | Plain, constant: (x: number) => Num): Num[];
export function leavesOf(tracked: Tracked | Plain, constant?: (x: number) => Num): Num[] {
  const leaves: Num[] = [];
  const walk = (tree: Tracked | Plain): void => {
    if (tree instanceof Num) leaves.push(tree);
    else if (Array.isArray(tree)) for (const entry of tree) walk(entry as Tracked | Plain);
    // Texts are no numbers, and plain numbers, such as those in a function's name, no tracked ones.
    else if (typeof tree === "object")
      for (const entry of Object.values(tree)) walk(entry as Tracked | Plain);
    else if (typeof tree === "number" && constant !== undefined) leaves.push(constant(tree));
  };
  walk(tracked);
  return leaves;
}

/** All texts and booleans of a structure, in reading order; functions' names are none of them. */
export function textsIn(tree: unknown): (string | boolean)[] {
  const texts: (string | boolean)[] = [];
  const walk = (one: unknown): void => {
    if (typeof one === "string" || typeof one === "boolean") texts.push(one);
    if (typeof one !== "object" || one === null || one instanceof Num) return;
    if (Array.isArray(one)) for (const entry of one) walk(entry);
    else if (typeof (one as { fn?: unknown }).fn !== "string")
      for (const field of Object.values(one)) walk(field);
  };
  walk(tree);
  return texts;
}

/** A structure of the same form with each number exchanged. */
export function mapNums(tracked: Tracked, change: (leaf: Num) => Num): Tracked {
  return map(tracked, (x) => (x instanceof Num ? change(x) : undefined)) as Tracked;
}

/** f(a_i, b_i, …) for the numbers of structures of one form, in reading order. */
export function entrywise<T extends Tracked>(f: (...entries: Num[]) => Num, ...structures: [T, ...T[]]): T {
  const [first, ...others] = structures;
  const leaves = others.map((other) => leavesOf(other));
  let e = 0;
  return mapNums(first, (entry) => {
    const all = leaves.map((own) => own[e] as Num);
    e++;
    return f(entry, ...all);
  }) as T;
}

/** Σ_r factor(r)·structure_r, entry by entry; the sum where no factors are given. */
export function combined<T extends Tracked>(structures: readonly T[], factor = (_r: number): number => 1): T {
  const entries = structures.map((structure) => leavesOf(structure));
  let e = 0;
  const next = (): Num => {
    const terms = entries.map((leaves, r) => (leaves[e] as Num).times(factor(r)));
    e++;
    return sum(terms);
  };
  return mapNums(structures[0] as T, next) as T;
}

function map(tree: unknown, change: (x: unknown) => unknown): unknown {
  const changed = change(tree);
  if (changed !== undefined) return changed;
  if (Array.isArray(tree)) return tree.map((x) => map(x, change));
  if (typeof tree === "object" && tree !== null && typeof (tree as { fn?: unknown }).fn !== "string") {
    // A copy has the fields as its own, whatever their names are, and gets them exchanged.
    const copy: Record<string, unknown> = { ...tree };
    for (const name of Object.keys(copy)) copy[name] = map(copy[name], change);
    return copy;
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
  const { value, magnitude, roundings } = adjointsOf(nodes.length);
  value[0] = 1;
  magnitude[0] = 1;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Num;
    const { left, leftSlope, leftSize, right, rightSlope, rightSize } = node;
    if (left !== undefined) pass(node, left.place, leftSlope as number, leftSize as number);
    if (right !== undefined) pass(node, right.place, rightSlope as number, rightSize as number);
  }
  adjoints = shared;
  return mapNums(by, (leaf) => {
    const i = leaf.place;
    return nodes[i] === leaf ? new Num(value[i] as number, magnitude[i], roundings[i]) : new Num(0);
  });
}

/** What each number of a sweep has been passed so far. */
interface Adjoints {
  readonly value: Float64Array;
  readonly magnitude: Float64Array;
  readonly roundings: Float64Array;
}

const adjointsFor = (n: number): Adjoints => ({
  value: new Float64Array(n),
  magnitude: new Float64Array(n),
  roundings: new Float64Array(n),
});
/** Thousands of small sweeps take turns on the same memory; a large one has its own. */
const SMALL = 4096;
const shared = adjointsFor(SMALL);
/** Those of the running sweep. There is never more than one. */
let adjoints = shared;

function adjointsOf(n: number): Adjoints {
  adjoints = n > SMALL ? adjointsFor(n) : shared;
  if (n <= SMALL) for (const kind of [shared.value, shared.magnitude, shared.roundings]) kind.fill(0, 0, n);
  return adjoints;
}

/** Passes a number's adjoint to one of its operands. */
function pass(node: Num, to: number, slope: number, size: number): void {
  const { value, magnitude, roundings } = adjoints;
  const from = node.place;
  const [v, m] = [value[from] as number, magnitude[from] as number];
  // 0·∞ is 0 here: an infinite slope on a path that does not matter says nothing.
  if (v !== 0 && slope !== 0) value[to] = (value[to] as number) + v * slope;
  if (m !== 0 && size !== 0) magnitude[to] = (magnitude[to] as number) + m * size;
  roundings[to] = Math.max(roundings[to] as number, (roundings[from] as number) + node.roundings + 1);
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
  const ordered = lastMadeFirst(found);
  for (let i = 0; i < ordered.length; i++) (ordered[i] as Num).place = i;
  return ordered;
}

/** A formula's numbers are made one after another, so that most of them know their place without comparisons. */
function lastMadeFirst(nums: Num[]): readonly Num[] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { order } of nums) {
    if (order < first) first = order;
    if (order > last) last = order;
  }
  if (last - first > 8 * nums.length) return nums.sort((a, b) => b.order - a.order);
  const places = new Array<Num | undefined>(last - first + 1).fill(undefined);
  for (const one of nums) places[last - one.order] = one;
  return places.filter((one) => one !== undefined);
}

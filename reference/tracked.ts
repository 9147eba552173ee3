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
  if (tracked instanceof Num) return [tracked];
  return Object.values(tracked as Record<string, Tracked>).flatMap(leavesOf);
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

/** A gradient while it is being collected. */
interface Adjoint {
  value: number;
  magnitude: number;
  roundings: number;
}

/**
 * ∂loss/∂θ for every θ of a structure, by reverse mode: each number passes its adjoint to its parents,
 *
 *     ā = Σ_v  v̄ · ∂v/∂a
 *
 * in reverse order of making. A leaf that the loss does not depend on has gradient 0.
 *
 * @param by leaves of the formula that made `loss`
 */
export function gradient(loss: Num, by: Tracked): Tracked {
  const order: Num[] = [];
  const seen = new Set<Num>();
  // An explicit stack: a training loop makes chains deeper than the call stack.
  const stack: { node: Num; next: number }[] = [{ node: loss, next: 0 }];
  seen.add(loss);
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as { node: Num; next: number };
    const child = top.node.parents[top.next++];
    if (child === undefined) {
      order.push(top.node);
      stack.pop();
    } else if (!seen.has(child.of)) {
      seen.add(child.of);
      stack.push({ node: child.of, next: 0 });
    }
  }
  const adjoints = new Map<Num, Adjoint>([[loss, { value: 1, magnitude: 1, roundings: 0 }]]);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] as Num;
    const from = adjoints.get(node);
    if (from === undefined) continue;
    for (const { of, slope, slopeMagnitude } of node.parents) {
      const to = adjoints.get(of) ?? { value: 0, magnitude: 0, roundings: 0 };
      // A zero adjoint stops an infinite slope: 0·∞ is 0 on a path that does not matter.
      if (from.value !== 0 || from.magnitude !== 0) {
        to.value += from.value === 0 || slope === 0 ? 0 : from.value * slope;
        to.magnitude += from.magnitude === 0 || slopeMagnitude === 0 ? 0 : from.magnitude * slopeMagnitude;
      }
      to.roundings = Math.max(to.roundings, from.roundings + node.roundings + 1);
      adjoints.set(of, to);
    }
  }
  return mapNums(by, (leaf) => {
    const a = adjoints.get(leaf);
    return a === undefined ? new Num(0) : new Num(a.value, a.magnitude, a.roundings);
  });
}

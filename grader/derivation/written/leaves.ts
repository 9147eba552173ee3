/**
 * What formulas are made of: names, numbers and functions, and how often each stands there. Names are taken for what
 * they stand for, σ and tanh too: to give a thing a name makes it no shorter.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";

export type Leaves = ReadonlyMap<string, number>;

/** @param isDerived whether what is still to be derived is left out */
export const leavesOf = (e: Expression, scope: Scope, isDerived: boolean): Leaves =>
  new Counter(scope, isDerived).of(e);

export const total = (leaves: Leaves): number => [...leaves.values()].reduce((sum, n) => sum + n, 0);

/** How many leaves of one are none of the other. */
export const distance = (a: Leaves, b: Leaves): number =>
  [...new Set([...a.keys(), ...b.keys()])].reduce(
    (sum, leaf) => sum + Math.abs((a.get(leaf) ?? 0) - (b.get(leaf) ?? 0)),
    0,
  );

/** What functions are made of beside their argument, and how often that stands in them. */
const MADE_OF: Readonly<Record<string, readonly [others: readonly string[], times: number]>> = {
  // 1/(1 + e⁻ᶻ)
  "\\sigma": [["1", "1", "\\exp"], 1],
  // (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ)
  "\\tanh": [["\\exp", "\\exp", "\\exp", "\\exp"], 4],
};

class Counter {
  private readonly scope: Scope;
  private readonly isDerived: boolean;
  /** Names within names are as many as somebody likes, and each is counted once. */
  private readonly behind = new Map<string, Leaves>();

  constructor(scope: Scope, isDerived: boolean) {
    this.scope = scope;
    this.isDerived = isDerived;
  }

  of(part: unknown): Leaves {
    const found = new Map<string, number>();
    this.add(part, 1, found);
    return found;
  }

  private add(part: unknown, times: number, to: Map<string, number>): void {
    if (typeof part !== "object" || part === null) return;
    const e = part as Expression;
    const leaf = (name: string): void => {
      to.set(name, (to.get(name) ?? 0) + times);
    };
    if (e.is === "derivative" && this.isDerived) return;
    const made = e.is === "apply" && e.primes === 0 ? MADE_OF[e.fn] : undefined;
    if (e.is === "apply" && made !== undefined) {
      made[0].forEach(leaf);
      this.add(e.to, times * made[1], to);
      return;
    }
    const name = e.is === "ref" && e.primes === 0 ? e.name : undefined;
    if (name !== undefined && this.scope.definition(name)?.params.length === 0) {
      for (const [inner, n] of this.leavesBehind(name)) to.set(inner, (to.get(inner) ?? 0) + times * n);
      return;
    }
    if (e.is === "ref") leaf(e.name);
    if (e.is === "number") leaf(`${e.value}`);
    if (e.is === "apply") leaf(e.fn);
    if (e.is === "over") leaf(e.op);
    for (const inner of Object.values(part)) this.add(inner, times, to);
  }

  private leavesBehind(name: string): Leaves {
    const known = this.behind.get(name);
    if (known !== undefined) return known;
    this.behind.set(name, new Map());
    const found = this.of(this.scope.definition(name)?.body);
    this.behind.set(name, found);
    return found;
  }
}

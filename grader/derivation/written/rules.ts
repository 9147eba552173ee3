/**
 * How much of a derivation is still to be done: the rules of differentiation that the derivatives in a formula wait
 * for. A line that leaves many fewer than the line before has applied as many at once.
 *
 *     ∂/∂w Σ (y_i − w x_i)²    sum, power, difference, product: 4
 *     Σ 2 (y_i − w x_i) · ∂/∂w (y_i − w x_i)                    2
 */
import type { Expression, Ref } from "../expression.ts";
import { nameOf, namesIn, type Scope } from "../scope.ts";

/** Functions whose slope is what is derived, with the rules that it takes: { "\\sigma": 4 }. */
export type Slopes = Readonly<Record<string, number>>;

/** The rules that are waited for in all derivatives of a formula, also behind names that a student has given. */
export const rulesWaiting = (e: Expression, scope: Scope, slopes: Slopes): number =>
  waitingIn(e, { scope, slopes, known: new Map(), seen: new Set() });

interface Counting {
  readonly scope: Scope;
  readonly slopes: Slopes;
  /** What was counted behind a name: names within names are as many as somebody likes, and each is counted once. */
  readonly known: Map<string, number>;
  /** Derivatives that were counted: one that is written twice is worked out once. */
  readonly seen: Set<string>;
}

function waitingIn(part: unknown, counting: Counting): number {
  if (typeof part !== "object" || part === null) return 0;
  const inner = Object.values(part).reduce((sum: number, one) => sum + waitingIn(one, counting), 0);
  return inner + ownRules(part as Expression, counting);
}

function ownRules(part: Expression, counting: Counting): number {
  if (part.is === "derivative") {
    const text = JSON.stringify(part);
    if (counting.seen.has(text)) return 0;
    counting.seen.add(text);
    return part.by.reduce((sum, by) => sum + rulesFor(part.of, by, counting), 0);
  }
  if (part.is === "apply") return part.primes * (counting.slopes[part.fn] ?? 0);
  if (part.is !== "ref") return 0;
  return behind(part.name, part.name, counting, (body) => waitingIn(body, counting)) ?? 0;
}

/** What is counted in the definition of a name, under a key; undefined for a name without one. */
function behind(
  name: string,
  key: string,
  { scope, known }: Counting,
  count: (body: Expression) => number,
): number | undefined {
  const body = scope.definition(name)?.body;
  if (body === undefined) return undefined;
  const found = known.get(key) ?? count(body);
  known.set(key, found);
  return found;
}

/** The rules that it takes to differentiate a formula by a symbol. */
function rulesFor(e: Expression, by: Ref, counting: Counting): number {
  const { scope, slopes } = counting;
  if (!involves(e, by, scope)) return 0;
  const inner = (one: Expression): number => rulesFor(one, by, counting);
  switch (e.is) {
    case "ref": {
      if (e.name === by.name) return 0;
      const args = (e.args ?? []).reduce((sum, one) => sum + inner(one), 0);
      return args + (behind(e.name, `${e.name} by ${by.name}`, counting, inner) ?? 1);
    }
    case "minus":
    case "transpose":
    case "entry":
    case "moved":
      return inner(e.of);
    case "binary":
      return 1 + inner(e.left) + inner(e.right);
    case "power":
      return 1 + inner(e.base) + inner(e.exponent);
    case "apply":
      return (slopes[e.fn] ?? 1) + e.to.reduce((sum, one) => sum + inner(one), 0);
    case "over":
      return 1 + inner(e.body);
    default:
      return 1;
  }
}

export function involves(e: Expression, by: Ref, scope: Scope): boolean {
  return namesIn(e).some((name) => name === by.name || scope.dependsOn(name, by.name));
}

/** Whether derivatives are left, also behind the names that a formula uses. */
export const hasDerivative = (e: Expression, scope: Scope): boolean => holdsPart(e, scope, isDerivative);
/** Whether slopes of functions are left: σ′(z). */
export const hasSlope = (e: Expression, scope: Scope): boolean => holdsPart(e, scope, isSlope);
/** Whether exponentials are left. */
export const hasExponential = (e: Expression, scope: Scope): boolean =>
  // What is behind σ and tanh is not written.
  holdsPart(e, scope, (part) => part.is === "apply" && ["\\exp", "\\sinh", "\\cosh"].includes(part.fn));

const isDerivative = (part: Expression): boolean => part.is === "derivative";
const isSlope = (part: Expression): boolean => (part.is === "apply" || part.is === "ref") && part.primes > 0;

function holdsPart(e: Expression, scope: Scope, is: (part: Expression) => boolean): boolean {
  const names = namesIn(e);
  const behind = scope.symbols
    .map(nameOf)
    .filter((name) => names.some((one) => one === name || scope.dependsOn(one, name)));
  const bodies = behind.flatMap((name) => scope.definition(name)?.body ?? []);
  return [e, ...bodies].some((one) => somePart(one, is));
}

function somePart(part: unknown, is: (part: Expression) => boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  return ("is" in part && is(part as Expression)) || Object.values(part).some((inner) => somePart(inner, is));
}

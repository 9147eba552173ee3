/**
 * How much of a derivation is still to be done: the rules of differentiation that the derivatives in a formula wait
 * for. A line that leaves many fewer than the line before has applied as many at once.
 *
 *     ∂/∂w Σ (y_i − w x_i)²                                     the sum, the power, what is inside: 3
 *     Σ 2 (y_i − w x_i) · ∂/∂w (y_i − w x_i)                    1
 *
 * Sums, constant factors and what drops out are one rule together, however many terms there are: nobody writes a line
 * for each of them. What stands twice is worked out once, with another sign as well.
 */
import type { Expression, Ref } from "../expression.ts";
import { nameOf, namesIn, type Scope } from "../scope.ts";
import { sortedForm } from "./canonical.ts";
import { somePart } from "./some-part.ts";
import { withParts } from "./with-parts.ts";

/** Functions whose slope is what is derived, with the rules that it takes: { "\\sigma": 4 }. */
export type Slopes = Readonly<Record<string, number>>;

/** What the rules are counted with. */
export interface Asked {
  readonly start: Expression;
  readonly slopes: Slopes;
}

/** The rules that are waited for in all derivatives of a formula, also behind names, by what they are about. */
export const rulesWaiting = (e: Expression, scope: Scope, asked: Asked): readonly string[] =>
  waitingIn(e, { scope, asked, done: new Set() });

/** Rules that one formula waits for and another one does not. */
export function rulesBetween(then: readonly string[], now: readonly string[]): readonly string[] {
  const left = [...now];
  return then.filter((rule) => {
    const at = left.indexOf(rule);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface Counting {
  readonly scope: Scope;
  readonly asked: Asked;
  /** What was counted: each thing is worked out once, and names within names are as many as somebody likes. */
  readonly done: Set<string>;
}

/** Whether a thing is met for the first time. */
function isNew(key: string, { done }: Counting): boolean {
  const { size } = done;
  return done.add(key).size > size;
}

function waitingIn(part: unknown, counting: Counting): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const { scope, asked } = counting;
  const e = part as Expression;
  const body = e.is === "ref" ? scope.definition(e.name)?.body : undefined;
  const isBehind = e.is === "ref" && body !== undefined && isNew(e.name, counting);
  return [
    ...(e.is === "derivative" && isNew(JSON.stringify(e), counting)
      ? e.by.flatMap((by) => [
          ...(isStart(e.of, by, asked) ? ["what is derived, written out"] : []),
          ...rulesFor(e.of, by, counting, false),
        ])
      : []),
    ...(e.is === "apply" ? slopes(e.fn, e.primes * (asked.slopes[e.fn] ?? 0)) : []),
    ...(isBehind ? waitingIn(body, counting) : []),
    ...Object.values(part).flatMap((inner) => waitingIn(inner, counting)),
  ];
}

/** Whether this is what is asked for: who begins with it has to write it out first. */
function isStart(of: Expression, by: Ref, { start }: Asked): boolean {
  if (start.is !== "derivative" || start.of.is !== "ref" || of.is !== "ref") return false;
  return of.name === start.of.name && by.name === start.by[0]?.name;
}

const slopes = (fn: string, times: number): readonly string[] =>
  Array.from({ length: times }, () => `the slope of ${plainName(fn)}`);

const plainName = (fn: string): string =>
  ({ "\\sigma": "σ", "\\exp": "e to a power" })[fn] ?? fn.replace("\\", "");

const LINEAR = "a sum with constant factors";

/**
 * The rules that it takes to differentiate a formula by a symbol.
 *
 * @param isTerm whether it is part of a sum, or beside a constant, for which the rule was counted
 */
function rulesFor(e: Expression, by: Ref, counting: Counting, isTerm: boolean): readonly string[] {
  const { scope, asked } = counting;
  const isMoving = (one: Expression): boolean => involves(one, by, scope);
  if (!isMoving(e)) return [];
  const inside = (parts: readonly Expression[], areTerms: boolean): readonly string[] =>
    parts.flatMap((part) => rulesFor(part, by, counting, areTerms));
  const one = (rules: readonly string[], ...parts: readonly Expression[]): readonly string[] =>
    isNew(`${sortedForm(withoutSigns(e))} by ${by.name}`, counting)
      ? [...rules, ...inside(parts, false)]
      : [];
  const linear = (...parts: readonly Expression[]): readonly string[] => [
    ...(isTerm ? [] : [LINEAR]),
    ...inside(parts, true),
  ];
  switch (e.is) {
    case "ref": {
      if (e.name === by.name) return [];
      const body = scope.definition(e.name)?.body;
      const own =
        body === undefined
          ? [e.name]
          : isNew(`${e.name} by ${by.name}`, counting)
            ? inside([body], false)
            : [];
      return [...inside(e.args ?? [], false), ...own];
    }
    case "minus":
    case "transpose":
    case "entry":
    case "moved":
      return inside([e.of], isTerm);
    case "binary": {
      const { op, left, right } = e;
      if (op === "+" || op === "-") return linear(left, right);
      if (!isMoving(right)) return linear(left);
      if (op === "/") return one(["a quotient"], left, right);
      return isMoving(left) ? one(["a product"], left, right) : linear(right);
    }
    case "power":
      return one(["a power"], e.base, e.exponent);
    case "apply":
      return one(slopeRules(e.fn, asked), ...e.to);
    case "over":
      return e.op === "\\sum" ? linear(e.body) : one([e.op.replace("\\", "the ")], e.body);
    default:
      return ["what stands there"];
  }
}

/** e^{-z} is derived as e^z is. */
const withoutSigns = (e: Expression): Expression => {
  if (e.is === "minus") return withoutSigns(e.of);
  const inside = withParts(e, withoutSigns);
  return inside.is === "binary" && inside.op === "-" ? { ...inside, op: "+" } : inside;
};

/** One rule for a function, or all that its slope takes where that is what is derived. */
const slopeRules = (fn: string, asked: Asked): readonly string[] =>
  asked.slopes[fn] === undefined ? [plainName(fn)] : slopes(fn, asked.slopes[fn]);

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

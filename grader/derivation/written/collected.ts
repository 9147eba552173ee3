/**
 * A formula with like terms taken together: ½ S + ½ S, (1 + q) S − q S and S²/S are S; x y − x z is x (y − z); sums over
 * one index are one sum. Two lines with the same form differ by what was split or multiplied out, and by nothing else.
 */
import type { Expression } from "../expression.ts";
import { namesIn, type Scope } from "../scope.ts";
import { sortedForm, tidy } from "./canonical.ts";
import { lengthOf } from "./length.ts";
import { withParts } from "./with-parts.ts";

export const collectedForm = (e: Expression, scope: Scope): string =>
  sortedForm(tidy(collected(tidy(lengthOf(e, scope) > LONGEST ? e : spelledOut(e, scope)))));

/** Names within names stand for as much as somebody likes: what is longer keeps its names. */
const LONGEST = 500;

/** With what stands behind plain names, a for σ(z); the identity changes nothing. */
function spelledOut(e: Expression, scope: Scope): Expression {
  const visit = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(visit);
    const one = part as Expression;
    if (one.is === "ref" && one.indices.length === 0 && scope.declared(one.name)?.domain === "identity")
      return ONE;
    const definition = one.is === "ref" && one.primes === 0 ? scope.definition(one.name) : undefined;
    if (
      one.is === "ref" &&
      definition?.params.length === 0 &&
      definition.indices.length + one.indices.length === 0
    )
      return visit(definition.body);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(e) as Expression;
}

/** A number, times factors that stand above and below the line. */
interface Term {
  readonly size: number;
  readonly above: readonly Expression[];
  readonly below: readonly Expression[];
}

type Over = Extract<Expression, { is: "over" }>;

const ONE: Expression = { is: "number", value: 1 };
/** Powers that are taken as products. */
const HIGHEST = 4;

function collected(e: Expression): Expression {
  if (["minus", "power", "transpose"].includes(e.is) || isProduct(e)) return written(termOf(e));
  if (e.is === "over" || e.is === "apply") return written(termOf(e));
  return isSum(e) ? sumOf(sumTerms(e)) : inside(e);
}

const inside = (e: Expression): Expression => withParts(e, collected);

type Binary = Extract<Expression, { is: "binary" }>;
const isBinary = (e: Expression, ops: readonly string[]): e is Binary =>
  e.is === "binary" && ops.includes(e.op);
const isSum = (e: Expression): e is Binary => isBinary(e, ["+", "-"]);
const isProduct = (e: Expression): e is Binary => isBinary(e, ["\\cdot", "/", "side by side", "*"]);

/** What is added up; a bracket that is added stays whole. */
function sumTerms(e: Expression): Term[] {
  if (!isSum(e)) return [termOf(e)];
  const right = termOf(e.right);
  return [...sumTerms(e.left), e.op === "+" ? right : { ...right, size: -right.size }];
}

/** A product as its factors, each of them collected. */
function termOf(e: Expression, areCollected = false): Term {
  const above: Expression[] = [];
  const below: Expression[] = [];
  let size = 1;
  const take = (one: Expression, isAbove: boolean, isCollected: boolean): void => {
    if (one.is === "number" && one.value !== 0) size = isAbove ? size * one.value : size / one.value;
    else if (one.is === "minus") {
      size = -size;
      take(one.of, isAbove, isCollected);
    } else if (isProduct(one)) {
      take(one.left, isAbove, isCollected);
      take(one.right, one.op === "/" ? !isAbove : isAbove, isCollected);
    } else if (one.is === "power" && isSmall(one.exponent)) {
      const { value } = one.exponent;
      for (let k = 0; k < Math.abs(value); k++) take(one.base, value > 0 ? isAbove : !isAbove, isCollected);
    } else if (one.is === "transpose") take(one.of, isAbove, isCollected);
    else if (isCollected) (isAbove ? above : below).push(one);
    else {
      const factor = collectedFactor(one);
      // What comes out as a fraction, as 1/e^z does of e^{-z}, has its parts on both sides of the line.
      const isAgain = one.is === "apply" && factor.is === "binary" && factor.op === "/";
      if (isAgain) take(factor.right, !isAbove, true);
      else take(factor, isAbove, true);
    }
  };
  take(e, true, areCollected);
  return { size, ...cancelled(above, below) };
}

function collectedFactor(e: Expression): Expression {
  if (e.is === "power") return inside(e);
  if (e.is === "over") return numberOut(inside(e) as Over);
  return e.is === "apply" ? bySign(inside(e) as Apply) : collected(e);
}

const isSmall = (e: Expression): e is Extract<Expression, { is: "number" }> =>
  e.is === "number" && Number.isInteger(e.value) && e.value !== 0 && Math.abs(e.value) <= HIGHEST;

/** A number and a minus stand before the sum. */
function numberOut(e: Over): Expression {
  const { size, above, below } = termOf(e.body, true);
  if (e.op !== "\\sum" || size === 1) return e;
  const body = written({ size: 1, above, below });
  return { is: "binary", op: "\\cdot", left: { is: "number", value: size }, right: { ...e, body } };
}

type Apply = Extract<Expression, { is: "apply" }>;

/** e^{-z} is one over e^z, σ(−z) is 1 − σ(z), tanh(−z) is −tanh z. */
function bySign(e: Apply): Expression {
  const [z] = e.to;
  const term = z === undefined ? undefined : termOf(z, true);
  if (term === undefined || e.primes > 0 || term.size > 0) return e;
  const turned: Expression = { ...e, to: [written({ ...term, size: -term.size })] };
  if (e.fn === "\\exp") return { is: "binary", op: "/", left: ONE, right: turned };
  if (e.fn === "\\sigma") return { is: "binary", op: "-", left: ONE, right: turned };
  return ODD.includes(e.fn) ? { is: "minus", of: turned } : e;
}

const ODD = ["\\tanh", "\\sinh", "\\sin", "\\tan", "\\arctan"];

function cancelled(above: readonly Expression[], below: readonly Expression[]): Omit<Term, "size"> {
  const rest = [...below];
  const left = above.filter((one) => {
    const at = rest.findIndex((other) => sortedForm(other) === sortedForm(one));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { above: left, below: rest };
}

function written({ size, above, below }: Term): Expression {
  const product = (all: readonly Expression[]): Expression =>
    [...all]
      .sort((a, b) => (sortedForm(a) < sortedForm(b) ? -1 : 1))
      .reduce((left, right) => ({ is: "binary", op: "\\cdot", left, right }), ONE);
  const top: Expression = {
    is: "binary",
    op: "\\cdot",
    left: { is: "number", value: size },
    right: product(above),
  };
  return tidy(below.length === 0 ? top : { is: "binary", op: "/", left: top, right: product(below) });
}

const formOf = (term: Term): string => sortedForm(written({ ...term, size: 1 }));

function sumOf(all: readonly Term[]): Expression {
  const terms = likeTerms(all);
  const spliced = terms.flatMap((term) => {
    const [only, ...more] = [...term.above, ...term.below];
    return only !== undefined && more.length === 0 && term.above.length === 1 && isSum(only)
      ? sumTerms(only).map((one) => ({ ...one, size: one.size * term.size }))
      : [term];
  });
  if (spliced.length > terms.length) return sumOf(spliced);
  const [first, ...others] = [...terms].sort((a, b) => (formOf(a) < formOf(b) ? -1 : 1));
  if (first === undefined) return { is: "number", value: 0 };
  if (others.length === 0) return written(first);
  const above = others.reduce((common, { above: of }) => shared(common, of), first.above);
  const below = others.reduce((common, { below: of }) => shared(common, of), first.below);
  const rest = [first, ...others].map((term) => ({
    size: term.size / first.size,
    above: without(term.above, above),
    below: without(term.below, below),
  }));
  const merged = mergedSums(rest);
  const inner = merged !== undefined || above.length + below.length > 0 ? sumOf(merged ?? rest) : added(rest);
  return written(termOf(product({ size: first.size, above, below }, inner), true));
}

const product = (term: Term, right: Expression): Expression => ({
  is: "binary",
  op: "\\cdot",
  left: written(term),
  right,
});

const added = (terms: readonly Term[]): Expression =>
  terms.map(written).reduce((left, right) => ({ is: "binary", op: "+", left, right }));

function likeTerms(terms: readonly Term[]): Term[] {
  const totals = new Map<string, Term>();
  for (const term of terms) {
    const form = formOf(term);
    totals.set(form, { ...term, size: term.size + (totals.get(form)?.size ?? 0) });
  }
  return [...totals.values()].filter(({ size }) => Math.abs(size) > 1e-12);
}

/** Whether there is a sum in which two terms differ by a number alone, or a fraction of what has a factor in common. */
export function isSplit(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  if ("is" in part && (hasLikeTerms(part as Expression) || isExtended(part as Expression))) return true;
  return Object.values(part).some(isSplit);
}

function hasLikeTerms(e: Expression): boolean {
  if (!isSum(e)) return false;
  const terms = sumTerms(e);
  return likeTerms(terms).length < terms.length;
}

const isExtended = (e: Expression): boolean =>
  isBinary(e, ["/"]) &&
  (sortedForm(e.left) === sortedForm(e.right) ||
    shared(termOf(e.left).above, termOf(e.right).above).length > 0);

/** What two lists of factors have in common. */
function shared(a: readonly Expression[], b: readonly Expression[]): readonly Expression[] {
  const rest = b.map(sortedForm);
  return a.filter((one) => {
    const at = rest.indexOf(sortedForm(one));
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}

function without(a: readonly Expression[], b: readonly Expression[]): readonly Expression[] {
  const rest = b.map(sortedForm);
  return a.filter((one) => {
    const at = rest.indexOf(sortedForm(one));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Terms that are sums over one index, as one sum; undefined where there are no two of them. */
function mergedSums(terms: readonly Term[]): Term[] | undefined {
  const groups = new Map<string, { over: Over; bodies: Term[] }>();
  const others: Term[] = [];
  for (const term of terms) {
    const over = term.above.find((one): one is Over => one.is === "over" && one.op === "\\sum");
    const factors = without(term.above, over === undefined ? [] : [over]);
    if (over === undefined || namesIn([factors, term.below]).includes(over.index)) {
      others.push(term);
      continue;
    }
    const { body, ...range } = over;
    const key = JSON.stringify(range);
    const group = groups.get(key) ?? { over, bodies: [] };
    groups.set(key, group);
    group.bodies.push(termOf(product({ ...term, above: factors }, body), true));
  }
  if ([...groups.values()].every(({ bodies }) => bodies.length < 2)) return undefined;
  const sums = [...groups.values()].map(({ over, bodies }) =>
    termOf(numberOut({ ...over, body: sumOf(bodies) }), true),
  );
  return [...others, ...sums];
}

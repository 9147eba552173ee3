/**
 * Whether a line is the one before it with its derivatives taken, and all else left as it was: ½ Σ 2 e · ∂e/∂w becomes
 * ½ Σ 2 e · (−x). Such a line is what a rule gives, and no form that somebody made of a later one.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";
import { sortedForm, tidy } from "./canonical.ts";
import { isSplit } from "./collected.ts";
import { inCommon } from "./parts-behind.ts";
import { involves } from "./rules.ts";
import { withoutDetours } from "./without-detours.ts";

/** Of two lines that say the same, whether the first is so, and the other one is not. */
export function isTakenFrom(before: Expression, e: Expression, other: Expression, scope: Scope): boolean {
  const from = opened(tidy(before), scope);
  if (from.is === "derivative")
    return inCommon(withoutDetours(e), from.of, scope) > inCommon(other, from.of, scope);
  // What stood beside the derivatives may have got another name, as long as nothing was split for it.
  return waits(from) && !isSplit(e) && !fits(from, tidy(other), false) && fits(from, tidy(e), true);
}

/** The derivative of a sum is a sum of derivatives, and a constant factor stays. */
function opened(e: Expression, scope: Scope): Expression {
  if (e.is !== "derivative") return e;
  const { of, by } = e;
  const slope = (inner: Expression): Expression => opened({ ...e, of: inner }, scope);
  const isConstant = (part: Expression): boolean => !by.some((one) => involves(part, one, scope));
  if (of.is === "minus") return { is: "minus", of: slope(of.of) };
  if (of.is === "over" && of.op === "\\sum") return { ...of, body: slope(of.body) };
  if (of.is !== "binary") return e;
  if (of.op === "+" || of.op === "-") {
    if (isConstant(of.right)) return slope(of.left);
    return isConstant(of.left) ? slope(of.right) : { ...of, left: slope(of.left), right: slope(of.right) };
  }
  if (isConstant(of.left) && of.op !== "/") return { ...of, right: slope(of.right) };
  return isConstant(of.right) ? { ...of, left: slope(of.left) } : e;
}

const waits = (part: unknown): boolean =>
  typeof part === "object" &&
  part !== null &&
  ((part as Partial<Expression>).is === "derivative" || Object.values(part).some(waits));

function fits(from: unknown, to: unknown, isLoose: boolean): boolean {
  if (typeof from !== "object" || from === null || typeof to !== "object" || to === null) return from === to;
  if (!("is" in from))
    return Object.entries(from).every(([key, part]) =>
      fits(part, (to as Record<string, unknown>)[key], isLoose),
    );
  const [one, other] = [unsigned(from as Expression), unsigned(to as Expression)];
  if (one.is === "derivative") return true;
  if (!waits(one))
    return sortedForm(one) === sortedForm(other) || (isLoose && one.is !== "number" && other.is !== "number");
  for (const parts of [termsOf, factorsOf]) {
    const all = parts(one);
    if (all.length > 1) return fitEach(all, parts(other), isLoose);
  }
  return (
    one.is === other.is && Object.entries(one).every(([key, part]) => fits(part, other[key as "is"], isLoose))
  );
}

/** Whether each part has one of its own, and a derivative of several parts has what is left. */
function fitEach(from: readonly Expression[], to: readonly Expression[], isLoose: boolean): boolean {
  const rest = [...to];
  const whole = from.filter((one) => unsigned(one).is === "derivative" && !isOne(unsigned(one))).length;
  for (const one of from) {
    if (unsigned(one).is === "derivative") continue;
    const same = rest.findIndex((other) => fits(one, other, false));
    const at = same < 0 && isLoose ? rest.findIndex((other) => fits(one, other, true)) : same;
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return whole === 0 ? rest.length === 0 : rest.length >= whole;
}

/** ∂w/∂w leaves nothing behind. */
const isOne = (e: Expression): boolean =>
  e.is === "derivative" && e.by.length === 1 && sortedForm(e.of) === sortedForm(e.by[0] as Expression);

const unsigned = (e: Expression): Expression => (e.is === "minus" ? unsigned(e.of) : e);

function termsOf(e: Expression): readonly Expression[] {
  return e.is === "binary" && (e.op === "+" || e.op === "-")
    ? [...termsOf(e.left), ...termsOf(e.right)]
    : [e];
}

function factorsOf(e: Expression): readonly Expression[] {
  const of = unsigned(e);
  return of.is === "binary" && of.op === "\\cdot" ? [...factorsOf(of.left), ...factorsOf(of.right)] : [of];
}

/**
 * A formula in one notation: e^{-z} is one over e^z, e^{a+b} is e^a e^b, q^{-2} one over q q, (√q)² and e^{ln q} are q,
 * fractions within a product are one fraction, and b − a is −(a − b). Two lines that agree in it say the same with other
 * signs, and neither takes the other on.
 */
import type { Expression } from "../expression.ts";
import { sortedForm, tidy } from "./canonical.ts";
import { signed } from "./signs.ts";
import { withParts } from "./with-parts.ts";

/** A product of two fractions is more than one fraction: to part it is a step. */
export function notationForm(e: Expression): string {
  const text = known.get(e) ?? `${fractionsIn(tidy(e))} ${sortedForm(inOneNotation(tidy(e)))}`;
  known.set(e, text);
  return text;
}

/** A form is asked for often, and worked out once. */
const known = new WeakMap<Expression, string>();

/** A square has the fractions within it twice; over an exponential is none, since e^{-z} is no fraction either. */
function fractionsIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  const e = part as Expression;
  if (argumentOf("\\exp", e) !== undefined) return 0;
  if (e.is === "power") {
    const power = isSmall(e.exponent) ? e.exponent.value : 1;
    return fractionsIn(e.base) * Math.abs(power) + (power < 0 ? over(e.base) : 0);
  }
  const own = e.is === "binary" && e.op === "/" ? over(e.right) : 0;
  return Object.values(part).reduce((sum: number, inner) => sum + fractionsIn(inner), own);
}

/** How many fractions it makes to stand below a line: 1/q^{-1} is none, since one undoes the other. */
function over(e: Expression): number {
  if (e.is === "power" && isSmall(e.exponent) && e.exponent.value < 0) return -1;
  return argumentOf("\\exp", e) === undefined ? 1 : 0;
}

/** Powers that are taken as products. */
const HIGHEST = 4;
const ONE: Expression = { is: "number", value: 1 };

export function inOneNotation(e: Expression): Expression {
  const factors = new Factors();
  factors.take(e, 1);
  return factors.written();
}

/** What a product is made of, each part to some power; those of exponentials and roots are added up. */
class Factors {
  private readonly all: { of: Expression; power: number }[] = [];
  private readonly added = new Map<string, { of: Expression; power: number }>();
  private isNegative = false;

  take(e: Expression, power: number): void {
    const exponent = argumentOf("\\exp", e);
    const inside = argumentOf("\\exp", argumentOf("\\ln", e));
    const isWhole = Number.isInteger(power);
    if (isProduct(e) && (Math.abs(power) === 1 || (isWhole && !hasTransposed(e)))) {
      this.take(e.left, power);
      this.take(e.right, e.op === "/" ? -power : power);
    } else if (e.is === "power" && numberOf(e.exponent) !== undefined)
      this.take(e.base, power * (numberOf(e.exponent) as number));
    else if (exponent !== undefined) this.takeExponential(exponent, power);
    else if (inside !== undefined) this.take(inside, power);
    else if (!isWhole) this.add(withParts(e, inOneNotation), power, true);
    else {
      const { isNegative, of } = signed(e, inOneNotation);
      if (isNegative && power % 2 !== 0) this.isNegative = !this.isNegative;
      this.add(of, power, false);
    }
  }

  private takeExponential(exponent: Expression, power: number): void {
    for (const { size, of } of termsOf(exponent)) {
      const inside = argumentOf("\\ln", of);
      if (inside !== undefined) this.take(inside, size * power);
      else this.add({ is: "apply", fn: "\\exp", primes: 0, to: [inOneNotation(of)] }, size * power, true);
    }
  }

  private add(of: Expression, power: number, isAdded: boolean): void {
    const form = isAdded ? sortedForm(of) : "";
    const before = this.added.get(form);
    if (before !== undefined) before.power += power;
    else {
      const factor = { of, power };
      this.all.push(factor);
      if (isAdded) this.added.set(form, factor);
    }
  }

  written(): Expression {
    const whole = this.unsigned();
    return this.isNegative ? { is: "minus", of: whole } : whole;
  }

  private unsigned(): Expression {
    const product = (isAbove: boolean): Expression | undefined =>
      this.all
        .filter(({ power }) => power !== 0 && power > 0 === isAbove)
        .flatMap(({ of, power }) => raised(of, Math.abs(power)))
        .reduce<Expression | undefined>(
          (left, right) => ({ is: "binary", op: "\\cdot", left: left ?? ONE, right }),
          undefined,
        );
    const [top = ONE, bottom] = [product(true), product(false)];
    return bottom === undefined ? top : { is: "binary", op: "/", left: top, right: bottom };
  }
}

const PRODUCTS = ["\\cdot", "/", "side by side", "*"];
const isProduct = (e: Expression): e is Extract<Expression, { is: "binary" }> =>
  e.is === "binary" && PRODUCTS.includes(e.op);

/** Whether it is a product of vectors, x^T y: the square of that is no x^T x^T y y. */
const hasTransposed = (e: Expression): boolean =>
  isProduct(e) ? hasTransposed(e.left) || hasTransposed(e.right) : e.is === "transpose";

/** A small whole power as so many factors. */
function raised(of: Expression, power: number): readonly Expression[] {
  if (Number.isInteger(power) && power <= HIGHEST) return Array.from({ length: power }, () => of);
  return [{ is: "power", base: of, exponent: { is: "number", value: power } }];
}

interface Term {
  readonly size: number;
  readonly of: Expression;
}

/** What is added up in an exponent, each with its number. */
function termsOf(e: Expression, size = 1): readonly Term[] {
  if (e.is === "minus") return termsOf(e.of, -size);
  const value = numberOf(e);
  if (value !== undefined) return value === 0 ? [] : [{ size: size * value, of: ONE }];
  if (e.is !== "binary") return [{ size, of: e }];
  const { op, left, right } = e;
  if (op === "+" || op === "-") return [...termsOf(left, size), ...termsOf(right, op === "+" ? size : -size)];
  const [before, behind] = isProduct(e) ? [numberOf(left), numberOf(right)] : [];
  if (before !== undefined && op !== "/") return termsOf(right, size * before);
  if (behind !== undefined) return termsOf(left, op === "/" ? size / behind : size * behind);
  return [{ size, of: e }];
}

/** The value of a number, of its negative, and of a fraction of two. */
function numberOf(e: Expression): number | undefined {
  if (e.is === "number") return e.value;
  const parts = e.is === "minus" ? [e.of] : e.is === "binary" && e.op === "/" ? [e.left, e.right] : [];
  const [one, other] = parts.map(numberOf);
  if (one === undefined) return undefined;
  if (e.is === "minus") return -one;
  return other === undefined || other === 0 ? undefined : one / other;
}

/** What a function is applied to: z of e^z. */
const argumentOf = (fn: string, e: Expression | undefined): Expression | undefined =>
  e?.is === "apply" && e.fn === fn && e.primes === 0 && e.to.length === 1 ? e.to[0] : undefined;

const isSmall = (e: Expression): e is Extract<Expression, { is: "number" }> =>
  e.is === "number" && Number.isInteger(e.value) && e.value !== 0 && Math.abs(e.value) <= HIGHEST;

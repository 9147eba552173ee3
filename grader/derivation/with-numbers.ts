/**
 * A formula with the example's numbers in the place of its symbols, as one would write it by hand: each sum as its
 * terms, and a derivative as its value.
 */
import type { Expression } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import { numberText } from "./number-text.ts";
import type { Point } from "./point.ts";
import { numberOf } from "./quantity.ts";
import { numberIn } from "./tensor.ts";

/** How tightly a written part holds together: a sum, a product, or one thing. */
type Hold = 0 | 1 | 2;
interface Written {
  readonly tex: string;
  readonly hold: Hold;
}

/** Longer than this, it is no help. */
const LONGEST = 110;
const TERMS = 4;

/** Nothing for what is no number, or would be long, or is one number anyway. */
export function withNumbers(e: Expression, point: Point): string | undefined {
  try {
    const { tex } = written(e, point);
    return tex.length > LONGEST || /^\(?-?[\d.]+\)?$/.test(tex) ? undefined : tex;
  } catch (error) {
    if (error instanceof FormulaError || error instanceof Degenerate) return undefined;
    throw error;
  }
}

function written(e: Expression, point: Point): Written {
  switch (e.is) {
    case "minus":
      return { tex: `-${within(written(e.of, point), 1)}`, hold: 0 };
    case "binary":
      return binary(e, point);
    case "power": {
      const base = written(e.base, point);
      if (e.exponent.is === "number" && e.exponent.value === 0.5)
        return { tex: `\\sqrt{${base.tex}}`, hold: 2 };
      const isE = e.base.is === "number" && e.base.value === Math.E;
      return { tex: `${isE ? "e" : within(base, 2)}^{${written(e.exponent, point).tex}}`, hold: 1 };
    }
    case "apply": {
      const [arg] = e.to;
      if (arg === undefined || e.to.length > 1 || e.primes > 0 || !e.fn.startsWith("\\"))
        return value(e, point);
      const inside = written(arg, point).tex;
      return e.fn === "\\exp" ? { tex: `e^{${inside}}`, hold: 2 } : { tex: `${e.fn}(${inside})`, hold: 2 };
    }
    case "abs":
      return { tex: `|${written(e.of, point).tex}|`, hold: 2 };
    case "over":
      return terms(e, point);
    default:
      return value(e, point);
  }
}

function binary(e: Extract<Expression, { is: "binary" }>, point: Point): Written {
  // A product of vectors is a number, and has no numbers to be written with.
  if ([e.left, e.right].some((side) => point.entries(side).rank > 0)) return value(e, point);
  const [left, right] = [written(e.left, point), written(e.right, point)];
  switch (e.op) {
    case "+":
      return { tex: `${left.tex} + ${within(right, 1)}`, hold: 0 };
    case "-":
      return { tex: `${left.tex} - ${within(right, 1)}`, hold: 0 };
    case "/":
      return { tex: `\\frac{${left.tex}}{${right.tex}}`, hold: 1 };
    default:
      return { tex: `${within(left, 1)} \\cdot ${within(right, 1)}`, hold: 1 };
  }
}

function value(e: Expression, point: Point): Written {
  const x = numberOf(numberIn(point.entries(e)));
  return { tex: numberText(x), hold: x < 0 ? 0 : 2 };
}

const within = ({ tex, hold }: Written, least: Hold): string => (hold < least ? `(${tex})` : tex);

/** The terms of a sum, each as its value. */
function terms(e: Extract<Expression, { is: "over" }>, point: Point): Written {
  const range = point.scope.declared(e.index)?.shape[0];
  const bound = (at: Expression | undefined, otherwise: number): number =>
    at === undefined ? otherwise : numberOf(numberIn(point.entries(at)));
  const [from, to] = [bound(e.from, 1), bound(e.to, point.size(range ?? ""))];
  if ((e.op !== "\\sum" && e.op !== "\\prod") || e.when !== undefined || to - from >= TERMS || to <= from)
    return value(e, point);
  const parts = Array.from({ length: to - from + 1 }, (_, k) =>
    point.with(e.index, from + k, (inside) => value(e.body, inside)),
  );
  return e.op === "\\prod"
    ? { tex: parts.map((part) => within(part, 1)).join(" \\cdot "), hold: 1 }
    : { tex: parts.map((part, k) => (k === 0 ? part.tex : within(part, 1))).join(" + "), hold: 0 };
}

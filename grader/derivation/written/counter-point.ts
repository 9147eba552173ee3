/**
 * A point at which two sides differ, in words: what the symbols are there, and what each side is.
 */
import { namesBehind } from "../coordinates.ts";
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import type { Drawn } from "../point.ts";
import { apart, valueText } from "../point-text.ts";
import { nameOf, type Scope } from "../scope.ts";
import type { Place, Tried } from "../trial.ts";

export interface CounterPoint {
  /** "w = 2, b = 0, x = [1, 2], y = [3, 5]" */
  readonly where: string;
  readonly left: string;
  readonly right: string;
}

/** Below this part of the sides, a difference is not what a reader should look at. */
const PLAIN = 1e-3;
/** Longer than this, a value is a table. */
const LONGEST = 60;

/** The first of some draws at which the sides plainly differ, or else differ at all. */
function first(tried: Tried, draws: readonly Drawn[]): CounterPoint | undefined {
  const broken = draws.flatMap((drawn) => {
    const trial = triedAt(tried, drawn);
    return trial.filter((place) => !tried.holds(place));
  });
  const best = broken.find(isPlain) ?? broken[0];
  if (best === undefined) return undefined;
  const [left, right] = apart(best.left, best.right);
  const { scope, relation } = tried;
  return {
    where: place(scope, [relation.left, relation.right], best.drawn, best.indices),
    left: short(left),
    right: short(right),
  };
}

function triedAt(tried: Tried, drawn: Drawn): readonly Place[] {
  try {
    const trial = tried.at(drawn);
    return trial.is === "fit" ? trial.places : [];
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

const isPlain = ({ left, right }: Place): boolean => {
  const size = Math.max(...left.at.map(Math.abs), ...right.at.map(Math.abs));
  const gap = Math.max(...left.at.map((x, k) => Math.abs(x - (right.at[k] as number))));
  return gap > PLAIN * size && size < 1e6 && size > 1e-6;
};

const short = (text: string): string => minus(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
/** With a minus sign as it is printed. */
const minus = (text: string): string => text.replaceAll("-", "−");

/** What the symbols are that the sides are made of, and the indices. */
function place(
  scope: Scope,
  sides: readonly Expression[],
  drawn: Drawn,
  indices: readonly (readonly [string, number])[] = [],
): string {
  const names = namesBehind(scope, sides);
  const values = scope.symbols.flatMap((symbol) => {
    const value = names.has(nameOf(symbol)) ? drawn.values.get(nameOf(symbol)) : undefined;
    return value === undefined ? [] : [`${nameText(symbol.names[0] as string)} = ${short(valueText(value))}`];
  });
  const sizes = [...drawn.sizes].filter(([name]) => values.length === 0 && names.has(name));
  const at = [...sizes, ...indices].map(
    ([name, n]) => `${nameText(scope.declared(name)?.names[0] ?? name)} = ${n}`,
  );
  return [...values, ...at].join(", ");
}

/** A name as plain text: \hat y is ŷ, \delta is δ, w^{h} is w^h. */
export function nameText(name: string): string {
  return name
    .replace(/\\hat\s*\{?(\w)\}?/g, "$1\u0302")
    .replace(/\\bar\s*\{?(\w)\}?/g, "$1\u0304")
    .replace(/\\([a-zA-Z]+)\s*/g, (_, word: string) => GREEK[word] ?? word)
    .replace(/[{}]/g, "")
    .normalize("NFC");
}

const GREEK: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  delta: "δ",
  epsilon: "ε",
  eta: "η",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  sigma: "σ",
  theta: "θ",
  ell: "ℓ",
};

export const counterPointOf = { first, place };

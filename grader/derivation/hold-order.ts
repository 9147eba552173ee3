/**
 * A ≈ B within O(h^p): both sides differ by a multiple of h^p at most, where h becomes small.
 *
 *     h, h/4, h/16:   a gap like h^p shrinks by 4^p with each quarter, one like h^(p−1) by 4^(p−1) only
 *
 * A bound in numbers would hold for some functions and places and not for others; this holds for all that are smooth.
 */
import type { Outcome } from "./checked.ts";
import { combinations } from "./combinations.ts";
import { type Compared, sidesAt } from "./compare.ts";
import { draw, kindOf } from "./draw.ts";
import type { Expression } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import { ATTEMPTS, DRAWS } from "./hold.ts";
import { termsOf } from "./loose.ts";
import type { Drawn } from "./point.ts";
import { pointAt } from "./point-at.ts";
import { pointText } from "./point-text.ts";
import { readerOf } from "./reader-of.ts";
import type { Scope } from "./scope.ts";
import { tokensOf } from "./tokens-of.ts";

/** A power of a symbol that is declared as small. */
export interface Order {
  readonly name: string;
  readonly power: number;
  /** O(h^2), as the page writes it. */
  readonly text: string;
}

/** Reads O(h^2). */
export function orderIn(text: string, scope: Scope): Order {
  const inside = /^O\((.*)\)$/.exec(text.trim())?.[1];
  const read = inside === undefined ? undefined : readerOf(tokensOf(inside), scope).whole();
  const base = read?.is === "power" ? read.base : read;
  const power = read?.is !== "power" ? 1 : read.exponent.is === "number" ? read.exponent.value : Number.NaN;
  if (base?.is !== "ref" || scope.declared(base.name)?.domain !== "small" || !(power > 0))
    throw new FormulaError(
      `\`within: ${text}\`: expected a number, or O(h^2) with a symbol that is declared small`,
    );
  return { name: base.name, power, text };
}

interface Gap {
  readonly gap: number;
  readonly slack: number;
}

export function holdOrder(
  scope: Scope,
  compared: Compared,
  order: Order,
  seed: number,
  text: string,
): Outcome {
  const zero: Expression = { is: "number", value: 0 };
  // Without a term the gap is like the term: one that is as small as the bound would not be held by it.
  const terms = [compared.left, compared.right].flatMap(termsOf).map((term) => ({ term, shrinking: 0 }));
  let points = 0;
  let difference = 0;
  for (let attempt = 0; points < DRAWS; attempt++) {
    if (attempt === ATTEMPTS)
      return { points, wrong: `only ${points} of ${attempt} draws are fit to hold it` };
    const drawn = draw(scope, seed, `${text}/${attempt}`, kindOf(attempt));
    try {
      const gaps = gapsAt(scope, compared, order, drawn);
      points++;
      difference = Math.max(difference, gaps[0]?.gap ?? 0);
      if (!shrinks(gaps, order)) return { points, wrong: tooSlow(gaps, order, pointText(scope, drawn, [])) };
      for (const one of terms)
        if (shrinks(gapsAt(scope, { left: one.term, right: zero }, order, drawn), order)) one.shrinking++;
    } catch (error) {
      if (!(error instanceof Degenerate)) throw error;
    }
  }
  return terms.some(({ shrinking }) => shrinking > DRAWS / 2)
    ? {
        points,
        wrong: `\`within: ${order.text}\` is wider than what it bounds: a term of the formula is as small itself`,
      }
    : { points, difference };
}

/** The gap between both sides at h, h/4 and h/16. */
function gapsAt(scope: Scope, compared: Compared, { name }: Order, drawn: Drawn): Gap[] {
  const free = new Set([...freeIndices(compared.left, scope), ...freeIndices(compared.right, scope)]);
  return [1, 4, 16].map((by) => {
    const small = drawn.values.get(name);
    if (small === undefined) throw new FormulaError(`${name} is not drawn`);
    const smaller = { ...small, at: small.at.map((x) => x / by) };
    const there = { ...drawn, values: new Map([...drawn.values, [name, smaller]]) };
    const origin = pointAt(scope, there);
    return sidesAt(origin, compared, combinations(free, origin))
      .flatMap(({ left, right, slack }) =>
        left.at.map((x, k) => ({ gap: Math.abs(x - (right.at[k] as number)), slack: slack[k] as number })),
      )
      .reduce((most, one) => (one.gap > most.gap ? one : most));
  });
}

/** Whether the gap shrinks as fast as the order says at one of the two quarters, or is lost in rounding. */
function shrinks([first, second, third]: readonly Gap[], { power }: Order): boolean {
  const [a, b, c] = [first, second, third] as [Gap, Gap, Gap];
  const enough = 4 ** (power - 0.5);
  return c.gap <= c.slack || a.gap >= enough * b.gap || b.gap >= enough * c.gap;
}

const tooSlow = (gaps: readonly Gap[], { name, text }: Order, at: string): string =>
  `the two sides differ by more than ${text}: by ${gaps
    .map(({ gap }) => Number(gap.toPrecision(3)))
    .join(", ")} for ${name}, a quarter and a sixteenth of it\n    at ${at}`;

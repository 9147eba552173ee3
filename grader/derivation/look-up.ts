/**
 * The symbol that a letter is with its labels: the longest name that is declared. What is left over of the labels
 * is an index, a power, a derivative.
 */
import type { Scope } from "./scope.ts";
import { type Declared, keyOf } from "./symbols.ts";
import { isMark, type Token, textOf } from "./token.ts";

export interface Found {
  readonly symbol: Declared;
  /** Primes that are no part of the name. */
  readonly primes: number;
  readonly sup: readonly Token[];
  readonly sub: readonly Token[];
}

/** @param sup the superscript without its primes */
export function lookUp(
  scope: Scope,
  base: string,
  primes: number,
  sup: readonly Token[],
  sub: readonly Token[],
): Found | undefined {
  const [up, down] = [textOf(sup), textOf(sub)];
  // W^{o\top} is the transpose of W^o.
  const cut = sup.length > 1 && isTranspose(sup.at(-1), scope) ? -1 : sup.length;
  const [own, turned] = [textOf(sup.slice(0, cut)), sup.slice(cut)];
  const tries: readonly [string, number, readonly Token[], readonly Token[]][] = [
    [keyOf(base, primes, up, down), 0, [], []],
    [keyOf(base, primes, own, down), 0, turned, []],
    [keyOf(base, primes, up), 0, [], sub],
    [keyOf(base, primes, own), 0, turned, sub],
    [keyOf(base, primes, "", down), 0, sup, []],
    [keyOf(base, primes), 0, sup, sub],
    [keyOf(base, 0, "", down), primes, sup, []],
    [keyOf(base), primes, sup, sub],
  ];
  for (const [key, left, power, indices] of tries) {
    const symbol = scope.declared(key);
    if (symbol !== undefined) return { symbol, primes: left, sup: power, sub: indices };
  }
  return undefined;
}

/** ⊤, and T where nothing has that name. */
export const isTranspose = (token: Token | undefined, scope: Scope, bound: readonly string[] = []): boolean =>
  isMark(token, "\\top") ||
  (token?.is === "name" && token.text === "T" && scope.declared("T") === undefined && !bound.includes("T"));

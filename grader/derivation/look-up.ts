/**
 * The symbol that a letter is with its labels: the longest name that is declared. What is left over of the labels
 * is an index, a power, a derivative.
 */
import type { Scope } from "./scope.ts";
import { type Declared, keyOf } from "./symbols.ts";
import { type Token, textOf } from "./token.ts";

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
  const tries: readonly [string, number, readonly Token[], readonly Token[]][] = [
    [keyOf(base, primes, up, down), 0, [], []],
    [keyOf(base, primes, up), 0, [], sub],
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

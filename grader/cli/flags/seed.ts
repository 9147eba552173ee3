import { UsageError } from "../../usage-error.ts";

const LARGEST = 2 ** 32 - 1;

/**
 * The seed that `--seed` names; without it one is drawn, short enough to be typed.
 *
 * @throws UsageError unless it is a whole number from 0 to 2³² − 1
 */
export function seedOf(typed: string | undefined): number {
  if (typed === undefined) return Math.floor(Math.random() * 1_000_000);
  const seed = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  if (seed <= LARGEST) return seed;
  throw new UsageError(`--seed: a whole number from 0 to ${LARGEST}, got ${JSON.stringify(typed)}`);
}

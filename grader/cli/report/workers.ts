import { availableParallelism } from "node:os";
import { UsageError } from "../../usage-error.ts";

/**
 * How many grade at once: `--workers`, or as many as there are cores.
 *
 * @throws UsageError unless it is a whole number from 1 to 256
 */
export function workersOf(typed: string | undefined): number {
  if (typed === undefined) return Math.max(1, availableParallelism());
  const workers = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (workers >= 1 && workers <= 256) return workers;
  throw new UsageError(`--workers: a whole number from 1 to 256, got ${JSON.stringify(typed)}`);
}

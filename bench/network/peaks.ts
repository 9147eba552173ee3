/** What the machine can do at most from JavaScript: a copy of memory, and multiply-adds in registers. */
import { exportsOf } from "../../reference/dense/simd/engine.ts";
import { bytes } from "./registers-bytes.ts";

const BYTES = 2 ** 27;

/** GB a second, reading and writing counted. */
export function copyPeak(): number {
  const [from, to] = [new Float64Array(BYTES / 8).fill(1), new Float64Array(BYTES / 8)];
  to.set(from);
  const begun = performance.now();
  to.set(from);
  return (2 * BYTES) / (performance.now() - begun) / 1e6;
}

const simd = exportsOf<{ readonly registers: (rounds: number) => number }>(bytes);

/** Rounds of one measurement, and the operations of a round: two lanes in twelve chains, two operations a multiply-add. */
const [ROUNDS, OPERATIONS] = [2 ** 20, 48] as const;

/** Operations of f64 that `multiplyAdds` does. */
export const REGISTER_FLOP = ROUNDS * OPERATIONS;

/** Multiply-adds of f64 that touch no memory, two lanes at a time. */
export const multiplyAdds = (): number | undefined => simd?.registers(ROUNDS);

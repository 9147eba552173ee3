/** Rows of shares that sum to 1, such as the probabilities of the classes of one example. */
import type { Draw } from "./draw.ts";

/** C shares above 0: sixteenths, or any. */
export function shares(draw: Draw, C: number): number[] {
  if (draw.family === "quarters") {
    const parts = new Array<number>(C).fill(1);
    for (let left = 16 - C; left > 0; left--) parts[draw.integer(0, C - 1)]! += 1;
    return parts.map((part) => part / 16);
  }
  const parts = draw.list(C, () => Math.exp(draw.between(-3, 3)));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

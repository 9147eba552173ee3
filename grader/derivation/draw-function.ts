/**
 * A smooth function with all its derivatives.
 *
 *     f(x) = a·x + q·x² + b₁ sin(ω₁x + c₁) + b₂ sin(ω₂x + c₂)
 *
 * Two waves whose lengths are drawn: of one alone f⁗ = −ω²f″ would be true.
 */
import type { Random } from "../../reference/randomness/random.ts";
import type { DrawnFunction } from "./point.ts";

export function drawnFunction(rng: Random): DrawnFunction {
  const between = (low: number, high: number): number => low + (high - low) * rng();
  const [a, q] = [between(0.5, 1.5), between(-0.3, 0.3)];
  const waves = [0, 1].map(() => ({ b: between(0.3, 0.9), w: between(0.6, 1.2), c: between(0, 6) }));
  return (x, primes) => {
    const polynomial =
      primes === 0 ? a * x + q * x * x : primes === 1 ? a + 2 * q * x : primes === 2 ? 2 * q : 0;
    return waves.reduce(
      (sum, { b, w, c }) => sum + b * w ** primes * Math.sin(w * x + c + (primes * Math.PI) / 2),
      polynomial,
    );
  };
}

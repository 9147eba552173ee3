export function deriv(f: (x: number) => number, x: number, h: number = 1e-3): number {
  return (f(x + h) - f(x - h)) / (2 * h);
}

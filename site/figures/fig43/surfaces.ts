/** The surfaces that optimisers run over: two parameters, a height, a gradient, and where it is lowest. */

export type Point = readonly [x: number, y: number];

export interface Surface {
  readonly height: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => Point;
  /** The lowest places. */
  readonly lowest: readonly Point[];
  readonly leastHeight: number;
}

/** ½(x² + κy²): κ times as steep across as along. */
const valley = (kappa: number): Surface => ({
  height: (x, y) => (x * x + kappa * y * y) / 2,
  gradient: (x, y) => [x, kappa * y],
  lowest: [[0, 0]],
  leastHeight: 0,
});

/** (1 − x)² + 100(y − x²)²: a bent valley with a nearly level floor. */
const rosenbrock: Surface = {
  height: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  lowest: [[1, 1]],
  leastHeight: 0,
};

/** ½(x² − y²) + ¼y⁴: a saddle at 0 between two hollows. */
const saddle: Surface = {
  height: (x, y) => (x * x - y * y) / 2 + y ** 4 / 4,
  gradient: (x, y) => [x, y ** 3 - y],
  lowest: [
    [0, 1],
    [0, -1],
  ],
  leastHeight: -1 / 4,
};

export const SURFACES = {
  valley: "valley, ½(θ₁² + κθ₂²)",
  rosenbrock: "Rosenbrock’s bent valley",
  saddle: "saddle between two hollows",
} as const;
export type SurfaceName = keyof typeof SURFACES;

export const surfaceOf = (name: SurfaceName, kappa: number): Surface =>
  name === "valley" ? valley(kappa) : name === "saddle" ? saddle : rosenbrock;

type Matrix = number[][];
/** Matrices by name. */
type Params = { [name: string]: Matrix };

export function numericalGradientMatrix(loss: (P: Matrix) => number, P: Matrix, eps: number = 1e-4): Matrix {
  const moved = (row: number, col: number, by: number): Matrix =>
    P.map((entries, i) => entries.map((p, j) => (i === row && j === col ? p + by : p)));
  return P.map((entries, i) =>
    entries.map((_, j) => (loss(moved(i, j, eps)) - loss(moved(i, j, -eps))) / (2 * eps)),
  );
}

export function relativeError(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
}

export function checkGradients(
  loss: (p: Params) => number,
  params: Params,
  grads: Params,
  eps: number = 1e-4,
  tol: number = 1e-5,
): { ok: boolean; worst: { name: string; row: number; col: number; relError: number } } {
  let worst = { name: "", row: 0, col: 0, relError: -1 };
  for (const name of Object.keys(params)) {
    const measured = numericalGradientMatrix((P) => loss({ ...params, [name]: P }), params[name]!, eps);
    for (let row = 0; row < measured.length; row++) {
      for (let col = 0; col < measured[row]!.length; col++) {
        const relError = relativeError(measured[row]![col]!, grads[name]![row]![col]!);
        if (isWorse(relError, worst.relError)) worst = { name, row, col, relError };
      }
    }
  }
  return { ok: worst.relError <= tol, worst };
}

/** NaN is worse than every number, and nothing is worse than NaN. */
const isWorse = (error: number, than: number): boolean =>
  !Number.isNaN(than) && (Number.isNaN(error) || error > than);

type Vector = number[];

export function rmspropStep(
  v: Vector,
  p: Vector,
  g: Vector,
  lr: number = 0.01,
  alpha: number = 0.99,
  eps: number = 1e-8,
): { p: Vector; v: Vector } {
  const squares = v.map((vi, i) => alpha * vi + (1 - alpha) * g[i]! ** 2);
  return { p: p.map((x, i) => x - (lr * g[i]!) / (Math.sqrt(squares[i]!) + eps)), v: squares };
}

export function adamStep(
  state: { t: number; m: Vector; v: Vector },
  p: Vector,
  g: Vector,
  lr: number = 0.001,
  beta1: number = 0.9,
  beta2: number = 0.999,
  eps: number = 1e-8,
): { p: Vector; t: number; m: Vector; v: Vector } {
  const t = state.t + 1;
  const means = state.m.map((mi, i) => beta1 * mi + (1 - beta1) * g[i]!);
  const squares = state.v.map((vi, i) => beta2 * vi + (1 - beta2) * g[i]! ** 2);
  const moved = p.map((x, i) => {
    const slope = means[i]! / (1 - beta1 ** t);
    const size = Math.sqrt(squares[i]! / (1 - beta2 ** t));
    return x - (lr * slope) / (size + eps);
  });
  return { p: moved, t, m: means, v: squares };
}

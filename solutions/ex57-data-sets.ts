type Vector = number[];
type Matrix = number[][];

export function generateXor(points: Matrix): boolean[] {
  return points.map((point) => point[0]! > 0.5 !== point[1]! > 0.5);
}

/** The k-th of n numbers in equal steps. */
function spaced(from: number, to: number, k: number, n: number): number {
  return n === 1 ? from : from + ((to - from) * k) / (n - 1);
}

export function generateParaboloid(dims: number): { features: Matrix; labels: Vector } {
  const at = Array.from({ length: dims }, (_, k) => spaced(-1, 1, k, dims));
  const features = at.flatMap((y) => at.map((x) => [x, y]));
  return { features, labels: features.map((point) => point[1]! ** 2 - point[0]! ** 2) };
}

export function makeCircles(
  n: number,
  factor: number,
  noise: number,
  gauss: () => number,
): { X: Matrix; y: (0 | 1)[] } {
  const outside = Math.floor(n / 2);
  const X: Matrix = [];
  const y: (0 | 1)[] = [];
  for (let i = 0; i < n; i++) {
    const isInside = i >= outside;
    const angle = isInside ? (2 * Math.PI * (i - outside)) / (n - outside) : (2 * Math.PI * i) / outside;
    const radius = isInside ? factor : 1;
    X.push([radius * Math.cos(angle) + noise * gauss(), radius * Math.sin(angle) + noise * gauss()]);
    y.push(isInside ? 1 : 0);
  }
  return { X, y };
}

export function makeBlobs(
  n: number,
  centers: Matrix,
  std: number,
  gauss: () => number,
): { X: Matrix; y: number[] } {
  const K = centers.length;
  const X: Matrix = [];
  const y: number[] = [];
  for (let c = 0; c < K; c++) {
    const count = Math.floor(n / K) + (c < n % K ? 1 : 0);
    for (let i = 0; i < count; i++) {
      X.push(centers[c]!.map((x) => x + std * gauss()));
      y.push(c);
    }
  }
  return { X, y };
}

export function noisyLine3d(
  n: number,
  start: Vector,
  end: Vector,
  noise: number,
  gauss: () => number,
): Matrix {
  return Array.from({ length: n }, (_, i) => {
    const t = spaced(noise, 1 - noise, i, n);
    return start.map((s, k) => s + t * (end[k]! - s) + noise * gauss());
  });
}

type Vector = number[];
type Matrix = number[][];

/** A network with sigmoid units: W1 d×m, b1 d, W2 t×d, b2 t; row i of a weight matrix belongs to unit i. */
type Net2 = { W1: Matrix; b1: Vector; W2: Matrix; b2: Vector };

export function outputWeightGradient(x: Vector, y: Vector, p: Net2, j: number, i: number): number {
  const hidden = layer(p.W1, p.b1, x);
  const output = layer(p.W2, p.b2, hidden);
  return delta(output[j]!, y[j]!, y.length) * hidden[i]!;
}

export function hiddenWeightGradient(x: Vector, y: Vector, p: Net2, i: number, k: number): number {
  const hidden = layer(p.W1, p.b1, x);
  const output = layer(p.W2, p.b2, hidden);
  let back = 0;
  for (let j = 0; j < y.length; j++) back += delta(output[j]!, y[j]!, y.length) * p.W2[j]![i]!;
  return back * hidden[i]! * (1 - hidden[i]!) * x[k]!;
}

/** ∂L/∂z of an output unit. */
const delta = (a: number, y: number, t: number): number => (2 / t) * (a - y) * a * (1 - a);

const layer = (W: Matrix, b: Vector, x: Vector): Vector =>
  W.map((row, i) => 1 / (1 + Math.exp(-row.reduce((z, w, k) => z + w * x[k]!, b[i]!))));

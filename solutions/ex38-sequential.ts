type Vector = number[];
type Matrix = number[][];
type ActName = "identity" | "relu" | "leakyRelu" | "sigmoid" | "tanh";
type Layer = { kind: "linear"; W: Matrix; b: Vector } | { kind: "activation"; name: ActName };

function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}

function value(name: ActName, z: number): number {
  if (name === "relu") return Math.max(z, 0);
  if (name === "leakyRelu") return z > 0 ? z : 0.2 * z;
  if (name === "sigmoid") return sigmoid(z);
  return name === "tanh" ? Math.tanh(z) : z;
}

function linearForward(X: Matrix, W: Matrix, b: Vector): Matrix {
  return X.map((row) =>
    W.map((weights, j) => {
      let z = b[j]!;
      for (let l = 0; l < row.length; l++) z += row[l]! * weights[l]!;
      return z;
    }),
  );
}

export function sequentialForward(layers: Layer[], X: Matrix): { output: Matrix; outputs: Matrix[] } {
  const outputs: Matrix[] = [];
  let A = X;
  for (const layer of layers) {
    if (layer.kind === "linear") A = linearForward(A, layer.W, layer.b);
    else A = A.map((row) => row.map((z) => value(layer.name, z)));
    outputs.push(A);
  }
  return { output: A, outputs };
}

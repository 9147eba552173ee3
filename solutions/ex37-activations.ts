type Matrix = number[][];
type ActName = "identity" | "relu" | "leakyRelu" | "sigmoid" | "tanh";

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

function slope(name: ActName, z: number): number {
  if (name === "relu") return z > 0 ? 1 : 0;
  if (name === "leakyRelu") return z > 0 ? 1 : 0.2;
  if (name === "sigmoid") return sigmoid(z) * (1 - sigmoid(z));
  return name === "tanh" ? 1 - Math.tanh(z) ** 2 : 1;
}

export function activation(name: ActName, Z: Matrix): Matrix {
  return Z.map((row) => row.map((z) => value(name, z)));
}

export function activationPrime(name: ActName, Z: Matrix): Matrix {
  return Z.map((row) => row.map((z) => slope(name, z)));
}

export function activationBackward(name: ActName, Z: Matrix, dA: Matrix): Matrix {
  return Z.map((row, i) => row.map((z, j) => dA[i]![j]! * slope(name, z)));
}

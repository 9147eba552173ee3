export function square(x: number): number {
  return x * x;
}

export function relu(x: number): number {
  return Math.max(x, 0);
}

export function leakyRelu(x: number, slope = 0.2): number {
  return x > 0 ? x : slope * x;
}

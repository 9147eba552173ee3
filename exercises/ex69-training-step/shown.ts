/** How a finding shows the models that the functions are handed. */

export const rowsText = (matrix: readonly (readonly number[])[]): string =>
  `[${matrix.map((row) => `[${row.join(", ")}]`).join(", ")}]`;

/** One weight, the square as loss, and plain descent. */
export const onSquare = (w: number, learningRate: number): string[] => [
  `// model: x·w with w = ${w}, lossFn: the square`,
  `// optimizer: plain descent with rate ${learningRate}`,
];

/** A Linear with given numbers in it. */
export const linearLines = (
  W: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): string[] => [
  `const model = new Linear(${W[0]?.length ?? 0}, ${W.length}, rng);`,
  `model.weight.data = ${rowsText(W)};`,
  `model.bias.data = ${rowsText(b)};`,
];

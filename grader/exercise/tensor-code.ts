/** Tensors as the code that makes them, for findings of exercises on the class of ex66. */

/** Lines that make leaves by their names; a gradient is wanted of those not named. */
export const tensorLines = (
  leaves: Readonly<Record<string, readonly (readonly number[])[]>>,
  constants: readonly string[] = [],
): string[] =>
  Object.entries(leaves).map(
    ([name, rows]) =>
      `const ${name} = new Tensor([${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]${constants.includes(name) ? "" : ", true"});`,
  );

/** What a number and gradients are looked up as: `({ y: y.data[0][0], A: A.grad })`. */
export const looked = (names: readonly string[], number?: string): string =>
  `({ ${[...(number === undefined ? [] : [`${number}: ${number}.data[0][0]`]), ...names.map((name) => `${name}: ${name}.grad`)].join(", ")} })`;

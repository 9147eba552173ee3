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

/** The list of their gradients. */
export const gradientsOf = (...names: readonly string[]): string =>
  `[${names.map((name) => `${name}.grad`).join(", ")}]`;

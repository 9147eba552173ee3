/** All choices of `least` to `most` entries of a list, the small ones first, each in the order of the list. */
export function subsetsOf<T>(list: readonly T[], least: number, most: number): readonly (readonly T[])[] {
  const ofSize = (size: number, from: number): readonly (readonly T[])[] =>
    size === 0
      ? [[]]
      : list.slice(from).flatMap((one, i) => ofSize(size - 1, from + i + 1).map((rest) => [one, ...rest]));
  return Array.from({ length: most - least + 1 }, (_, k) => ofSize(least + k, 0)).flat();
}

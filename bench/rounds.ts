/** Measuring by turns, so that a busy moment of the machine falls on all alike. */

/** Something that measures itself once. */
export type Measurement = () => Promise<number> | number;

/** What the rounds of one bench gave, by name. */
export type Measured<K extends string> = Readonly<Record<K, readonly number[]>>;

const ROUNDS = 9;

/** Takes all measurements by turns, nine times unless told; a first turn warms the disk's cache and does not count. */
export async function byTurns<K extends string>(
  measurements: Readonly<Record<K, Measurement>>,
  rounds = ROUNDS,
): Promise<Measured<K>> {
  const names = Object.keys(measurements) as K[];
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const one = await measurements[name]();
      if (round >= 0) measured[name].push(one);
    }
  }
  return measured;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of one measurement divided by another of the same round. */
export const ratio = (a: readonly number[], b: readonly number[]): number =>
  median(a.map((x, i) => x / b[i]!));

/** The value that so large a share of the numbers does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A classifier that compares pictures with the mean of each class. */

/**
 * Logits of the classes, as if every pixel were a normal number around the class's mean, independent of the others.
 *
 *     z_c = −Σ_k (x_k − μ_ck)² / 2v,   less the mean of the row
 *
 * @param examples pictures to learn from, and their labels
 * @returns one row a picture of `asked`; a class without an example has the mean picture of none, which is black
 */
export function templateLogits(
  examples: readonly Float64Array[],
  labels: ArrayLike<number>,
  asked: readonly Float64Array[],
  classes: number,
): number[][] {
  const size = asked[0]?.length ?? 0;
  const means = Array.from({ length: classes }, () => new Float64Array(size));
  const counts = new Array<number>(classes).fill(0);
  examples.forEach((picture, i) => {
    const label = labels[i]!;
    counts[label]!++;
    picture.forEach((light, k) => {
      means[label]![k]! += light;
    });
  });
  means.forEach((mean, c) => {
    mean.forEach((sum, k) => {
      mean[k] = sum / Math.max(1, counts[c]!);
    });
  });
  const spread = examples.reduce((sum, picture, i) => sum + distance(picture, means[labels[i]!]!), 0);
  const variance = spread / (examples.length * size);
  return asked.map((picture) => {
    const row = means.map((mean) => -distance(picture, mean) / (2 * variance));
    const middle = row.reduce((sum, z) => sum + z, 0) / classes;
    return row.map((z) => z - middle);
  });
}

const distance = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, k) => sum + (x - b[k]!) ** 2, 0);

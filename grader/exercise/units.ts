/** The units of the course, by number. */
const TITLES: readonly string[] = [
  "Derivatives and the chain rule",
  "Linear regression",
  "Logistic regression",
  "Perceptron and Adaline",
  "k-means and PCA",
  "Dense layers and activations",
  "Losses and outputs",
  "Backpropagation",
  "Optimisers, initialisation, batches, data sets",
  "Training loops, evaluation, saving",
  "Automatic differentiation and modules",
  "Depth, residuals, landscapes, boundaries",
];

/**
 * A unit's title.
 *
 * @throws RangeError if there is no such unit
 */
export function unitTitle(unit: number): string {
  const title = TITLES[unit - 1];
  if (title === undefined) throw new RangeError(`unitTitle: a unit from 1 to ${TITLES.length}, got ${unit}`);
  return title;
}

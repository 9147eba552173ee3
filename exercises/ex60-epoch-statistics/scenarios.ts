/** What is done with a training loop: it gets a model that keeps to a table, and batches that tell which they are. */
interface Batch {
  X: number[][];
  y: number[];
}

interface Stats {
  loss: number;
  accuracy: number;
}

interface History {
  lossTrain: number[];
  accuracyTrain: number[];
  lossValid: number[];
  accuracyValid: number[];
}

interface Made {
  readonly trainWithValidation: (
    step: (X: number[][], y: number[]) => { loss: number; correct: number },
    evaluate: () => Stats,
    loader: () => Iterable<Batch>,
    epochs: number,
  ) => History;
}

/** One pass: each row of X holds the place of its batch and its own. */
function* pass(sizes: readonly number[]): Generator<Batch> {
  for (const [k, size] of sizes.entries()) {
    const places = Array.from({ length: size }, (_, i) => i);
    yield { X: places.map((i) => [k, i]), y: places.map((i) => i % 2) };
  }
}

/** Which batch it is whose X and y these are. */
function placeOf(X: unknown, y: unknown, sizes: readonly number[]): number {
  const k: unknown = Array.isArray(X) && Array.isArray(X[0]) ? X[0][0] : undefined;
  if (
    typeof k !== "number" ||
    !Array.isArray(y) ||
    y.length !== sizes[k] ||
    (X as unknown[]).length !== y.length
  )
    throw new TypeError(
      "step(X, y) takes the X and the y of one batch, and this call hands it something else",
    );
  return k;
}

/** The history of a run in which step and evaluate give what the tables say. */
export function trainWithValidation(
  { trainWithValidation }: Made,
  sizes: number[],
  losses: number[][],
  correct: number[][],
  lossValid: number[],
  accuracyValid: number[],
): History {
  const epochs = losses.length;
  let steps = 0;
  const epochsDone = (): number => (sizes.length === 0 ? 0 : Math.floor(steps / sizes.length));
  const step = (X: number[][], y: number[]) => {
    const k = placeOf(X, y, sizes);
    const epoch = Math.min(epochsDone(), epochs - 1);
    steps++;
    return { loss: losses[epoch]![k]!, correct: correct[epoch]![k]! };
  };
  const evaluate = (): Stats => {
    const done = Math.min(epochsDone(), epochs);
    return { loss: lossValid[done]!, accuracy: accuracyValid[done]! };
  };
  return trainWithValidation(step, evaluate, () => pass(sizes), epochs);
}

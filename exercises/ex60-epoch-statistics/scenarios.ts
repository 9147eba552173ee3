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

/** One pass: each row of X holds the number of the pass, the place of its batch and its own. */
function* batchesOf(pass: number, sizes: readonly number[]): Generator<Batch> {
  for (const [k, size] of sizes.entries()) {
    const places = Array.from({ length: size }, (_, i) => i);
    yield { X: places.map((i) => [pass, k, i]), y: places.map((i) => i % 2) };
  }
}

/** Can be looped over once. */
function passOf(pass: number, sizes: readonly number[]): Iterable<Batch> {
  let isUsed = false;
  return {
    [Symbol.iterator]() {
      if (isUsed) throw new TypeError("a pass can be looped over once: call loader() anew for each epoch");
      isUsed = true;
      return batchesOf(pass, sizes);
    },
  };
}

/** Which batch of which pass it is whose X and y these are. */
function placeOf(X: unknown, y: unknown, sizes: readonly number[]): readonly [pass: number, k: number] {
  const [pass, k] = Array.isArray(X) && Array.isArray(X[0]) ? (X[0] as number[]) : [];
  const size = sizes[k ?? -1];
  if (!Array.isArray(y) || y.length !== size || (X as unknown[]).length !== size)
    throw new TypeError(
      "step(X, y) takes the X and the y of one batch, and this call hands it something else",
    );
  return [pass!, k!];
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
  let [steps, passes] = [0, 0];
  const stepped = new Set<string>();
  const epochsDone = (): number => (sizes.length === 0 ? 0 : Math.floor(steps / sizes.length));
  const step = (X: number[][], y: number[]) => {
    const [pass, k] = placeOf(X, y, sizes);
    if (stepped.has(`${pass}/${k}`))
      throw new TypeError("a batch makes a second step: call loader() anew for each epoch");
    stepped.add(`${pass}/${k}`);
    const epoch = Math.min(epochsDone(), epochs - 1);
    steps++;
    return { loss: losses[epoch]![k]!, correct: correct[epoch]![k]! };
  };
  const evaluate = (): Stats => {
    const done = Math.min(epochsDone(), epochs);
    return { loss: lossValid[done]!, accuracy: accuracyValid[done]! };
  };
  return trainWithValidation(step, evaluate, () => passOf(passes++, sizes), epochs);
}

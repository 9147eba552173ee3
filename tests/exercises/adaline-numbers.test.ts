/** Numbers of Adaline that Building FeedForward Networks with Pytorch prints, and those of the derivations. */
import { describe, expect, it } from "vitest";
import { twoBlobs } from "../../reference/data/document-data.ts";
import { linearFit } from "../../reference/linear-models/normal-equations.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { numpyRandom } from "../../reference/randomness/mersenne-twister.ts";
import { both } from "./both.ts";

const blobs = twoBlobs(42);
const [X, y] = [blobs.X.map((x) => [...x]), [...blobs.y]];
type Fitted = { w: number[]; b: number; losses: number[] };

describe("ex25", async () => {
  const start = { X, y, w0: [0.01624345363663242, -0.006117564136500754], b0: 0 };
  const [runs, predictions] = [await both("ex25", "fitAdalineGD"), await both("ex25", "adalinePredict")];

  it("has the losses before steps 1 and 15, and runs away with the rate in the title of the picture", () => {
    for (const run of runs) {
      const losses = (lr: number, nIter: number): number[] => (run({ ...start, lr, nIter }) as Fitted).losses;
      expect(losses(0.01, 15)[0]).toBeCloseTo(0.44404339269795423, 14);
      expect(losses(0.01, 15)[14]).toBeCloseTo(0.13652967206776284, 14);
      expect(losses(0.0001, 15)[14]).toBeCloseTo(0.4096080618975966, 14);
      expect(losses(0.1, 15)[14]!.toPrecision(2)).toBe("4.1e+25");
    }
  });

  it("classifies 97.5 % rightly with the best weights and a threshold of 1/2, and 66 % with 0", () => {
    const theta = linearFit(lift(X), lift(y)).map(({ value }) => value);
    for (const predict of predictions) {
      const right = (threshold: number | undefined): number => {
        const classes: number[] = predict({ X, w: theta.slice(0, 2), b: theta[2]!, threshold });
        return classes.filter((yi, i) => yi === y[i]).length / y.length;
      };
      expect([right(undefined), right(0)]).toEqual([0.975, 0.66]);
    }
  });
});

/** The document's start and orders: each shuffles what the one before has shuffled. */
function started(seed: number, passes: number) {
  const rng = numpyRandom(seed);
  const w0 = [0.01 * rng.normal(), 0.01 * rng.normal()];
  const orders: number[][] = [];
  for (let k = 0; k < passes; k++) {
    const last = orders.at(-1);
    orders.push(rng.shuffled(y.length).map((i) => last?.[i] ?? i));
  }
  return { X, y, w0, b0: 0, orders };
}

describe("ex26", async () => {
  const [runs, additions] = [await both("ex26", "fitAdalineSGD"), await both("ex26", "partialFit")];
  const printed = [0.06636402, -0.05597241, 0.06665753, -0.06029854].map((w) => w.toFixed(8));

  it("has the printed weights after 20 passes, and after the first example once more", () => {
    runs.forEach((run, who) => {
      const after: Fitted = run({ ...started(69, 20), lr: 0.001, nIter: 20 });
      const more: Fitted = additions[who]!({ state: after, X: X.slice(0, 1), y: y.slice(0, 1), lr: 0.001 });
      expect([...after.w, ...more.w].map((w) => w.toFixed(8))).toEqual(printed);
    });
  });
});

/** By the model answers alone: tracked numbers would take seconds for 20,000 steps, and `check` holds both together. */
describe("ex27", async () => {
  const [, run] = await both("ex27", "fitAdalineMiniBatch");
  const [, loss] = await both("ex25", "adalineLoss");
  const { orders, ...start } = started(69, 20);
  const trained = (lr: number, batchSize: number): Fitted => run!({ ...start, lr, batchSize, orders });
  const lossAt = ({ w, b }: Omit<Fitted, "losses">): string => (loss!({ X, y, w, b }) as number).toFixed(4);

  it.each([
    [1000, "0.2081", "0.1324"],
    [32, "0.1085", "0.0499"],
    [1, "0.0499", "0.0848"],
  ])("with batches of %i comes to %s and %s, as the derivation's table says", (size, slow, fast) => {
    expect([0.001, 0.01].map((lr) => lossAt(trained(lr, size)))).toEqual([slow, fast]);
  });

  it("may go up to 0.0029 with single examples", () => {
    const limits = X.map((x) => 1 / (Math.hypot(...x) ** 2 + 1));
    expect(Math.min(...limits).toFixed(4)).toBe("0.0029");
  });

  it("meets errors with the mean square 4.67 one at a time and with the large rate, where 0.0483 is best", () => {
    expect(trained(0.01, 1).losses.at(-1)!.toFixed(2)).toBe("4.67");
    const theta = linearFit(lift(X), lift(y)).map(({ value }) => value);
    expect(lossAt({ w: theta.slice(0, 2), b: theta[2]! })).toBe("0.0483");
  });
});

/** The source's network on XOR, one example at a time for 601 epochs: seen at ever longer intervals. */
import { forward, type Layer, layerOf } from "../../../reference/train/mlp.ts";
import { type XorSettings, xorTraining } from "../../../reference/train/xor.ts";
import { knownRuns } from "../known-runs.ts";
import { paceOf } from "../pace.ts";

export const EPOCHS = 601;
/** The epoch that each frame shows. */
export const PACE = paceOf(EPOCHS, 80);

export interface Stand {
  /** Weights out × in, then biases, layer by layer. */
  readonly P: readonly Float64Array[];
  /** Mean squared error over all examples. */
  readonly loss: number;
  /** The sum of squares as met on the way through the epoch, which the source prints as its MSE; none at the start. */
  readonly met: number | undefined;
  /** Share of the examples on the right side of ½. */
  readonly accuracy: number;
}

export interface Run {
  readonly settings: XorSettings;
  readonly inputs: readonly Float64Array[];
  readonly targets: Float64Array;
  /** One a frame; fewer where the numbers grow beyond bounds. */
  readonly stands: readonly Stand[];
}

/** Rests after each epoch, a few milliseconds. */
function* worked(given: XorSettings): Generator<undefined, Run> {
  const { hidden, width, learningRate, momentum, seed } = given;
  const settings = { hidden, width, learningRate, momentum, seed };
  const { net, inputs, targets, training } = xorTraining(settings);
  const standNow = (epoch: number): Stand => ({
    P: net.map(({ W, b }) => Float64Array.of(...W, ...b)),
    loss: training.loss(),
    met: epoch === 0 ? undefined : training.passLoss?.(),
    accuracy: training.accuracy?.() ?? 0,
  });
  const stands = [standNow(0)];
  for (let frame = 1, epoch = 0; frame < PACE.length; frame++) {
    for (; epoch < (PACE[frame] as number); epoch++) {
      training.step();
      yield;
    }
    const stand = standNow(epoch);
    if (!Number.isFinite(stand.loss) || !Number.isFinite(stand.met)) break;
    stands.push(stand);
  }
  return { settings, inputs, targets, stands };
}

export const { steps: runSteps, of: runOf } = knownRuns<XorSettings, Run>(
  ["hidden", "width", "learningRate", "momentum", "seed"],
  24,
  worked,
);

/** The network of a stand, to be asked. */
export function netOf({ settings: { hidden, width } }: Run, { P }: Stand): readonly Layer[] {
  return P.map((numbers, l) => {
    const outputs = l === hidden + 1 ? 1 : width;
    const inputs = numbers.length / outputs - 1;
    const layer = layerOf(inputs, outputs, l === hidden + 1 ? "identity" : "tanh", () => 0);
    layer.W.set(numbers.subarray(0, inputs * outputs));
    layer.b.set(numbers.subarray(inputs * outputs));
    return layer;
  });
}

/** What comes in and what each layer gives, one array a layer, example by example. */
export function valuesOf(net: readonly Layer[], inputs: readonly Float64Array[]): readonly Float64Array[] {
  const values = [2, ...net.map(({ outputs }) => outputs)].map((d) => new Float64Array(d * inputs.length));
  inputs.forEach((x, i) => {
    forward(net, x);
    (values[0] as Float64Array).set(x, 2 * i);
    net.forEach(({ a }, l) => {
      (values[l + 1] as Float64Array).set(a, a.length * i);
    });
  });
  return values;
}

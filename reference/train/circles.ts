import { normal, random } from "../random.ts";
import { circleAccuracy, circleLoss, momentumStep } from "./circle-net.ts";
import { circlesData } from "./data/circles.ts";
import type { Model } from "./training.ts";

/** The start of the document's run: normal numbers of its own generator, so they are stored. */
const documentStart: readonly number[] = [
  0.5430989408014584, 1.2327995381396444, 0.277524363601533, -0.654921981989366, -1.3026792909182014,
  -0.440444212345661, 0.15400312284255058, -1.4055124103421264, -0.8478655533736964, -1.0769655243168186,
  0.04124840860214336, -0.39122728840605964, -0.2782273408255761, -0.1798337663220187, -0.6759597863646826,
  -0.39201103493224865, -0.01112913126641024,
];

/**
 * The 2-3-2 network on two circles: full batch, momentum, summed loss.
 *
 * The document has 50,000 points and η = 1e-4. With the summed loss only η·n counts, so 2,000 points and
 * η = 2.5e-3 make the same run 25 times as fast: the loss lies still above a quarter of its start, then falls.
 *
 * Source: 01 build and train feedforward nn, 1.8.
 */
export const circles: Model = {
  name: "circles",
  title: "A 2-3-2 network that tells two circles apart",
  source: "01 build and train feedforward nn, 1.8",
  unit: "iteration",
  iterations: 50_000,
  learningRate: 2.5e-3,
  also: "momentum 0.5, full batch; η times points as in the document",
  lossName: "cross-entropy, summed",
  train({ seed, learningRate }) {
    const { points, labels } = circlesData(seed ?? 0);
    const rng = random(seed ?? 0, "circles/start");
    const p = Float64Array.from(seed === undefined ? documentStart : documentStart.map(() => normal(rng)));
    const velocity = new Float64Array(p.length);
    const gradient = new Float64Array(p.length);
    return {
      step() {
        circleLoss(p, points, labels, gradient);
        momentumStep(p, velocity, gradient, learningRate, 0.5);
      },
      loss: () => circleLoss(p, points, labels),
      accuracy: () => circleAccuracy(p, points, labels),
      parameters: () => ({
        Wh: p.subarray(0, 6),
        bh: p.subarray(6, 9),
        Wo: p.subarray(9, 15),
        bo: p.subarray(15),
      }),
      data: `${labels.length} points on two noisy circles`,
      start: seed === undefined ? "the document's stored start" : `N(0, 1) from seed ${seed}`,
    };
  },
};

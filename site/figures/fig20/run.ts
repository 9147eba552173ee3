/** The perceptron on a grid of 125 points, epoch by epoch, with its weights brought to length 1 in between or not. */

import type { Neuron } from "../../../reference/linear-models/neuron.ts";
import { signedDistance } from "../../../reference/linear-models/plane.ts";
import { num, unrecorded } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { decidedStep } from "../signed-step.ts";
import type { Vector3 } from "../space.ts";

export const EPOCHS = 90;
const SIDE = [-1, -0.5, 0, 0.5, 1];
/** In the order of the source's tables: y, then x, then z. */
export const GRID: readonly Vector3[] = SIDE.flatMap((y) =>
  SIDE.flatMap((x) => SIDE.map((z): Vector3 => [x, y, z])),
);
export const LABELS: readonly (1 | -1)[] = GRID.map(([x, y, z]) => (x + y + z >= 0 ? 1 : -1));
const TRACKED = lift(GRID.map((p) => [...p]));

export type Normalise = "none" | "w" | "both";

export interface Epoch {
  readonly w: Vector3;
  readonly b: number;
  /** The mean of the losses that the epoch met; none for the start. */
  readonly loss: number | undefined;
  /** Points with s·z > 0, or z = 0 and the label 1. */
  readonly right: number;
}

/** Rests after each epoch. */
export function* epochsOf(eta: number, normalise: Normalise): Generator<undefined, readonly Epoch[]> {
  let now: Neuron = { w: lift([1, -1, -1].map((wj) => wj / Math.sqrt(3))), b: num(0) };
  const epochs: Epoch[] = [epochOf(now, undefined)];
  while (epochs.length <= EPOCHS) {
    const last = epochs.at(-1);
    if (last?.loss === 0 && normalise === "none") {
      // No point was wrong, so nothing has moved, and nothing will.
      epochs.push(last);
      continue;
    }
    const [after, loss] = unrecorded(() => passed(now, eta));
    now = broughtTo(after, normalise);
    epochs.push(epochOf(now, loss));
    yield;
  }
  return epochs;
}

/** One epoch, with the mean of its losses. The numbers begin anew: no bound grows over 90 epochs. */
function passed(start: Neuron, eta: number): readonly [Neuron, number] {
  let [now, total] = [start, 0];
  TRACKED.forEach((x, i) => {
    const { loss, w, b } = decidedStep(now, x, LABELS[i] as number, eta);
    now = { w, b };
    total += loss.value;
  });
  return [now, total / GRID.length];
}

function broughtTo({ w, b }: Neuron, normalise: Normalise): Neuron {
  const plain = w.map(({ value }) => value);
  const length = Math.hypot(...plain);
  const by = normalise === "none" || length === 0 ? 1 : length;
  return { w: lift(plain.map((wj) => wj / by)), b: num(normalise === "both" ? b.value / by : b.value) };
}

function epochOf({ w, b }: Neuron, loss: number | undefined): Epoch {
  const plain = w.map(({ value }) => value) as unknown as Vector3;
  const right = GRID.filter((p, i) => netInput(plain, b.value, p) >= 0 === (LABELS[i] === 1)).length;
  return { w: plain, b: b.value, loss, right };
}

export const netInput = (w: Vector3, b: number, [x, y, z]: Vector3): number =>
  w[0] * x + w[1] * y + w[2] * z + b;

/** Distances of all points from the plane. */
export const distancesOf = ({ w, b }: Epoch): readonly number[] =>
  unrecorded(() => TRACKED.map((x) => signedDistance(x, lift([...w]), num(b)).value));

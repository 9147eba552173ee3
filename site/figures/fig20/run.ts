/** The perceptron on a grid of points in space, epoch by epoch, with its weights brought to length 1 in between or not. */

import type { Neuron } from "../../../reference/linear-models/neuron.ts";
import { signedDistance } from "../../../reference/linear-models/plane.ts";
import { num, unrecorded } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { decidedStep } from "../signed-step.ts";
import type { Vector3 } from "../space.ts";

export const EPOCHS = 300;
/** Points in space and their labels. */
export interface Field {
  /** In the order of the source's tables: y, then x, then z. */
  readonly grid: readonly Vector3[];
  /** 1 on the side that the normal points to and on the plane itself, −1 on the other one. */
  readonly labels: readonly (1 | -1)[];
}

/** What the labels come from: points on a side, and the normal in tenths. */
export interface Labelling {
  readonly side: number;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
}

/** A grid from −1 to 1. Sides are asked in whole numbers, so that a point on the plane is on it. */
export function fieldOf({ side, nx, ny, nz }: Labelling): Field {
  const steps = Array.from({ length: side }, (_, i) => 2 * i - (side - 1));
  const whole = steps.flatMap((y) => steps.flatMap((x) => steps.map((z): Vector3 => [x, y, z])));
  const normal = [nx, ny, nz].map((entry) => Math.round(10 * entry)) as unknown as Vector3;
  return {
    grid: whole.map(([x, y, z]): Vector3 => [x / (side - 1), y / (side - 1), z / (side - 1)]),
    labels: whole.map((p) => (netInput(normal, 0, p) >= 0 ? 1 : -1)),
  };
}

const trackedOf = ({ grid }: Field) => lift(grid.map((p) => [...p]));

export type Normalise = "none" | "w" | "both";

export type Start = "across" | "against" | "upright";

/** Weights of length 1 to begin with. */
function startOf(start: Start, { nx, ny, nz }: Labelling): Vector3 {
  const length = Math.hypot(nx, ny, nz);
  if (start === "upright") return [0, 0, 1];
  if (start === "across" || length === 0)
    return [1, -1, -1].map((wj) => wj / Math.sqrt(3)) as unknown as Vector3;
  return [-nx / length, -ny / length, -nz / length];
}

export interface Settings extends Labelling {
  readonly eta: number;
  readonly normalise: Normalise;
  readonly start: Start;
}

export interface Epoch {
  readonly w: Vector3;
  readonly b: number;
  /** The mean of the losses that the epoch met; none for the start. */
  readonly loss: number | undefined;
  /** Points with s·z > 0, or z = 0 and the label 1. */
  readonly right: number;
}

/** Rests after each epoch. */
export function* epochsOf(settings: Settings): Generator<undefined, readonly Epoch[]> {
  const { eta, normalise, start } = settings;
  const field = fieldOf(settings);
  const tracked = trackedOf(field);
  let now: Neuron = { w: lift([...startOf(start, settings)]), b: num(0) };
  const epochs: Epoch[] = [epochOf(field, now, undefined)];
  while (epochs.length <= EPOCHS) {
    const last = epochs.at(-1);
    if (last?.loss === 0 && normalise === "none") {
      // No point was wrong, so nothing has moved, and nothing will.
      epochs.push(last);
      continue;
    }
    const [after, loss] = unrecorded(() => passed(tracked, field, now, eta));
    now = broughtTo(after, normalise);
    epochs.push(epochOf(field, now, loss));
    yield;
  }
  return epochs;
}

/** One epoch, with the mean of its losses. The numbers begin anew: no bound grows over 300 epochs. */
function passed(
  tracked: ReturnType<typeof trackedOf>,
  { labels }: Field,
  start: Neuron,
  eta: number,
): readonly [Neuron, number] {
  let [now, total] = [start, 0];
  tracked.forEach((x, i) => {
    const { loss, w, b } = decidedStep(now, x, labels[i] as number, eta);
    now = { w, b };
    total += loss.value;
  });
  return [now, total / tracked.length];
}

function broughtTo({ w, b }: Neuron, normalise: Normalise): Neuron {
  const plain = w.map(({ value }) => value);
  const length = Math.hypot(...plain);
  const by = normalise === "none" || length === 0 ? 1 : length;
  return { w: lift(plain.map((wj) => wj / by)), b: num(normalise === "both" ? b.value / by : b.value) };
}

function epochOf({ grid, labels }: Field, { w, b }: Neuron, loss: number | undefined): Epoch {
  const plain = w.map(({ value }) => value) as unknown as Vector3;
  const right = grid.filter((p, i) => netInput(plain, b.value, p) >= 0 === (labels[i] === 1)).length;
  return { w: plain, b: b.value, loss, right };
}

export const netInput = (w: Vector3, b: number, [x, y, z]: Vector3): number =>
  w[0] * x + w[1] * y + w[2] * z + b;

/** Distances of all points from the plane. */
export const distancesOf = (field: Field, { w, b }: Epoch): readonly number[] =>
  unrecorded(() => trackedOf(field).map((x) => signedDistance(x, lift([...w]), num(b)).value));

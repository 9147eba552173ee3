/** The regression network of the page: its predictions, its error, and the slopes by its nine numbers. */
import { regressionForward } from "../../../reference/networks/regression-network.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";

/** Two examples, two inputs, two hidden units; weights in × out. */
export const PAGE = {
  X: [
    [1, 2],
    [0, 1],
  ],
  y: [3, -1],
  W_1: [
    [2, 4],
    [-1, -2],
  ],
  b_1: [[0, 1]],
  W_2: [4, -2],
  b_2: 1,
};

/** The nine numbers, row by row: by both inputs and the bias; for both hidden units and the output. */
export type Nine = readonly number[];
export const nineOf = (W1: Nine, b1: Nine, W2: Nine, b2: Nine): Nine =>
  [W1[0], W1[1], W2[0], W1[2], W1[3], W2[1], b1[0], b1[1], b2[0]].map((w) => w ?? 0);

export const START = nineOf(PAGE.W_1.flat(), PAGE.b_1.flat(), PAGE.W_2, [PAGE.b_2]);

export interface Stand {
  readonly nine: Nine;
  readonly slopes: Nine;
  readonly predictions: readonly number[];
  readonly error: number;
}

export function standOf(nine: Nine): Stand {
  const at = (k: number): number => nine[k] ?? 0;
  const w = lift({
    W1: [
      [at(0), at(1)],
      [at(3), at(4)],
    ],
    B1: [[at(6), at(7)]],
    W2: [[at(2)], [at(5)]],
    B2: [[at(8)]],
  });
  const [X, y] = [lift(PAGE.X), lift(PAGE.y.map((each) => [each]))];
  const { info, loss } = regressionForward(X, y, w);
  const by = gradient(loss, w) as unknown as Readonly<Record<keyof typeof w, Num[][]>>;
  const order: readonly (readonly [keyof typeof w, number, number])[] = [
    ["W1", 0, 0],
    ["W1", 0, 1],
    ["W2", 0, 0],
    ["W1", 1, 0],
    ["W1", 1, 1],
    ["W2", 1, 0],
    ["B1", 0, 0],
    ["B1", 0, 1],
    ["B2", 0, 0],
  ];
  return {
    nine,
    slopes: order.map(([name, i, j]) => by[name][i]?.[j]?.value ?? 0),
    predictions: info.P.map(([p]) => p?.value ?? 0),
    error: loss.value,
  };
}

/** Net input of a hidden unit, as a function of both inputs. */
export const netOf =
  (nine: Nine, k: 0 | 1) =>
  (x1: number, x2: number): number =>
    (nine[k] ?? 0) * x1 + (nine[3 + k] ?? 0) * x2 + (nine[6 + k] ?? 0);

/** What the network says at a place. */
export const predictionAt = (nine: Nine, x1: number, x2: number): number =>
  (nine[2] ?? 0) * sigmoid(netOf(nine, 0)(x1, x2)) +
  (nine[5] ?? 0) * sigmoid(netOf(nine, 1)(x1, x2)) +
  (nine[8] ?? 0);

export const STEPS = 100;

/** The start, and what so many steps of descent make of it; fewer where they leave for good. */
export function descentFrom(nine: Nine, eta: number): readonly Stand[] {
  const stands = [standOf(nine)];
  for (let s = 0; s < STEPS; s++) {
    const { nine: now, slopes } = stands[s] as Stand;
    const next = now.map((w, k) => w - eta * (slopes[k] ?? 0));
    if (next.some((w) => !(Math.abs(w) < 1e6))) break;
    stands.push(standOf(next));
  }
  return stands;
}

/** Two examples of the page, set off among those of the figure. */
import { crosses, dots, type Mark, mark } from "../frame/scene.ts";
import type { Weights } from "./logistic-passes.ts";

export interface Single {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

/** From lists of numbers as controls hold them; a link may bring fewer. */
export const pairOf = (X: readonly number[], y: readonly number[]): readonly Single[] =>
  y.flatMap((label, i) => {
    const [x1, x2] = [X[2 * i], X[2 * i + 1]];
    return x1 === undefined || x2 === undefined ? [] : [{ x1, x2, y: label }];
  });

/** z = w·x + b */
export const netInputOf = ({ w1, w2, b }: Weights, { x1, x2 }: Single): number => w1 * x1 + w2 * x2 + b;

/** A dot for the label 1 and a cross for 0, in a ring. */
export const ringed = ({ y }: Single, at: readonly [number, number]): readonly Mark[] => [
  mark("circle", { class: "hollow ink", cx: at[0], cy: at[1], r: 7 }),
  y === 1
    ? mark("path", { class: "dots ink", d: dots([at]) })
    : mark("path", { class: "crosses ink", d: crosses([at]) }),
];

/**
 * Twelve forms that are told apart without colour, one for each cluster.
 */
import { rounded } from "./frame/scene.ts";

type Corner = readonly [number, number];

/** Corners around the middle, in units of the radius; several rings where a form has a hole. */
type Form = readonly (readonly Corner[])[];

const regular = (corners: number, turn: number, radius = 1): readonly Corner[] =>
  Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

const UP = -Math.PI / 2;
const square = regular(4, Math.PI / 4, 1.2);
const diamond = regular(4, 0, 1.3);
const ARM = 0.38;
const plus: readonly Corner[] = [
  [ARM, ARM],
  [ARM, 1.25],
  [-ARM, 1.25],
  [-ARM, ARM],
  [-1.25, ARM],
  [-1.25, -ARM],
  [-ARM, -ARM],
  [-ARM, -1.25],
  [ARM, -1.25],
  [ARM, -ARM],
  [1.25, -ARM],
  [1.25, ARM],
];
const turned = (corners: readonly Corner[]): readonly Corner[] =>
  corners.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);
/** The other way round, so that a ring within a ring is a hole. */
const hole = (corners: readonly Corner[]): readonly Corner[] =>
  corners.map(([x, y]): Corner => [x / 2, y / 2]).reverse();
const star: readonly Corner[] = regular(10, UP).map(([x, y], i) =>
  i % 2 === 0 ? [1.4 * x, 1.4 * y] : [0.6 * x, 0.6 * y],
);
const round = regular(16, 0, 1.05);

const FORMS: readonly Form[] = [
  [round],
  [square],
  [regular(3, UP, 1.35)],
  [plus],
  [diamond],
  [round, hole(round)],
  [regular(3, -UP, 1.35)],
  [turned(plus)],
  [square, hole(square)],
  [star],
  [
    [
      [-1.1, -1.1],
      [1.1, -1.1],
      [-1.1, 1.1],
      [1.1, 1.1],
    ],
  ],
  [diamond, hole(diamond)],
];

/** The path of form k around a place; forms repeat after twelve. */
export const shape = (k: number, x: number, y: number, radius: number): string =>
  (FORMS[k % FORMS.length] as Form)
    .map(
      (ring) =>
        `${ring.map(([dx, dy], i) => `${i === 0 ? "M" : "L"}${rounded(x + radius * dx)} ${rounded(y + radius * dy)}`).join("")}Z`,
    )
    .join("");

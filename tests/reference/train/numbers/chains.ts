/** Numbers of 09.1 Deep Learning – Neural Network: differences, chains, one product and a sum of sigmoids. */
import { sigmoid } from "../../../../reference/numbers/sigmoid.ts";
import { type DocumentNumber, printedTo } from "./document-number.ts";

type Fn = (x: number) => number;
const square: Fn = (x) => x * x;
const leaky: Fn = (x) => (x > 0 ? x : 0.2 * x);
const deriv = (f: Fn, x: number, h = 1e-3): number => (f(x + h) - f(x - h)) / (2 * h);
const chain = (fs: readonly Fn[], x: number): number => fs.reduce((at, f) => f(at), x);
/** The chain rule by differences, as the document takes it. */
const backward = (fs: readonly Fn[], x: number): number =>
  fs.reduce(({ at, slope }, f) => ({ at: f(at), slope: slope * deriv(f, at) }), { at: x, slope: 1 }).slope;
const roundings = "a few roundings of numbers below 1, and of differences over 2h = 0.002";

const X06 = [0.4723112111687236, 0.6151427089551101, -1.7262271543679046];
const W06 = [0.9281967620586, -0.6075488808149324, -1.2213605218872623];
const N06 = (d = 0): number => X06.reduce((sum, x, j) => sum + (x + (j === 0 ? d : 0)) * W06[j]!, 0);

const X07 = [
  [-1.5775281559147785, -0.6664228010084432, 0.6391040609558614],
  [-0.561522179654433, 0.7372995933385904, -1.4230782121020191],
  [-1.443484289955704, -0.39128028896512757, 0.15393220380036676],
];
const W07 = [
  [0.7551081807377564, 0.25562492142607196],
  [-0.5610927053715519, -0.9750484066622127],
  [0.9809847829813684, -0.9587077635861763],
];
const scores07 = (X: readonly (readonly number[])[]): number[][] =>
  X.map((x) => [0, 1].map((c) => x.reduce((sum, xj, j) => sum + xj * W07[j]![c]!, 0)));
const total07 = (X: readonly (readonly number[])[]): number =>
  scores07(X)
    .flat()
    .reduce((sum, z) => sum + sigmoid(z), 0);

export const chains: readonly DocumentNumber[] = [
  {
    id: "D1-011",
    what: "difference of the square at 2",
    known: [3.9999999999995595],
    ours: () => [deriv(square, 2)],
    tolerance: 1e-15,
    because: "the same operations on the same numbers",
    slip: {
      id: "B-001-20",
      printed: [3.999999999995595],
      // A digit was lost in print: the one that stands ninth among the nines.
      asPrinted: () => [Number(String(deriv(square, 2)).replace("3.9", "3."))],
      tolerance: 1e-15,
    },
  },
  {
    id: "D1-016",
    what: "sigmoid of the square of 2",
    known: [0.9820137900379085],
    ours: () => [chain([square, sigmoid], 2)],
    tolerance: 2e-16,
    because: roundings,
  },
  {
    id: "D1-020",
    what: "a chain of two at 2, two slopes of it, and a step of 0.0001, true and along the slope",
    known: [
      0.9820137900379085, 0.0706508353807067, 0.07065082585744342, 0.9820208539349344, 0.9820208551204942,
    ],
    ours: () => {
      const f = [square, sigmoid];
      const slope = (chain(f, 2 + 1e-4) - chain(f, 2 - 1e-4)) / 2e-4;
      return [chain(f, 2), backward(f, 2), slope, chain(f, 2 + 1e-4), chain(f, 2) + 1e-4 * slope];
    },
    tolerance: 1e-12,
    because: "1e-16 over 2h = 0.0002",
  },
  {
    id: "D1-024",
    what: "a chain of three at −4, its slope, and a step of 0.1",
    known: [0.6547534606063192, -0.07233643296206184, 0.6475757341144874, 0.647519817310113],
    ours: () => {
      const f = [leaky, square, sigmoid];
      const slope = backward(f, -4);
      return [chain(f, -4), slope, chain(f, -4 + 0.1), chain(f, -4) + 0.1 * slope];
    },
    tolerance: 1e-12,
    because: roundings,
  },
  {
    id: "D1-028",
    what: "sigmoid of 3 + 4, its two slopes, and steps of 0.001",
    known: [0.9990889488055994, 0.0009102213310852036, 0.9990898590269305, 0.9990907692482616],
    ours: () => {
      const [value, slope] = [sigmoid(7), deriv(sigmoid, 7)];
      return [value, slope, value + 0.001 * slope, value + 0.002 * slope];
    },
    tolerance: 1e-13,
    because: "1e-16 over 2h = 0.002",
  },
  {
    id: "D1-036",
    what: "sigmoid of a product, its slopes, and a step of the first input, true and along the slope",
    known: [0.89779986, 0.08516695, -0.05574581, -0.11206627, 0.897885, 0.89788503],
    ours: () => {
      const slope = deriv(sigmoid, N06());
      const along = sigmoid(N06()) + 0.001 * slope * W06[0]!;
      return [sigmoid(N06()), ...W06.map((w) => slope * w), sigmoid(N06(0.001)), along];
    },
    tolerance: printedTo(8),
    because: "eight printed decimals",
  },
  {
    id: "D1-047",
    what: "sum of six sigmoids, and its slopes by all inputs",
    known: [
      2.3755, 0.2488887, -0.37478057, 0.01121962, 0.12604152, -0.27807404, -0.13945837, 0.22992798,
      -0.36623443, -0.02252592,
    ],
    ours: () => {
      const slopes = scores07(X07).map((row) => row.map((z) => deriv(sigmoid, z)));
      const dX = slopes.map((row) => W07.map((w) => row[0]! * w[0]! + row[1]! * w[1]!));
      return [Math.round(1e4 * total07(X07)) / 1e4, ...dX.flat()];
    },
    tolerance: printedTo(8),
    because: "eight printed decimals",
  },
  {
    id: "D1-057, D1-061, D1-072",
    what: "the three models' MSE over 1 − R²: the variance of one and the same test set",
    known: [74.51309556786703, 74.51309556786703, 74.51309556786703],
    ours: () =>
      [
        [21.962219458334552, 0.7052569177141323],
        [21.517444231177276, 0.7112260057484923],
        [10.839123211769357, 0.8545339831990069],
      ].map(([mse, r2]) => mse! / (1 - r2!)),
    tolerance: 1e-11,
    because: "1e-16 of R² over 1 − R², times 75",
  },
];

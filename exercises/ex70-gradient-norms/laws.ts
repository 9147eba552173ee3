/** What holds for the gradients of every network. */
import { atMost, claim, type Draw, equal, type Laws } from "../../grader/exercise/form.ts";
import { deepLoss } from "../../reference/networks/deep-network.ts";
import { num, unrecorded } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { type Depth, layer, type Matrix, type Net, type Vector, widthOf } from "./args.ts";

const STEP = 1e-5;
/** Room for the error of a central difference, in units of the slopes and of the loss. */
const MEASURED = 1e9;

/** The loss, where one weight of the first layer has moved. */
function lossAt({ net, act, X, Y, residual }: Depth, k: number, j: number, by: number): number {
  const [W, ...Ws] = net.Ws as [Matrix, ...Matrix[]];
  const moved = W.map((row, r) => row.map((w, c) => (r === k && c === j ? w + by : w)));
  return unrecorded(
    () =>
      deepLoss(act, lift(X), lift(Y), { Ws: lift([moved, ...Ws]), bs: lift(net.bs) }, residual === true)
        .value,
  );
}

/** ‖∂L/∂W¹‖ by central differences. */
const measured = (at: Depth): number =>
  Math.hypot(
    ...at.net.Ws[0]!.flatMap((row, k) =>
      row.map((_, j) => (lossAt(at, k, j, STEP) - lossAt(at, k, j, -STEP)) / (2 * STEP)),
    ),
  );

/** Layers of width 2 without biases, each a turn times a factor. */
const turns = (draw: Draw, layers: number, factor: number): Net => ({
  Ws: draw.list(layers, () => {
    const angle = draw.between(-3, 3);
    const [c, s] = [factor * Math.cos(angle), factor * Math.sin(angle)];
    return [
      [c, -s],
      [s, c],
    ];
  }),
  bs: draw.list(layers, () => [0, 0]),
});
/** One example of width 2, with a target. */
const example = (draw: Draw): { X: Matrix; Y: Matrix } => {
  const one = () => draw.list(2, () => draw.between(0.25, 2));
  return { X: [one()], Y: [one().map((y) => -y)] };
};
const length = (row: Vector): number => Math.hypot(...row);
const twiceIdentity = (width: number): Matrix =>
  Array.from({ length: width }, (_, k) => Array.from({ length: width }, (_, j) => (j === k ? 2 : 0)));
const twice = (A: Matrix): Matrix => A.map((row) => row.map((a) => 2 * a));

export const laws: Laws<Depth, Vector> = {
  "the first is the length of the loss's slopes by the first layer's weights, measured": {
    claims: (f, at) => {
      const slope = measured(at);
      const size = 1 + slope + lossAt(at, 0, 0, 0);
      return equal(f()[0]!, num(slope).bounded(MEASURED * size, 0));
    },
    cases: 3,
  },
  "taking every example twice leaves all of them unchanged": {
    claims: (f, { X, Y }) => equal(f({ X: [...X, ...X], Y: [...Y, ...Y] }), f()),
    ifBroken: "Is there a 1/n?",
  },
  "through turns without activation the error of one example keeps its length, and all are equal": (
    f,
    _,
    { draw },
  ) => {
    const norms = f({ net: turns(draw, 4, 1), act: "identity", ...example(draw), residual: false });
    return norms.slice(1).map((norm) => equal(norm, norms[0]!));
  },
  "one more layer of 2·I without activation, and twice the targets: four times as long, they need not vanish":
    (f, { net, X, Y }) => {
      const alone = { act: "identity", residual: false } as const;
      const before = f({ net, X, Y, ...alone });
      const width = widthOf(Y);
      const longer = {
        Ws: [...net.Ws, twiceIdentity(width)],
        bs: [...net.bs, new Array<number>(width).fill(0)],
      };
      const after = f({ net: longer, X, Y: twice(Y), ...alone });
      return before.map((norm, l) => equal(after[l]!, norm.times(4)));
    },
  "through turns and sigmoids an error loses three quarters in each layer, at least": (f, _, { draw }) => {
    const net = turns(draw, 4, 1);
    const { X, Y } = example(draw);
    const norms = f({ net, act: "sigmoid", X, Y, residual: false });
    const before = net.Ws.slice(0, -1).reduce((A, W, l) => layer("sigmoid", A, W, net.bs[l]!), X);
    return atMost(norms[0]!.times(length(before[0]!)), norms.at(-1)!.times(length(X[0]!) / 64));
  },
  "through twelve sigmoid layers a million times as much comes to the first with residual connections": {
    claims: (f, _, { draw }) => {
      const net = turns(draw, 12, 0.5);
      const at = example(draw);
      const share = (residual: boolean): number => {
        const norms = f({ net, act: "sigmoid", ...at, residual });
        return norms[0]!.value / norms.at(-1)!.value;
      };
      const [plain, skipped] = [share(false), share(true)];
      return claim(skipped > 1e6 * plain, "a million times as much", [plain, skipped]);
    },
    cases: 2,
  },
};

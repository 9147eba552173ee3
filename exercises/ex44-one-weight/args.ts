/**
 * The arguments of both functions, and the gradients as they are reckoned by hand, from which mistakes are made.
 */
import { type ArgsOf, args, index, matrix, record, vector } from "../../grader/exercise/form.ts";
import { activations } from "../../reference/networks/sigmoid-network.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";

// Weights up to 1½ keep most units off saturation, where every wrong formula gives the same 0.
const between = [-1.5, 1.5] as const;
const example = {
  x: vector("m", "one example"),
  y: vector("t", "its targets, one an output unit"),
  p: record(
    {
      W1: matrix("d m", "hidden weights, one row a hidden unit", { between }),
      b1: vector("d", "hidden biases", { between }),
      W2: matrix("t d", "output weights, one row an output unit", { between }),
      b2: vector("t", "output biases", { between }),
    },
    "parameters of the network",
  ),
};
const i = index("d", "hidden unit, 0 … d − 1");
const drawing = { sizes: { t: [3, 6] } } as const;
export const outputWeight = args({ ...example, j: index("t", "output unit, 0 … t − 1"), i }, drawing);
export const hiddenWeight = args({ ...example, i, k: index("m", "input, 0 … m − 1") }, drawing);

type OutputWeight = ArgsOf<typeof outputWeight>;
type HiddenWeight = ArgsOf<typeof hiddenWeight>;
export type Example = Pick<OutputWeight, keyof typeof example>;
type OfUnit = Example & Pick<OutputWeight, "i">;

export const activationsOf = ({ x, p }: Example) =>
  plainOf(activations(lift(x), lift(p))) as { readonly hidden: number[]; readonly output: number[] };
export const hiddenActivation = (data: OfUnit): number => activationsOf(data).hidden[data.i]!;
export const slopeAt = (a: number): number => a * (1 - a);
/** The error of each output unit, by its net input. */
export const deltas = (data: Example, slope = slopeAt): number[] =>
  activationsOf(data).output.map((a, j) => (2 / data.y.length) * (a - data.y[j]!) * slope(a));
/** δⱼ·W2[j][i] of each path, and what all paths share behind it. */
export const paths = (data: OfUnit, slope = slopeAt): number[] =>
  deltas(data, slope).map((delta, j) => delta * data.p.W2[j]![data.i]!);
export const behind = (data: HiddenWeight): number => slopeAt(hiddenActivation(data)) * data.x[data.k]!;
export const withoutHiddenBias = <D extends Example>(data: D): D => ({
  ...data,
  p: { ...data.p, b1: data.p.b1.map(() => 0) },
});

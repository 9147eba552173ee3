/** Parameters by name: which names, which shapes, which numbers. */
import { args, claim, type Draw, tensors, text } from "../../grader/exercise/form.ts";
import { type Parameters, stateText } from "../../reference/data/state-dict.ts";
import { type Lifted, leavesOf, lift, type Tracked } from "../../reference/numbers/tracked.ts";

export type Tensor = number[] | number[][];
export type Params = Readonly<Record<string, Tensor>>;

/** Names beside those of a layer. In an object, whole numbers come first whatever the order; the last has a method's name. */
const VECTORS = ["layer2.bias", "scale", "10", 'step "2"', "constructor"];

/** Numbers that a text easily loses: the last digits, the sign of 0, the smallest number, one that is written with an e. */
const HARD = [0.1 + 0.2, -0, 5e-324, 1e21, -1 / 3, 2 ** -30];
export const hardOrAny = (draw: Draw): number => (draw.integer(1, 5) === 1 ? draw.pick(HARD) : draw.real());

/** A layer of h units with m inputs, and one vector more. */
function drawn(draw: Draw): Params {
  const [h, m] = [draw.size("h"), draw.size("m")];
  const all: [string, Tensor][] = [
    ["layer1.weight", draw.matrix(h, m, () => hardOrAny(draw))],
    ["layer1.bias", draw.list(h, () => hardOrAny(draw))],
    [draw.pick(VECTORS), draw.list(2, () => hardOrAny(draw))],
  ];
  return Object.fromEntries(draw.integer(0, 1) === 0 ? all : all.reverse());
}

export const eachNumber = (params: Params, change: (x: number, name: string) => number): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, tensor]): [string, Tensor] => [
      name,
      Array.isArray(tensor[0])
        ? (tensor as number[][]).map((row) => row.map((x) => change(x, name)))
        : (tensor as number[]).map((x) => change(x, name)),
    ]),
  );
export const reversed = (params: Params): Params => Object.fromEntries(Object.entries(params).reverse());

export const params = tensors("parameters by name, such as layer1.weight", drawn);
export const own = tensors("the parameters that the network has, for their names and shapes", drawn);

/** Other numbers under the same names, in another order. */
const other = (draw: Draw, like: Params): Params => reversed(eachNumber(like, () => hardOrAny(draw)));
export const ownOther = tensors("other parameters under the same names", (draw, { params }) =>
  other(draw, params as Params),
);
const json = text("what stateDict gave for a network of the same form", {
  draw: (draw, { own }) => stateText(other(draw, own as Params)),
});

const sizes = { h: [2, 2], m: [2, 3] } as const;
export const saved = args({ params }, { sizes });
export const loading = args({ own, json }, { sizes });
export const trip = args({ params, own: ownOther }, { sizes });

/** That an answer of tracked numbers holds the very numbers. */
export function bitExact(mine: Lifted<Params>, right: Parameters) {
  const numbers = leavesOf(mine as Tracked);
  const wanted = leavesOf(lift(inOrderOf(mine, right)) as Tracked);
  const holds = numbers.every(({ value }, i) => Object.is(value, wanted[i]?.value));
  return claim(holds, "the same to the last bit");
}
const inOrderOf = (like: object, params: Parameters): Parameters =>
  Object.fromEntries(Object.keys(like).map((name) => [name, params[name]!]));

import type { RowActivation } from "../../../reference/dense/layer.ts";
import type { LossName } from "../../../reference/dense/losses.ts";
import { countOf, type NetworkShape } from "../../../reference/dense/network-shape.ts";
import { normal, random } from "../../../reference/randomness/random.ts";

/** A network with seeded numbers and a batch for it, targets that fit its loss. */
export function subjectOf(
  sizes: readonly number[],
  hidden: RowActivation,
  loss: LossName = "crossEntropy",
  n = 5,
  last: RowActivation = loss === "bce" ? "sigmoid" : "identity",
) {
  const shape: NetworkShape = {
    sizes,
    activations: [...sizes.slice(2).map(() => hidden), last],
    loss,
    over: "mean",
  };
  const rng = random(11, `${sizes.join("-")}/${hidden}/${loss}`);
  const draws = (count: number, scale = 1): Float64Array =>
    Float64Array.from({ length: count }, () => scale * normal(rng));
  const c = sizes.at(-1)!;
  const Y =
    loss === "squared"
      ? draws(n * c)
      : Float64Array.from({ length: n * c }, (_, at) => (at % c === Math.floor(at / c) % c ? 1 : 0));
  return { shape, P: draws(countOf(shape), 0.7), X: draws(n * sizes[0]!), Y, n };
}

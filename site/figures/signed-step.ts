/** One step of the perceptron with labels of ±1, for pictures: a net input of 0 by rounding alone is taken for 0. */
import { moved, type Neuron } from "../../reference/linear-models/neuron.ts";
import { signedStep } from "../../reference/linear-models/signed-perceptron.ts";
import { Ambiguous } from "../../reference/numbers/ambiguous.ts";
import { type Num, num } from "../../reference/numbers/num.ts";

export function decidedStep(
  now: Neuron,
  x: readonly Num[],
  label: number,
  eta: number,
): Neuron & { readonly loss: Num } {
  try {
    return signedStep(now, x, label, num(eta));
  } catch (error) {
    if (!(error instanceof Ambiguous)) throw error;
    return { ...moved(now, x, num(eta * label)), loss: num(0) };
  }
}

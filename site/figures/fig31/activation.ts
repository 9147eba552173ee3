/** An activation at a place: its value and its slope, by reverse mode of the graded function. */
import { ACTIVATIONS } from "../../../reference/networks/activations.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { gradient } from "../../../reference/numbers/tracked.ts";

export type ActivationName = Exclude<keyof typeof ACTIVATIONS, "identity">;

export interface Stand {
  readonly value: number;
  readonly slope: number;
}

export function standOf(name: ActivationName, z: number): Stand {
  const leaf = new Num(z);
  const a = ACTIVATIONS[name](leaf);
  return { value: a.value, slope: (gradient(a, leaf) as Num).value };
}

/** What the source draws for the slope of tanh: the rule for z, at tanh z. */
export const sourceSlope = (z: number): number => standOf("tanh", Math.tanh(z)).slope;

/**
 * One example before a softmax output in plain numbers, for pictures: shares, loss, gradient and Jacobian, with a
 * temperature, and with the sigmoid that some programs put in front.
 */

import { sigmoid } from "../../../reference/linear-models/sigmoid.ts";
import { logSoftmax, softmax } from "../../../reference/networks/softmax.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { gradient } from "../../../reference/numbers/tracked.ts";

export interface Output {
  /** Logits are divided by it. */
  readonly temperature: number;
  /** Whether each logit goes through a sigmoid before softmax. */
  readonly sigmoidFirst: boolean;
}

export interface Shares {
  /** s, shape [C]. */
  readonly shares: readonly number[];
  /** −ln s of the right class. */
  readonly loss: number;
  /** ∂loss/∂z, shape [C]. */
  readonly gradient: readonly number[];
  /** ∂s_c/∂z_j in row c, shape [C, C]. */
  readonly jacobian: readonly (readonly number[])[];
}

const scaled = (z: readonly Num[], { temperature, sigmoidFirst }: Output): Num[] =>
  z.map((zk) => (sigmoidFirst ? sigmoid(zk) : zk).over(temperature));

/**
 * All by reverse mode of the forward formula.
 *
 *     s = ς(z/T) or ς(σ(z)/T),   loss = −ln s_y
 *
 * @param z logits, shape [C]
 * @param y index of the right class
 */
export function classShares(z: readonly number[], y: number, output: Output): Shares {
  const leaves = z.map((zk) => new Num(zk));
  const logits = scaled(leaves, output);
  const shares = softmax([logits])[0] as Num[];
  const loss = crossEntropyOf(logits, y);
  const slopes = (of: Num): readonly number[] => (gradient(of, leaves) as Num[]).map(({ value }) => value);
  return {
    shares: shares.map(({ value }) => value),
    loss: loss.value,
    gradient: slopes(loss),
    jacobian: shares.map(slopes),
  };
}

/** −ln s of the right class. */
function crossEntropyOf(logits: readonly Num[], y: number): Num {
  const [logShares = []] = logSoftmax([logits]);
  return (logShares[y] as Num).negated();
}

/** The loss alone, for curves. */
export const lossOf = (z: readonly number[], y: number, output: Output): number =>
  crossEntropyOf(
    scaled(
      z.map((zk) => new Num(zk)),
      output,
    ),
    y,
  ).value;

/**
 * The least loss that C classes allow behind a sigmoid: its outputs differ by less than 1.
 *
 *     ln(1 + (C − 1)·e^(−1/T)),   for two classes and T = 1: ln(1 + e⁻¹) = 0.3133
 *
 * @see Building FeedForward Networks with Pytorch, the models with CrossEntropyLoss
 */
export const floorBehindSigmoid = (classes: number, temperature: number): number =>
  Math.log1p((classes - 1) * Math.exp(-1 / temperature));

/** Softmax as it is first written, without a shift: e^z overflows above 709. */
export function unshiftedShares(z: readonly number[]): readonly number[] {
  const powers = z.map(Math.exp);
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/**
 * All 79,510 parameters of a network for digits, measured part by part: what one call is handed is the loss by some rows
 * of a layer, with all others held still, as the third hint says it. In one matrix they would take half an hour: each of
 * 159,020 losses would look for what was moved among all of them.
 */
import type { Draw, LargeSize } from "../../grader/exercise/form.ts";
import { named } from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { CHECK_STEP } from "../../reference/differentiation/gradient-check.ts";
import { digitsNetwork } from "../../reference/functions/digits-loss.ts";
import { type DigitsPart, digitsDifferences, rowsOfLayer } from "../../reference/jobs/digits-differences.ts";

export interface Part {
  readonly loss: FunctionValue;
  readonly P: number[][];
  readonly eps: number | undefined;
}

/** Exact, so that p + ε − p is ε for weights of any usual size. */
const STEP = 2 ** -10;

/**
 * Both losses, about 10, are off by some units in their last place, and their difference is divided by 2ε: some 10⁵
 * roundings of a slope near 0.1. The tolerance is then 10⁻⁹ of a slope.
 */
const ROUNDINGS = 2 ** 20;

/** There no losses are subtracted: a product and a sum for each input and each hidden unit, and the softmax. */
const ON_GPU = 784 + 100 + 10 + 18;

const part = (says: string, layer: 1 | 2, first: number, r: number, c: number): LargeSize<Part> => ({
  says: `${r * c} of the 79,510 parameters of 784-100-10: ${says}`,
  sizes: { r, c },
  draw: (draw: Draw) => {
    const seed = draw.integer(0, 2 ** 31 - 1);
    const { network } = digitsNetwork(seed);
    const P = rowsOfLayer(network, network.P, layer, first, r);
    return { loss: named("digitsLoss", seed, layer, first), P, eps: STEP };
  },
  roundings: ROUNDINGS,
  roundingsOnGpu: ON_GPU,
  partOf: "all 79,510 parameters of 784-100-10",
});

/** So few that even who writes a matrix out as text and reads it again for each move is done in time. */
const ROWS = 4;
const PIXELS = 784;

export const allParameters: readonly LargeSize<Part>[] = [
  ...Array.from({ length: PIXELS / ROWS }, (_, k) =>
    part(`rows ${k * ROWS} to ${k * ROWS + ROWS - 1} of Wh`, 1, k * ROWS, ROWS, 100),
  ),
  part("bh", 1, PIXELS, 1, 100),
  part("Wo", 2, 0, 100, 10),
  part("bo", 2, 100, 1, 10),
];

/** What digitsLoss was made of; nothing where the loss is another one. */
export const digitsPartOf = ({ fn, args }: FunctionValue): DigitsPart | undefined =>
  fn === "digitsLoss" ? (args as unknown as DigitsPart) : undefined;

/** The right quotients where the loss is such a part; nothing where it is another one. */
export function measuredPart({ loss, P, eps }: Part): number[][] | undefined {
  const part = digitsPartOf(loss);
  return part && digitsDifferences(part, P.length, eps ?? CHECK_STEP);
}

/** What the panels of the softmax figure draw. */

import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import { remembered } from "../frame/remembered.ts";
import {
  classShares,
  floorBehindSigmoid,
  lossOf,
  type Output,
  type Shares,
  unshiftedShares,
} from "./class-shares.ts";
import { LIMIT } from "./layout.ts";

export interface Data extends Omit<Shares, "shares"> {
  readonly z: readonly number[];
  /** The index of the right class. */
  readonly right: number;
  /** undefined where the plain form has overflown */
  readonly shares: readonly (number | undefined)[];
  readonly isLost: boolean;
  readonly floor: number | undefined;
  readonly curve: readonly (readonly [number, number])[];
}

/** What the reader has set. */
export interface Setting {
  readonly sigmoidFirst: boolean;
  readonly C: number;
  readonly y: number;
  readonly T: number;
  readonly shift: number;
  readonly form: "shifted" | "plain";
  readonly z: readonly number[];
}

const curveOf = remembered((key: string) => {
  const { z, right, output, shift } = JSON.parse(key) as {
    z: number[];
    right: number;
    output: Output;
    shift: number;
  };
  return Array.from({ length: 81 }, (_, i) => -LIMIT + i / 4).map((at) => {
    const moved = z.map((zc, c) => (c === right ? at : zc) + shift);
    return [at, lossOf(moved, right, output)] as const;
  });
});

export function dataOf(state: Setting): Data {
  const { sigmoidFirst, C, T, shift, form } = state;
  const right = Math.min(state.y, C) - 1;
  const z = Array.from({ length: C }, (_, c) => state.z[c] ?? 0);
  const output = { temperature: T, sigmoidFirst };
  const moved = z.map((zc) => zc + shift);
  const exact = classShares(moved, right, output);
  const inFront = moved.map((zc) => (sigmoidFirst ? sigmoid(zc) : zc) / T);
  const plain = unshiftedShares(inFront);
  const isLost = form === "plain" && plain.some((share) => !Number.isFinite(share));
  const used =
    form === "plain" ? plain.map((share) => (Number.isFinite(share) ? share : undefined)) : exact.shares;
  return {
    ...exact,
    loss: form === "plain" ? -Math.log(plain[right]!) : exact.loss,
    z,
    right,
    shares: used,
    isLost,
    floor: sigmoidFirst ? floorBehindSigmoid(C, T) : undefined,
    // The right class's own logit does not count: the curve stays while it is dragged.
    curve: curveOf(JSON.stringify({ z: z.map((zc, c) => (c === right ? 0 : zc)), right, output, shift })),
  };
}

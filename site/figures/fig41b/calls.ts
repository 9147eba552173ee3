/** The calls of a training step on θ², played on tensors in one order or another. */

import { Tensor } from "../../../reference/networks/tensor.ts";
import { num } from "../../../reference/numbers/num.ts";

export const STEPS = 12;

export type Call = "zero" | "forward" | "loss" | "backward" | "step" | "missing";
export const CALLED: Readonly<Record<Call, string>> = {
  zero: "zeroGrad()",
  forward: "forward()",
  loss: "loss",
  backward: "backward()",
  step: "step()",
  missing: "zeroGrad() is missing",
};

/** What is called in a step; `end` and `start` come to the same. */
export const ORDERS = {
  start: ["zero", "forward", "loss", "backward", "step"],
  never: ["missing", "forward", "loss", "backward", "step"],
  between: ["forward", "loss", "backward", "zero", "step"],
  twice: ["zero", "forward", "loss", "backward", "backward", "step"],
  early: ["zero", "forward", "loss", "step", "backward"],
  end: ["forward", "loss", "backward", "step", "zero"],
} as const satisfies Readonly<Record<string, readonly Call[]>>;
export type Order = keyof typeof ORDERS;

/** What there is after a call. */
export interface Stand {
  readonly theta: number;
  /** What the parameter holds as its gradient. */
  readonly grad: number;
  /** Of the last pass forward. */
  readonly loss: number;
}

/** The stand before the first call, and after each. */
export function standsOf(order: Order, start: number, eta: number): readonly Stand[] {
  const theta = new Tensor([[num(start)]], true);
  let output = theta;
  let loss = output.mul(output);
  const grad = (): number => theta.grad[0]?.[0]?.value ?? 0;
  const place = (): number => theta.data[0]?.[0]?.value ?? 0;
  const make: Readonly<Record<Call, () => void>> = {
    zero: () => {
      theta.grad = [[num(0)]];
    },
    forward: () => {
      output = theta.scale(1);
    },
    loss: () => {
      loss = output.mul(output);
    },
    backward: () => loss.backward(),
    step: () => {
      theta.data[0] = [num(place() - eta * grad())];
    },
    missing: () => {},
  };
  const stands: Stand[] = [{ theta: start, grad: 0, loss: start * start }];
  for (let step = 0; step < STEPS; step++)
    for (const call of ORDERS[order]) {
      make[call]();
      stands.push({ theta: place(), grad: grad(), loss: loss.data[0]?.[0]?.value ?? 0 });
    }
  return stands;
}

/** Where the parameter is after each whole step, and where it begins. */
export const placesOf = (order: Order, stands: readonly Stand[]): readonly number[] =>
  stands.filter((_, call) => call % ORDERS[order].length === 0).map(({ theta }) => theta);

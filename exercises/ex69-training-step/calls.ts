/** The calls of a training step, in the right order and in wrong ones, and what each order does to the parameters. */

export type Call = "zeroGrad" | "forward" | "loss" | "backward" | "step";

export const RIGHT: readonly Call[] = ["zeroGrad", "forward", "loss", "backward", "step"];

export const written = (calls: readonly Call[]): string => calls.join(" → ");

/** A loss and its gradient at the parameters, in plain numbers. */
export interface At {
  readonly loss: number;
  readonly gradient: readonly number[];
}

/** What steps with these calls give, from gradients of 0: each backward adds the gradient of the last forward pass. */
export function run(
  calls: readonly Call[],
  start: readonly number[],
  at: (parameters: readonly number[]) => At,
  lr: number,
  steps: number,
): { losses: number[]; places: number[][] } {
  let parameters = [...start];
  let grad = start.map(() => 0);
  let passed = at(parameters);
  const losses: number[] = [];
  const places: number[][] = [];
  for (let k = 0; k < steps; k++) {
    for (const call of calls) {
      if (call === "zeroGrad") grad = grad.map(() => 0);
      else if (call === "forward") passed = at(parameters);
      else if (call === "backward") grad = grad.map((g, i) => g + passed.gradient[i]!);
      else if (call === "step") parameters = parameters.map((x, i) => x - lr * grad[i]!);
    }
    losses.push(passed.loss);
    places.push(parameters);
  }
  return { losses, places };
}

/** What a stack of dense layers has and does: parameters, multiplications of one example, and paths back. */

export interface Linear {
  readonly inputs: number;
  readonly outputs: number;
  /** in·out weights and out biases. */
  readonly parameters: number;
}

export const linearsOf = (widths: readonly number[]): readonly Linear[] =>
  widths.slice(1).map((outputs, l) => {
    const inputs = widths[l] as number;
    return { inputs, outputs, parameters: (inputs + 1) * outputs };
  });

export interface Counts {
  readonly parameters: number;
  /** Of the forward pass for one example: one for each weight. */
  readonly products: number;
  /** From a weight of the first layer to the loss: a unit of every later layer can be chosen freely. */
  readonly paths: number;
  /** Of one layer that says the same where there is no activation between. */
  readonly collapsed: number;
}

export function countsOf(widths: readonly number[]): Counts {
  const linears = linearsOf(widths);
  const [first = 1, last = 1] = [widths[0], widths.at(-1)];
  return {
    parameters: linears.reduce((sum, { parameters }) => sum + parameters, 0),
    products: linears.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0),
    paths: widths.slice(2).reduce((product, width) => product * width, 1),
    collapsed: (first + 1) * last,
  };
}

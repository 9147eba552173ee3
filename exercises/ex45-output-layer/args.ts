/** What both functions take: a forward pass and its targets. */
import { type ArgsOf, args, matrix } from "../../grader/exercise/form.ts";

const Aout = matrix("n t", "outputs, σ of the output net inputs, one example a row", {
  domain: "probability",
});
const Y = matrix("n t", "targets, from 0 to 1", { between: [0, 1] });
// With two outputs the source's factor 1/n is the right one.
const drawing = { sizes: { n: [4, 6], t: [3, 5] } } as const;

export const outputs = args({ Aout, Y }, drawing);
export type Outputs = ArgsOf<typeof outputs>;

export const layer = args(
  {
    A1: matrix("n d", "what comes into the layer: hidden activations, one example a row", {
      domain: "probability",
    }),
    Aout,
    Y,
  },
  drawing,
);
export type Layer = ArgsOf<typeof layer>;

export type Gradients = { readonly delta: number[][]; readonly dW: number[][]; readonly db: number[] };

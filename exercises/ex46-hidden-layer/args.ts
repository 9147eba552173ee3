/**
 * The arguments of both functions: two sources, each with its names and its layout of the weights.
 */
import { type ArgsOf, args, matrix } from "../../grader/exercise/form.ts";

const drawing = { sizes: { n: [3, 6], t: [3, 6] } } as const;

export const fromError = args(
  {
    H: matrix("n d", "hidden activations, H = σ(Zₕ), one example a row", { domain: "probability" }),
    outWeights: matrix("d t", "output weights, **in × out**: row k leads from hidden unit k"),
    lossGrad: matrix("n t", "δₒ, derivatives of the loss by Zₒ = H·outWeights + b"),
  },
  drawing,
);
export type FromError = ArgsOf<typeof fromError>;

export const fromLayer = args(
  {
    X: matrix("n m", "inputs of the hidden layer, one example a row"),
    A1: matrix("n d", "hidden activations, A1 = σ(X·W1ᵀ + b1)", { domain: "probability" }),
    Wout: matrix("t d", "output weights, **out × in**: row j leads to output unit j"),
    deltaOut: matrix("n t", "derivatives of the loss by A1·Woutᵀ + b"),
  },
  drawing,
);
export type FromLayer = ArgsOf<typeof fromLayer>;

/** The answer of hiddenGradients. */
export type HiddenGradients = { readonly delta: number[][]; readonly dW: number[][]; readonly db: number[] };

/** What output unit j alone sends back. */
export const errorOf = ({ outWeights, lossGrad }: FromError, j: number) => ({
  outWeights: column(outWeights, j),
  lossGrad: column(lossGrad, j),
});
export const layerErrorOf = ({ Wout, deltaOut }: FromLayer, j: number) => ({
  Wout: [Wout[j]!],
  deltaOut: column(deltaOut, j),
});

const column = (A: readonly (readonly number[])[], j: number): number[][] => A.map((row) => [row[j]!]);

/** What the arguments of ex54 share. */
import { generator, scalar } from "../../grader/exercise/form.ts";

const side = (says: string) => scalar(says, { domain: "integer", draw: (draw) => draw.integer(2, 5) });

export const layer = {
  rng: generator("uniform", "gives the next uniform number in [0, 1)"),
  out: side("number of outputs of the layer"),
  inp: side("number of its inputs"),
};

/** A square matrix would hide rows and columns that are exchanged. */
export const withoutSides = {
  accepts: ({ out, inp }: { readonly out: number; readonly inp: number }): boolean => out !== inp,
};

import { type ArgsOf, args, index, known, scalar, vector } from "../../grader/exercise/form.ts";

export const square = args(
  {
    loss: known(["ring", "tiltedBowl", "steepBowl", "sumOfCubes"], "takes all parameters, gives the loss"),
    w: vector("d", "where the parameters are"),
    i: index("d", "the parameter that moves along a row, from 0"),
    j: index("d", "the parameter that moves from row to row, from 0"),
    radius: scalar("how far each of them moves to either side", {
      domain: "positive",
      draw: (draw) => draw.upTo(2, 0.1),
    }),
    n: scalar("points on a side of the square, at least 1", {
      domain: "integer",
      draw: (draw) => draw.integer(2, 5),
    }),
  },
  { sizes: { d: [2, 4], n: [2, 5] } },
);
export type Square = ArgsOf<typeof square>;

/** What `sgdStep` makes of matrices that are not called W and b. */
import { args, equal, matrix, negated, record } from "../../grader/exercise/form.ts";
import { stepped } from "../../reference/differentiation/descent.ts";
import { rate } from "./args.ts";
import * as played from "./scenarios.ts";

export const twoLayers = args(
  {
    hidden: matrix("h d", "weights of the first layer"),
    output: matrix("k h", "weights of the second layer"),
    hiddenGradient: matrix("h d", "∂L/∂hidden"),
    outputGradient: matrix("k h", "∂L/∂output"),
    learningRate: rate("learning rate η"),
  },
  { sizes: { d: [2, 4], h: [2, 3], k: [1, 2] } },
).answer({
  says: "one step of a network of two layers by sgdStep, under other names than W and b",
  scenario: played.twoLayers,
  needs: ["sgdStep"],
  returns: record(
    { hidden: matrix("h d", "weights of the first layer"), output: matrix("k h", "of the second") },
    "the network after the step",
  ),
  is: ({ hidden, output, hiddenGradient, outputGradient, learningRate }) => ({
    hidden: stepped(hidden, hiddenGradient, learningRate),
    output: stepped(output, outputGradient, learningRate),
  }),
  edges: {
    "a single weight each": {
      given: {
        hidden: [[2]],
        output: [[-1]],
        hiddenGradient: [[1]],
        outputGradient: [[4]],
        learningRate: 0.5,
      },
      says: "Each of two numbers goes its own way: 2 becomes 1.5, and −1 becomes −3.",
    },
  },
  laws: {
    "the layers do not see each other": (f, { outputGradient }) =>
      equal(f({ outputGradient: negated(outputGradient) }).hidden, f().hidden),
  },
  mistakes: {
    "first-matrix-alone": {
      is: ({ right, output }) => ({ ...right, output }),
      step: 7,
      says: "Only the first matrix moves. Go through all names that params has.",
    },
  },
});

import { exercise } from "../../grader/exercise/form.ts";
import { fitAdalineSGD } from "./fit.ts";
import { partialFit } from "./partial-fit.ts";
import { sgdUpdate } from "./update.ts";

export default exercise({
  title: "Adaline by one example at a time",
  unit: 4,
  source: "Building FeedForward Networks with Pytorch, Mini batch gradient descent",
  requires: ["ex25"],
  derivation: "stochastic-descent",
  minutes: 30,
  symbols: { n: "number of examples", m: "number of features" },
  functions: { sgdUpdate, fitAdalineSGD, partialFit },
  nouns: {
    z: "the net input",
    error: "the error",
    above: "the error",
    square: "the squared error",
    after: "the model after the step",
  },
  hints: [
    "What is the step of ex25 if there is a single example? Which mean is left, and which factor stays?",
    "Which weights does the second example of a pass see, and which error is noted for it? Which row of X, and which entry of y, has the turn t of pass k?",
    "e = y − z once, from the old w and b; then w + 2η·e·x, b + 2η·e, and the loss e². In pass k: for each i of orders[k] one sgdUpdate with X[i] and y[i], and the mean of their losses. partialFit is the same loop over the rows, from state, without orders.",
  ],
});

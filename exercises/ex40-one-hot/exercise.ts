import { exercise } from "../../grader/exercise/form.ts";
import { accuracy } from "./accuracy.ts";
import { argmaxRows } from "./argmax.ts";
import { intToOnehot } from "./onehot.ts";

export default exercise({
  title: "One-hot, argmax, accuracy",
  unit: 7,
  source:
    "Building FeedForward Networks with Pytorch, int_to_onehot; ml_with_pytorch_book_part2, computing loss function; 01 build and train feedforward nn, 1.2.1",
  requires: ["ex38"],
  derivation: "network-mse",
  points: 25,
  minutes: 25,
  symbols: { n: "number of examples", k: "number of classes" },
  functions: { intToOnehot, argmaxRows, accuracy },
  nouns: { label: "the label", best: "the largest score so far", hits: "the number of hits" },
  hints: [
    "Write down the one-hot row of class 2 of 4. Where does the 1 stand, counting from 0? And which function leads from that row back to the 2?",
    "To find the largest entry you remember the place of the best one so far. With which entry do you begin, so that negative scores are no trap, and when do you go on: at > or at ≥? When is a label no class at all?",
    "intToOnehot: throw unless Number.isInteger(label) and 0 ≤ label < numLabels; then numLabels entries, 1 where the index is the label. argmaxRows: best = 0, and best = k where row[k] > row[best]. accuracy: throw where y.length is 0; else hits divided by y.length.",
  ],
});

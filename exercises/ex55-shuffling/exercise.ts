import { exercise } from "../../grader/exercise/form.ts";
import { permutation } from "./permutation.ts";
import scenarios from "./scenarios.ts?raw";
import { shuffleTogether } from "./shuffle.ts";
import { twoOrders } from "./two-orders.ts";

export default exercise({
  title: "Permutation and shuffling of X and y together",
  unit: 9,
  source:
    "Building FeedForward Networks with Pytorch, Mini batch gradient descent; 09.1 Deep Learning – Neural Network, train; ml_with_pytorch_book_part2, intuitions",
  requires: ["ex54"],
  derivation: "mini-batches",
  minutes: 25,
  points: 20,
  exports: { permutation: "function" },
  scenarios,
  symbols: {
    n: "number of examples, or of places",
    d: "number of inputs of an example",
    m: "number of places in the order, or in the second of two",
    π: "the order",
  },
  functions: { permutation, twoOrders, shuffleTogether },
  nouns: { j: "the place to swap with", place: "the place", i: "the place that is settled" },
  hints: [
    "You have n cards and draw one for the last place. Which cards are left for the place before? And how do you keep those that are left together?",
    "How many places may place i be swapped with, itself included? Which function makes of a number in [0, 1) one of 0 … i, each as likely? For the other function: where do you look up which example comes at place k?",
    "permutation: start with [0, 1, …, n−1]; for i from n−1 down to 1 let j be Math.floor(rng() * (i + 1)) and swap order[i] with order[j]. shuffleTogether: at place k stand X[order[k]] and y[order[k]], in new lists.",
  ],
});

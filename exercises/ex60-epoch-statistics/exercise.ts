import { exercise } from "../../grader/exercise/form.ts";
import { trainWithValidation } from "./history.ts";
import scenarios from "./scenarios.ts?raw";
import { epochStats } from "./stats.ts";

export default exercise({
  title: "Epoch statistics: training history with validation",
  unit: 10,
  source:
    "Building FeedForward Networks with Pytorch, nn.Linear, Complete train and validation loop, Introduction to Basic BackPropagation",
  requires: ["ex56", "ex42"],
  derivation: "mini-batches",
  minutes: 30,
  exports: { trainWithValidation: "function" },
  scenarios,
  symbols: {
    m: "number of batches",
    epochs: "number of epochs",
    "nₖ, Lₖ, cₖ": "size, mean loss and hits of batch k",
  },
  functions: { epochStats, trainWithValidation },
  nouns: {
    loss: "the sum of the losses",
    correct: "the number of hits",
    n: "the number of examples",
    batches: "the batches of the epoch",
    train: "the numbers of the training",
    valid: "the numbers of the validation",
  },
  hints: [
    "Three examples have the losses 1, 3 and 8, in batches of two and of one. What is the mean of all three, and what do you get from the means 2 and 8? What does a share of hits have in common with a mean?",
    "What has to begin anew in each epoch, and what goes on? Which parameters does evaluate see if it is called before the batches of an epoch, and which after them? How often can a pass of the loader be looped over?",
    "epochStats: throw if the list is empty; then add up loss·size, correct and size over the batches, and divide the first two by the third. trainWithValidation: in each epoch make a list, loop over loader(), push { ...step(X, y), size: y.length }; after the loop call epochStats of the list, then evaluate(), and put their numbers to the ends of the four lists.",
  ],
});

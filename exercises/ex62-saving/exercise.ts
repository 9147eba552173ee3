import { exercise } from "../../grader/exercise/form.ts";
import { complaint } from "./complaint.ts";
import { loadStateDict } from "./load-state-dict.ts";
import { roundTrip } from "./round-trip.ts";
import scenarios from "./scenarios.ts?raw";
import { stateDict } from "./state-dict.ts";

export default exercise({
  title: "Saving and reloading parameters",
  unit: 10,
  source:
    "Building FeedForward Networks with Pytorch, Saving and reloading the trained model, Complete train and validation loop",
  requires: ["ex38"],
  derivation: "dense-layer",
  minutes: 35,
  points: 30,
  scenarios,
  symbols: { h: "number of units", m: "number of inputs" },
  functions: { stateDict, loadStateDict, roundTrip, complaint },
  hints: [
    'Which numbers does JSON.stringify change? Try it on [-0, 0.1 + 0.2, NaN, Infinity]. And what is true of "constructor" in {}?',
    "A number becomes a text with all its digits by String(x), but for three kinds. When loading, first compare the names of both sides, in both directions, with Object.hasOwn; then the shapes, list by list; then each entry: is it a number?",
    'stateDict: for each name JSON.stringify(name) + ":" + the text of its list, joined by commas, between braces. The text of a list is its entries\' texts between brackets, that of −0 is "-0", and NaN or an infinity throws. loadStateDict: JSON.parse; throw with the names of own that the text has not, and those of the text that own has not; then rebuild each list beside the one of own, throwing where one is a list and the other a number, where the lengths differ, or where an entry is no number.',
  ],
});

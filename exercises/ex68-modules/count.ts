/** How many numbers a model holds. */
import { curedBy, equal, type Mistakes, scalar } from "../../grader/exercise/form.ts";
import { networkParameters } from "../../reference/networks/parameter-count.ts";
import { num, sum } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import * as played from "./scenarios.ts";
import {
  firstPlaces,
  layers,
  outerPlaces,
  type Place,
  placesOf,
  plain,
  shown,
  type Tree,
  tree,
} from "./tree.ts";

const sizeOf = ({ shape }: Place): number => shape[0]! * shape[1]!;
const counted = (places: readonly Place[]): number => total(places.map(sizeOf));
const all = (given: Tree): Place[] => firstPlaces(placesOf(given));
const isBias = ({ tensor }: Place): boolean => tensor.startsWith("bias");

/** What each layer counts, with another count of biases. */
const withBiases = (biases: (inputs: number) => number) => (given: Tree) => {
  const weights = counted(all(given).filter((place) => !isBias(place)));
  return weights + total(layers(given).map((k) => biases(given.widths[k]!)));
};

const mistakes: Mistakes<Tree, number> = curedBy(1, {
  "nothing-found": {
    is: () => 0,
    step: 4,
    says: "No parameter is found. A list of layers in one field is neither a Tensor nor a Module: each layer of a Sequential needs a field of its own.",
  },
  "biases-forgotten": {
    is: withBiases(() => 0),
    says: "The biases are not counted. Each unit has one, besides its weights.",
  },
  "bias-for-each-input": {
    is: withBiases((inputs) => inputs),
    says: "There is a bias for each input. A bias belongs to a unit: count as many as the layer has outputs.",
  },
  "one-bias-for-each-layer": {
    is: withBiases(() => 1),
    says: "Each layer counts as having one bias. Each of its units has one.",
  },
  "layers-counted": {
    is: (given) => layers(given).length,
    step: 2,
    says: "This is the number of layers. Wanted is how many single numbers stand in their weights and biases.",
  },
  "tensors-counted": {
    is: (given) => all(given).length,
    says: "This is how many tensors there are. A tensor of r rows and c columns holds r·c numbers.",
  },
  "rows-counted": {
    is: (given) => total(all(given).map(({ shape }) => shape[0]!)),
    says: "Only rows are counted. A tensor of r rows and c columns holds r·c numbers.",
  },
  "counted-twice": {
    is: (given) => counted(placesOf(given)),
    step: 3,
    says: "What stands in two places is counted twice. It is one tensor, with numbers that are learned once.",
  },
  "inner-left-out": {
    is: (given) => counted(firstPlaces(outerPlaces(given))),
    step: 4,
    says: "The parameters of the inner Sequential are missing. A module in a field brings its own.",
  },
});

export const count = tree.answer<number>({
  says: "how many numbers a model holds",
  scenario: played.count,
  returns: scalar("how many numbers there are in all parameters", { domain: "integer" }),
  is: (_, given) => {
    const { widths, tied } = given;
    const whole = networkParameters(widths);
    return tied > 0 ? whole.minus(counted(tiedAway(given))) : whole;
  },
  show: shown("countParameters(model)"),
  example: plain(2, 3, 2),
  edges: {
    "no parameters": {
      given: { ...plain(3), from: 0, to: 0 },
      says: "Two Sequentials without layers hold no numbers: 0.",
    },
    "a layer that stands in two places": {
      given: { ...plain(3, 3, 2), again: 0 },
      says: "It is counted once: 3·3 + 3, and 2·3 + 2 for the other.",
    },
    "a weight that two layers share": {
      given: { ...plain(3, 3, 3), tied: 1 },
      says: "It is counted once: 9 for it, and 3 for each bias.",
    },
    "two hidden layers": { given: plain(2, 12, 2, 1), says: "36, 26 and 3 make 65." },
    "sixteen units": { given: plain(2, 16, 2), says: "48 and 34 make 82." },
  },
  laws: {
    "layers in a row hold as many as each of them by itself": (f, { widths }) =>
      equal(
        f({ ...plain(...widths) }),
        sum(layers({ widths }).map((k) => f({ ...plain(widths[k]!, widths[k + 1]!) }))),
      ),
    "activations and an inner Sequential change nothing": (f) =>
      equal(f({ bent: 1, from: 0, to: 1 }), f({ bent: 0, from: 0, to: 0 })),
    "one more output at the end costs as much as it has weights, and 1": (f, { widths }) => {
      const [before, more] = [plain(...widths), plain(...widths.slice(0, -1), widths.at(-1)! + 1)];
      return equal(f(more).minus(f(before)), num(widths.at(-2)! + 1));
    },
  },
  mistakes,
});

/** The weight that a layer would have, had it not the first one's. */
const tiedAway = ({ widths, tied }: Tree): Place[] => [
  { name: "", tensor: "", shape: [widths[tied + 1]!, widths[tied]!] },
];

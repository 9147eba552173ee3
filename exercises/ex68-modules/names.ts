/** The parameters of nested Sequentials. */
import { claim, curedBy, equal, type Mistakes } from "../../grader/exercise/form.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { type Listed, listed, listing } from "./listed.ts";
import * as played from "./scenarios.ts";
import {
  firstPlaces,
  outerPlaces,
  type Part,
  type Place,
  partsOf,
  placesOf,
  plain,
  shown,
  type Tree,
  tree,
} from "./tree.ts";

/** Wrong lists: of other places, or the right ones under other names. */
const placed =
  (places: (given: Tree) => readonly Place[]) =>
  (given: Tree): Listed =>
    listed(firstPlaces(places(given)));
const called = (change: (name: string) => string) =>
  placed((given) => placesOf(given).map((place) => ({ ...place, name: change(place.name) })));

/** Each tensor where it is met first, with the name of the place where it is met last. */
const lastNames = (places: readonly Place[]): Place[] =>
  firstPlaces(places).map((first) => ({
    ...first,
    name: places.findLast(({ tensor }) => tensor === first.tensor)!.name,
  }));

const withBiasFirst = (places: readonly Place[]): Place[] =>
  places.map((_, i) => places[i % 2 === 0 ? i + 1 : i - 1]!);

const mistakes: Mistakes<Tree, Listed> = curedBy(4, {
  "listed-twice": {
    is: (given) => listed(placesOf(given)),
    step: 3,
    says: "A tensor that stands in two places is listed twice. It is one parameter: an optimiser that has it twice moves it twice.",
  },
  "nothing-found": {
    is: () => listed([]),
    says: "No parameter is found. A list of layers in one field is neither a Tensor nor a Module: each layer of a Sequential needs a field of its own, under its number.",
  },
  "last-name": {
    is: (given) => listed(lastNames(placesOf(given))),
    says: "A tensor that stands in two places has the name of the later one. It has the name of the place where it is met first.",
  },
  "prefix-missing": {
    is: called((name) => name.split(".").slice(-2).join(".")),
    says: "Names from the inner Sequential lack its own place: two layers may then be called alike. Put the name of the field in front of each name that a module in it gives.",
  },
  "counted-from-one": {
    is: called((name) => name.replace(/\d+/g, (n) => `${Number(n) + 1}`)),
    says: "The layers are counted from 1. The first one is 0.",
  },
  "activations-not-counted": {
    is: placed((given) => {
      const solid = (parts: readonly Part[]): Part[] =>
        parts
          .filter((part) => part !== "tanh")
          .map((part) => (typeof part === "number" ? part : solid(part as readonly Part[])));
      return placesOf(given, solid(partsOf(given)));
    }),
    says: "Layers without parameters are not counted. The number is the place of a layer in its Sequential, whatever stands before it.",
  },
  "inner-laid-out": {
    is: placed((given) => placesOf(given, partsOf(given).flat() as Part[])),
    says: "The layers of the inner Sequential are counted among those of the outer one. It is one layer there, and counts its own from 0.",
  },
  "inner-left-out": {
    is: placed(outerPlaces),
    says: "The parameters of the inner Sequential are missing. A module in a field is asked for its own, and those of the modules in it.",
  },
  "bias-first": {
    is: placed((given) => withBiasFirst(placesOf(given))),
    says: "The bias comes before the weight. Parameters stand in the order in which the fields were set: the weight first.",
  },
});

export const names = tree.answer<Listed>({
  says: "names and shapes of the parameters of Sequentials in one another",
  scenario: played.names,
  needs: ["Module", "Linear", "Sequential"],
  returns: listing,
  is: (_, given) => lift(listed(firstPlaces(placesOf(given)))),
  show: shown("model.namedParameters().map(([name]) => name)"),
  edges: {
    "a layer in an inner Sequential": {
      given: { ...plain(2, 3, 1), from: 1, to: 2 },
      says: "The inner one is layer 1, and its layer is 0 there: 1.0.weight.",
    },
    "an inner Sequential without layers": {
      given: plain(2, 3, 1),
      says: "It is layer 0 and has no parameters; the first Linear is layer 1.",
    },
    "a layer that stands in two places": {
      given: { ...plain(2, 2, 1), again: 0 },
      says: "It is listed once, where it is met first.",
    },
    "a weight that two layers share": {
      given: { ...plain(2, 2, 2), tied: 1 },
      says: "The second layer has its own bias, and no weight of its own.",
    },
  },
  laws: {
    "all names differ, and there are as many as shapes": (f) => {
      const { names, shapes } = f();
      return [
        claim(new Set(names).size === names.length, "all names differ", names),
        claim(names.length === shapes.length, "one shape a name", [names.length, shapes.length]),
      ];
    },
    "a layer that stands at the end once more brings no parameter": (f) =>
      equal(f({ again: 0 }).names, f({ again: -1 }).names),
  },
  mistakes,
});

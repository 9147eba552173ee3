/** A module with fields of its own, as the student's next models will have them. */
import { type ArgsOf, args, curedBy, equal, type Mistakes, vector } from "../../grader/exercise/form.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { type Listed, listed, listing } from "./listed.ts";
import * as played from "./scenarios.ts";
import { coin, firstPlaces, type Place } from "./tree.ts";

const model = args({
  widths: vector("3", "numbers of inputs, hidden units and outputs", {
    domain: "integer",
    draw: (draw) => draw.list(3, () => draw.integer(1, 5)),
  }),
  ownFirst: coin("1 if the module's own tensor is set before its layers, else 0"),
  repeated: coin("1 if the first layer stands in a second field, too"),
});

type Given = ArgsOf<typeof model>;

/** What each field brings, by the order in which they are set. */
function fieldsOf({ widths, ownFirst, repeated }: Given): Place[][] {
  const [inputs, hidden, outputs] = widths as [number, number, number];
  const linear = (field: string, key: string, rows: number, columns: number): Place[] => [
    { name: `${field}.weight`, shape: [rows, columns], tensor: `${key}.weight` },
    { name: `${field}.bias`, shape: [1, rows], tensor: `${key}.bias` },
  ];
  const layers = [
    linear("layer1", "layer1", hidden, inputs),
    ...(repeated === 1 ? [linear("encoder", "layer1", hidden, inputs)] : []),
    linear("layer2", "layer2", outputs, hidden),
  ];
  const own = [{ name: "scale", shape: [1, 1], tensor: "scale" }];
  return ownFirst === 1 ? [own, ...layers] : [...layers, own];
}

const placed =
  (change: (places: Place[][]) => Place[]) =>
  (given: Given): Listed =>
    listed(firstPlaces(change(fieldsOf(given))));

const byName = (a: Place, b: Place): number => (a.name < b.name ? -1 : 1);

const mistakes: Mistakes<Given, Listed> = curedBy(4, {
  "own-tensors-left-out": {
    is: placed((fields) => fields.filter((places) => places.length > 1).flat()),
    says: "The module's own tensor is missing. A field that holds a Tensor is a parameter, with the name of the field.",
  },
  "layers-left-out": {
    is: placed((fields) => fields.filter((places) => places.length === 1).flat()),
    says: "The parameters of the layers are missing. A field that holds a Module brings those of that module.",
  },
  "own-tensors-first": {
    is: placed((fields) => [...fields].sort((a, b) => a.length - b.length).flat()),
    says: "Tensors come before modules. Parameters stand in the order in which the fields were set, of either kind.",
  },
  "layers-first": {
    is: placed((fields) => [...fields].sort((a, b) => b.length - a.length).flat()),
    says: "Modules come before tensors. Parameters stand in the order in which the fields were set, of either kind.",
  },
  "sorted-by-name": {
    is: placed((fields) => fields.flat().sort(byName)),
    says: "The names are sorted. Parameters stand in the order in which the fields were set: saved weights and optimisers go by it.",
  },
  "prefix-missing": {
    is: placed((fields) => fields.flat().map((place) => ({ ...place, name: place.name.split(".").at(-1)! }))),
    says: "The names of the fields are missing: both layers have a weight. It is layer1.weight, the field in front.",
  },
  "as-they-were-first": {
    is: (given) => {
      const { widths, repeated } = given;
      const [inputs, hidden, outputs] = widths as [number, number, number];
      return listed(
        firstPlaces(fieldsOf({ ...given, repeated, widths: [inputs, hidden, outputs + 1] }).flat()),
      );
    },
    says: "This is what the fields held when it was asked the first time. Look through the fields anew with each call: layers and tensors may be exchanged.",
  },
  "listed-twice": {
    is: (given) => listed(fieldsOf(given).flat()),
    step: 3,
    says: "A layer that stands in two fields is listed twice. Its tensors are listed once, where they are met first.",
  },
});

export const fields = model.answer<Listed>({
  says: "names and shapes of the parameters of a module with fields of its own",
  scenario: played.fields,
  needs: ["Module", "Linear"],
  returns: listing,
  is: (_, given) => lift(listed(firstPlaces(fieldsOf(given).flat()))),
  show: ({ widths: [inputs, hidden, outputs], ownFirst, repeated }) => {
    const own = "    this.scale = new Tensor([[1]], true);";
    return [
      "class Model extends Module {",
      "  constructor() {",
      "    super();",
      ...(ownFirst === 1 ? [own] : []),
      `    this.layer1 = new Linear(${inputs}, ${hidden}, rng);`,
      `    this.numHidden = ${hidden};`,
      ...(repeated === 1 ? ["    this.encoder = this.layer1;"] : []),
      `    this.layer2 = new Linear(${hidden}, ${outputs! + 1}, rng);`,
      ...(ownFirst === 1 ? [] : [own]),
      "  }",
      "}",
      "const model = new Model();",
      "model.namedParameters();",
      `model.layer2 = new Linear(${hidden}, ${outputs}, rng);`,
      "model.namedParameters().map(([name]) => name)",
    ].join("\n");
  },
  example: { widths: [2, 10, 2], ownFirst: 0, repeated: 0 },
  laws: {
    "a second field for a layer adds no parameter": (f) =>
      equal(f({ repeated: 1 }).names, f({ repeated: 0 }).names),
    "the order of the fields is that of the names": (f) => {
      const [first, last] = [f({ ownFirst: 1 }).names, f({ ownFirst: 0 }).names];
      return equal([...first.slice(1), first[0]!], last);
    },
  },
  mistakes,
});

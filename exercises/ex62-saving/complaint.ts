/** What the exception says of names that do not fit. */
import { args, equal, record, scalar, tensors, text } from "../../grader/exercise/form.ts";
import { stateOf, stateText } from "../../reference/data/state-dict.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import type { Params, Tensor } from "./args.ts";
import { complaintMistakes, type Named, namesOf } from "./mistakes.ts";
import * as played from "./scenarios.ts";

const parameters = (names: readonly string[], values: () => Tensor): Params =>
  Object.fromEntries(names.map((name) => [name, values()]));
const layers = (word: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${word}${from + i}.bias`);

const misfit = args({
  own: tensors("the parameters that the network has", (draw) =>
    parameters(["shared.bias", ...layers("layer", 1, draw.integer(2, 3))], () => [draw.real()]),
  ),
  json: text("a text with other names", {
    draw: (draw) =>
      stateText(parameters(["shared.bias", ...layers("block", 4, draw.pick([4, 5]))], () => [draw.real()])),
  }),
});

export const complaint = misfit.answer<Named>({
  says: "how many of the names that do not fit the message of the exception lists",
  scenario: played.complaint,
  returns: record(
    {
      missing: scalar("missing names that are listed", { domain: "integer" }),
      unexpected: scalar("unexpected names that are listed", { domain: "integer" }),
    },
    "names that are listed",
  ),
  is: (_, given) => lift(namesOf(given)),
  show: ({ own, json }) =>
    [
      `const own = ${JSON.stringify(own).replaceAll(",", ", ")};`,
      `const json = ${JSON.stringify(json)};`,
      "// Which names are in the message of the exception?",
      "loadStateDict(own, json)",
    ].join("\n"),
  edges: {
    "all names are missing": {
      given: { own: { "layer1.weight": [[1]], "layer1.bias": [2] }, json: "{}" },
      says: "The message names layer1.weight and layer1.bias.",
    },
    "all names are unexpected": {
      given: { own: {}, json: '{"layer1.weight":[[1]],"layer1.bias":[2]}' },
      says: "The message names layer1.weight and layer1.bias.",
    },
  },
  laws: {
    "with an empty text every name of own is listed": (f, { own }) =>
      equal(f({ json: "{}" }), { missing: Object.keys(own).length, unexpected: 0 }),
    "with an empty network every name of the text is listed": (f, { json }) =>
      equal(f({ own: {} }), { missing: 0, unexpected: Object.keys(stateOf(json)).length }),
  },
  mistakes: complaintMistakes,
});

/** Which modules train after calls of train() and eval(). */
import {
  type ArgsOf,
  args,
  claim,
  curedBy,
  list,
  type Mistakes,
  record,
  truth,
  vector,
} from "../../grader/exercise/form.ts";
import * as played from "./scenarios.ts";

const flips = (says: string) =>
  vector("c", says, {
    domain: "binary",
    draw: (draw) => draw.list(draw.size("c"), () => draw.integer(0, 1)),
  });

const asked = args(
  {
    calls: flips("the calls: 1 for train(), 0 for eval()"),
    inner: flips("who is called: 1 for the inner Sequential, 0 for the whole model"),
  },
  { sizes: { c: [3, 5] }, accepts: ({ calls, inner }) => calls.includes(0) && inner.includes(0) },
);
type Asked = ArgsOf<typeof asked>;

type Modes = {
  readonly training: boolean[][];
  readonly kept: boolean;
};

/** Modules by their places: model, first, block, activation, second. */
const WHOLE = [0, 1, 2, 3, 4];
const BLOCK = [2, 3, 4];

/** What each module's `training` is, if a call reaches `reached` of those that it should. */
function followed(
  { calls, inner }: Asked,
  reached: (all: readonly number[], call: number) => readonly number[] = (all) => all,
  value: (call: number) => boolean = (call) => call === 1,
  start = true,
): Modes {
  const training = [WHOLE.map(() => start)];
  calls.forEach((call, i) => {
    const whose = reached(inner[i] === 1 ? BLOCK : WHOLE, call);
    training.push(WHOLE.map((place) => (whose.includes(place) ? value(call) : training.at(-1)![place]!)));
  });
  return { training, kept: true };
}

const mistakes: Mistakes<Asked, Modes> = curedBy(6, {
  "inner-modules-not-reached": {
    is: (given) => followed(given, ([own]) => [own!]),
    says: "Only the module that is called switches. train and eval go on to the modules in its fields, and to those in theirs; a list of layers in one field is no module.",
  },
  "eval-not-handed-on": {
    is: (given) => followed(given, (all, call) => (call === 0 ? all.slice(0, 1) : all)),
    says: "train goes on to the modules in the fields, and eval does not: only the module that is called leaves training. Both are handed on.",
  },
  "train-not-handed-on": {
    is: (given) => followed(given, (all, call) => (call === 1 ? all.slice(0, 1) : all)),
    says: "eval goes on to the modules in the fields, and train does not: only the module that is called comes back to training. Both are handed on.",
  },
  "children-alone": {
    is: (given) => followed(given, (all) => all.filter((place) => all.length === 3 || place < 3)),
    says: "The call reaches the modules in the fields, and not those inside them. Each module hands it on to its own.",
  },
  "itself-left-out": {
    is: (given) => followed(given, (all) => all.filter((place) => place !== 0 && place !== 2)),
    says: "A Sequential hands the call on and stays as it was itself. It switches, too.",
  },
  "shared-by-all": {
    is: (given) => followed(given, () => WHOLE),
    says: "All modules switch together, even those that were not called. training belongs to each object: not to the class, and not to a variable of the file.",
  },
  exchanged: {
    is: (given) => followed(given, undefined, (call) => call === 0),
    says: "train and eval are exchanged. After train() training is true, after eval() false.",
  },
  "never-switched": {
    is: (given) => followed(given, () => []),
    says: "training stays as it was. train() sets it to true, eval() to false.",
  },
  "starts-in-eval": {
    is: (given) => followed(given, undefined, undefined, false),
    says: "training is false at the start. A new module trains.",
  },
});

const MODULES = ["model", "first", "block", "activation", "second"];

export const modes = asked.answer<Modes>({
  says: "which modules are in training, at the start and after calls of `train()` and `eval()`",
  scenario: played.modes,
  needs: ["Module", "Linear", "Sequential"],
  returns: record(
    {
      training: list(
        list(truth("training of one module"), "5", "that of all modules"),
        "c+1",
        "at the start, then after each call: training of the model, first, block, activation, second",
      ),
      kept: truth("whether the parameters are the same tensors in the same order as before"),
    },
    "which modules are in training",
  ),
  is: (_, given) => followed(given) as never,
  show: ({ calls, inner }) =>
    [
      "const block = new Sequential(activation, second);",
      "const model = new Sequential(first, block);",
      ...calls.map((call, i) => `${inner[i] === 1 ? "block" : "model"}.${call === 1 ? "train" : "eval"}();`),
      `[${MODULES.join(", ")}].map((m) => m.training)   // at the start and after each call`,
    ].join("\n"),
  edges: {
    "no call": { given: { calls: [], inner: [] }, says: "All modules are in training." },
    "eval inside, then train outside": {
      given: { calls: [0, 1], inner: [1, 0] },
      says: "The second call reaches the inner modules as well.",
    },
  },
  laws: {
    "a call on the whole model leaves nothing of those before": (f, { calls, inner }) => {
      const long = f({ calls: [...calls, 0], inner: [...inner, 0] });
      return claim(
        long.training.at(-1)!.every((one) => !one),
        "no module is in training after eval() of the model",
        long.training.at(-1)!,
      );
    },
  },
  mistakes,
});

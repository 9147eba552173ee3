import {
  claim,
  equal,
  exercise,
  list,
  type Mistakes,
  matrix,
  record,
  rows,
} from "../../grader/exercise/form.ts";
import { layerOutputs } from "../../reference/networks/sequential.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { activation, document, type Model, model, type Outputs, ofOutputs, passed, shown } from "./args.ts";

const mistakes: Mistakes<Model, Outputs> = {
  "original-input-for-all": {
    is: ({ layers, X }) => {
      const outputs = layers.map((layer) => passed([layer], X).output);
      return { output: outputs.at(-1)!, outputs };
    },
    step: 5,
    says: "Every layer gets X. Each layer gets what the one before it gave: A moves on from layer to layer.",
  },
  "hundredth-for-leak": {
    is: ({ layers, X }) => {
      let A = X;
      const outputs = layers.map((one) => {
        const isLeaky = one.kind === "activation" && one.name === "leakyRelu";
        A = isLeaky ? A.map((row) => row.map((z) => (z > 0 ? z : 0.01 * z))) : passed([one], A).output;
        return A;
      });
      return { output: A, outputs };
    },
    step: "activations#step-7",
    says: "Leaky ReLU lets a hundredth through here, as in PyTorch. This course takes a fifth, 0.2, as in ex37.",
  },
  "one-matrix-for-all": {
    is: ({ right }) => ({ ...right, outputs: right.outputs.map(() => right.output) }),
    step: 5,
    says: "Every entry of outputs is what the last layer gives: one matrix stands in all places. Make a new one for each layer.",
  },
  "last-activation-skipped": {
    is: ({ layers, right }) => {
      if (layers.at(-1)!.kind !== "activation") return right;
      const before = right.outputs.at(-2)!;
      return { output: before, outputs: [...right.outputs.slice(0, -1), before] };
    },
    step: 5,
    says: "The last activation is left out. It is a layer as all others, and its output is the model's.",
  },
  "reverse-order": {
    is: ({ layers, X }) => passed(layers.toReversed(), X),
    step: 5,
    says: "The layers are passed from the last to the first. Forward the first one comes first.",
  },
  "input-among-outputs": {
    is: ({ X, right }) => ({ ...right, outputs: [X, ...right.outputs] }),
    step: 5,
    says: "outputs begins with X. There is one entry for each layer: outputs[0] is what the first layer gives.",
  },
  "outputs-in-reverse": {
    is: ({ right }) => ({ ...right, outputs: right.outputs.toReversed() }),
    step: 5,
    says: "outputs begins with the last layer. outputs[0] is what the first layer gives, and the last entry is the output.",
  },
  "inputs-for-outputs": {
    is: ({ X, right }) => ({ ...right, outputs: [X, ...right.outputs.slice(0, -1)] }),
    step: 5,
    says: "outputs holds what goes into each layer. It holds what each layer gives: note A after the layer, not before it.",
  },
  "activations-not-counted": {
    is: ({ layers, right }) => ({
      ...right,
      outputs: right.outputs.filter((_, k) => layers[k]!.kind === "linear"),
    }),
    step: 5,
    says: "Only linear layers have an entry in outputs. An activation is a layer as all others, and outputs[k] is what layers[k] gives.",
  },
  "layer-with-its-activation": {
    is: ({ layers, right }) => ({
      ...right,
      outputs: right.outputs.filter((_, k) => layers[k + 1]?.kind !== "activation"),
    }),
    step: 5,
    says: "A linear layer and the activation behind it share an entry in outputs. An activation is a layer of its own, with an entry of its own.",
  },
  "activations-in-place": {
    is: ({ layers, right }) => ({
      ...right,
      outputs: right.outputs.map((_, k, all) => {
        let last = k;
        while (layers[last + 1]?.kind === "activation") last++;
        return all[last]!;
      }),
    }),
    step: 5,
    says: "The activation writes into the matrix that the layer before it gave, and outputs holds that very matrix: the net inputs are gone. Make a new matrix for each layer.",
  },
  "input-returned": {
    is: ({ X, right }) => ({ ...right, output: X }),
    step: 5,
    says: "output is X itself. It is what the last layer gives, the last entry of outputs.",
  },
  "weights-in-out": {
    is: ({ layers, X }) =>
      passed(
        layers.map((layer) => (layer.kind === "linear" ? { ...layer, W: transpose(layer.W) } : layer)),
        X,
      ),
    step: 2,
    says: "The weights are read in × out, XW. Here they are out × in: XWᵀ + b, a row of W for each unit.",
  },
  "bias-forgotten": {
    is: ({ layers, X }) =>
      passed(
        layers.map((layer) => (layer.kind === "linear" ? { ...layer, b: layer.b.map(() => 0) } : layer)),
        X,
      ),
    step: 1,
    says: "The biases are missing. Each unit of a linear layer adds its own to every example.",
  },
  "activations-skipped": {
    is: ({ layers, X }) =>
      passed(
        layers.map((layer) => (layer.kind === "linear" ? layer : activation("identity"))),
        X,
      ),
    step: 5,
    says: "The activations leave everything as it is. Without their bends all layers together are one weighted sum.",
  },
};

const sequentialForward = model.answer<Outputs>({
  says: "Passes a batch through all layers in a row, and keeps what each of them gives.",
  formula: "A_0 = X, \\quad A_k = f_k(A_{k-1})",
  returns: record(
    {
      output: matrix("n w", "what the last layer gives; X where there are no layers"),
      outputs: list(matrix("n w", "what one layer gives"), "L", "what each layer gives, in their order"),
    },
    "the outputs of the model and of its layers",
  ),
  is: ({ layers, X }) => ofOutputs(layerOutputs(layers, X), X),
  example: shown,
  edges: {
    "no layers": {
      given: { layers: [], X: rows([1, -2], [0, 3]) },
      says: "A model without layers gives X itself, and no outputs.",
    },
    "one layer": {
      given: { layers: [activation("relu")], X: rows([1, -2], [0, 3]) },
      says: "A single layer, here an activation, is the whole model.",
    },
    "NaN in an input": {
      given: { ...shown, X: rows([Number.NaN, 1], [0, -1]) },
      says: "NaN spoils what its own example meets, where it must be seen, and no other example.",
    },
    "the source's network": {
      given: document,
      says: "2 inputs, 10 units, 2 outputs, all sigmoids: the first example gives 0.46726 and 0.48186.",
    },
    "activations in a row": {
      given: {
        layers: [activation("leakyRelu"), activation("identity"), activation("tanh")],
        X: rows([1, -2], [0, 3]),
      },
      says: "Each counts as a layer of its own, with an entry in outputs.",
    },
  },
  laws: {
    "output is the last of the outputs, and there are as many as layers": (f, { layers }) => {
      const { output, outputs } = f();
      return [equal(output, outputs.at(-1)!), claim(outputs.length === layers.length, "one a layer")];
    },
    "an example by itself has the row that it has among the others": (f, { X }) =>
      equal(f({ X: [X.at(-1)!] }).output[0]!, f().output.at(-1)!),
    "the list cut in two, and the parts passed in turn, gives the same": (f, { layers }) => {
      const all = f();
      const first = f({ layers: layers.slice(0, 1) });
      const rest = f({ layers: layers.slice(1), X: first.output });
      return equal([...first.outputs, ...rest.outputs], all.outputs);
    },
    "the identity as one more layer gives the output twice": (f, { layers }) => {
      const { outputs } = f({ layers: [...layers, activation("identity")] });
      return equal(outputs.slice(-2), [f().output, f().output]);
    },
  },
  mistakes,
});

export default exercise({
  title: "Sequential model that stores its outputs",
  unit: 6,
  source:
    "Building FeedForward Networks with Pytorch, class Sequential; Machine Learning Visualized, 0.7.5 and 0.7.13; ml_with_pytorch_book_part2, forward propagation",
  requires: ["ex35", "ex37"],
  derivation: "dense-layer",
  minutes: 25,
  points: 15,
  symbols: {
    n: "number of examples",
    m: "number of inputs of the model",
    L: "number of layers",
    out: "units of a linear layer",
    in: "its inputs",
    w: "entries that a layer gives for an example",
  },
  functions: { sequentialForward },
  nouns: {
    A: "what the layer before gave",
    outputs: "the list of outputs",
    layer: "the layer",
    e: "the exponential",
    sigmoid: "the sigmoid",
    value: "an activation",
  },
  hints: [
    "Which matrix goes into the first layer, which into the second? What do you need of it later on, when the way back begins?",
    "Keep one variable, A, that begins as X. What does each layer do to it, depending on its kind, and where does the result go besides into A?",
    'let A = X and outputs = []. For each layer: A = linearForward(A, layer.W, layer.b) where kind is "linear", else activation(layer.name, A); then outputs.push(A). Give { output: A, outputs }; the list begins anew in every call.',
  ],
});

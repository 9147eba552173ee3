import { args, equal, exercise, list, negated, record, rows, tuple } from "../../grader/exercise/form.ts";
import { b, bias, db, dW, rate, W, weights } from "./args.ts";
import { keptMistakes, stepMistakes } from "./mistakes.ts";
import { LayerKept, model, RateOfTheLast } from "./optimizers.ts";
import * as played from "./scenarios.ts";
import scenarios from "./scenarios.ts?raw";
import { sgdStep } from "./sgd-step.ts";
import { twoLayers } from "./two-layers.ts";

const layer = {
  weights: weights("weights W of the layer"),
  weightsGradient: weights("∂L/∂W"),
  bias: bias("bias b of the layer"),
  outputGradient: bias("gradient by the layer's output, which is ∂L/∂b"),
};
const afterStep = tuple([weights("weights"), bias("bias")], "the layer after the step, [weights, bias]");

const backward = args(
  { learningRate: rate("learning rate η"), ...layer },
  { sizes: { k: [2, 3], d: [2, 4] } },
).answer({
  says: "one step of one layer",
  scenario: played.backward,
  model,
  returns: afterStep,
  example: { learningRate: 0.5, weights: W, weightsGradient: dW, bias: b, outputGradient: db },
  edges: {
    "a gradient of the wrong shape": {
      given: { weights: W, weightsGradient: [[2, 4]], bias: b, outputGradient: db },
      throws: true,
      says: "The gradient of the weights has one row, and the weights have two.",
    },
    "an outputGradient in one row": {
      given: { weights: W, weightsGradient: dW, bias: b, outputGradient: [[0.5, -2]] },
      throws: true,
      says: "The bias is a column of 2, the gradient a row of 2.",
    },
    "NaN in a gradient": {
      given: {
        weights: W,
        weightsGradient: rows([2, Number.NaN], [-1, 0]),
        bias: b,
        outputGradient: db,
      },
      throws: true,
      says: "The gradient of the weights holds NaN, which would make them NaN for good.",
    },
  },
  laws: {
    "with η = 0 nothing moves": (f, { weights, bias }) => equal(f({ learningRate: 0 }), [weights, bias]),
    "the opposite gradients lead back": (f, { weightsGradient, outputGradient, weights, bias }) => {
      const [W, b] = f();
      const back = f({
        weights: W!,
        weightsGradient: negated(weightsGradient),
        bias: b!,
        outputGradient: negated(outputGradient),
      });
      return equal(back, [weights, bias]);
    },
    "it gives what sgdStep gives": (f, given, { ask }) => {
      const after = ask(sgdStep, {
        params: { W: given.weights, b: given.bias },
        grads: { W: given.weightsGradient, b: given.outputGradient },
        lr: given.learningRate,
      });
      return equal(f(), [after.W, after.b]);
    },
  },
  mistakes: stepMistakes,
});

const several = args(
  {
    learningRate: rate("learning rate η"),
    weights: layer.weights,
    bias: layer.bias,
    gradients: list(
      tuple([layer.weightsGradient, layer.outputGradient], "both gradients"),
      "t",
      "∂L/∂W and ∂L/∂b, one pair a step",
    ),
  },
  { sizes: { t: [2, 4], k: [2, 3], d: [1, 3] } },
);

const steps = several.answer({
  says: "several steps of one layer, each from where the one before arrived",
  scenario: played.steps,
  model,
  returns: afterStep,
  edges: {
    "one step": {
      given: { gradients: [[dW, db]], weights: W, bias: b, learningRate: 0.25 },
      says: "A run of one step is that step.",
    },
  },
  laws: {
    "gradients that do not depend on the place may come in any order": {
      claims: (f, { gradients }) => equal(f(), f({ gradients: [...gradients].reverse() })),
      ifBroken: "Is something of a step kept for the next one, as momentum does it?",
    },
    "a step and the opposite one lead back to the start": (f, { weights, bias, gradients: [first] }) => {
      const [dW, db] = first!;
      return equal(f({ gradients: [first!, [negated(dW), negated(db)]] }), [weights, bias]);
    },
  },
  mistakes: { ...stepMistakes, ...keptMistakes },
});

const twoOptimizers = args(
  {
    learningRate: rate("learning rate of the first"),
    otherRate: rate("learning rate of the second"),
    ...layer,
  },
  { sizes: { k: [2, 3], d: [2, 4] }, accepts: ({ learningRate, otherRate }) => learningRate !== otherRate },
).answer({
  says: "two optimisers from the same layer; then the first goes on from where the second arrived",
  scenario: played.twoOptimizers,
  model,
  returns: record(
    { first: afterStep, second: afterStep, third: afterStep },
    "the layer after each of the three steps",
  ),
  edges: {
    "the same rate": {
      given: {
        learningRate: 0.5,
        otherRate: 0.5,
        weights: W,
        weightsGradient: dW,
        bias: b,
        outputGradient: db,
      },
      says: "Equal rates arrive at the same place. The third step then goes as far again.",
    },
  },
  laws: {
    "the third arrives where one step with both rates added would": (f, { learningRate, otherRate }) =>
      equal(f().third, f({ learningRate: learningRate + otherRate }).first),
    "exchanged rates exchange the first two answers, and leave the third": (
      f,
      { learningRate, otherRate },
    ) => {
      const [here, there] = [f(), f({ learningRate: otherRate, otherRate: learningRate })];
      return equal([here.first, here.second, here.third], [there.second, there.first, there.third]);
    },
  },
  mistakes: {
    ...stepMistakes,
    "state-outside-the-object": {
      with: { GradientDescentOptimizer: RateOfTheLast },
      step: 3,
      says: "Both optimisers have the learning rate of the one made last. It is kept outside the object, in a variable of the file or a static field: keep it in `this`.",
    },
    "layer-kept": {
      with: { GradientDescentOptimizer: LayerKept },
      step: 7,
      says: "The optimiser keeps the first layer that it is handed and goes on from there. It serves many layers: each step starts at the weights and the bias that it is handed.",
    },
    ...keptMistakes,
  },
});

export default exercise({
  title: "Gradient-descent optimiser",
  unit: 9,
  source:
    "Machine Learning Visualized, 0.7.11; 09.1 Deep Learning – Neural Network, train; Building FeedForward Networks with Pytorch, torch.optim SGD; ml_with_pytorch_book_part2, backpropagation",
  requires: ["ex11", "ex49"],
  derivation: "gradient-descent",
  minutes: 30,
  points: 20,
  exports: { GradientDescentOptimizer: "class", sgdStep: "function" },
  scenarios,
  symbols: {
    h: "number of hidden units",
    k: "number of outputs of the layer, out",
    d: "number of its inputs, in",
    t: "number of steps",
  },
  functions: { sgdStep, twoLayers, backward, steps, twoOptimizers },
  nouns: { moved: "the step", slope: "the gradient", learningRate: "the learning rate" },
  hints: [
    "What happens to one entry of one matrix in a step? Which other entries does it need to know?",
    "Where does each number live: what belongs to the optimiser for good, and what is handed over anew with each call? What should be looked at before anything is computed?",
    "For each key check that grads has it, with as many rows and entries, none of them NaN; then give x − lr·g in a new matrix. The class keeps learningRate in `this`, and backward does the same with weights and weightsGradient, bias and outputGradient.",
  ],
});

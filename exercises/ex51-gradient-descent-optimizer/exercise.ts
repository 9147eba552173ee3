import {
  type ArgsOf,
  args,
  equal,
  exercise,
  list,
  matrix,
  record,
  scalar,
  tuple,
} from "../../grader/exercise/form.ts";
import { stepped } from "../../reference/descent.ts";
import { type Num, num } from "../../reference/num.ts";
import * as played from "./scenarios.ts";
import scenarios from "./scenarios.ts?raw";

type Matrix = number[][];

const rate = (says: string) =>
  scalar(says, {
    // Not 1, where a rate that is forgotten does not show.
    draw: (draw) =>
      draw.family === "quarters" ? draw.pick([0.25, 0.5, 0.75, 1.5]) : draw.between(0.02, 0.9),
  });
const weights = (says: string) => matrix("k d", says);
const bias = (says: string) => matrix("k 1", says);

const turned = (X: Matrix): Matrix => X[0]!.map((_, j) => X.map((row) => row[j]!));
const negated = (X: Matrix): Matrix => X.map((row) => row.map((x) => -x));
const norm = (...all: Matrix[]): number => Math.hypot(...all.flat(2));
/** An entry of each matrix after a step: x for the parameter, g for its slope. */
const stepOf =
  (step: (x: number, g: number, lr: number) => number) =>
  (X: Matrix, G: Matrix, lr: number): Matrix =>
    X.map((row, i) => row.map((x, j) => step(x, G[i]![j]!, lr)));

const both = args(
  {
    params: record({ W: weights("weights"), b: bias("bias") }, "the matrices of a network by name"),
    grads: record(
      { W: weights("gradient by the weights"), b: bias("gradient by the bias") },
      "the gradient by each, under the same name",
    ),
    lr: rate("learning rate η"),
  },
  { sizes: { k: [2, 3], d: [2, 4] } },
);
type Both = ArgsOf<typeof both>;

const wrongly =
  (step: (X: Matrix, G: Matrix, lr: number, all: Both) => Matrix) =>
  (all: Both): Both["params"] => ({
    W: step(all.params.W, all.grads.W, all.lr, all),
    b: step(all.params.b, all.grads.b, all.lr, all),
  });

const W = [
  [1, -2],
  [0.5, 3],
];
const b = [[1], [-1]];
const dW = [
  [2, 4],
  [-1, 0],
];
const db = [[0.5], [-2]];

const sgdStep = both.answer({
  says: "All parameters after one step of gradient descent",
  formula: "\\theta - \\eta \\nabla_\\theta L \\text{ for each matrix } \\theta",
  returns: record(
    { W: weights("weights after the step"), b: bias("bias after the step") },
    "the same names, new matrices",
  ),
  is: ({ params, grads, lr }) => ({ W: stepped(params.W, grads.W, lr), b: stepped(params.b, grads.b, lr) }),
  example: { params: { W, b }, grads: { W: dW, b: db }, lr: 0.5 },
  edges: {
    "a missing gradient": {
      given: { params: { W, b }, grads: { W: dW } as unknown as Both["grads"], lr: 0.5 },
      throws: true,
      says: "There is no gradient for b, so that no step can be taken.",
    },
    "rows and columns exchanged": {
      given: {
        params: {
          W: [
            [1, -2, 3],
            [0.5, 3, 0],
          ],
          b,
        },
        grads: {
          W: turned([
            [2, 4, 1],
            [-1, 0, 2],
          ]),
          b: db,
        },
        lr: 0.5,
      },
      throws: true,
      says: "W is 2 x 3, its gradient 3 x 2.",
    },
    "a row too few": {
      given: { params: { W, b }, grads: { W: [[2, 4]], b: db }, lr: 0.5 },
      throws: true,
      says: "The gradient of W has one row, and W has two.",
    },
    "a row too many": {
      given: { params: { W, b }, grads: { W: dW, b: [...db, [3]] }, lr: 0.5 },
      throws: true,
      says: "The gradient of b has three rows, and b has two.",
    },
    "a row too long": {
      given: {
        params: { W, b },
        grads: {
          W: [
            [2, 4],
            [-1, 0, 5],
          ],
          b: db,
        },
        lr: 0.5,
      },
      throws: true,
      says: "The second row of the gradient of W has three entries, and that of W has two.",
    },
    "NaN in a gradient": {
      given: { params: { W, b }, grads: { W: dW, b: [[0.5], [Number.NaN]] }, lr: 0.5 },
      throws: true,
      says: "The gradient of b holds NaN, which would make b NaN for good.",
    },
    "a gradient of 0": {
      given: {
        params: { W, b },
        grads: {
          W: [
            [0, 0],
            [0, 0],
          ],
          b: [[0], [0]],
        },
        lr: 0.5,
      },
      says: "Where every slope is 0, all stays as it is.",
    },
  },
  laws: {
    "with η = 0 nothing moves": (f, { params }) => equal(f({ lr: 0 }), params),
    "twice the rate goes as far as twice the gradient": (f, { grads, lr }) => {
      const twice = stepOf((_, g) => 2 * g);
      return equal(
        f({ lr: 2 * lr }),
        f({ grads: { W: twice(grads.W, grads.W, 0), b: twice(grads.b, grads.b, 0) } }),
      );
    },
    "on ½·λ·x² in every entry, with λ = 1.5, a step multiplies by 1 − 1.5·η": (f, { params, lr }) => {
      const slopes = (X: Matrix) => X.map((row) => row.map((x) => 1.5 * x));
      const shrunk = (X: Matrix) => X.map((row) => row.map((x) => num(1).minus(num(lr).times(1.5)).times(x)));
      const after = f({ grads: { W: slopes(params.W), b: slopes(params.b) } });
      return [equal(after.W, shrunk(params.W)), equal(after.b, shrunk(params.b))];
    },
    "two steps with gradients that stay the same may change places": (f, { params, grads }) => {
      const others = { W: negated(params.W), b: params.b };
      return equal(f({ params: f(), grads: others }), f({ params: f({ grads: others }), grads }));
    },
    "to first order the loss falls by η‖∇‖²: that is the way against the gradient": (
      f,
      { params, grads, lr },
    ) => {
      const after = f();
      const along = (X: Matrix, Y: Num[][], G: Matrix): Num[] =>
        G.flatMap((row, i) => row.map((g, j) => Y[i]![j]!.minus(X[i]![j]!).times(g)));
      const fall = [...along(params.W, after.W, grads.W), ...along(params.b, after.b, grads.b)];
      const squares = [...grads.W, ...grads.b].flat().map((g) => num(g).squared());
      const total = (terms: Num[]): Num => terms.reduce((sum, term) => sum.plus(term));
      return equal(total(fall), total(squares).times(-lr));
    },
  },
  mistakes: {
    ascent: {
      is: wrongly(stepOf((x, g, lr) => x + lr * g)),
      step: 3,
      says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
    },
    "rate-forgotten": {
      is: wrongly(stepOf((x, g) => x - g)),
      step: 3,
      says: "The learning rate is missing. The gradient gives the direction; lr times it is how far to go.",
    },
    "nothing-moves": {
      is: wrongly((X) => X),
      step: 3,
      says: "The parameters come back as they were. Is the difference worked out and thrown away? `==` compares; `=` or `-=` assigns.",
    },
    "sign-alone": {
      is: wrongly(stepOf((x, g, lr) => x - lr * Math.sign(g))),
      step: 3,
      says: "Only the gradient's signs are used. Its size counts, too: a steeper direction takes the longer step.",
    },
    "length-normalised": {
      is: wrongly((X, G, lr) => stepOf((x, g) => x - (lr * g) / norm(G))(X, G, lr)),
      step: 3,
      says: "Each gradient is divided by its length, so that every step goes equally far. Descent takes the gradient as it is.",
    },
    "length-of-all-normalised": {
      is: wrongly((X, G, lr, { grads }) => stepOf((x, g) => x - (lr * g) / norm(grads.W, grads.b))(X, G, lr)),
      step: 3,
      says: "The gradients are divided by their common length, so that every step goes equally far. Descent takes the gradient as it is.",
    },
    "update-alone": {
      is: wrongly(stepOf((_, g, lr) => -lr * g)),
      step: 3,
      says: "This is the way that is gone, −η∇. Asked for is where it leads: add it to the parameters.",
    },
    "bias-left-out": {
      is: (all) => ({ ...wrongly(stepOf((x, g, lr) => x - lr * g))(all), b: all.params.b }),
      step: 7,
      says: "Only W moves. Every matrix of the record takes its step, whatever its name.",
    },
  },
});

/** The right class, over tracked numbers. */
class GradientDescentOptimizer {
  protected learningRate: Num;
  constructor(learningRate: Num) {
    this.learningRate = learningRate;
  }
  backward(W: Num[][], dW: Num[][], b: Num[][], dz: Num[][]): [Num[][], Num[][]] {
    return [this.step(W, dW), this.step(b, dz)];
  }
  protected step(X: Num[][], G: Num[][]): Num[][] {
    return stepped(X, G, this.learningRate);
  }
}
const model = { GradientDescentOptimizer };
type Step = [W: Num[][], dW: Num[][], b: Num[][], dz: Num[][]];

/** A class that takes its steps in another way. */
const stepping = (step: (x: Num, g: Num, lr: Num) => Num) => ({
  GradientDescentOptimizer: class extends GradientDescentOptimizer {
    protected override step(X: Num[][], G: Num[][]): Num[][] {
      return X.map((row, i) => row.map((x, j) => step(x, G[i]![j]!, this.learningRate)));
    }
  },
});

class BiasLeftOut extends GradientDescentOptimizer {
  override backward(...[W, dW, b]: Step): [Num[][], Num[][]] {
    return [this.step(W, dW), b];
  }
}

/** Moves a layer by all gradients that it has ever seen. */
class GradientsAddedUp extends GradientDescentOptimizer {
  private sums: [Num[][], Num[][]] | undefined;
  override backward(...[W, dW, b, dz]: Step): [Num[][], Num[][]] {
    const add = (X: Num[][], Y: Num[][]) => X.map((row, i) => row.map((x, j) => x.plus(Y[i]![j]!)));
    this.sums = this.sums === undefined ? [dW, dz] : [add(this.sums[0], dW), add(this.sums[1], dz)];
    return super.backward(W, this.sums[0], b, this.sums[1]);
  }
}

/** Keeps the first layer it was handed, and goes on from there. */
class LayerKept extends GradientDescentOptimizer {
  private kept: [Num[][], Num[][]] | undefined;
  override backward(...[W, dW, b, dz]: Step): [Num[][], Num[][]] {
    this.kept = super.backward(this.kept?.[0] ?? W, dW, this.kept?.[1] ?? b, dz);
    return this.kept;
  }
}

/** Starts every step at the first layer that it was handed. */
class StartKept extends GradientDescentOptimizer {
  private start: [Num[][], Num[][]] | undefined;
  override backward(...[W, dW, b, dz]: Step): [Num[][], Num[][]] {
    this.start ??= [W, b];
    return super.backward(this.start[0], dW, this.start[1], dz);
  }
}

/** Halves its rate with every step. */
class RateHalved extends GradientDescentOptimizer {
  override backward(...layer: Step): [Num[][], Num[][]] {
    const after = super.backward(...layer);
    this.learningRate = this.learningRate.times(0.5);
    return after;
  }
}

/** All objects have the rate of the last one that was made. */
class RateOfTheLast extends GradientDescentOptimizer {
  private static last = num(0);
  constructor(learningRate: Num) {
    super(learningRate);
    RateOfTheLast.last = learningRate;
  }
  protected override step(X: Num[][], G: Num[][]): Num[][] {
    return stepped(X, G, RateOfTheLast.last);
  }
}

const layer = {
  weights: weights("weights W of the layer"),
  weightsGradient: weights("∂L/∂W"),
  bias: bias("bias b of the layer"),
  outputGradient: bias("gradient by the layer's output, which is ∂L/∂b"),
};
const afterStep = tuple([weights("weights"), bias("bias")], "the layer after the step, [weights, bias]");

const stepMistakes = {
  ascent: {
    with: stepping((x, g, lr) => x.plus(lr.times(g))),
    step: 3,
    says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
  },
  "rate-forgotten": {
    with: stepping((x, g) => x.minus(g)),
    step: 3,
    says: "The learning rate is missing. The constructor gets it: keep it in `this`, and multiply the gradient by it.",
  },
  "nothing-moves": {
    with: stepping((x) => x),
    step: 3,
    says: "The layer comes back as it was. Is the difference worked out and thrown away? `==` compares; `=` or `-=` assigns.",
  },
  "bias-left-out": {
    with: { GradientDescentOptimizer: BiasLeftOut },
    step: 7,
    says: "Only the weights move. The bias takes its step, too, against outputGradient.",
  },
};

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
        weightsGradient: [
          [2, Number.NaN],
          [-1, 0],
        ],
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
    "gradients that do not depend on the place may come in any order": (f, { gradients }) =>
      equal(f(), f({ gradients: [...gradients].reverse() })),
    "a step and the opposite one lead back to the start": (f, { weights, bias, gradients: [first] }) => {
      const [dW, db] = first!;
      return equal(f({ gradients: [first!, [negated(dW), negated(db)]] }), [weights, bias]);
    },
  },
  mistakes: {
    ...stepMistakes,
    "gradients-added-up": {
      with: { GradientDescentOptimizer: GradientsAddedUp },
      step: 3,
      says: "A step uses the gradients of earlier steps as well. Plain descent goes against the gradient that it is handed, and remembers none.",
    },
    "start-kept": {
      with: { GradientDescentOptimizer: StartKept },
      step: 7,
      says: "Every step starts at the first layer that the optimizer was handed. It starts at the weights and the bias of this call: nothing of a layer is kept in the object.",
    },
    "rate-halved": {
      with: { GradientDescentOptimizer: RateHalved },
      step: 3,
      says: "The learning rate halves with every step. Here it stays what the constructor got.",
    },
  },
});

const twoOptimizers = args(
  {
    learningRate: rate("learning rate of the first"),
    otherRate: rate("learning rate of the second"),
    ...layer,
  },
  { sizes: { k: [2, 3], d: [2, 4] }, accepts: ({ learningRate, otherRate }) => learningRate !== otherRate },
).answer({
  says: "two optimizers from the same layer; then the first goes on from where the second arrived",
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
      step: 7,
      says: "Both optimizers have the rate of the one made last. It is kept outside the object, in a variable of the file or a static field: keep it in `this`.",
    },
    "gradients-added-up": {
      with: { GradientDescentOptimizer: GradientsAddedUp },
      step: 3,
      says: "A step uses the gradients of earlier steps as well. Plain descent goes against the gradient that it is handed, and remembers none.",
    },
    "layer-kept": {
      with: { GradientDescentOptimizer: LayerKept },
      step: 7,
      says: "The optimizer keeps the first layer that it is handed and goes on from there. It serves many layers: each step starts at the weights and the bias that it is handed.",
    },
    "start-kept": {
      with: { GradientDescentOptimizer: StartKept },
      step: 7,
      says: "Every step starts at the first layer that the optimizer was handed. It starts at the weights and the bias of this call: nothing of a layer is kept in the object.",
    },
    "rate-halved": {
      with: { GradientDescentOptimizer: RateHalved },
      step: 3,
      says: "The learning rate halves with every step. Here it stays what the constructor got.",
    },
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
  exports: { GradientDescentOptimizer: "class" },
  scenarios,
  symbols: {
    k: "number of outputs of the layer, out",
    d: "number of its inputs, in",
    t: "number of steps",
  },
  functions: { sgdStep, backward, steps, twoOptimizers },
  hints: [
    "What happens to one entry of one matrix in a step? Which other entries does it need to know?",
    "Where does each number live: what belongs to the optimizer for good, and what is handed over anew with each call? What should be looked at before anything is computed?",
    "For each key check that grads has it, with as many rows and entries, none of them NaN; then give x − lr·g in a new matrix. The class keeps learningRate in `this`, and backward does the same with weights and weightsGradient, bias and outputGradient.",
  ],
});

/**
 * What is done with the functions: they get models that note what is asked of them. Tensor and modules are the course's
 * own.
 */
type Matrix = number[][];

interface Tensor {
  data: Matrix;
  grad: Matrix;
  sub(other: Tensor): Tensor;
  mul(other: Tensor): Tensor;
  sum(): Tensor;
  mean(): Tensor;
  backward(): void;
}

interface Module {
  readonly training: boolean;
  eval(): void;
  parameters(): Tensor[];
  zeroGrad(): void;
  forward(x: Tensor): Tensor;
}

interface Linear extends Module {
  weight: Tensor;
  bias: Tensor;
}

interface Optimizer {
  zeroGrad(): void;
  step(): void;
}

interface Made {
  readonly Tensor: new (data: Matrix, requiresGrad?: boolean) => Tensor;
  readonly Module: new () => Module;
  readonly Linear: new (numInputs: number, numOutputs: number, rng: () => number) => Linear;
  readonly trainStep: (
    model: Module,
    lossFn: (p: Tensor) => Tensor,
    X: Tensor,
    optimizer: Optimizer,
  ) => number;
  readonly evaluate: (model: Module, X: Matrix, y: number[]) => { loss: number; accuracy: number };
}

const { defineProperty } = Object;
const { apply } = Reflect;
const half = (): number => 0.5;
const square = (p: Tensor): Tensor => p.mul(p).sum();

/** Entry by entry, in a new matrix. */
function combined(a: Matrix, b: Matrix, entry: (a: number, b: number) => number): Matrix {
  const made: Matrix = [];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < a[i]!.length; j++) row[j] = entry(a[i]![j]!, b[i]![j]!);
    made[i] = row;
  }
  return made;
}

/** Plain descent on the parameters that the model has now. */
function descentOf(model: Module, learningRate: number): Optimizer {
  const parameters = model.parameters();
  return {
    zeroGrad: () => model.zeroGrad(),
    step: () => {
      for (let i = 0; i < parameters.length; i++) {
        const one = parameters[i]!;
        one.data = combined(one.data, one.grad, (x, g) => x - learningRate * g);
      }
    },
  };
}

/** A model of one weight: it gives x times it. */
function oneWeight({ Tensor, Module }: Made, w: number): Module & { readonly weight: Tensor } {
  class Model extends Module {
    readonly weight = new Tensor([[w]], true);
    override forward(x: Tensor): Tensor {
      return x.mul(this.weight);
    }
  }
  return new Model();
}

/** What is called in one step, in its order. */
export function order(made: Made, w: number, learningRate: number): string {
  const { Tensor, Module, trainStep } = made;
  let calls = "";
  let isOptimizer = false;
  const note = (call: string): void => {
    calls += calls === "" ? call : ` → ${call}`;
  };
  class Model extends Module {
    readonly weight = new Tensor([[w]], true);
    override forward(x: Tensor): Tensor {
      note("forward");
      return x.mul(this.weight);
    }
    // Whoever does without the optimizer does the same.
    override zeroGrad(): void {
      if (!isOptimizer) note("zeroGrad");
      super.zeroGrad();
    }
  }
  const model = new Model();
  const plain = descentOf(model, learningRate);
  const optimizer = {
    zeroGrad: () => {
      note("zeroGrad");
      isOptimizer = true;
      plain.zeroGrad();
      isOptimizer = false;
    },
    step: () => {
      note("step");
      plain.step();
    },
  };
  const lossFn = (p: Tensor): Tensor => {
    note("loss");
    const loss = square(p);
    const { backward } = loss;
    const noted = (): void => {
      note("backward");
      apply(backward, loss, []);
    };
    // The class is the course's, and cannot be written to.
    defineProperty(loss, "backward", { value: noted });
    return loss;
  };
  trainStep(model, lossFn, new Tensor([[1]]), optimizer);
  return calls;
}

/** The losses that steps on w² give, and where each arrives. */
export function trajectory(
  made: Made,
  w: number,
  learningRate: number,
  steps: number,
): { losses: number[]; weights: number[] } {
  const model = oneWeight(made, w);
  const optimizer = descentOf(model, learningRate);
  const losses: number[] = [];
  const weights: number[] = [];
  for (let k = 0; k < steps; k++) {
    losses[k] = made.trainStep(model, square, new made.Tensor([[1]]), optimizer);
    weights[k] = model.weight.data[0]![0]!;
  }
  return { losses, weights };
}

function layerOf({ Linear }: Made, W: Matrix, b: Matrix): Linear {
  const layer = new Linear(W[0]!.length, W.length, half);
  layer.weight.data = W;
  layer.bias.data = b;
  return layer;
}

/** Steps of a linear layer on the mean squared error. */
export function layer(
  made: Made,
  X: Matrix,
  Y: Matrix,
  W: Matrix,
  b: Matrix,
  learningRate: number,
  steps: number,
): { losses: number[]; W: Matrix; b: Matrix } {
  const model = layerOf(made, W, b);
  const optimizer = descentOf(model, learningRate);
  const target = new made.Tensor(Y);
  const lossFn = (p: Tensor): Tensor => {
    const off = p.sub(target);
    return off.mul(off).mean();
  };
  const losses: number[] = [];
  for (let k = 0; k < steps; k++) losses[k] = made.trainStep(model, lossFn, new made.Tensor(X), optimizer);
  return { losses, W: model.weight.data, b: model.bias.data };
}

/** What the judge takes for a change of what was handed over: an error of this name. */
function changed(what: string, mend: string): Error {
  const error = new Error(`evaluate changes the ${what}. ${mend}`);
  error.name = "ChangedInput";
  return error;
}

function expectSame(what: string, before: Matrix, after: Matrix): void {
  let isSame = before.length === after.length;
  for (let i = 0; isSame && i < before.length; i++) {
    for (let j = 0; j < before[i]!.length; j++) if (before[i]![j] !== after[i]?.[j]) isSame = false;
  }
  if (!isSame) throw changed(what, "It only looks: no backward(), no step(), no zeroGrad().");
}

/** Throws where a model that was in training is not, or the other way round. */
function expectMode(model: Module, wasTraining: boolean): void {
  if (model.training === wasTraining) return;
  const mend = `It was ${wasTraining ? "" : "not "}in training before: put it back as it was.`;
  throw changed("mode of the model", mend);
}

/** Loss and accuracy of a linear layer, which is in the midst of its training. */
export function evaluate(
  made: Made,
  W: Matrix,
  b: Matrix,
  X: Matrix,
  y: number[],
): { loss: number; accuracy: number } {
  const model = layerOf(made, W, b);
  const parameters = [model.weight, model.bias];
  const copied = (matrix: Matrix): Matrix => combined(matrix, matrix, (x) => x);
  for (let i = 0; i < parameters.length; i++)
    parameters[i]!.grad = combined(parameters[i]!.data, parameters[i]!.data, () => 0.25);
  const before = [copied(W), copied(b), copied(model.weight.grad), copied(model.bias.grad)];
  const answer = made.evaluate(model, X, y);
  expectSame("weight of the model", before[0]!, model.weight.data);
  expectSame("bias of the model", before[1]!, model.bias.data);
  expectSame("gradient of the model's weight", before[2]!, model.weight.grad);
  expectSame("gradient of the model's bias", before[3]!, model.bias.grad);
  expectMode(model, true);
  model.eval();
  made.evaluate(model, X, y);
  expectMode(model, false);
  return answer;
}

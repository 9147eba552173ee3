/**
 * What is done with the classes: layers are made and nested, and modules are written on top of Module. The Tensor is
 * the course's own.
 */
type Matrix = number[][];

interface Tensor {
  data: Matrix;
  grad: Matrix;
  mul(other: Tensor): Tensor;
  tanh(): Tensor;
  sum(): Tensor;
  backward(): void;
}

interface Module {
  training: boolean;
  parameters(): Tensor[];
  namedParameters(): [name: string, tensor: Tensor][];
  zeroGrad(): void;
  train(): void;
  eval(): void;
  forward(x: Tensor): Tensor;
}

interface Linear extends Module {
  weight: Tensor;
  bias: Tensor;
}

interface Made {
  readonly Tensor: new (data: Matrix, requiresGrad?: boolean) => Tensor;
  readonly Module: new () => Module;
  readonly Linear: new (numInputs: number, numOutputs: number, rng: () => number) => Linear;
  readonly Sequential: new (...layers: Module[]) => Module;
  readonly countParameters: (model: Module) => number;
}

interface Listed {
  names: string[];
  shapes: number[][];
  agree: boolean;
}

const half = (): number => 0.5;

/** Names and shapes of all parameters, and whether both lists hold the same tensors. */
function listed(model: Module): Listed {
  const [named, all] = [model.namedParameters(), model.parameters()];
  return {
    names: named.map(([name]) => name),
    shapes: named.map(([, { data }]) => [data.length, data[0]!.length]),
    agree: all.length === named.length && all.every((tensor, i) => tensor === named[i]![1]),
  };
}

/** An activation: a module that the student has not written, without parameters. */
function tanhOf({ Module }: Pick<Made, "Module">): Module {
  return new (class Tanh extends Module {
    override forward(x: Tensor): Tensor {
      return x.tanh();
    }
  })();
}

type Nested = [widths: number[], bent: number, from: number, to: number, again: number, tied: number];

/** Layers in a row, those from `from` to before `to` in a Sequential of their own, one perhaps again at the end. */
function built(made: Made, ...[widths, bent, from, to, again, tied]: Nested): Module {
  const { Linear, Sequential } = made;
  const layers = widths.slice(1).map((out, k) => new Linear(widths[k]!, out, half));
  if (tied > 0) layers[tied]!.weight = layers[0]!.weight;
  const row = (low: number, high: number): Module[] => {
    const all: Module[] = [];
    for (let k = low; k < high; k++) {
      all.push(layers[k]!);
      if (bent === 1 && k < layers.length - 1) all.push(tanhOf(made));
    }
    return all;
  };
  const last = again < 0 ? [] : [layers[again]!];
  return new Sequential(
    ...row(0, from),
    new Sequential(...row(from, to)),
    ...row(to, layers.length),
    ...last,
  );
}

/** A new layer, and what it gives. */
export function linear(
  { Tensor, Linear }: Made,
  rng: () => number,
  numInputs: number,
  numOutputs: number,
  X: Matrix,
): { weight: Matrix; bias: Matrix; output: Matrix } {
  const layer = new Linear(numInputs, numOutputs, rng);
  const output = layer.forward(new Tensor(X));
  return { weight: layer.weight.data, bias: layer.bias.data, output: output.data };
}

type Numbers = [W: Matrix, b: Matrix, A: Matrix, c: Matrix, bent: number];

interface TwoLayers {
  readonly first: Linear;
  readonly second: Linear;
  readonly net: Module;
}

/** Two layers with given numbers in them, and an activation between where there is a bend. */
function twoLayers(made: Made, ...[W, b, A, c, bent]: Numbers): TwoLayers {
  const { Linear, Sequential, Tensor } = made;
  const [first, second] = [
    new Linear(W[0]!.length, W.length, half),
    new Linear(A[0]!.length, A.length, half),
  ];
  first.weight.data = W;
  first.bias.data = b;
  // Exchanged as wholes: forward takes what is in the fields then.
  second.weight = new Tensor(A, true);
  second.bias = new Tensor(c, true);
  const net = bent === 1 ? new Sequential(first, tanhOf(made), second) : new Sequential(first, second);
  return { first, second, net };
}

/** What two layers give. */
export function forward(made: Made, X: Matrix, ...numbers: Numbers): Matrix {
  return twoLayers(made, ...numbers).net.forward(new made.Tensor(X)).data;
}

interface Grads {
  W: Matrix;
  b: Matrix;
  A: Matrix;
  c: Matrix;
}

const gradsOf = ({ first, second }: TwoLayers): Grads => ({
  W: first.weight.grad,
  b: first.bias.grad,
  A: second.weight.grad,
  c: second.bias.grad,
});

/** What flows back to the parameters from the sum of all outputs, each times an entry of G. */
function sweptBack({ Tensor }: Made, net: Module, X: Matrix, G: Matrix): void {
  net.forward(new Tensor(X)).mul(new Tensor(G)).sum().backward();
}

export function gradients(made: Made, X: Matrix, ...[W, b, A, c, bent, G]: [...Numbers, G: Matrix]): Grads {
  const both = twoLayers(made, W, b, A, c, bent);
  sweptBack(made, both.net, X, G);
  return gradsOf(both);
}

/** The gradients after zeroGrad, and after one more sweep back. */
export function zeroed(
  made: Made,
  X: Matrix,
  ...[W, b, A, c, bent, G]: [...Numbers, G: Matrix]
): { zeroed: Grads; again: Grads } {
  const both = twoLayers(made, W, b, A, c, bent);
  sweptBack(made, both.net, X, G);
  both.net.zeroGrad();
  const { W: dW, b: db, A: dA, c: dc } = gradsOf(both);
  const copied = (grad: Matrix): Matrix => grad.map((row) => [...row]);
  const zeroed = { W: copied(dW), b: copied(db), A: copied(dA), c: copied(dc) };
  sweptBack(made, both.net, X, G);
  return { zeroed, again: gradsOf(both) };
}

/** The parameters of Sequentials in one another. */
export function names(made: Made, ...nested: Nested): Listed {
  return listed(built(made, ...nested));
}

/** How many numbers they hold. */
export function count(made: Made, ...nested: Nested): number {
  return made.countParameters(built(made, ...nested));
}

/** The parameters of a module with fields: two layers, a tensor, a number, and perhaps the first layer once more. */
export function fields(
  { Tensor, Module, Linear }: Made,
  widths: number[],
  ownFirst: number,
  repeated: number,
): Listed {
  const [numInputs, numHidden, numOutputs] = widths as [number, number, number];
  class Model extends Module {
    readonly [name: string]: unknown;
    constructor() {
      super();
      const own = { scale: new Tensor([[1]], true) };
      const layer1 = new Linear(numInputs, numHidden, half);
      const layers = {
        layer1,
        numHidden,
        ...(repeated === 1 ? { encoder: layer1 } : {}),
        layer2: new Linear(numHidden, numOutputs + 1, half),
      };
      Object.assign(this, ownFirst === 1 ? { ...own, ...layers } : { ...layers, ...own });
    }
    override forward(x: Tensor): Tensor {
      return x;
    }
  }
  const model = new Model();
  model.namedParameters();
  model.parameters();
  // What counts are the fields as they are when it is asked again.
  Object.assign(model, { layer2: new Linear(numHidden, numOutputs, half) });
  return listed(model);
}

/** Which modules train: at the start, and after each call. */
export function modes(
  made: Made,
  calls: number[],
  inner: number[],
): { training: boolean[][]; kept: boolean } {
  const { Linear, Sequential } = made;
  const [first, second, activation] = [new Linear(2, 3, half), new Linear(3, 1, half), tanhOf(made)];
  const block = new Sequential(activation, second);
  const net = new Sequential(first, block);
  const before = net.parameters();
  const look = (): boolean[] => [net, first, block, activation, second].map(({ training }) => training);
  const training = [look()];
  for (let i = 0; i < calls.length; i++) {
    const called = inner[i] === 1 ? block : net;
    if (calls[i] === 1) called.train();
    else called.eval();
    training.push(look());
  }
  const after = net.parameters();
  const kept = before.length === after.length && before.every((tensor, i) => tensor === after[i]);
  return { training, kept };
}

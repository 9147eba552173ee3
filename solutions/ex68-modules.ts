declare class Tensor {
  data: Matrix;
  grad: Matrix;
  constructor(data: Matrix, requiresGrad?: boolean);
  matmul(other: Tensor): Tensor;
  addRow(b: Tensor): Tensor;
  transpose(): Tensor;
}

type Matrix = number[][];

/** A part of a network, and the network itself: it finds the parameters in its fields, and in theirs. */
export abstract class Module {
  /** whether it is in training; true at first */
  training = true;

  /** All parameters, each once, in the order in which the fields were set. */
  parameters(): Tensor[] {
    return this.namedParameters().map(([, tensor]) => tensor);
  }

  /** The same with their names, `[name, tensor]` each, such as layer1.weight. */
  namedParameters(): [name: string, tensor: Tensor][] {
    const names = new Map<Tensor, string>();
    for (const [field, value] of Object.entries(this)) {
      for (const [name, tensor] of brought(field, value)) {
        if (!names.has(tensor)) names.set(tensor, name);
      }
    }
    const named: [name: string, tensor: Tensor][] = [];
    for (const [tensor, name] of names) named.push([name, tensor]);
    return named;
  }

  /** Sets the gradients of all parameters to 0. */
  zeroGrad(): void {
    for (const tensor of this.parameters()) tensor.grad = tensor.data.map((row) => row.map(() => 0));
  }

  /** Puts this module, and all modules in it, into training. */
  train(): void {
    this.training = true;
    for (const inner of modulesIn(this)) inner.train();
  }

  /** Takes this module, and all modules in it, out of training. */
  eval(): void {
    this.training = false;
    for (const inner of modulesIn(this)) inner.eval();
  }

  /** what the module gives for x; each kind of module has its own */
  abstract forward(x: Tensor): Tensor;
}

/** What a field brings to the list of parameters. */
function brought(field: string, value: unknown): [name: string, tensor: Tensor][] {
  if (value instanceof Tensor) return [[field, value]];
  if (!(value instanceof Module)) return [];
  return value.namedParameters().map(([name, tensor]) => [`${field}.${name}`, tensor]);
}

const modulesIn = (module: Module): Module[] =>
  Object.values(module).filter((value) => value instanceof Module);

/** A layer in which every output sees every input: XWᵀ + b. */
export class Linear extends Module {
  /** the weight, [out×in] */
  weight: Tensor;
  /** the bias, [1×out] */
  bias: Tensor;

  /** a layer with random numbers; `rng` gives the next uniform number in [0, 1) */
  constructor(numInputs: number, numOutputs: number, rng: () => number) {
    super();
    const limit = 1 / Math.sqrt(numInputs);
    const drawn = (length: number) => Array.from({ length }, () => limit * (2 * rng() - 1));
    this.weight = new Tensor(
      Array.from({ length: numOutputs }, () => drawn(numInputs)),
      true,
    );
    this.bias = new Tensor([drawn(numOutputs)], true);
  }

  /** XWᵀ + b for each row of x */
  forward(x: Tensor): Tensor {
    const turned = this.weight.transpose();
    return x.matmul(turned).addRow(this.bias);
  }
}

/** Modules in a row, each of which gets what the one before it gives. */
export class Sequential extends Module {
  #layers: readonly Module[];

  /** the layers in their order; there may be none */
  constructor(...layers: Module[]) {
    super();
    this.#layers = layers;
    Object.assign(this, layers);
  }

  /** what the last layer gives; x where there are no layers */
  forward(x: Tensor): Tensor {
    return this.#layers.reduce((a, layer) => layer.forward(a), x);
  }
}

/** How many single numbers there are in all parameters of a model. */
export function countParameters(model: Module): number {
  return model.parameters().reduce((sum, { data }) => sum + data.flat().length, 0);
}

// Grade with: npm run grade ex68

type Matrix = number[][];

/** The class of ex66: it is there, in the course's own version. */
declare class Tensor {
  data: Matrix;
  grad: Matrix;
  constructor(data: Matrix, requiresGrad?: boolean);
  static node(
    data: Matrix,
    operands: readonly Tensor[],
    back: (adjoint: Matrix) => readonly Matrix[],
  ): Tensor;
  matmul(other: Tensor): Tensor;
  addRow(b: Tensor): Tensor;
  add(other: Tensor): Tensor;
  sub(other: Tensor): Tensor;
  mul(other: Tensor): Tensor;
  scale(k: number): Tensor;
  transpose(): Tensor;
  tanh(): Tensor;
  sigmoid(): Tensor;
  relu(): Tensor;
  sum(): Tensor;
  mean(): Tensor;
  backward(): void;
}

/** A part of a network, and the network itself: it finds the parameters in its fields, and in theirs. */
export abstract class Module {
  /** whether it is in training; true at first */
  training = true;

  /** All parameters, each once, in the order in which the fields were set. */
  parameters(): Tensor[] {
    throw new Error("not implemented: parameters");
  }

  /** The same with their names, `[name, tensor]` each, such as layer1.weight. */
  namedParameters(): [name: string, tensor: Tensor][] {
    throw new Error("not implemented: namedParameters");
  }

  /** Sets the gradients of all parameters to 0. */
  zeroGrad(): void {
    throw new Error("not implemented: zeroGrad");
  }

  /** Puts this module, and all modules in it, into training. */
  train(): void {
    throw new Error("not implemented: train");
  }

  /** Takes this module, and all modules in it, out of training. */
  eval(): void {
    throw new Error("not implemented: eval");
  }

  /** what the module gives for x; each kind of module has its own */
  abstract forward(x: Tensor): Tensor;
}

/** A layer in which every output sees every input: XWᵀ + b. */
export class Linear extends Module {
  /** the weight, [out×in] */
  weight: Tensor;
  /** the bias, [1×out] */
  bias: Tensor;

  /** a layer with random numbers; `rng` gives the next uniform number in [0, 1) */
  constructor(numInputs: number, numOutputs: number, rng: () => number) {
    super();
    throw new Error("not implemented: Linear");
  }

  /** XWᵀ + b for each row of x */
  forward(x: Tensor): Tensor {
    throw new Error("not implemented: forward");
  }
}

/** Modules in a row, each of which gets what the one before it gives. */
export class Sequential extends Module {
  /** the layers in their order; there may be none */
  constructor(...layers: Module[]) {
    super();
  }

  /** what the last layer gives; x where there are no layers */
  forward(x: Tensor): Tensor {
    throw new Error("not implemented: forward");
  }
}

/** How many single numbers there are in all parameters of a model. */
export function countParameters(model: Module): number {
  throw new Error("not implemented: countParameters");
}

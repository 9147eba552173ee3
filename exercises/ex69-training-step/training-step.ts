// Grade with: npm run grade ex69

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

/** The function of ex67: it is there, in the course's own version. */
declare function mseLossT(pred: Tensor, target: Tensor): Tensor;

/** The function of ex67: it is there, in the course's own version. */
declare function crossEntropyLossT(logits: Tensor, labels: number[]): Tensor;

/** The class of ex68: it is there, in the course's own version. */
declare abstract class Module {
  training: boolean;
  parameters(): Tensor[];
  namedParameters(): [name: string, tensor: Tensor][];
  zeroGrad(): void;
  train(): void;
  eval(): void;
  abstract forward(x: Tensor): Tensor;
}

/** The class of ex68: it is there, in the course's own version. */
declare class Linear extends Module {
  weight: Tensor;
  bias: Tensor;
  constructor(numInputs: number, numOutputs: number, rng: () => number);
  forward(x: Tensor): Tensor;
}

/** The class of ex68: it is there, in the course's own version. */
declare class Sequential extends Module {
  constructor(...layers: Module[]);
  forward(x: Tensor): Tensor;
}

/** The function of ex68: it is there, in the course's own version. */
declare function countParameters(model: Module): number;

/** One step of training; gives the loss before the update. */
export function trainStep(
  model: Module,
  lossFn: (p: Tensor) => Tensor,
  X: Tensor,
  optimizer: { zeroGrad(): void; step(): void },
): number {
  throw new Error("not implemented: trainStep");
}

/** Mean cross-entropy and accuracy of a model that gives logits, without any gradients. */
export function evaluate(model: Module, X: Matrix, y: number[]): { loss: number; accuracy: number } {
  throw new Error("not implemented: evaluate");
}

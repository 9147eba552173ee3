/**
 * The course's own Tensor, for the exercises that build on ex66. It passes ex66 as any right answer does, and can do one
 * thing more: `Tensor.node` makes an operation of one's own.
 *
 * It is one file, since the box takes it as one text. It runs beside a submission, which may change what the built-ins
 * do: functions are taken at the start, and lists are filled by their indices.
 */
const { exp: exponential, max: larger, tanh: hyperbolic } = Math;
const isArray = Array.isArray;

type Matrix = number[][];

/** How far a sweep has come with a tensor: met, with its operands being visited, or in the order. */
const [UNMET, OPEN, DONE] = [0, 1, 2];

export class Tensor {
  data: Matrix;
  grad: Matrix;
  /** Whether gradients flow here: of a leaf, whether they are wanted; else whether they are of some leaf behind it. */
  #flows: boolean;
  #operands: readonly Tensor[] = [];
  #back: ((adjoint: Matrix) => readonly Matrix[]) | undefined;
  /** Of a running sweep. */
  #state = UNMET;
  #adjoint: Matrix | undefined;
  #above: Tensor | undefined;
  #next: Tensor | undefined;

  constructor(data: Matrix, requiresGrad?: boolean) {
    expectMatrix(data, "new Tensor takes");
    this.data = data;
    this.grad = filled(data, () => 0);
    this.#flows = requiresGrad === true;
  }

  /**
   * The result of an operation of one's own.
   *
   * @param back is handed the adjoint of the result, in its shape, and gives what flows to each operand, in its shape
   */
  static node(
    data: Matrix,
    operands: readonly Tensor[],
    back: (adjoint: Matrix) => readonly Matrix[],
  ): Tensor {
    const made = new Tensor(data);
    for (let i = 0; i < operands.length; i++) {
      if (Tensor.#operand(operands[i], "Tensor.node").#flows) made.#flows = true;
    }
    if (typeof back !== "function") throw new TypeError("Tensor.node takes a function as its third argument");
    made.#operands = operands;
    made.#back = back;
    return made;
  }

  static #operand(other: unknown, method: string): Tensor {
    if (typeof other === "object" && other !== null && #state in other) return other;
    throw new TypeError(`${method} takes a Tensor, this call hands it ${kindOf(other)}`);
  }

  /** The entries of another of the same shape. */
  #alike(other: unknown, method: string): Matrix {
    const a = this.data;
    const b = Tensor.#operand(other, method).data;
    if (a.length !== b.length || widthOf(a) !== widthOf(b)) throw misfit(method, a, b, "the same shape");
    return b;
  }

  /** this + sign·other */
  #plus(other: Tensor, method: string, sign: number): Tensor {
    const b = this.#alike(other, method);
    return Tensor.node(
      filled(b, (i, j) => this.data[i]![j]! + sign * b[i]![j]!),
      [this, other],
      (adjoint) => [adjoint, filled(b, (i, j) => sign * adjoint[i]![j]!)],
    );
  }

  /** Each entry by itself; its slope may use the entry and its value. */
  #each(value: (a: number) => number, slope: (a: number, value: number) => number): Tensor {
    const a = this.data;
    const data = filled(a, (i, j) => value(a[i]![j]!));
    return Tensor.node(data, [this], (adjoint) => [
      filled(a, (i, j) => adjoint[i]![j]! * slope(a[i]![j]!, data[i]![j]!)),
    ]);
  }

  matmul(other: Tensor): Tensor {
    const that = Tensor.#operand(other, "matmul");
    const [a, b] = [this.data, that.data];
    if (widthOf(a) !== b.length)
      throw misfit("matmul", a, b, "as many columns on the left as rows on the right");
    return Tensor.node(product(a, b), [this, that], (adjoint) => [
      product(adjoint, turned(b)),
      product(turned(a), adjoint),
    ]);
  }

  addRow(b: Tensor): Tensor {
    const row = Tensor.#operand(b, "addRow");
    const [a, added] = [this.data, row.data];
    if (added.length !== 1 || widthOf(a) !== widthOf(added))
      throw misfit("addRow", a, added, "one row, as wide as the left one");
    return Tensor.node(
      filled(a, (i, j) => a[i]![j]! + added[0]![j]!),
      [this, row],
      (adjoint) => [
        adjoint,
        filled(added, (_, j) => {
          let total = 0;
          for (let i = 0; i < adjoint.length; i++) total += adjoint[i]![j]!;
          return total;
        }),
      ],
    );
  }

  add(other: Tensor): Tensor {
    return this.#plus(other, "add", 1);
  }

  sub(other: Tensor): Tensor {
    return this.#plus(other, "sub", -1);
  }

  mul(other: Tensor): Tensor {
    const b = this.#alike(other, "mul");
    const a = this.data;
    return Tensor.node(
      filled(a, (i, j) => a[i]![j]! * b[i]![j]!),
      [this, other],
      (adjoint) => [
        filled(a, (i, j) => adjoint[i]![j]! * b[i]![j]!),
        filled(a, (i, j) => adjoint[i]![j]! * a[i]![j]!),
      ],
    );
  }

  scale(k: number): Tensor {
    return this.#each(
      (a) => k * a,
      () => k,
    );
  }

  transpose(): Tensor {
    return Tensor.node(turned(this.data), [this], (adjoint) => [turned(adjoint)]);
  }

  tanh(): Tensor {
    return this.#each(hyperbolic, (_, t) => 1 - t * t);
  }

  sigmoid(): Tensor {
    // 1 − s loses its digits where s is near 1.
    return this.#each(logistic, (a, s) => s * logistic(-a));
  }

  relu(): Tensor {
    return this.#each(
      (a) => larger(0, a),
      (a) => (a > 0 ? 1 : 0),
    );
  }

  sum(): Tensor {
    return this.#total(1);
  }

  mean(): Tensor {
    return this.#total(this.data.length * widthOf(this.data));
  }

  /** The sum of all entries, divided by a number. */
  #total(divisor: number): Tensor {
    const a = this.data;
    let total = 0;
    for (let i = 0; i < a.length; i++) for (let j = 0; j < a[i]!.length; j++) total += a[i]![j]!;
    return Tensor.node([[total / divisor]], [this], (adjoint) => [
      filled(a, () => adjoint[0]![0]! / divisor),
    ]);
  }

  backward(): void {
    if (this.data.length !== 1 || widthOf(this.data) !== 1)
      throw new RangeError(
        `backward starts from a 1×1 tensor, this one is ${shapeOf(this.data)}: take its sum or mean first`,
      );
    if (!this.#flows) return;
    const first = this.#sorted();
    this.#adjoint = [[1]];
    try {
      for (let node: Tensor | undefined = first; node !== undefined; node = node.#next) node.#passOn();
    } finally {
      for (let node: Tensor | undefined = first; node !== undefined; ) {
        const next: Tensor | undefined = node.#next;
        node.#adjoint = undefined;
        node.#state = UNMET;
        node.#next = undefined;
        node = next;
      }
    }
  }

  /** Hands on to the operands what has come to this one; a leaf keeps it. */
  #passOn(): void {
    const adjoint = this.#adjoint!;
    if (this.#back === undefined) {
      this.grad = total(this.grad, adjoint);
      return;
    }
    const parts = this.#back(adjoint);
    for (let i = 0; i < this.#operands.length; i++) {
      const operand = this.#operands[i]!;
      const part = parts[i]!;
      expectMatrix(part, "back of Tensor.node gives, for each operand,");
      if (part.length !== operand.data.length || widthOf(part) !== widthOf(operand.data))
        throw misfit("back of Tensor.node", operand.data, part, "what flows to an operand in its shape");
      if (operand.#flows)
        operand.#adjoint = operand.#adjoint === undefined ? part : total(operand.#adjoint, part);
    }
  }

  /** Links all tensors behind this one to which gradients flow, each before its operands; the first of them. */
  #sorted(): Tensor {
    let first: Tensor | undefined;
    let top: Tensor | undefined = this;
    while (top !== undefined) {
      top.#state = OPEN;
      const operand: Tensor | undefined = top.#unmet();
      if (operand !== undefined) {
        operand.#above = top;
        top = operand;
        continue;
      }
      top.#state = DONE;
      top.#next = first;
      first = top;
      const above: Tensor | undefined = top.#above;
      top.#above = undefined;
      top = above;
    }
    return first as Tensor;
  }

  #unmet(): Tensor | undefined {
    for (let i = 0; i < this.#operands.length; i++) {
      const operand = this.#operands[i]!;
      if (operand.#flows && operand.#state === UNMET) return operand;
    }
    return undefined;
  }
}

const widthOf = (matrix: Matrix): number => (matrix.length === 0 ? 0 : matrix[0]!.length);
const shapeOf = (matrix: Matrix): string => `${matrix.length}×${widthOf(matrix)}`;

const misfit = (method: string, a: Matrix, b: Matrix, wanted: string): RangeError =>
  new RangeError(`${method} takes ${wanted}, this call has ${shapeOf(a)} and ${shapeOf(b)}`);

function expectMatrix(data: unknown, who: string): void {
  let isMatrix = isArray(data);
  for (let i = 0; isMatrix && i < (data as Matrix).length; i++) {
    const row: unknown = (data as Matrix)[i];
    isMatrix = isArray(row) && row.length === widthOf(data as Matrix);
  }
  if (!isMatrix)
    throw new TypeError(`${who} rows of numbers, all of one length; this call hands it ${kindOf(data)}`);
}

function made(rows: number, columns: number, entry: (i: number, j: number) => number): Matrix {
  const matrix: Matrix = [];
  for (let i = 0; i < rows; i++) {
    const row: number[] = [];
    for (let j = 0; j < columns; j++) row[j] = entry(i, j);
    matrix[i] = row;
  }
  return matrix;
}

/** A matrix of the shape of another. */
const filled = (like: Matrix, entry: (i: number, j: number) => number): Matrix =>
  made(like.length, widthOf(like), entry);

const total = (a: Matrix, b: Matrix): Matrix => filled(b, (i, j) => a[i]![j]! + b[i]![j]!);
const turned = (a: Matrix): Matrix => made(widthOf(a), a.length, (i, j) => a[j]![i]!);

const product = (a: Matrix, b: Matrix): Matrix =>
  made(a.length, widthOf(b), (i, j) => {
    let dot = 0;
    for (let k = 0; k < b.length; k++) dot += a[i]![k]! * b[k]![j]!;
    return dot;
  });

/** σ(z) without overflow for either sign. */
function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + exponential(-z));
  const e = exponential(z);
  return e / (1 + e);
}

function kindOf(other: unknown): string {
  if (other === undefined || other === null) return `${other}`;
  if (isArray(other)) return "a list";
  return typeof other === "object" ? "an object" : `a ${typeof other}`;
}

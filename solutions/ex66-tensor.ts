type Matrix = number[][];

/** What flows to each operand when an adjoint has come to the result. */
type Back = (adjoint: Matrix) => Matrix[];

/**
 * A matrix in a computation graph: it knows what it was made of, so that a gradient can flow back.
 *
 *     C = A·B:  Ā = C̄·Bᵀ,  B̄ = Aᵀ·C̄
 */
export class Tensor {
  /** the entries, in rows */
  data: Matrix;
  /** what backward() has added up so far, zeros in the shape of data at first; it can be set */
  grad: Matrix = [];
  #isWanted: boolean;
  #operands: readonly Tensor[] = [];
  #back: Back = () => [];

  /** a leaf; a constant, unless requiresGrad is true */
  constructor(data: Matrix, requiresGrad?: boolean) {
    this.data = data;
    this.grad = filled(data, () => 0);
    this.#isWanted = requiresGrad === true;
  }

  /** matrix product of this and other */
  matmul(other: Tensor): Tensor {
    const [A, B] = [this.data, other.data];
    expect(widthOf(A) === B.length, "matmul: columns of the left, rows of the right");
    return Tensor.#made(product(A, B), [this, other], (C) => [product(C, turned(B)), product(turned(A), C)]);
  }

  /** b, one row, added to every row of this */
  addRow(b: Tensor): Tensor {
    const A = this.data;
    expect(b.data.length === 1 && widthOf(b.data) === widthOf(A), "addRow: one row, as wide");
    const row = b.data[0]!;
    return Tensor.#made(
      filled(A, (i, j) => A[i]![j]! + row[j]!),
      [this, b],
      (C) => [C, [row.map((_, j) => C.reduce((sum, own) => sum + own[j]!, 0))]],
    );
  }

  /** this + other, entry by entry */
  add(other: Tensor): Tensor {
    return this.#with(
      other,
      (a, b) => a + b,
      (c) => [c, c],
    );
  }

  /** this − other, entry by entry */
  sub(other: Tensor): Tensor {
    return this.#with(
      other,
      (a, b) => a - b,
      (c) => [c, -c],
    );
  }

  /** this · other, entry by entry */
  mul(other: Tensor): Tensor {
    return this.#with(
      other,
      (a, b) => a * b,
      (c, a, b) => [c * b, c * a],
    );
  }

  /** this times k, a constant number */
  scale(k: number): Tensor {
    return this.#each(
      (a) => k * a,
      () => k,
    );
  }

  /** rows and columns exchanged */
  transpose(): Tensor {
    return Tensor.#made(turned(this.data), [this], (C) => [turned(C)]);
  }

  /** hyperbolic tangent of each entry */
  tanh(): Tensor {
    return this.#each(Math.tanh, (t) => 1 - t * t);
  }

  /** 1/(1 + e^(−z)) for each entry z */
  sigmoid(): Tensor {
    return this.#each(
      (a) => 1 / (1 + Math.exp(-a)),
      (s) => s * (1 - s),
    );
  }

  /** max(0, z) for each entry z, with slope 0 at 0 */
  relu(): Tensor {
    return this.#each(
      (a) => Math.max(0, a),
      (r) => (r > 0 ? 1 : 0),
    );
  }

  /** the sum of all entries, 1×1 */
  sum(): Tensor {
    const total = this.data.flat().reduce((sum, a) => sum + a, 0);
    return Tensor.#made([[total]], [this], (C) => [filled(this.data, () => C[0]![0]!)]);
  }

  /** the mean of all entries, 1×1 */
  mean(): Tensor {
    return this.sum().scale(1 / this.data.flat().length);
  }

  /**
   * Adds ∂this/∂v to v.grad for every leaf v that this was made of and that wants it. This is 1×1, or it throws.
   *
   * A second call adds the same again, once and no more.
   */
  backward(): void {
    expect(this.data.length === 1 && widthOf(this.data) === 1, "backward: from a 1×1 tensor");
    const order = this.#upwards(new Set());
    const adjoints = new Map<Tensor, Matrix>([[this, [[1]]]]);
    for (const node of order.reverse()) {
      const adjoint = adjoints.get(node)!;
      if (node.#isWanted) node.grad = added(adjoint, node.grad);
      const parts = node.#back(adjoint);
      for (const [i, operand] of node.#operands.entries()) {
        const had = adjoints.get(operand);
        adjoints.set(operand, had === undefined ? parts[i]! : added(parts[i]!, had));
      }
    }
  }

  /** All tensors behind this one, each after those it was made of. */
  #upwards(seen: Set<Tensor>): Tensor[] {
    if (seen.has(this)) return [];
    seen.add(this);
    return [...this.#operands.flatMap((operand) => operand.#upwards(seen)), this];
  }

  static #made(data: Matrix, operands: readonly Tensor[], back: Back): Tensor {
    const made = new Tensor(data);
    made.#operands = operands;
    made.#back = back;
    return made;
  }

  #with(
    other: Tensor,
    value: (a: number, b: number) => number,
    parts: (adjoint: number, a: number, b: number) => readonly [number, number],
  ): Tensor {
    const [A, B] = [this.data, other.data];
    expect(A.length === B.length && widthOf(A) === widthOf(B), "two tensors of one shape");
    const part = (C: Matrix, which: 0 | 1) =>
      filled(A, (i, j) => parts(C[i]![j]!, A[i]![j]!, B[i]![j]!)[which]);
    return Tensor.#made(
      filled(A, (i, j) => value(A[i]![j]!, B[i]![j]!)),
      [this, other],
      (C) => [part(C, 0), part(C, 1)],
    );
  }

  /** Each entry by itself, with the slope by its result. */
  #each(value: (a: number) => number, slope: (result: number) => number): Tensor {
    const A = this.data;
    const R = filled(A, (i, j) => value(A[i]![j]!));
    return Tensor.#made(R, [this], (C) => [filled(A, (i, j) => C[i]![j]! * slope(R[i]![j]!))]);
  }
}

function expect(holds: boolean, wanted: string): void {
  if (!holds) throw new RangeError(`Wanted is ${wanted}.`);
}

const widthOf = (A: Matrix): number => A[0]!.length;
const filled = (like: Matrix, entry: (i: number, j: number) => number): Matrix =>
  like.map((row, i) => row.map((_, j) => entry(i, j)));
const added = (A: Matrix, B: Matrix): Matrix => filled(A, (i, j) => A[i]![j]! + B[i]![j]!);
const turned = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));
const product = (A: Matrix, B: Matrix): Matrix =>
  A.map((row) => B[0]!.map((_, j) => row.reduce((sum, a, k) => sum + a * B[k]![j]!, 0)));

// Grade with: npm run grade ex66

type Matrix = number[][];

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

  /** a leaf; a constant, unless requiresGrad is true */
  constructor(data: Matrix, requiresGrad?: boolean) {
    this.data = data;
  }

  /** matrix product of this and other */
  matmul(other: Tensor): Tensor {
    throw new Error("not implemented: matmul");
  }

  /** b, one row, added to every row of this */
  addRow(b: Tensor): Tensor {
    throw new Error("not implemented: addRow");
  }

  /** this + other, entry by entry */
  add(other: Tensor): Tensor {
    throw new Error("not implemented: add");
  }

  /** this − other, entry by entry */
  sub(other: Tensor): Tensor {
    throw new Error("not implemented: sub");
  }

  /** this · other, entry by entry */
  mul(other: Tensor): Tensor {
    throw new Error("not implemented: mul");
  }

  /** this times k, a constant number */
  scale(k: number): Tensor {
    throw new Error("not implemented: scale");
  }

  /** rows and columns exchanged */
  transpose(): Tensor {
    throw new Error("not implemented: transpose");
  }

  /** hyperbolic tangent of each entry */
  tanh(): Tensor {
    throw new Error("not implemented: tanh");
  }

  /** 1/(1 + e^(−z)) for each entry z */
  sigmoid(): Tensor {
    throw new Error("not implemented: sigmoid");
  }

  /** max(0, z) for each entry z, with slope 0 at 0 */
  relu(): Tensor {
    throw new Error("not implemented: relu");
  }

  /** the sum of all entries, 1×1 */
  sum(): Tensor {
    throw new Error("not implemented: sum");
  }

  /** the mean of all entries, 1×1 */
  mean(): Tensor {
    throw new Error("not implemented: mean");
  }

  /**
   * Adds ∂this/∂v to v.grad for every leaf v that this was made of and that wants it. This is 1×1, or it throws.
   *
   * A second call adds the same again, once and no more.
   */
  backward(): void {
    throw new Error("not implemented: backward");
  }
}

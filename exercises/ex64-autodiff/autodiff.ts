// Grade with: npm run grade ex64

/**
 * A number in a computation graph: it knows what it was made of, so that a derivative can flow back.
 *
 *     v̄_i = Σ_j v̄_j · ∂v_j/∂v_i   over all j made from i,   v̄_out = 1
 *
 * A plain number as operand is a constant.
 */
export class Value {
  /** the number */
  data: number;
  /** what backward() has added up so far, 0 at first; it can be set */
  grad = 0;

  /** a leaf */
  constructor(data: number) {
    this.data = data;
  }

  /** this + other */
  add(other: Value | number): Value {
    throw new Error("not implemented: add");
  }

  /** this · other */
  mul(other: Value | number): Value {
    throw new Error("not implemented: mul");
  }

  /** this − other */
  sub(other: Value | number): Value {
    throw new Error("not implemented: sub");
  }

  /** this / other */
  div(other: Value | number): Value {
    throw new Error("not implemented: div");
  }

  /** −this */
  neg(): Value {
    throw new Error("not implemented: neg");
  }

  /** this to the power of k, a constant number */
  pow(k: number): Value {
    throw new Error("not implemented: pow");
  }

  /** e^this */
  exp(): Value {
    throw new Error("not implemented: exp");
  }

  /** natural logarithm */
  log(): Value {
    throw new Error("not implemented: log");
  }

  /** hyperbolic tangent */
  tanh(): Value {
    throw new Error("not implemented: tanh");
  }

  /** max(0, this), with slope 0 at 0 */
  relu(): Value {
    throw new Error("not implemented: relu");
  }

  /** 1/(1 + e^(−this)) */
  sigmoid(): Value {
    throw new Error("not implemented: sigmoid");
  }

  /**
   * Adds ∂this/∂v to v.grad for every v that this was made of, and 1 to its own.
   *
   * A second call adds the same again, once and no more. Graphs may be many thousand operations deep.
   */
  backward(): void {
    throw new Error("not implemented: backward");
  }
}

/** An operand of the operation that made a value, with the derivative of the result by it. */
interface Input {
  readonly of: Value;
  readonly slope: number;
}

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
  #inputs: readonly Input[] = [];

  /** a leaf */
  constructor(data: number) {
    this.data = data;
  }

  /** this + other */
  add(other: Value | number): Value {
    const b = asValue(other);
    return Value.#made(this.data + b.data, { of: this, slope: 1 }, { of: b, slope: 1 });
  }

  /** this · other */
  mul(other: Value | number): Value {
    const b = asValue(other);
    return Value.#made(this.data * b.data, { of: this, slope: b.data }, { of: b, slope: this.data });
  }

  /** this − other */
  sub(other: Value | number): Value {
    const b = asValue(other);
    return Value.#made(this.data - b.data, { of: this, slope: 1 }, { of: b, slope: -1 });
  }

  /** this / other */
  div(other: Value | number): Value {
    const b = asValue(other);
    const quotient = this.data / b.data;
    return Value.#made(quotient, { of: this, slope: 1 / b.data }, { of: b, slope: -quotient / b.data });
  }

  /** −this */
  neg(): Value {
    return Value.#made(-this.data, { of: this, slope: -1 });
  }

  /** this to the power of k, a constant number */
  pow(k: number): Value {
    const slope = k === 0 ? 0 : k * this.data ** (k - 1);
    return Value.#made(this.data ** k, { of: this, slope });
  }

  /** e^this */
  exp(): Value {
    const e = Math.exp(this.data);
    return Value.#made(e, { of: this, slope: e });
  }

  /** natural logarithm */
  log(): Value {
    return Value.#made(Math.log(this.data), { of: this, slope: 1 / this.data });
  }

  /** hyperbolic tangent */
  tanh(): Value {
    const t = Math.tanh(this.data);
    return Value.#made(t, { of: this, slope: 1 - t * t });
  }

  /** max(0, this), with slope 0 at 0 */
  relu(): Value {
    const slope = this.data > 0 ? 1 : 0;
    return Value.#made(Math.max(0, this.data), { of: this, slope });
  }

  /** 1/(1 + e^(−this)) */
  sigmoid(): Value {
    const s = 1 / (1 + Math.exp(-this.data));
    return Value.#made(s, { of: this, slope: s * (1 - s) });
  }

  /**
   * Adds ∂this/∂v to v.grad for every v that this was made of, and 1 to its own.
   *
   * A second call adds the same again, once and no more. Graphs may be many thousand operations deep.
   */
  backward(): void {
    const order = this.#upwards();
    const adjoints = new Map<Value, number>([[this, 1]]);
    for (let i = order.length - 1; i >= 0; i--) {
      const node = order[i]!;
      const adjoint = adjoints.get(node)!;
      node.grad += adjoint;
      for (const { of, slope } of node.#inputs) adjoints.set(of, (adjoints.get(of) ?? 0) + adjoint * slope);
    }
  }

  /** All nodes behind this one, each after those it was made of; without recursion, for deep graphs. */
  #upwards(): Value[] {
    const order: Value[] = [];
    const seen = new Set<Value>([this]);
    const stack: { node: Value; next: number }[] = [{ node: this, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const input = top.node.#inputs[top.next++];
      if (input === undefined) {
        order.push(top.node);
        stack.pop();
      } else if (!seen.has(input.of)) {
        seen.add(input.of);
        stack.push({ node: input.of, next: 0 });
      }
    }
    return order;
  }

  static #made(data: number, ...inputs: Input[]): Value {
    const made = new Value(data);
    made.#inputs = inputs;
    return made;
  }
}

const asValue = (operand: Value | number): Value =>
  typeof operand === "number" ? new Value(operand) : operand;

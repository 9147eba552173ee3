/**
 * The course's own Value, for the exercises that build on ex64. It passes ex64 as any right answer does.
 *
 * It runs beside a submission, which may change what the built-ins do: functions of Math are taken at the start, and
 * the sweep goes along links between the values, without lists.
 */
const { exp: exponential, log: logarithm, max: larger, tanh: hyperbolic } = Math;

/** How far a sweep has come with a value: met, with its operands being visited, or in the order. */
const [UNMET, OPEN, DONE] = [0, 1, 2];

export class Value {
  data: number;
  grad = 0;
  /** The operands, with the derivative by each. */
  #left: Value | undefined;
  #leftSlope = 0;
  #right: Value | undefined;
  #rightSlope = 0;
  /** Of a running sweep. */
  #state = UNMET;
  #adjoint = 0;
  #above: Value | undefined;
  #next: Value | undefined;

  constructor(data: number) {
    this.data = data;
  }

  static #made(data: number, left: Value, leftSlope: number, right?: Value, rightSlope = 0): Value {
    const made = new Value(data);
    made.#left = left;
    made.#leftSlope = leftSlope;
    made.#right = right;
    made.#rightSlope = rightSlope;
    return made;
  }

  static #operand(other: unknown, method: string): Value {
    if (typeof other === "number") return new Value(other);
    if (typeof other === "object" && other !== null && #state in other) return other;
    throw new TypeError(`${method} takes a Value or a number, this call hands it ${kindOf(other)}`);
  }

  add(other: Value | number): Value {
    const b = Value.#operand(other, "add");
    return Value.#made(this.data + b.data, this, 1, b, 1);
  }

  mul(other: Value | number): Value {
    const b = Value.#operand(other, "mul");
    return Value.#made(this.data * b.data, this, b.data, b, this.data);
  }

  sub(other: Value | number): Value {
    const b = Value.#operand(other, "sub");
    return Value.#made(this.data - b.data, this, 1, b, -1);
  }

  div(other: Value | number): Value {
    const b = Value.#operand(other, "div");
    return Value.#made(this.data / b.data, this, 1 / b.data, b, -this.data / (b.data * b.data));
  }

  neg(): Value {
    return Value.#made(-this.data, this, -1);
  }

  pow(k: number): Value {
    return Value.#made(this.data ** k, this, k === 0 ? 0 : k * this.data ** (k - 1));
  }

  exp(): Value {
    const e = exponential(this.data);
    return Value.#made(e, this, e);
  }

  log(): Value {
    return Value.#made(logarithm(this.data), this, 1 / this.data);
  }

  tanh(): Value {
    const t = hyperbolic(this.data);
    return Value.#made(t, this, 1 - t * t);
  }

  relu(): Value {
    return Value.#made(larger(0, this.data), this, this.data > 0 ? 1 : 0);
  }

  sigmoid(): Value {
    const s = logistic(this.data);
    // 1 − s loses its digits where s is near 1.
    return Value.#made(s, this, s * logistic(-this.data));
  }

  backward(): void {
    const last = this.#sorted();
    this.#adjoint = 1;
    for (let node: Value | undefined = last; node !== undefined; ) {
      const adjoint = node.#adjoint;
      node.grad += adjoint;
      if (node.#left !== undefined) node.#left.#adjoint += adjoint * node.#leftSlope;
      if (node.#right !== undefined) node.#right.#adjoint += adjoint * node.#rightSlope;
      const next: Value | undefined = node.#next;
      node.#adjoint = 0;
      node.#state = UNMET;
      node.#next = undefined;
      node = next;
    }
  }

  /** Links all values behind this one, each before its operands; the first of them, which is this one. */
  #sorted(): Value {
    let first: Value | undefined;
    let top: Value | undefined = this;
    while (top !== undefined) {
      top.#state = OPEN;
      const operand: Value | undefined = Value.#unmet(top.#left) ?? Value.#unmet(top.#right);
      if (operand !== undefined) {
        operand.#above = top;
        top = operand;
        continue;
      }
      top.#state = DONE;
      top.#next = first;
      first = top;
      const above: Value | undefined = top.#above;
      top.#above = undefined;
      top = above;
    }
    return first as Value;
  }

  static #unmet(operand: Value | undefined): Value | undefined {
    return operand !== undefined && operand.#state === UNMET ? operand : undefined;
  }
}

/** σ(z) without overflow for either sign. */
function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + exponential(-z));
  const e = exponential(z);
  return e / (1 + e);
}

const kindOf = (other: unknown): string =>
  other === undefined || other === null
    ? `${other}`
    : typeof other === "object"
      ? "an object"
      : `a ${typeof other}`;

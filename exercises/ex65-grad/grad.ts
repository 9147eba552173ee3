// Grade with: npm run grade ex65

/** The class of ex64: it is there, in the course's own version. */
declare class Value {
  data: number;
  grad: number;
  constructor(data: number);
  add(other: Value | number): Value;
  mul(other: Value | number): Value;
  sub(other: Value | number): Value;
  div(other: Value | number): Value;
  neg(): Value;
  pow(k: number): Value;
  exp(): Value;
  log(): Value;
  tanh(): Value;
  relu(): Value;
  sigmoid(): Value;
  backward(): void;
}

type Vector = number[];

/** The derivative of f, as a function of a number. */
export function grad(f: (x: Value) => Value): (x: number) => number {
  throw new Error("not implemented: grad");
}

/** The derivative of f at each entry of a list, as a function of the list. */
export function egrad(f: (x: Value) => Value): (x: Vector) => Vector {
  throw new Error("not implemented: egrad");
}

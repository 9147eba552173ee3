declare class Value {
  grad: number;
  constructor(data: number);
  backward(): void;
}

type Vector = number[];

/** The derivative of f, as a function of a number. */
export function grad(f: (x: Value) => Value): (x: number) => number {
  return (x) => {
    const leaf = new Value(x);
    f(leaf).backward();
    return leaf.grad;
  };
}

/** The derivative of f at each entry of a list, as a function of the list. */
export function egrad(f: (x: Value) => Value): (x: Vector) => Vector {
  const slope = grad(f);
  return (x) => x.map((xi) => slope(xi));
}

/**
 * What is done with the functions: they get a function of a Value, which is built of rows as in ex64.
 *
 * A program has one row for each operation: [code, first operand, second operand, number]. Place 0 is a constant, place
 * 1 is x, the others are results; a second operand of −1 stands for the number.
 */
interface Value {
  data: number;
  grad: number;
  backward(): void;
}

type F = (x: Value) => Value;

interface Made {
  readonly grad: (f: F) => (x: number) => number;
  readonly egrad: (f: F) => (x: number[]) => number[];
}

const methods = ["add", "mul", "sub", "div", "neg", "pow", "exp", "log", "tanh", "relu", "sigmoid"];

/** The function that a program says. It is handed a Value, and nothing else. */
function built(constant: number, program: readonly number[][]): F {
  return (x) => {
    if (typeof x !== "object" || x === null || typeof x.backward !== "function")
      throw new TypeError(`f takes a Value, and this call hands it ${typeof x}: f(new Value(x))`);
    const places = [new (x.constructor as new (data: number) => Value)(constant), x];
    for (const [code, first, second, number] of program) {
      const operand = places[first!] as unknown as Record<string, (other: Value | number) => Value>;
      places.push(operand[methods[code!]!]!(second! < 0 ? number! : places[second!]!));
    }
    return places[places.length - 1]!;
  };
}

/** A function that is given back, and what it gives. */
function called<X, Y>(name: string, derivative: (x: X) => Y, x: X): Y {
  if (typeof derivative !== "function")
    throw new TypeError(`${name}(f) gives a function of x, this one gives ${typeof derivative}`);
  return derivative(x);
}

/** The derivative at a place. */
export function grad({ grad }: Made, x: number, constant: number, program: number[][]): number {
  return called("grad", grad(built(constant, program)), x);
}

/** The derivative at each entry. */
export function egrad({ egrad }: Made, x: number[], constant: number, program: number[][]): number[] {
  return called("egrad", egrad(built(constant, program)), x);
}

/** One derivative at three places, one after the next. */
export function thrice(
  { grad }: Made,
  x: number,
  next: number,
  constant: number,
  program: number[][],
): number[] {
  const slope = grad(built(constant, program));
  return [called("grad", slope, x), called("grad", slope, next), called("grad", slope, x)];
}

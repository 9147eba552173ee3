/**
 * What is done with the class: expressions are built of it from numbers, and give numbers back.
 *
 * A program has one row for each operation: [code, first operand, second operand, number]. Operands are places in
 * the list of leaves and results; a second operand of −1 stands for the number.
 */
type Operand = Value | number;

interface Value {
  data: number;
  grad: number;
  add(other: Operand): Value;
  mul(other: Operand): Value;
  backward(): void;
}

interface Made {
  readonly Value: new (data: number) => Value;
}

/** Methods by code, with how many operands each takes. */
const methods: readonly (readonly [name: string, operands: number])[] = [
  ["add", 2],
  ["mul", 2],
  ["sub", 2],
  ["div", 2],
  ["neg", 1],
  ["pow", 2],
  ["exp", 1],
  ["log", 1],
  ["tanh", 1],
  ["relu", 1],
  ["sigmoid", 1],
];

function applied(Value: Made["Value"], code: number, a: Value, b: Operand): Value {
  const [name, operands] = methods[code]!;
  const method = (a as unknown as Record<string, unknown>)[name];
  if (typeof method !== "function") throw new TypeError(`Value has no method ${name}`);
  const made: unknown = operands === 2 ? method.call(a, b) : method.call(a);
  if (!(made instanceof Value)) throw new TypeError(`${name} gives a Value, this one gives ${typeof made}`);
  return made;
}

/** The leaves and the result. */
function built(
  { Value }: Made,
  leaves: readonly number[],
  program: readonly number[][],
): { inputs: Value[]; y: Value } {
  const inputs = leaves.map((data) => new Value(data));
  const places = [...inputs];
  for (const [code, first, second, number] of program) {
    places.push(applied(Value, code!, places[first!]!, second! < 0 ? number! : places[second!]!));
  }
  return { inputs, y: places[places.length - 1]! };
}

const gradientsOf = (inputs: readonly Value[]): number[] => inputs.map(({ grad }) => grad);

/** The value of an expression. */
export function forward(made: Made, leaves: number[], program: number[][]): number {
  return built(made, leaves, program).y.data;
}

/** Its derivatives by the leaves. */
export function grad(made: Made, leaves: number[], program: number[][]): number[] {
  const { inputs, y } = built(made, leaves, program);
  y.backward();
  return gradientsOf(inputs);
}

/** The same for an expression in which two ways of different length lead back to one node. */
export function diamond(made: Made, leaves: number[], program: number[][]): number[] {
  return grad(made, leaves, program);
}

/** What the leaves hold after two backward calls; with `zeroed` their gradients are set to 0 in between. */
export function twice(made: Made, leaves: number[], program: number[][], zeroed: number): number[] {
  const { inputs, y } = built(made, leaves, program);
  y.backward();
  if (zeroed === 1) for (const leaf of inputs) leaf.grad = 0;
  y.backward();
  return gradientsOf(inputs);
}

/** dy/dx of a chain of 2·steps operations, y ← y·factor + x. */
export function deep({ Value }: Made, x: number, factor: number, steps: number): number {
  const leaf = new Value(x);
  let y = leaf;
  for (let i = 0; i < steps; i++) y = y.mul(factor).add(leaf);
  y.backward();
  return leaf.grad;
}

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
  backward(): void;
}

interface Made {
  readonly Value: new (data: number) => Value;
}

/** Codes of the two that the long chain is made of. */
const [add, mul] = [0, 1];

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

const ofOperations = "No operation changes its operands: write the result into a new Value.";
const ofBackward = "It changes grad alone.";

/** Throws what the judge takes for a change of what was handed over: an error of this name. */
function expectSame(what: string, before: number, after: number, rule: string): void {
  // A field that has no number yet may get one.
  if (typeof before !== "number" || before === after || (Number.isNaN(before) && Number.isNaN(after))) return;
  const changed = new Error(`${what}, from ${before} to ${after}. ${rule}`);
  changed.name = "ChangedInput";
  throw changed;
}

function applied(Value: Made["Value"], code: number, a: Value, b: Operand): Value {
  const [name, operands] = methods[code]!;
  const method = (a as unknown as Record<string, unknown>)[name];
  if (typeof method !== "function") throw new TypeError(`Value has no method ${name}`);
  const used = typeof b === "number" || operands === 1 ? [a] : [a, b];
  const before = used.map(({ data, grad }) => ({ data, grad }));
  const made: unknown = operands === 2 ? method.call(a, b) : method.call(a);
  for (let i = 0; i < used.length; i++) {
    const whose = used.length === 1 ? "its operand" : ["its first operand", "its second operand"][i]!;
    expectSame(`${name} changes the data of ${whose}`, before[i]!.data, used[i]!.data, ofOperations);
    expectSame(`${name} changes the grad of ${whose}`, before[i]!.grad, used[i]!.grad, ofOperations);
  }
  if (!(made instanceof Value)) throw new TypeError(`${name} gives a Value, this one gives ${typeof made}`);
  return made;
}

interface Built {
  readonly inputs: readonly Value[];
  readonly places: readonly Value[];
  readonly y: Value;
}

/** The leaves, all that was made, and the result. */
function built({ Value }: Made, leaves: readonly number[], program: readonly number[][]): Built {
  const inputs = leaves.map((data) => new Value(data));
  const places = [...inputs];
  for (const [code, first, second, number] of program) {
    places.push(applied(Value, code!, places[first!]!, second! < 0 ? number! : places[second!]!));
  }
  return { inputs, places, y: places[places.length - 1]! };
}

/** One sweep back, which leaves the data of all values as it is. */
function sweptBack({ places, y }: Built): void {
  const before = places.map(({ data }) => data);
  y.backward();
  for (let i = 0; i < places.length; i++) {
    expectSame("backward changes the data of a value", before[i]!, places[i]!.data, ofBackward);
  }
}

const gradientsOf = (inputs: readonly Value[]): number[] => inputs.map(({ grad }) => grad);

/** The value of an expression. */
export function forward(made: Made, leaves: number[], program: number[][]): number {
  return built(made, leaves, program).y.data;
}

/** Its derivatives by the leaves. */
export function grad(made: Made, leaves: number[], program: number[][]): number[] {
  const graph = built(made, leaves, program);
  sweptBack(graph);
  return gradientsOf(graph.inputs);
}

/** The same for an expression in which two ways of different length lead back to one node. */
export function diamond(made: Made, leaves: number[], program: number[][]): number[] {
  return grad(made, leaves, program);
}

/** What the leaves hold after two backward calls; with `zeroed` their gradients are set to 0 in between. */
export function twice(made: Made, leaves: number[], program: number[][], zeroed: number): number[] {
  const graph = built(made, leaves, program);
  sweptBack(graph);
  if (zeroed === 1) for (const leaf of graph.inputs) leaf.grad = 0;
  sweptBack(graph);
  return gradientsOf(graph.inputs);
}

/** dy/dx of a chain of 2·steps operations, y ← y·factor + x. */
export function deep({ Value }: Made, x: number, factor: number, steps: number): number {
  const leaf = new Value(x);
  let y = leaf;
  for (let i = 0; i < steps; i++) y = applied(Value, add, applied(Value, mul, y, factor), leaf);
  sweptBack({ inputs: [leaf], places: [leaf, y], y });
  return leaf.grad;
}

/**
 * An expression as somebody types it, `a*b + tanh(a*b)`, as a graph: numbers in the order in which they are made, each
 * from earlier ones. What is written twice is one number with two uses.
 */
import { readTyped, type Sign, Unread } from "../../../reference/functions/typed.ts";

/** An operation: its sign, its value, and its slopes by each operand, from the operands and the value. */
interface Operation {
  readonly sign: string;
  readonly value: (x: number, y: number) => number;
  readonly slopes: (x: number, y: number, value: number) => readonly number[];
}

const FUNCTIONS: Readonly<Record<string, Operation>> = {
  exp: { sign: "exp", value: (x) => Math.exp(x), slopes: (_, __, v) => [v] },
  ln: { sign: "ln", value: (x) => Math.log(x), slopes: (x) => [1 / x] },
  tanh: { sign: "tanh", value: (x) => Math.tanh(x), slopes: (_, __, v) => [1 - v * v] },
  sin: { sign: "sin", value: (x) => Math.sin(x), slopes: (x) => [Math.cos(x)] },
  cos: { sign: "cos", value: (x) => Math.cos(x), slopes: (x) => [-Math.sin(x)] },
  sigmoid: { sign: "σ", value: (x) => 1 / (1 + Math.exp(-x)), slopes: (_, __, v) => [v * (1 - v)] },
  relu: { sign: "relu", value: (x) => Math.max(x, 0), slopes: (x) => [x > 0 ? 1 : 0] },
};

const SIGNS: Readonly<Record<Sign, Operation>> = {
  "+": { sign: "+", value: (x, y) => x + y, slopes: () => [1, 1] },
  "-": { sign: "−", value: (x, y) => x - y, slopes: () => [1, -1] },
  "*": { sign: "·", value: (x, y) => x * y, slopes: (x, y) => [y, x] },
  "/": { sign: "/", value: (x, y) => x / y, slopes: (x, y) => [1 / y, -x / (y * y)] },
  "^": {
    sign: "^",
    value: (x, y) => x ** y,
    slopes: (x, y, v) => [y * x ** (y - 1), x > 0 ? v * Math.log(x) : 0],
  },
};
const NEGATIVE: Operation = { sign: "−", value: (x) => -x, slopes: () => [-1] };

export interface Node {
  /** What stands in its circle: a letter, a number, or a sign. */
  readonly label: string;
  readonly value: number;
  /** Places of its operands, and its slope by each. */
  readonly inputs: readonly number[];
  readonly slopes: readonly number[];
  /** A letter of the reader, by which a derivative is asked for. */
  readonly isLeaf: boolean;
}

const MOST_NODES = 18;

/** @throws Unread with what was expected */
export function graphOf(text: string, leaves: Readonly<Record<string, number>>): readonly Node[] {
  const nodes: Node[] = [];
  const known = new Map<string, number>();
  const add = (key: string, node: () => Node): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (nodes.length >= MOST_NODES) throw new Unread(`At most ${MOST_NODES} numbers fit here.`);
    known.set(key, nodes.length);
    return nodes.push(node()) - 1;
  };
  const apply = (name: string, { sign, value, slopes }: Operation, ...inputs: readonly number[]): number =>
    add(`${name}(${inputs.join()})`, () => {
      const [x = 0, y = 0] = inputs.map((input) => (nodes[input] as Node).value);
      const own = value(x, y);
      return { label: sign, value: own, inputs, slopes: slopes(x, y, own), isLeaf: false };
    });
  readTyped(text, {
    number: (written) => add(written, () => leaf(written, Number(written), false)),
    named: (name) => {
      const value = Object.hasOwn(leaves, name) ? leaves[name] : undefined;
      return value === undefined ? undefined : add(name, () => leaf(name, value, true));
    },
    negated: (of) => apply("neg", NEGATIVE, of),
    joined: (sign, left, right) => apply(sign, SIGNS[sign], left, right),
    applied: (fn, to) => apply(fn, FUNCTIONS[fn] as Operation, to),
    names: Object.keys(leaves),
    functions: Object.keys(FUNCTIONS),
  });
  return nodes;
}

const leaf = (label: string, value: number, isLeaf: boolean): Node => ({
  label,
  value,
  inputs: [],
  slopes: [],
  isLeaf,
});

/**
 * Adjoints after so many steps back from the output: step 0 gives the output 1, and each further one lets a number pass
 * its adjoint on, the last made first.
 *
 *     v̄_i += v̄_j · ∂v_j/∂v_i,   or v̄_i = …, which forgets what came before
 */
export function adjoints(
  nodes: readonly Node[],
  steps: number,
  order: "add" | "overwrite",
): readonly (number | undefined)[] {
  const found: (number | undefined)[] = nodes.map(() => undefined);
  if (steps < 0 || nodes.length === 0) return found;
  found[nodes.length - 1] = 1;
  for (let k = 0; k < Math.min(steps, nodes.length); k++) {
    const j = nodes.length - 1 - k;
    const node = nodes[j] as Node;
    node.inputs.forEach((i, slot) => {
      const part = (found[j] ?? 0) * (node.slopes[slot] as number);
      found[i] = order === "add" ? (found[i] ?? 0) + part : part;
    });
  }
  return found;
}

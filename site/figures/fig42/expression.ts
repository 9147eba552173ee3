/**
 * An expression as somebody types it, `a*b + tanh(a*b)`, as a graph: numbers in the order in which they are made, each
 * from earlier ones. What is written twice is one number with two uses.
 */

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

const SIGNS: Readonly<Record<string, Operation>> = {
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

/** What cannot be read, as a sentence. */
export class Unread extends Error {
  override readonly name = "Unread";
}

const MOST_NODES = 18;
const TOKEN = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|([A-Za-z]+)|([-+*/^()]))/y;

/** @throws Unread with what was expected */
export function graphOf(text: string, leaves: Readonly<Record<string, number>>): readonly Node[] {
  const tokens = tokensOf(text);
  const nodes: Node[] = [];
  const known = new Map<string, number>();
  let at = 0;

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
  const take = (token: string): boolean => tokens[at] === token && ++at > 0;
  const chain = (signs: string, next: () => number): number => {
    let left = next();
    for (let sign = tokens[at]; sign !== undefined && signs.includes(sign); sign = tokens[at]) {
      at++;
      left = apply(sign, SIGNS[sign] as Operation, left, next());
    }
    return left;
  };
  const sum = (): number => chain("+-", product);
  const product = (): number => chain("*/", signed);
  const signed = (): number => (take("-") ? apply("neg", NEGATIVE, signed()) : power());
  const power = (): number => {
    const base = primary();
    return take("^") ? apply("^", SIGNS["^"] as Operation, base, signed()) : base;
  };
  const closed = (inside: number): number => {
    if (!take(")")) throw new Unread("A bracket is left open.");
    return inside;
  };
  const primary = (): number => {
    const token = tokens[at++];
    if (token === undefined) throw new Unread("Something is missing at the end.");
    if (token === "(") return closed(sum());
    if (/^[\d.]/.test(token)) return add(token, () => leaf(token, Number(token), false));
    if (Object.hasOwn(FUNCTIONS, token)) {
      if (!take("(")) throw new Unread(`Write ${token}( … ), with brackets.`);
      return apply(token, FUNCTIONS[token] as Operation, closed(sum()));
    }
    const value = Object.hasOwn(leaves, token) ? leaves[token] : undefined;
    if (value !== undefined) return add(token, () => leaf(token, value, true));
    throw new Unread(
      /^[A-Za-z]/.test(token)
        ? `“${token}” is none of ${Object.keys(leaves).join(", ")} and of ${Object.keys(FUNCTIONS).join(", ")}.`
        : `“${token}” stands where a number or a letter is expected.`,
    );
  };
  sum();
  if (at < tokens.length)
    throw new Unread(`Before “${tokens[at]}” a sign is missing, or it is one too many.`);
  return nodes;
}

const leaf = (label: string, value: number, isLeaf: boolean): Node => ({
  label,
  value,
  inputs: [],
  slopes: [],
  isLeaf,
});

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  const rest = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rest.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(rest);
    if (found === null) throw new Unread(`“${rest.slice(from).trim().slice(0, 8)}” cannot be read.`);
    tokens.push(found[1] ?? found[2] ?? (found[3] as string));
  }
  return tokens;
}

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

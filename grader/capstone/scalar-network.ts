/** A network of single numbers: one hidden layer of tanh, written as a list of operations for the class of ex64. */
import { type Program, row } from "../exercise/expressions.ts";

/** For each hidden unit w1, w2, b and v, and at the end c: out = Σ v·tanh(w1·x1 + w2·x2 + b) + c. */
export type Weights = readonly number[];

type RowParts = Parameters<typeof row>;

const [X1, X2, Y] = [0, 1, 2];
/** Places of the example: its two inputs and its target. The parameters follow. */
export const EXAMPLE = 3;
const PER_UNIT = 4;

export const unitsIn = (p: Weights): number => (p.length - 1) / PER_UNIT;

export interface Graph {
  readonly program: Program;
  /** What the places of the first unit and of the output are, by place. */
  readonly names: ReadonlyMap<number, string>;
}

/** The squared miss on one example: leaves are x1, x2, y and all parameters. */
export function lossGraph(units: number): Graph {
  const first = EXAMPLE + PER_UNIT * units + 1;
  const program: Program = [];
  const names = new Map<number, string>(
    ["w1", "w2", "b", "v"].map((name, j) => [EXAMPLE + j, name] as const).concat([[first - 1, "c"]]),
  );
  const made = (name: string | undefined, ...of: RowParts): number => {
    const at = first + program.push(row(...of)) - 1;
    if (name !== undefined) names.set(at, name);
    return at;
  };
  let out = -1;
  for (let k = 0; k < units; k++) {
    const [w1, w2, b, v] = [0, 1, 2, 3].map((j) => EXAMPLE + PER_UNIT * k + j) as [
      number,
      number,
      number,
      number,
    ];
    const named = (name: string): string | undefined => (k === 0 ? name : undefined);
    const nets = made(
      named("w1 x1 + w2 x2"),
      "add",
      made(named("w1 x1"), "mul", X1, w1),
      made(named("w2 x2"), "mul", X2, w2),
    );
    const h = made(named("h = tanh z"), "tanh", made(named("z = that + b"), "add", nets, b));
    const part = made(named("v h"), "mul", h, v);
    out = out < 0 ? part : made(undefined, "add", out, part);
  }
  const miss = made("out - y", "sub", made("out", "add", out, first - 1), Y);
  made("loss", "mul", miss, miss);
  return { program, names };
}

/** The output as a function of x1 alone: place 0 is x2, place 1 is x1, and the parameters are numbers in it. */
export function alongFirstInput(p: Weights): Program {
  const program: Program = [];
  const made = (...of: RowParts): number => 1 + program.push(row(...of));
  let out = -1;
  for (let k = 0; k < unitsIn(p); k++) {
    const [w1 = Number.NaN, w2 = Number.NaN, b = Number.NaN, v = Number.NaN] = p.slice(PER_UNIT * k);
    const z = made("add", made("add", made("mul", 1, -1, w1), made("mul", 0, -1, w2)), -1, b);
    const part = made("mul", made("tanh", z), -1, v);
    out = out < 0 ? part : made("add", out, part);
  }
  made("add", out, -1, p.at(-1) ?? Number.NaN);
  return program;
}

/** The same parameters as matrices, one column a hidden unit: in×out, biases as matrices of one row. */
export function asMatrices(p: Weights) {
  const each = (j: number): number[] =>
    Array.from({ length: unitsIn(p) }, (_, k) => p[PER_UNIT * k + j] ?? Number.NaN);
  return { W: [each(0), each(1)], b: [each(2)], V: each(3).map((v) => [v]), c: [[p.at(-1) ?? Number.NaN]] };
}

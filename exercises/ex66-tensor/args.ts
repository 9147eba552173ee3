/** What the scenarios take, and how a finding shows that. */
import { type ArgsOf, args, type Draw, matrix, scalar, text, truth } from "../../grader/exercise/form.ts";
import { looked, tensorLines } from "../../grader/exercise/tensor-code.ts";

export type Matrix = number[][];
const between = { between: [-2, 2] } as const;
const widthOf = (A: Matrix): number => A[0]?.length ?? 0;
const drawn = (draw: Draw, [rows, columns]: readonly [number, number]): Matrix =>
  draw.matrix(rows, columns, () => draw.between(...between.between));

const withOther = ["add", "sub", "mul", "matmul", "addRow"];
export const methods = [...withOther, "scale", "transpose", "tanh", "sigmoid", "relu", "sum", "mean"];

/** The shape of B. */
const otherShape = (method: string, A: Matrix, free: number): readonly [number, number] =>
  method === "matmul" ? [widthOf(A), free] : [method === "addRow" ? 1 : A.length, widthOf(A)];

function resultShape(method: string, A: Matrix, B: Matrix): readonly [number, number] {
  if (method === "matmul") return [A.length, widthOf(B)];
  if (method === "transpose") return [widthOf(A), A.length];
  return method === "sum" || method === "mean" ? [1, 1] : [A.length, widthOf(A)];
}

export const oneOperation = args(
  {
    method: text("the operation on A", { choices: methods }),
    A: matrix("n m", "one operand", between),
    B: matrix("p q", "the other one", {
      draw: (draw, { method, A }) =>
        drawn(draw, otherShape(method as string, A as Matrix, draw.integer(1, 4))),
    }),
    k: scalar("what is scaled with", between),
    C: matrix("r s", "weights of the entries of the result", {
      draw: (draw, { method, A, B }) => drawn(draw, resultShape(method as string, A as Matrix, B as Matrix)),
    }),
  },
  // B and C have their shapes from A: sizes of their own would have to differ from n and m.
  { sizes: { n: [2, 4], m: [2, 4], p: [5, 5], q: [6, 6], r: [7, 7], s: [8, 8] } },
);

const narrow = { between: [-1, 1] } as const;
export const network = args(
  {
    X: matrix("n m", "inputs, one example a row", between),
    W: matrix("m d", "hidden weights", narrow),
    b: matrix("1 d", "hidden biases", narrow),
    V: matrix("d t", "output weights", between),
    c: matrix("1 t", "output biases", between),
    Y: matrix("n t", "targets", between),
    k: scalar("what the loss is multiplied by", { between: [0.5, 2] }),
  },
  { sizes: { n: [3, 4], m: [2, 4], d: [2, 3], t: [1, 3] } },
);

/** Computations in which something is used more than once; P is A.mul(B). */
const graphs = [
  "A.matmul(A)",
  "A.matmul(A.transpose()).add(B)",
  "A.add(B).add(A.mul(B))",
  "A.mul(B).add(A.add(B))",
  "P.mul(P.tanh())",
  "P.tanh().matmul(A).mul(P)",
  "P.add(P.matmul(B).tanh())",
];
export const oneGraph = args(
  {
    computation: text("the computation", { choices: graphs }),
    A: matrix("n n", "a square matrix", between),
    B: matrix("n n", "another one", between),
  },
  { sizes: { n: [2, 3] } },
);

export const twoCalls = args(
  {
    A: matrix("n m", "one leaf", between),
    B: matrix("n m", "the other one", between),
    zeroed: truth("whether the gradients are set to zeros in between"),
    wantsA: truth("requiresGrad of A"),
    wantsB: truth("requiresGrad of B"),
  },
  { sizes: { n: [2, 3], m: [1, 3] }, accepts: ({ wantsA, wantsB }) => wantsA || wantsB },
);

export type OneOperation = ArgsOf<typeof oneOperation>;
export type Network = ArgsOf<typeof network>;
export type OneGraph = ArgsOf<typeof oneGraph>;
export type TwoCalls = ArgsOf<typeof twoCalls>;

const code = (...lines: readonly (string | readonly string[])[]): string => lines.flat().join("\n");

export function showOperation({ method, A, B, k, C }: OneOperation): string {
  const used = { A, ...(withOther.includes(method) ? { B } : {}) };
  const operand = method === "scale" ? k : "B" in used ? "B" : "";
  const weighed = C.length === 0 ? {} : { C };
  const y = `const y = A.${method}(${operand})${C.length === 0 ? "" : ".mul(C).sum()"};`;
  return code(
    tensorLines({ ...used, ...weighed }, ["C"]),
    y,
    "y.backward();",
    looked(Object.keys(used), "y"),
  );
}

export const showNetwork = ({ k, ...leaves }: Network): string =>
  code(
    tensorLines(leaves),
    "const E = X.matmul(W).addRow(b).tanh().matmul(V).addRow(c).sub(Y);",
    `E.mul(E).mean().scale(${k}).backward();`,
    looked(Object.keys(leaves)),
  );

export const showGraph = ({ computation, A, B }: OneGraph): string =>
  code(
    tensorLines({ A, B }),
    computation.startsWith("P") ? ["const P = A.mul(B);"] : [],
    `${computation}.mean().backward();`,
    looked(["A", "B"]),
  );

export const showTwice = ({ A, B, zeroed, wantsA, wantsB }: TwoCalls): string =>
  code(
    tensorLines({ A, B }, [...(wantsA ? [] : ["A"]), ...(wantsB ? [] : ["B"])]),
    "const y = A.mul(B).tanh().sum();",
    "y.backward();",
    zeroed ? ["// A.grad and B.grad are set to zeros"] : [],
    "y.backward();",
    looked(["A", "B"]),
  );

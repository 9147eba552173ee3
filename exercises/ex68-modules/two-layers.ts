/** Two layers in a Sequential: what they give, what flows back to their parameters, and what zeroGrad leaves. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  matrix,
  record,
  rows,
  scaled,
  zeros,
} from "../../grader/exercise/form.ts";
import { linearForward, weightedNets } from "../../reference/networks/dense-layer.ts";
import type { Num } from "../../reference/numbers/num.ts";
import * as arithmetic from "../../reference/numbers/plain.ts";
import type { Lifted } from "../../reference/numbers/tracked.ts";
import { outputsOf } from "./linear.ts";
import * as played from "./scenarios.ts";
import { coin, tanhText } from "./tree.ts";

const network = {
  X: matrix("n m", "inputs, one example a row"),
  W: matrix("k m", "weight of the first layer"),
  b: matrix("1 k", "its bias"),
  A: matrix("t k", "weight of the second layer"),
  c: matrix("1 t", "its bias"),
  bent: coin("1 if a Tanh stands between the layers, else 0"),
};
const sizes = { n: [1, 3], m: [2, 4], k: [2, 4], t: [1, 3] } as const;
const asked = args(network, { sizes });
export const swept = args({ ...network, G: matrix("n t", "what each output counts") }, { sizes });

type Asked = ArgsOf<typeof asked>;
export type Swept = ArgsOf<typeof swept>;

const outputOf = ({ X, W, b, A, c, bent }: Lifted<Asked>): Num[][] => {
  const nets = linearForward(X, W, b[0]!);
  return linearForward(bent.value === 1 ? nets.map((row) => row.map((z) => z.tanh())) : nets, A, c[0]!);
};

const passed = ({ X, W, b, A, c, bent }: Asked): number[][] => {
  const nets = outputsOf(X, W, b[0]!);
  return outputsOf(bent === 1 ? nets.map((row) => row.map(Math.tanh)) : nets, A, c[0]!);
};

const shown = (bent: number): string[] => [
  ...tanhText(bent),
  `const model = new Sequential(first, ${bent === 1 ? "new Tanh(), " : ""}second);`,
];
const text = (rows: number[][]): string => JSON.stringify(rows).replaceAll(",", ", ");
const numbersOf = ({ X, W, b, A, c }: Asked): string[] => [
  `const X = new Tensor(${text(X)});`,
  `first.weight.data = ${text(W)};`,
  `first.bias.data = ${text(b)};`,
  `second.weight = new Tensor(${text(A)}, true);`,
  `second.bias = new Tensor(${text(c)}, true);`,
];

const simple = {
  X: rows([1, 2]),
  W: rows([1, -1], [0, 2]),
  b: rows([1, 0]),
  A: rows([2, 1]),
  c: rows([-1]),
  bent: 0,
};

export const forward = asked.answer({
  says: "what two layers in a Sequential give",
  scenario: played.forward,
  needs: ["Module", "Linear", "Sequential"],
  returns: matrix("n t", "the outputs"),
  is: outputOf,
  show: (given) => [...numbersOf(given), ...shown(given.bent), "model.forward(X).data"].join("\n"),
  edges: {
    "a plain row of layers": {
      given: simple,
      says: "The first gives 1 − 2 + 1 = 0 and 4, the second 0 + 4 − 1 = 3.",
    },
    "NaN in an input": {
      given: { ...simple, X: rows([Number.NaN, 1], [1, 2]) },
      says: "NaN spoils the outputs of its own example, where it must be seen, and no other.",
    },
  },
  laws: {
    "without an activation two layers are one, with weight A·W and bias b·Aᵀ + c": (f, { X, W, b, A, c }) => {
      const whole = arithmetic.product(A, W);
      const bias = outputsOf(b, A, c[0]!);
      const identity = c[0]!.map((_, i) => c[0]!.map((_, j) => (i === j ? 1 : 0)));
      return equal(f({ X, bent: 0 }), f({ W: whole, b: bias, A: identity, c: zeros(c), bent: 0 }));
    },
    "an example by itself has the outputs that it has among the others": (f, { X }) =>
      equal(f({ X: [X.at(-1)!] })[0]!, f().at(-1)!),
    "the last bias is added to every example": (f, { c }) =>
      equal(
        f().map((row) => row.map((z, j) => z.minus(c[0]![j]!))),
        f({ c: zeros(c) }),
      ),
  },
  mistakes: curedBy("dense-layer#step-1", {
    "activation-skipped": {
      is: (given) => passed({ ...given, bent: 0 }),
      step: "dense-layer#step-5",
      says: "The activation between the layers is left out. Sequential passes x through all its modules, whether they have parameters or not.",
    },
    "as-it-was-made": {
      is: ({ X, A, c }) => X.map(() => A.map((_, j) => c[0]![j]!)),
      step: "dense-layer#step-2",
      says: "The outputs are the last bias alone: forward multiplies by a weight that was kept from the constructor, where it was 0. It takes the tensors that are in the fields when it is called.",
    },
    "first-bias-left-out": {
      is: (given) => passed({ ...given, b: zeros(given.b) }),
      says: "The bias of the first layer is missing. Each example gets it before the next layer.",
    },
    "second-bias-left-out": {
      is: (given) => passed({ ...given, c: zeros(given.c) }),
      says: "The bias of the last layer is missing. Each layer adds its own.",
    },
    "biases-left-out": {
      is: (given) => passed({ ...given, b: zeros(given.b), c: zeros(given.c) }),
      says: "The biases are missing. A Linear gives XWᵀ + b.",
    },
  }),
});

export type Grads = {
  readonly W: number[][];
  readonly b: number[][];
  readonly A: number[][];
  readonly c: number[][];
};

export const grads = (says: string) =>
  record(
    {
      W: matrix("k m", "that of the first weight"),
      b: matrix("1 k", "that of the first bias"),
      A: matrix("t k", "that of the second weight"),
      c: matrix("1 t", "that of the second bias"),
    },
    says,
  );

export const scalarOf = (given: Lifted<Swept>): Num => weightedNets(outputOf(given), given.G);
export const variables = ({ W, b, A, c }: Lifted<Swept>) => ({ W, b, A, c });

export const sweepText = (given: Swept): string[] => [
  ...numbersOf(given),
  ...shown(given.bent),
  `const G = new Tensor(${text(given.G)});`,
  "model.forward(X).mul(G).sum().backward();",
];

/** All four at 0. */
export const none = ({ W, b, A, c }: Grads): Grads => zeros({ W, b, A, c });

export const gradients = swept.gradient<Grads>({
  says: "the gradients of all parameters after a sweep back",
  scenario: played.gradients,
  needs: ["Module", "Linear", "Sequential"],
  of: { "the sum of model.forward(X).mul(G)": scalarOf },
  by: variables,
  returns: grads("what grad of each parameter holds"),
  show: (given) =>
    [...sweepText(given), "[first.weight, first.bias, second.weight, second.bias].map((p) => p.grad)"].join(
      "\n",
    ),
  laws: {
    "twice the weights on the outputs make every gradient twice as large": (f, { G }) => {
      const [once, twice] = [f(), f({ G: scaled(G, 2) })];
      return (["W", "b", "A", "c"] as const).map((name) => equal(twice[name], scaled(once[name], 2)));
    },
    "the gradient of the last bias is the column sums of G": (f, { G }) =>
      equal(f().c, [G[0]!.map((_, j) => arithmetic.total(G.map((row) => row[j]!)))]),
  },
  mistakes: curedBy(5, {
    "nothing-flows-back": {
      is: ({ right }) => none(right),
      says: "No gradient arrives at the parameters. They want theirs, new Tensor(…, true), and forward reaches them by operations of Tensor alone: what is made of .data has forgotten what it was made of.",
    },
    "first-layer-cut-off": {
      is: ({ right }) => ({ ...right, W: zeros(right.W), b: zeros(right.b) }),
      says: "No gradient arrives at the weight and the bias that the first layer has made. Do they want theirs, new Tensor(…, true)? And does the next layer get the Tensor itself? One that is made anew of its .data has forgotten where it came from.",
    },
    "biases-cut-off": {
      is: ({ right }) => ({ ...right, b: zeros(right.b), c: zeros(right.c) }),
      says: "No gradient arrives at the biases. They want theirs, new Tensor(…, true), and are added by addRow.",
    },
    "weights-cut-off": {
      is: ({ right }) => ({ ...right, W: zeros(right.W), A: zeros(right.A) }),
      says: "No gradient arrives at the weights. They want theirs, new Tensor(…, true), and forward multiplies by weight.transpose(), an operation of Tensor.",
    },
  }),
});

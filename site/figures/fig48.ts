/** The output weights of a softmax network: errors ŷ − y, gathered over the examples, and the descent that they steer. */
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";

/** The network of the page: two examples, one of each class, two hidden units, hidden biases of 0. */
const NET = [
  [1, -1],
  [0, 2],
];
const H = NET.map((row) => row.map((z) => 1 / (1 + Math.exp(-z))));
const WEIGHTS = [1, 0, 1, 2];
const STEPS = 60;
const RATE = 1;
const SUB = ["₁", "₂"];

type Matrix = readonly (readonly number[])[];
interface State {
  readonly W: Matrix;
  /** Probabilities, errors ŷ − y, loss, and ∂J/∂Wᵒ = Hᵀ(ŷ − y). */
  readonly yHat: Matrix;
  readonly errors: Matrix;
  readonly loss: number;
  readonly gradient: Matrix;
}

const controls = {
  step: range({ label: "Step of descent", min: 0, max: STEPS, step: 1, value: 0 }),
  weights: list({
    label: "Output weights",
    symbol: "W^o",
    min: -6,
    max: 6,
    step: 0.05,
    most: 4,
    value: WEIGHTS,
  }),
  entry: list({ label: "Entry", min: 0, max: 1, step: 1, most: 2, value: [0, 0] }),
};

/** Example i belongs to class i. */
function stateAt(W: Matrix): State {
  const logits = H.map((h) => [0, 1].map((c) => h.reduce((sum, hj, j) => sum + hj * (W[j]?.[c] ?? 0), 0)));
  const yHat = logits.map((z) => {
    const most = Math.max(...z);
    const all = z.map((zc) => Math.exp(zc - most));
    const sum = all.reduce((total, e) => total + e, 0);
    return all.map((e) => e / sum);
  });
  const errors = yHat.map((row, i) => row.map((p, c) => p - (c === i ? 1 : 0)));
  const gradient = [0, 1].map((j) =>
    [0, 1].map((c) => errors.reduce((sum, row, i) => sum + (H[i]?.[j] ?? 0) * (row[c] ?? 0), 0)),
  );
  return { W, yHat, errors, gradient, loss: -yHat.reduce((sum, row, i) => sum + Math.log(row[i] ?? 1), 0) };
}

interface Data {
  readonly states: readonly State[];
  readonly j: number;
  readonly c: number;
}

export const fig48 = defineFigure({
  id: "fig48",
  title: "The gradient of the output weights",
  question:
    "Press an entry of the gradient: a hidden unit’s activations meet a class’s errors, example by example. Why do both entries of a row sum to 0, and do they stay so while it learns?",
  controls,
  compute({ weights, entry: [j = 0, c = 0] }): Data {
    const states = [stateAt(rowsOf(weights, WEIGHTS, 2))];
    for (let s = 0; s < STEPS; s++) {
      const { W, gradient } = states[s] as State;
      states.push(stateAt(W.map((row, r) => row.map((w, k) => w - RATE * (gradient[r]?.[k] ?? 0)))));
    }
    return { states, j, c };
  },
  draw({ states, j, c }, { step }) {
    const { W, errors, gradient } = states[step] as State;
    return [
      matrixBars({
        name: "weights",
        title: "Wᵒ: hidden unit × class",
        description: "Output weights, one hidden unit a row.",
        rows: W,
        most: 6,
        colour: "ink",
        isLit: (row, column) => row === j && column === c,
        called: (row, column) => `Weight from hidden unit ${row + 1} to class ${column + 1}`,
        drags: "w",
      }),
      matrixBars({
        name: "hidden",
        title: "H: example × hidden unit",
        description: "Activations of the hidden units, one example a row.",
        rows: H,
        most: 1,
        colour: "prediction",
        isLit: (_, column) => column === j,
        called: (row, column) => `Activation of hidden unit ${column + 1}, example ${row + 1}`,
      }),
      matrixBars({
        name: "errors",
        title: "δᵒ = ŷ − y: example × class",
        description: "Probabilities minus classes, one example a row.",
        rows: errors,
        most: 1,
        colour: "error",
        isLit: (_, column) => column === c,
        called: (row, column) => `Error of class ${column + 1}, example ${row + 1}`,
      }),
      matrixBars({
        name: "gradient",
        title: "∂J/∂Wᵒ: press an entry",
        description: "The gradient of the loss by the output weights.",
        rows: gradient,
        most: 1,
        colour: "gradient",
        isLit: (row, column) => row === j && column === c,
        called: (row, column) =>
          `Derivative by the weight from hidden unit ${row + 1} to class ${column + 1}`,
        presses: "",
      }),
    ];
  },
  says({ states, j, c }, { step }) {
    const { errors, gradient, loss, yHat } = states[step] as State;
    const terms = errors.map((row, i) => `${fixed(H[i]?.[j] ?? 0, 3)} · ${term(row[c] ?? 0)}`);
    return `Step ${step}: ∂J/∂wᵒ${SUB[j]}${SUB[c]} = ${terms.join(" + ")} = ${fixed(gradient[j]?.[c] ?? 0, 4)}; the right classes have ${percent(yHat[0]?.[0])} and ${percent(yHat[1]?.[1])}, and J is ${digits(loss, 4)}.`;
  },
  table({ states }) {
    return {
      caption: "The descent, every tenth step",
      head: ["step", "J", "ŷ of example 1", "ŷ of example 2"],
      rows: states.flatMap(({ loss, yHat }, s) =>
        s % 10 === 0 ? [[String(s), digits(loss, 4), percent(yHat[0]?.[0]), percent(yHat[1]?.[1])]] : [],
      ),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 8 },
  example: { weights: "W^o" },
  presets: [
    { label: "All weights 0", state: { weights: [0, 0, 0, 0] } },
    { label: "Sure of the wrong classes", state: { weights: [-6, 6, 6, -6] } },
  ],
  // What is dragged are the weights of the present step: the descent begins anew from there.
  drag(name, { dy }, { step }, { states }) {
    return { weights: movedEntry((states[step] as State).W, name, -dy * perUnit(6)), step: 0 };
  },
  press: (name) => ({ entry: [Number(name[0]), Number(name[1])] }),
});

const term = (value: number): string => (value < 0 ? `(${fixed(value, 3)})` : fixed(value, 3));
const percent = (share = 0): string => `${fixed(100 * share, 1)} %`;

/** The squared error of a matrix of outputs: what each output costs, which way it should move, and who is right. */
import { meanSquaredError } from "../../reference/linear-models/scores.ts";
import { accuracy, argmaxRows } from "../../reference/networks/labels.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { gradient, lift } from "../../reference/numbers/tracked.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { type MatrixBars, matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";

type Matrix = readonly (readonly number[])[];

/** Three flowers of the page, two of the first kind and one of the second. */
const TARGETS = [
  [1, 0, 0],
  [0, 1, 0],
  [1, 0, 0],
];
const OUTPUTS = [0.5, 0, 1, 0, 1, -1, 2, 0, 1];
const STEPS = 20;
const MOST = 3;
const CELL = { width: 58, height: 70 };

const controls = {
  step: range({ label: "Step", min: 0, max: STEPS, step: 1, value: 0 }),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0, max: 10, step: 0.1, value: 0.5 }),
  outputs: list({
    label: "Outputs",
    symbol: "A",
    min: -MOST,
    max: MOST,
    step: 0.05,
    most: 9,
    value: OUTPUTS,
  }),
};

interface Stand {
  readonly A: Matrix;
  readonly slopes: Matrix;
  readonly loss: number;
  readonly hits: number;
}

function standOf(A: Matrix): Stand {
  const leaves = lift(A.map((row) => [...row]));
  const right = lift(TARGETS);
  const loss = meanSquaredError(right.flat(), leaves.flat());
  const slopes = gradient(loss, leaves) as unknown as Num[][];
  const found = argmaxRows(A);
  return {
    A,
    slopes: slopes.map((row) => row.map(({ value }) => value)),
    loss: loss.value,
    hits: Math.round(3 * accuracy(found, argmaxRows(TARGETS)).value),
  };
}

export const fig33b = defineFigure({
  id: "fig33b",
  title: "Nine outputs and their targets",
  question:
    "Two of three flowers are right: the largest output of each row is its class. Drag an output of the first flower until it is right, too. What do you see in the loss before that, and what in the count?",
  controls,
  compute({ outputs, eta }): readonly Stand[] {
    const stands = [standOf(rowsOf(outputs, OUTPUTS, 3))];
    for (let s = 0; s < STEPS; s++) {
      const { A, slopes } = stands[s] as Stand;
      stands.push(standOf(A.map((row, i) => row.map((a, j) => a - eta * (slopes[i]?.[j] ?? 0)))));
    }
    return stands;
  },
  draw(stands, { step }) {
    const { A, slopes } = stands[step] as Stand;
    const found = argmaxRows(A);
    const bars = (
      of: Pick<MatrixBars, "name" | "title" | "description" | "rows" | "most" | "colour" | "drags">,
    ) =>
      matrixBars({
        ...of,
        cell: CELL,
        isLit: (i, j) =>
          of.name === "targets" ? TARGETS[i]?.[j] === 1 : of.name === "outputs" && found[i] === j,
        called: (i, j) => `Output ${j + 1} of flower ${i + 1}`,
      });
    return [
      bars({
        name: "targets",
        title: "Y: flower × kind",
        description: "The targets, a 1 at the kind of each flower.",
        rows: TARGETS,
        most: MOST,
        colour: "reference",
      }),
      bars({
        name: "outputs",
        title: "A: drag an output",
        description: "The outputs of the network, a flower a row; the largest of each row is framed.",
        rows: A,
        most: MOST,
        colour: "prediction",
        drags: "a",
      }),
      bars({
        name: "costs",
        title: "(y − a)²/9",
        description: "What each output costs: its squared miss, divided by the nine entries. The sum is L.",
        rows: A.map((row, i) => row.map((a, j) => (a - (TARGETS[i]?.[j] ?? 0)) ** 2 / 9)),
        most: 1,
        colour: "error",
      }),
      bars({
        name: "slopes",
        title: "∂L/∂A: 2(a − y)/9",
        description: "The slope of the loss by each output.",
        rows: slopes,
        most: 1,
        colour: "gradient",
      }),
    ];
  },
  says(stands, { step, eta }) {
    const { A, slopes, loss, hits } = stands[step] as Stand;
    const all = slopes.flat();
    const steepest = all.reduce(
      (best, slope, at) => (Math.abs(slope) > Math.abs(all[best] ?? 0) ? at : best),
      0,
    );
    const [i, j] = [Math.floor(steepest / 3), steepest % 3];
    return `After ${step} steps with η = ${fixed(eta, 1)}: L = ${digits(loss, 4)}, and ${hits} of 3 flowers are right. The steepest slope is ${fixed(all[steepest] ?? 0, 4)}, at output ${j + 1} of flower ${i + 1}, which says ${fixed(A[i]?.[j] ?? 0, 2)} for ${TARGETS[i]?.[j]}.`;
  },
  table(stands) {
    return {
      caption: "Loss and hits, step by step",
      head: ["step", "L", "right", "outputs of the first flower"],
      rows: stands.map(({ A, loss, hits }, s) => [
        String(s),
        digits(loss, 4),
        `${hits} of 3`,
        (A[0] ?? []).map((a) => fixed(a, 2)).join(", "),
      ]),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 4 },
  example: { outputs: "A" },
  presets: [
    { label: "Just not right", state: { outputs: [0.95, 0, 1, 0, 1, -1, 2, 0, 1] } },
    { label: "The second flower’s first at 0.9", state: { outputs: [0.5, 0, 1, 0.9, 1, -1, 2, 0, 1] } },
    { label: "η = 4.5: there at once", state: { eta: 4.5, step: 1 } },
    { label: "η = 9.5: away", state: { eta: 9.5, step: 12 } },
  ],
  drag(name, { dy }, { step }, stands) {
    return {
      outputs: movedEntry((stands[step] as Stand).A, name, -dy * perUnit(MOST, CELL.height)),
      step: 0,
    };
  },
});

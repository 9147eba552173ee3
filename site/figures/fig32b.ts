/** Backpropagation through three layers: one step back, repeated; paths are never counted. */
import { FORWARD, LAST, network, sizes } from "./fig32b/panels.ts";
import { largest, PAGE, type Stack, stackOf } from "./fig32b/stack.ts";
import { type List, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { short } from "./short.ts";

const controls = {
  step: range({ label: "Step", min: 0, max: LAST, step: 1, value: LAST }),
  i: range({ label: "Example", min: 1, max: 2, step: 1, value: 1 }),
  shift: range({
    label: "Added to the biases of layer 2",
    symbol: "b_2",
    min: -12,
    max: 12,
    step: 0.5,
    value: 0,
  }),
  ...(Object.fromEntries(
    Object.entries(PAGE).map(([name, matrix]) => [
      name,
      list({
        label: name,
        symbol: name,
        min: -99,
        max: 99,
        step: 0.01,
        most: matrix.flat().length,
        value: matrix.flat(),
      }),
    ]),
  ) as Record<keyof typeof PAGE, List>),
};

export const fig32b = defineFigure({
  id: "fig32b",
  title: "One step back, three times",
  question:
    "Six paths lead from a weight of the first layer to the loss, over two units and three outputs. Step back layer by layer: how many numbers does the first layer need from the second, and what arrives if the second is saturated?",
  controls,
  compute: stackOf,
  draw: (stack, { step, i }) => [network(stack, i - 1, step), sizes(stack, step)],
  says({ A, deltas, loss }: Stack, { step, i }) {
    const list = (row: readonly number[] = [], count = 2): string =>
      row.map((value) => fixed(value, count)).join(", ");
    if (step <= FORWARD)
      return step === 0
        ? `The inputs of example ${i} are ${list(A[0]?.[i - 1], 0)}.`
        : `Forward, layer ${step} of 3: it gives ${list(A[step]?.[i - 1], 4)}${step === FORWARD ? `, and L = ${digits(loss, 4)} over both examples` : ""}.`;
    const layer = LAST + 1 - step;
    const row = (deltas[layer - 1]?.[i - 1] ?? []).map((d) => short(d, 4)).join(", ");
    const all =
      step === LAST
        ? ` From the last layer to the first the largest errors are ${[...deltas]
            .reverse()
            .map((d) => digits(largest(d), 3))
            .join(", ")}; six paths, and each unit of the first layer has heard two numbers.`
        : "";
    return `Back, layer ${layer}: its errors for example ${i} are ${row}.${all}`;
  },
  table({ A, deltas }: Stack) {
    return {
      caption: "What each unit gives, and its error",
      head: ["example", "layer", "unit", "A", "δ"],
      rows: deltas.flatMap((delta, l) =>
        delta.flatMap((row, i) =>
          row.map((d, k) => [
            String(i + 1),
            String(l + 1),
            String(k + 1),
            fixed(A[l + 1]?.[i]?.[k] ?? 0, 4),
            digits(d, 4),
          ]),
        ),
      ),
    };
  },
  animation: { control: "step", last: () => LAST, perSecond: 1 },
  views: ["i"],
  example: {
    X: "X",
    Y: "Y",
    W_1: "W_1",
    W_2: "W_2",
    W_3: "W_3",
    b_1: "b_1",
    b_2: "b_2",
    b_3: "b_3",
  },
  presets: [
    { label: "The last layer’s error", state: { step: FORWARD + 1 } },
    { label: "The second example", state: { i: 2 } },
    { label: "A saturated layer", state: { shift: 9 } },
  ],
});

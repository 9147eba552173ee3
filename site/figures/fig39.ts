/** Softmax and cross-entropy for one example: shares, loss, gradient and Jacobian. */
import { jacobianPanel } from "./fig39/jacobian.ts";
import { ACROSS, LIMIT, SUB, Z } from "./fig39/layout.ts";
import { logitPanel } from "./fig39/logits.ts";
import { lossPanel } from "./fig39/loss.ts";
import { sharePanel } from "./fig39/shares.ts";
import { dataOf } from "./fig39/shares-data.ts";
import { shareText, signed } from "./fig39/words.ts";
import { choice, list, range, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";

const [FEWEST, MOST] = [2, 5];

/** Whether there is room for so many logits. */
const isRow = (z: readonly number[]): boolean => z.length >= FEWEST && z.length <= MOST;

const controls = {
  sigmoidFirst: toggle({ label: "Sigmoid in front of softmax", value: false }),
  C: range({ label: "Classes C", symbol: "C", min: FEWEST, max: MOST, step: 1, value: 3 }),
  y: range({ label: "Right class", symbol: "y", min: 1, max: MOST, step: 1, value: 1 }),
  T: range({ label: "Temperature T", min: 0.1, max: 10, step: 0.05, value: 1, log: true }),
  shift: range({
    label: "Added to every logit",
    symbol: "M",
    min: -1000,
    max: 1000,
    step: 25,
    value: 0,
    show: brief,
  }),
  form: choice({
    label: "Softmax",
    options: { shifted: "shifted by the largest", plain: "as first written" },
    value: "shifted",
  }),
  z: list({
    label: "Logits",
    symbol: "z",
    min: -LIMIT,
    max: LIMIT,
    step: 0.1,
    most: MOST,
    value: [2, 1, 0],
  }),
};

export const fig39 = defineFigure({
  id: "fig39",
  title: "Logits, shares, loss",
  question:
    "A cat, a dog and a horse have the scores 2, 1 and 0. Drag one of them: what do the shares of the two others do? Then add the same number to all three. What changes, and what does not?",
  controls,
  compute: dataOf,
  draw: (data, state) => [logitPanel(data, state), sharePanel(data), lossPanel(data), jacobianPanel(data)],
  says({ shares, right, loss, gradient, isLost, floor }, { sigmoidFirst, T }) {
    if (isLost)
      return "exp z has overflown, or every term is 0: the shares are no numbers. Shifted by the largest logit they are what they were before anything was added.";
    const share = shares[right] ?? 0;
    const front = sigmoidFirst ? "Behind the sigmoid the" : "The";
    const bound = floor === undefined ? "" : `, and no logits bring the loss below ${fixed(floor, 4)}`;
    const at = T === 1 ? "" : ` at temperature ${brief(T)}`;
    return `${front} right class, ${right + 1},${at} has share ${shareText(share)}, the loss is ${digits(loss, 4)} with slope ${signed(gradient[right]!)} by its logit${bound}.`;
  },
  table({ z, shares, right, gradient, jacobian, isLost }) {
    return {
      caption: "Each class: logit, share, target, gradient, and its row of the Jacobian",
      head: ["class", "z", "s", "y", "∂L/∂z", ...z.map((_, c) => `∂s/∂z${SUB[c + 1]}`)],
      rows: z.map((zc, c) => [
        String(c + 1),
        fixed(zc, 1),
        shares[c] === undefined ? "no number" : digits(shares[c], 4),
        c === right ? "1" : "0",
        isLost ? "no number" : digits(gradient[c]!, 4),
        ...jacobian[c]!.map((entry) => (isLost ? "no number" : digits(entry, 4))),
      ]),
    };
  },
  presets: [
    { label: "Hot", state: { T: 5 } },
    { label: "Cold", state: { T: 0.2 } },
    { label: "A shift of 800, as first written", state: { shift: 800, form: "plain" } },
    { label: "Five classes", state: { C: 5, z: [2, 1, 0, -1, -2] } },
    { label: "Behind a sigmoid", state: { sigmoidFirst: true, C: 2, z: [8, -8] } },
  ],
  example: {
    z: { of: ["z"], by: (z) => (isRow(z) ? z : undefined) },
    C: { of: ["z"], by: (z) => (isRow(z) ? z.length : undefined) },
  },
  drag(name, { x, y }, { z }, { right }) {
    const c = name === "loss" ? right : Number(name.slice(1));
    const moved = name === "loss" ? ACROSS.from(x) : Z.from(y);
    return { z: Array.from({ length: MOST }, (_, k) => (k === c ? moved : (z[k] ?? 0))) };
  },
});

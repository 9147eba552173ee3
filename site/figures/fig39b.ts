/** Cross-entropy of one picture: three scores, their shares, what the truth costs, and the slopes P − Y. */
import { CLASSES, type ClassName, type Costs, costsOf } from "./fig39b/costs.ts";
import { costCurve, SCORE } from "./fig39b/curve.ts";
import { choice, list } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { type MatrixBars, matrixBars, perUnit } from "./matrix-bars.ts";

const START = [2, 1, 0];
const CELL = { width: 58, height: 168 };

const controls = {
  truth: choice({
    label: "The picture shows a",
    options: { cat: "cat", dog: "dog", horse: "horse" },
    value: "horse",
  }),
  scores: list({ label: "Scores", symbol: "Z", min: -6, max: 6, step: 0.01, most: 3, value: START }),
};

export const fig39b = defineFigure({
  id: "fig39b",
  title: "What the truth costs",
  question:
    "The horse has the score 0 and a share of 9 %. Drag its score upwards: how fast does its cost fall, and where does it stop to pay? And what do the three slopes sum to, whatever you do?",
  controls,
  compute: ({ scores, truth }): Costs =>
    costsOf(
      START.map((score, c) => scores[c] ?? score),
      CLASSES.indexOf(truth as ClassName),
    ),
  draw(of) {
    const bars = (
      name: string,
      title: string,
      description: string,
      rest: Pick<MatrixBars, "rows" | "most" | "colour"> & Partial<MatrixBars>,
    ) =>
      matrixBars({
        name,
        title,
        description,
        isLit: (_, c) => c === of.truth,
        called: (_, c) => `${name} of the ${CLASSES[c]}`,
        cell: CELL,
        ...rest,
      });
    return [
      bars("scores", "Z of cat, dog, horse: drag", "The score of each class; the true one is framed.", {
        rows: [of.scores],
        most: 6,
        colour: "ink",
        called: (_, c) => `Score of the ${CLASSES[c]}`,
        drags: "z",
      }),
      bars("shares", "Shares, softmax", "The share of each class.", {
        rows: [of.shares],
        most: 1,
        colour: "prediction",
      }),
      bars(
        "costs",
        "Cost if it is the truth",
        "Minus the logarithm of each share; the true one is what counts.",
        {
          rows: [of.costs],
          most: 13,
          colour: "error",
        },
      ),
      bars("slopes", "Slopes, P − Y", "How the cost follows each score.", {
        rows: [of.slopes],
        most: 1,
        colour: "gradient",
      }),
      costCurve(of),
    ];
  },
  says({ truth, scores, shares, costs, slopes }) {
    const slope = slopes[truth] ?? 0;
    const change = fixed(Math.abs(0.01 * slope), 4);
    return `With the scores ${scores.map((z) => fixed(z, 2)).join(", ")} the ${CLASSES[truth]} has a share of ${fixed(100 * (shares[truth] ?? 0), 1)} % and costs ${digits(costs[truth] ?? 0, 4)}. The slopes are ${slopes.map((s) => fixed(s, 4)).join(", ")}, which sum to 0: 0.01 more for the ${CLASSES[truth]} saves ${change}.`;
  },
  table({ scores, shares, costs, slopes, truth }) {
    return {
      caption: `Each class, where the truth is the ${CLASSES[truth]}`,
      head: ["class", "score", "share", "cost if true", "P − Y"],
      rows: CLASSES.map((name, c) => [
        name,
        fixed(scores[c] ?? 0, 2),
        digits(shares[c] ?? 0, 4),
        digits(costs[c] ?? 0, 4),
        fixed(slopes[c] ?? 0, 5),
      ]),
    };
  },
  // Two examples of three classes: the first of them.
  example: {
    scores: { of: ["Z"], by: (Z) => (Z.length === 2 * START.length ? Z.slice(0, START.length) : undefined) },
    truth: { of: ["Y"], by: (Y) => CLASSES[Y.slice(0, START.length).indexOf(1)] },
  },
  presets: [
    { label: "The horse at 5", state: { scores: [2, 1, 5] } },
    { label: "It is the cat", state: { truth: "cat" } },
    { label: "Sure, and wrong", state: { scores: [6, 0, -6] } },
  ],
  drag(name, { x, dy }, _, { scores, truth }) {
    const at = name === "curve" ? truth : Number(name[2]);
    return {
      scores: scores.map((z, c) =>
        c === at ? (name === "curve" ? SCORE.from(x) : z - dy * perUnit(6, CELL.height)) : z,
      ),
    };
  },
});

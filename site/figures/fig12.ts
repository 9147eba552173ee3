/** From two features to a probability, and the line on which a model is undecided. */
import { decisionLine, logit, predictProba } from "../../reference/linear-models/logistic.ts";
import { netInputs } from "../../reference/linear-models/neuron.ts";
import { num } from "../../reference/numbers/num.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { minMaxScale } from "../../reference/unsupervised/min-max.ts";
import { lineWhere, netInput, sideWhere } from "./class-plane.ts";
import { axes, clip } from "./frame/axes.ts";
import { range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, fixed } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import { near } from "./near.ts";

const [WIDTH, HEIGHT] = [360, 308];
/** Ends of the data: outlines in mm, and shares of dents. */
const LOW = [50, 0] as const;
const HIGH = [250, 0.3] as const;
const PLANE = { x: linear([50, 270], [40, 348]), y: linear([0, 0.33], [268, 30]) };
const Z = linear([-6, 6], [34, 348]);
const P = linear([0, 1], [262, 54]);
const BANDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const CURVE = mark("path", {
  class: "line prediction",
  d: pathThrough(
    Array.from({ length: 121 }, (_, i) => -6 + i / 10).map((z) => [Z.to(z), P.to(sigmoid(z))] as const),
  ),
});

const weight = (label: string, symbol: string, value: number) =>
  range({ label, symbol, min: -8, max: 8, step: 0.1, value });

const controls = {
  outline: range({ label: "Outline in mm", min: 50, max: 270, step: 1, value: 180 }),
  dents: range({ label: "Share of dents", min: 0, max: 0.33, step: 0.005, value: 0.1 }),
  w1: weight("Weight w₁ of the scaled outline", "w", -4),
  w2: weight("Weight w₂ of the scaled dents", "w", -3),
  b: weight("Bias b", "b", 4),
  r: range({
    label: "All three times r",
    symbol: "r",
    min: 0.25,
    max: 8,
    step: Math.log10(32) / 30,
    value: 1,
    log: true,
  }),
  t: range({ label: "Class 1 from p =", symbol: "p", min: 0.05, max: 0.95, step: 0.05, value: 0.5 }),
};

interface Data {
  readonly scaled: readonly [number, number];
  /** Weights and bias for the features as they are measured. */
  readonly w: readonly [number, number];
  readonly b: number;
  readonly z: number;
  readonly p: number;
  /** Share of dents on the line above the outline; none where w₂ is 0. */
  readonly onLine: number | undefined;
}

/** A feature by the ends of the data that the weights were found on; one of a later patient may lie beyond them. */
const scaledBy = (j: 0 | 1, x: number): number => {
  const [[low], [high]] = minMaxScale(lift([[LOW[j]], [HIGH[j]]])) as unknown as [
    [{ value: number }],
    [{ value: number }],
  ];
  return low.value + ((x - LOW[j]) / (HIGH[j] - LOW[j])) * (high.value - low.value);
};

export const fig12 = defineFigure({
  id: "fig12",
  title: "How probable, and which side",
  question:
    "A tumour with an outline of 180 mm and a share of dents of 0.1 is benign with p = 0.6. How many dents more make the model undecided? And which of its numbers moves that line, which only makes it surer?",
  controls,
  compute({ outline, dents, w1, w2, b: bias, r }): Data {
    const w = [(r * w1) / (HIGH[0] - LOW[0]), (r * w2) / (HIGH[1] - LOW[1])] as const;
    const b = r * bias - w[0] * LOW[0] - w[1] * LOW[1];
    const [X, weights] = [lift([[outline, dents]]), lift([...w])];
    return {
      scaled: [scaledBy(0, outline), scaledBy(1, dents)],
      w,
      b,
      z: netInputs(X, weights, num(b))[0]?.value ?? 0,
      p: predictProba(X, weights, num(b))[0]?.value ?? 0,
      onLine: w[1] === 0 ? undefined : decisionLine(weights, num(b), num(outline)).value,
    };
  },
  draw({ w, b, z, p, onLine }, { outline, dents, t }) {
    const border = logit(num(t)).value;
    const at = (level: number) => netInput(w, b - level);
    const [x, y] = [PLANE.x.to(outline), PLANE.y.to(dents)];
    const isSeen = onLine !== undefined && onLine > PLANE.y.domain[0] && onLine < PLANE.y.domain[1];
    const line = lineWhere(PLANE, at(0));
    const end = [...line].sort((q, s) => q[1] - s[1])[0];
    const shown = Math.max(-6, Math.min(6, z));
    return [
      {
        name: "plane",
        title: "Probability of class 1, benign",
        description:
          "Outline and share of dents, tinted by the probability of class 1, with the line where it is one half. The tumour can be dragged; a dotted line leads from it to the line.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          clip("fig12-clip", PLANE.x, PLANE.y),
          mark(
            "g",
            { "clip-path": "url(#fig12-clip)" },
            ...BANDS.map((level, k): Mark => {
              const d = sideWhere(PLANE, at(logit(num(level)).value));
              return mark("path", { class: `band prediction of-${k + 1}`, d });
            }),
          ),
          axes({
            x: PLANE.x,
            y: PLANE.y,
            xName: "outline x₁ in mm",
            yName: "dents x₂",
            xTicks: [50, 100, 150, 200, 250],
            yTicks: [0, 0.1, 0.2, 0.3],
            zeros: false,
          }),
          mark("path", { class: "line prediction", d: pathThrough(line) }),
          ...(Math.abs(border) > 1e-9
            ? [mark("path", { class: "line dashed error", d: pathThrough(lineWhere(PLANE, at(border))) })]
            : []),
          ...(end === undefined
            ? []
            : [text(Math.min(310, end[0] + 22), end[1] + 12, "p = ½", { class: "words prediction" })]),
          mark("path", {
            class: "guide ink",
            d:
              onLine === undefined
                ? ""
                : `M${rounded(x)} ${rounded(y)}V${rounded(isSeen ? PLANE.y.to(onLine) : onLine > dents ? 30 : 268)}`,
          }),
          ...(isSeen
            ? [
                mark("circle", { class: "dot prediction", cx: x, cy: PLANE.y.to(onLine), r: 4 }),
                text(x + 8, PLANE.y.to(onLine) - 6, fixed(onLine, 3), { class: "words prediction small" }),
              ]
            : []),
          handle("tumour", "The tumour", x, y, "ink", `outline ${brief(outline)} mm, dents ${brief(dents)}`),
        ],
      },
      {
        name: "sigmoid",
        title: "From the logit to the probability",
        description:
          "The sigmoid with the tumour’s logit and probability, and the threshold from which on the class is 1.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          text(34, 18, `z = ${fixed(z, 3)}`, { class: "strong" }),
          text(348, 18, `p = ${fixed(p, 3)}`, { class: "strong end" }),
          axes({
            x: Z,
            y: P,
            xName: "logit z = w·x + b",
            yName: "p",
            yTicks: [0, 0.25, 0.5, 0.75, 1],
            zeros: false,
          }),
          mark("rect", { class: "area prediction", x: 34, y: 54, width: 314, height: P.to(t) - 54 }),
          mark("path", {
            class: `line dashed ${t === 0.5 ? "prediction" : "error"}`,
            d: `M34 ${rounded(P.to(t))}H348`,
          }),
          text(40, P.to(t) - 6, "class 1, benign", { class: "words prediction small" }),
          text(40, P.to(t) + 15, "class 0, malignant", { class: "words ink small" }),
          CURVE,
          mark("path", { class: "guide ink", d: `M${rounded(Z.to(shown))} 262V${rounded(P.to(p))}H34` }),
          mark("circle", { class: "dot ink", cx: Z.to(shown), cy: near(P.to(p)), r: 5 }),
        ],
      },
    ];
  },
  says({ scaled, w, b, z, p, onLine }, { outline, dents, t }) {
    const line =
      onLine === undefined
        ? "The line is upright."
        : onLine < 0
          ? "For this outline no share of dents is on the line p = ½: it lies below 0."
          : `Above this outline the line p = ½ lies at a share of ${fixed(onLine, 3)}.`;
    return `An outline of ${brief(outline)} mm and a share of ${brief(dents)} are ${fixed(scaled[0], 3)} and ${fixed(scaled[1], 3)} after scaling; the logit is ${fixed(z, 3)} and p = ${fixed(p, 3)}: ${p >= t ? "class 1, benign" : "class 0, malignant"}. ${line} For the features as they are measured, the weights are ${brief(w[0])} and ${brief(w[1])}, and the bias ${brief(b)}.`;
  },
  table({ w, b }) {
    const tumours = [
      [180, 0.1],
      [50, 0],
      [250, 0.3],
    ] as const;
    return {
      caption: "The tumours of the page with these weights",
      head: ["outline in mm", "share of dents", "scaled outline", "scaled dents", "logit", "p"],
      rows: tumours.map(([outline, dents]) => {
        const [X, weights] = [lift([[outline, dents]]), lift([...w])];
        return [
          brief(outline),
          brief(dents),
          fixed(scaledBy(0, outline), 3),
          fixed(scaledBy(1, dents), 3),
          fixed(netInputs(X, weights, num(b))[0]?.value ?? 0, 3),
          fixed(predictProba(X, weights, num(b))[0]?.value ?? 0, 4),
        ];
      }),
    };
  },
  example: {
    outline: "X 1",
    dents: "X 2",
    w1: { of: ["w 1"], by: ([w = 0]) => w * (HIGH[0] - LOW[0]) },
    w2: { of: ["w 2"], by: ([w = 0]) => w * (HIGH[1] - LOW[1]) },
    b: { of: ["b", "w"], by: ([b = 0], [w1 = 0, w2 = 0]) => b + w1 * LOW[0] + w2 * LOW[1] },
  },
  presets: [
    { label: "On the line", state: { dents: 0.14 } },
    { label: "All three twice as large", state: { r: 2 } },
    { label: "Sure from 0.9 on", state: { t: 0.9 } },
    { label: "A later patient: 270 mm", state: { outline: 270 } },
  ],
  drag: (_, { x, y }) => ({ outline: PLANE.x.from(x), dents: PLANE.y.from(y) }),
});

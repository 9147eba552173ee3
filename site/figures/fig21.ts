/** Losses of one example by its margin, their slopes, and where each of them lets a learner stop. */
import { sigmoid, softplus } from "../../reference/numbers/sigmoid.ts";
import { biasFor, lossAt, marginsOf, STEPS } from "./fig21/learners.ts";
import { axes } from "./frame/axes.ts";
import { choice, range, toggle } from "./frame/controls.ts";
import { chosen } from "./frame/example-link.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, fixed } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import { legendRow } from "./legend.ts";

const [WIDTH, HEIGHT] = [360, 330];
const PLOT = { left: 34, right: 348, top: 100, bottom: 288 };
const FAR = 3;
const X = linear([-FAR, FAR], [PLOT.left, PLOT.right]);
const LOSS = linear([0, 4], [PLOT.bottom, PLOT.top]);
const SLOPE = linear([-1.25, 0.25], [PLOT.bottom, PLOT.top]);
const TICKS = [-3, -2, -1, 0, 1, 2, 3];
const LABELS = { minus: -1, plus: 1 } as const;

/** The four losses: what they are at a margin, and where their curves bend. */
const CURVES = [
  {
    name: "count of errors",
    colour: "data",
    line: "line",
    at: (s: number) => ({ loss: s <= 0 ? 1 : 0, slope: 0 }),
    corners: [-FAR, 0, 1e-9, FAR],
  },
  {
    name: "log loss",
    colour: "reference",
    line: "line dashed",
    at: (s: number) => ({ loss: softplus(-s), slope: -sigmoid(-s) }),
    corners: Array.from({ length: 61 }, (_, i) => -FAR + i / 10),
  },
  {
    name: "perceptron loss",
    colour: "prediction",
    line: "line",
    at: (s: number) => lossAt("perceptron", s),
    corners: [-FAR, 0, 1e-9, FAR],
  },
  {
    name: "hinge loss",
    colour: "error",
    line: "line",
    at: (s: number) => lossAt("hinge", s),
    corners: [-FAR, 1 - 1e-9, 1, FAR],
  },
] as const;

const curve = (of: (typeof CURVES)[number], what: "loss" | "slope"): Mark =>
  mark("path", {
    class: `${of.line} ${of.colour}`,
    d: pathThrough(
      of.corners.map((s) => [X.to(s), (what === "loss" ? LOSS : SLOPE).to(of.at(s)[what])] as const),
    ),
  });

const AXES = {
  loss: axes({ x: X, y: LOSS, xName: "margin s = y (w·x + b)", yName: "loss", xTicks: TICKS, zeros: false }),
  slope: axes({
    x: X,
    y: SLOPE,
    xName: "margin s = y (w·x + b)",
    yName: "slope",
    xTicks: TICKS,
    yTicks: [-1, -0.5, 0],
  }),
};
/** Drawn once. */
const STILL = {
  loss: [AXES.loss, ...CURVES.map((of) => curve(of, "loss"))],
  slope: [AXES.slope, ...CURVES.map((of) => curve(of, "slope"))],
};
/** The condition the wrong way round: slope 0 where −s > 1, −1 elsewhere. */
const turned = (s: number): number => (-s > 1 ? 0 : -1);
const TURNED = mark("path", {
  class: "line dashed ink",
  d: pathThrough([-FAR, -1 - 1e-9, -1, FAR].map((s) => [X.to(s), SLOPE.to(turned(s)) + 3] as const)),
});

const controls = {
  step: range({ label: "Step of descent", min: 0, max: STEPS, step: 1, value: 0 }),
  s: range({ label: "Margin s at the start", symbol: "s", min: -FAR, max: FAR, step: 0.01, value: -2 }),
  y: choice({ label: "Label y", symbol: "y", options: { minus: "−1", plus: "1" }, value: "minus" }),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0.01, max: 0.5, step: 0.01, value: 0.1 }),
  source: toggle({ label: "The source’s condition", value: false }),
};

interface Data {
  readonly perceptron: readonly number[];
  readonly hinge: readonly number[];
}

export const fig21 = defineFigure({
  id: "fig21",
  title: "What a margin costs",
  question:
    "The mail of class −1 has the net input 2, so its margin is −2. Press Play: both losses pull it to the right side. Which of them is content first, and how far does the other one go on?",
  controls,
  compute: ({ s, y, eta }): Data => ({
    perceptron: marginsOf("perceptron", s, LABELS[y], eta),
    hinge: marginsOf("hinge", s, LABELS[y], eta),
  }),
  draw({ perceptron, hinge }, { step, s, source }) {
    const legend = (what: "loss" | "slope"): Mark[] =>
      CURVES.map(({ name, colour, line, at }, row) =>
        legendRow(PLOT, {
          row,
          colour,
          line,
          name: what === "loss" ? name : `slope of the ${name}`,
          number: fixed(at(s)[what], 2),
        }),
      );
    /** A learner's way so far on its own curve: its present place large, those before it small. */
    const way = (name: "perceptron" | "hinge", what: "loss" | "slope"): Mark[] => {
      const colour = name === "perceptron" ? "prediction" : "error";
      const y = what === "loss" ? LOSS : SLOPE;
      const places = (name === "perceptron" ? perceptron : hinge).slice(0, step + 1);
      return places.map((margin, k) =>
        mark("circle", {
          class: `${k === step ? "dot" : "hollow"} ${colour}`,
          cx: X.to(Math.min(4, margin)),
          cy: y.to(lossAt(name, margin)[what]),
          r: k === step ? 5.5 : 2.5,
        }),
      );
    };
    const guide = mark("path", { class: "guide ink", d: `M${rounded(X.to(s))} ${PLOT.top}V${PLOT.bottom}` });
    return [
      {
        name: "losses",
        title: "Loss of one example",
        description:
          "Four losses against the margin: the count of errors, the log loss, the perceptron loss with its kink at 0 and the hinge loss with its kink at 1. A dot on each of the last two is the mail while a learner goes down that loss.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...STILL.loss,
          ...legend("loss"),
          guide,
          ...way("hinge", "loss"),
          ...way("perceptron", "loss"),
          handle("s", "Margin at the start", X.to(s), PLOT.bottom, "ink", `s = ${brief(s)}`),
        ],
      },
      {
        name: "slopes",
        title: "Its slope by the margin",
        description:
          "The slopes of the four losses: −1 or 0 for the two with a kink, 0 everywhere for the count of errors, and between −1 and 0 for the log loss.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...STILL.slope,
          ...(source
            ? [
                TURNED,
                text(X.to(-2.95), SLOPE.to(-1.14), "the source’s condition", { class: "words ink small" }),
              ]
            : []),
          ...legend("slope"),
          guide,
          ...way("hinge", "slope"),
          ...way("perceptron", "slope"),
        ],
      },
    ];
  },
  says({ perceptron, hinge }, { step, s, y, source }) {
    const [p, h] = [perceptron[step] as number, hinge[step] as number];
    const z = LABELS[y] * s;
    const start = `At the start the label is ${brief(LABELS[y])} and the net input ${brief(z)}, so the margin is ${brief(s)}: it costs ${cost(lossAt("perceptron", s).loss)} by the perceptron loss and ${cost(lossAt("hinge", s).loss)} by the hinge loss, with the slopes ${brief(lossAt("perceptron", s).slope)} and ${brief(lossAt("hinge", s).slope)}.`;
    const moved =
      step === 0
        ? ""
        : ` After step ${step} the margin is ${fixed(p, 2)} by the one and ${fixed(h, 2)} by the other.`;
    const rest = (margins: readonly number[]): number => margins.findIndex((m, k) => m === margins[k + 1]);
    const [restP, restH] = [rest(perceptron), rest(hinge)];
    const ends =
      step === 0
        ? ""
        : ` ${restP < 0 ? `The perceptron still moves at step ${STEPS}` : `The perceptron rests from step ${restP} on`}, ${restH < 0 ? `the hinge still moves at step ${STEPS}.` : `the hinge from step ${restH} on.`}`;
    const wrong = source ? ` By the source’s condition the slope would be ${brief(turned(s))} here.` : "";
    return `${start}${moved}${ends}${wrong}`;
  },
  table({ perceptron, hinge }, { y, s }) {
    return {
      caption: `Each step from the bias ${brief(biasFor(s, LABELS[y]))}: margins, and what they cost`,
      head: ["step", "margin, perceptron", "its loss", "margin, hinge", "its loss"],
      rows: perceptron.map((p, k) => {
        const h = hinge[k] as number;
        return [
          String(k),
          fixed(p, 3),
          fixed(lossAt("perceptron", p).loss, 3),
          fixed(h, 3),
          fixed(lossAt("hinge", h).loss, 3),
        ];
      }),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 1.5 },
  example: {
    s: {
      of: ["y", "w", "x", "b"],
      by: ([y = Number.NaN], w, x, [b = Number.NaN]) =>
        w.length === x.length ? y * w.reduce((z, wj, j) => z + wj * (x[j] as number), b) : undefined,
    },
    y: chosen("y", LABELS),
    eta: "\\eta",
  },
  presets: [
    { label: "Ten steps", state: { step: STEPS } },
    { label: "A narrow win: 0.05", state: { s: 0.05, y: "plus" } },
    { label: "Margin 0", state: { s: 0, y: "plus" } },
    { label: "The source’s condition", state: { s: -1.2, y: "plus", source: true } },
  ],
  drag: (_, { x }) => ({ s: X.from(x), step: 0 }),
});

const cost = (loss: number): string => brief(Number(loss.toFixed(2)));

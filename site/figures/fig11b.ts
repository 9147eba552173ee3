/** The loss of one example from its logit: its slope, and which way to compute it keeps its digits. */
import { binaryCrossEntropy } from "../../reference/linear-models/likelihood.ts";
import { bceWithLogits } from "../../reference/linear-models/logistic.ts";
import { Num } from "../../reference/numbers/num.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { curve } from "./curve.ts";
import type { Line } from "./fig11/contest.ts";
import { relativeError } from "./fig11/slope-forms.ts";
import { errorsStill, FAR, HEIGHT, NEAR, NONE, PLOT, placeOfError, WIDE, WIDTH, X } from "./fig11/still.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { chosen } from "./frame/example-link.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear } from "./frame/scale.ts";
import { handle, type Mark, mark, rounded } from "./frame/scene.ts";
import { legendRow } from "./legend.ts";

type Label = "zero" | "one";
const LABELS = { zero: 0, one: 1 } as const;

/** As the page derives it, without overflow. */
const loss = (y: 0 | 1, z: number): number => bceWithLogits([new Num(y)], [new Num(z)]).value;
/** ŷ − y, from the side where no digits are lost. */
const slope = (y: 0 | 1, z: number): number => (y === 0 ? sigmoid(z) : -sigmoid(-z));

/** Ways in which programs write the loss, the failing ones included. */
const linesOf = (y: 0 | 1): readonly Line[] => [
  {
    formula: y === 1 ? "−ln σ(z)" : "−ln(1 − σ(z))",
    className: "error",
    of: (z) => -Math.log(y === 1 ? sigmoid(z) : 1 - sigmoid(z)),
  },
  {
    formula: "the same, clipped",
    className: "data",
    of: (z) => binaryCrossEntropy([new Num(y)], [new Num(sigmoid(z))]).value,
  },
  {
    formula: "ln(1 + exp z) − y z",
    className: "prediction",
    of: (z) => Math.log(1 + Math.exp(z)) - y * z,
  },
];

/** The loss by the page's softplus: s(z) − y z, which is s(−z) where the label is 1. */
const softplusFor = (y: 0 | 1): string => (y === 0 ? "ℓ = s(z)" : "ℓ = s(−z)");

const Y = linear([-1.5, 10.5], [PLOT.bottom, PLOT.top]);
const right = (y: 0 | 1) => (z: number) => loss(y, z);

const planeStill = remembered((y: 0 | 1): readonly Mark[] => [
  clip("fig11b-clip", X, Y),
  axes({ x: X, y: Y, xName: "logit z", yName: "loss ℓ" }),
  mark(
    "g",
    { "clip-path": "url(#fig11b-clip)" },
    mark("path", { class: "line dashed data", d: curve(right(y === 0 ? 1 : 0), X, Y) }),
    mark("path", { class: "line error heavy", d: curve(right(y), X, Y) }),
    mark("path", { class: "line gradient", d: curve((z) => slope(y, z), X, Y) }),
  ),
]);

const errorStill = remembered((y: 0 | 1) => errorsStill(linesOf(y), right(y)));

const controls = {
  y: choice<Label>({
    label: "Label y",
    symbol: "y",
    options: { zero: "0", one: "1" },
    value: "zero",
  }),
  z: range({ label: "Logit z", symbol: "z", min: -FAR, max: FAR, step: 0.05, value: 2, show: brief }),
};

export const fig11b = defineFigure({
  id: "fig11b",
  title: "The loss from the logit",
  question:
    "Drag the logit to 40: the example is very sure, and wrong. What does a program say that takes the sigmoid first, and what one that clips? From which logit on does the third formula break?",
  controls,
  compute({ y: label, z }) {
    const y = LABELS[label];
    const exact = loss(y, z);
    const results = linesOf(y).map((line) => {
      const result = line.of(z);
      return { ...line, result, error: relativeError(result, exact) };
    });
    return { y, exact, slope: slope(y, z), results };
  },
  draw({ y, exact, slope: pull, results }, { z }) {
    const shown = Math.max(-NEAR, Math.min(NEAR, z));
    const isOutside = shown !== z;
    const x = X.to(shown);
    const row = (i: number, colour: string, line: string, name: string, number: string): Mark =>
      legendRow(PLOT, { row: i, colour, line, name, number });
    return [
      {
        name: "plane",
        title: `The loss where the label is ${y}, and its slope`,
        description: `The loss against the logit for the label ${y}, dashed for the other label, and the slope ŷ − y. At z = ${brief(z)} the loss is ${digits(exact, 4)}.`,
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...planeStill(y),
          row(0, "error", "line heavy", `loss ${softplusFor(y)} at z = ${brief(z)}`, digits(exact, 4)),
          row(1, "gradient", "line", "slope ŷ − y there", digits(pull, 4)),
          row(
            2,
            "data",
            "line dashed",
            `loss ${softplusFor(y === 0 ? 1 : 0)} for the label ${1 - y}`,
            digits(loss(y === 0 ? 1 : 0, z), 4),
          ),
          mark("path", { class: "guide ink", d: `M${rounded(x)} ${PLOT.top}V${PLOT.bottom}` }),
          !isOutside && mark("circle", { class: "dot gradient", cx: x, cy: Y.to(pull), r: 4 }),
          handle(
            "near",
            "Logit z",
            x,
            Y.to(Math.min(10, loss(y, shown))),
            isOutside ? "soft" : "ink",
            `z = ${brief(z)}`,
          ),
        ].filter((one) => one !== false),
      },
      {
        name: "errors",
        title: "Relative error of each way to compute it",
        description:
          "Relative error by powers of ten against z from −1000 to 1000. 1 means that no digit is right; the topmost line means that the result is no number at all.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...results.map(({ className, formula, error }, i) =>
            row(
              i,
              className,
              "line",
              formula,
              error === undefined ? "no number" : error === 0 ? "0" : digits(error, 2),
            ),
          ),
          ...errorStill(y),
          mark("path", { class: "thin ink", d: `M${rounded(WIDE.to(z))} ${NONE}V${PLOT.bottom}` }),
          ...results.map(({ className, error }) =>
            mark("circle", { class: `dot ${className}`, cx: WIDE.to(z), cy: placeOfError(error), r: 4 }),
          ),
          handle("far", "Logit z, far and near", WIDE.to(z), PLOT.bottom, "ink", `z = ${brief(z)}`),
        ],
      },
    ];
  },
  says({ y, exact, slope: pull, results }, { z }) {
    const each = results.map(({ formula, result, error }) =>
      error === undefined
        ? `${formula} gives no number`
        : error === 0
          ? `${formula} gives it to the last digit`
          : error >= 1e-3
            ? `${formula} gives ${digits(result, 4)}`
            : `${formula} is off by ${digits(error, 2)} of it`,
    );
    return `At z = ${brief(z)} the loss for the label ${y} is ${digits(exact, 4)}, and its slope ŷ − y is ${digits(pull, 4)}. In a program ${each.join("; ")}.`;
  },
  table({ y }) {
    const lines = linesOf(y);
    const result = ({ of }: Line, z: number): string => {
      const number = of(z);
      return Number.isFinite(number) ? digits(number, 6) : "no number";
    };
    return {
      caption: `The loss for the label ${y}, computed in each way`,
      head: ["z", "max(z, 0) − y z + ln(1 + exp(−|z|))", ...lines.map(({ formula }) => formula)],
      rows: [-1000, -710, -40, -30, -1, 0, 1, 2, 30, 40, 710, 1000].map((z) => [
        brief(z),
        digits(loss(y, z), 6),
        ...lines.map((line) => result(line, z)),
      ]),
    };
  },
  example: {
    z: {
      of: ["X 1", "w 1", "b"],
      by: ([x = Number.NaN], [w = Number.NaN], [b = Number.NaN]) => x * w + b,
    },
    y: chosen("y 1", { zero: 0, one: 1 }),
  },
  presets: [
    { label: "z = 30", state: { z: 30 } },
    { label: "z = 40", state: { z: 40 } },
    { label: "z = 1000", state: { z: 1000 } },
    { label: "−40 with the label 1", state: { y: "one", z: -40 } },
    { label: "Sure and right", state: { y: "one", z: 8 } },
  ],
  drag: (name, { x }) => ({ z: name === "near" ? X.from(x) : WIDE.from(x) }),
});

/** A function, its slope in three forms, and where each form stops being right. */

import { NAMES } from "./fig11/contest.ts";
import { activations, type Form, relativeError } from "./fig11/slope-forms.ts";
import { FAR, HEIGHT, NEAR, NONE, PLOT, placeOfError, still, WIDE, WIDTH, X } from "./fig11/still.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";
import { handle, type Mark, mark, rounded } from "./frame/scene.ts";
import { legendRow } from "./legend.ts";

const controls = {
  f: choice({ label: "Function", options: NAMES, value: "sigmoid" }),
  what: choice({ label: "Compare", options: { slope: "its slope", value: "its value" }, value: "slope" }),
  z: range({ label: "Place z", symbol: "z", min: -FAR, max: FAR, step: 0.05, value: 2, show: brief }),
};

export const fig11 = defineFigure({
  id: "fig11",
  title: "One slope, three ways to compute it",
  question:
    "The slope from the quotient rule, the slope from the value, and the slope by the chain rule, operation by operation, are one number on paper. Drag z away from 0: which of them is still right at 40, and which at −800?",
  controls,
  compute({ f, what, z }) {
    const { contest, ...fixed } = still(f, what);
    const right = contest.right.of(z);
    const results = contest.lines.map((line) => {
      const result = line.of(z);
      return { ...line, result, error: relativeError(result, right) };
    });
    return {
      ...fixed,
      right,
      results,
      value: activations[f].value.of(z),
      slope: activations[f].stable.of(z),
    };
  },
  draw({ y, plane, errors, results, value, slope }, { f, what, z }) {
    const shown = Math.max(-NEAR, Math.min(NEAR, z));
    const isOutside = shown !== z;
    const at = { x: X.to(shown), y: y.to(Math.min(y.domain[1], activations[f].value.of(shown))) };
    const words = (row: number, colour: string, line: string, name: string, number: string): Mark =>
      legendRow(PLOT, { row, colour, line, name, number });
    return [
      {
        name: "plane",
        title: "The function and its slope",
        description: `${NAMES[f]} and its slope from z = −10 to 10, with a point at z.`,
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...plane,
          words(0, "data", "line heavy", `value at z = ${brief(z)}`, digits(value, 4)),
          words(1, "gradient", "line", "slope there", digits(slope, 4)),
          mark("path", { class: "guide ink", d: `M${rounded(at.x)} ${PLOT.top}V${PLOT.bottom}` }),
          !isOutside && mark("circle", { class: "dot gradient", cx: at.x, cy: y.to(slope), r: 4 }),
          handle("near", "Place z", at.x, at.y, isOutside ? "soft" : "ink", `z = ${brief(z)}`),
        ].filter((one) => one !== false),
      },
      {
        name: "errors",
        title: `Relative error of each form of the ${what}`,
        description:
          "Relative error by powers of ten against z from −1000 to 1000. 1 means that no digit is right; the topmost line means that the result is no number at all.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...results.map(({ className, formula, error }, i) =>
            words(
              i,
              className,
              "line",
              formula,
              error === undefined ? "no number" : error === 0 ? "0" : digits(error, 2),
            ),
          ),
          ...errors,
          mark("path", { class: "thin ink", d: `M${rounded(WIDE.to(z))} ${NONE}V${PLOT.bottom}` }),
          ...results.map(({ className, error }) =>
            mark("circle", { class: `dot ${className}`, cx: WIDE.to(z), cy: placeOfError(error), r: 4 }),
          ),
          handle("far", "Place z, far and near", WIDE.to(z), PLOT.bottom, "ink", `z = ${brief(z)}`),
        ],
      },
    ];
  },
  says({ right, results }, { f, what, z }) {
    const each = results.map(({ formula, result, error }) =>
      error === undefined
        ? `${formula} gives no number`
        : error === 0
          ? `${formula} gives it to the last digit`
          : error >= 0.5
            ? `${formula} gives ${digits(result, 3)}`
            : `${formula} is off by ${digits(error, 2)} of it`,
    );
    return `At z = ${brief(z)} the ${what} of ${NAMES[f]} is ${digits(right, 4)}: ${each.join("; ")}.`;
  },
  table(_data, { f, what }) {
    const { contest } = still(f, what);
    const result = ({ of }: Form, z: number): string => {
      const number = of(z);
      return Number.isNaN(number) ? "no number" : digits(number, 6);
    };
    return {
      caption: `The ${what} of ${NAMES[f]} in each form`,
      head: ["z", contest.right.formula, ...contest.lines.map(({ formula }) => formula)],
      rows: [-1000, -800, -400, -40, -10, -1, 0, 1, 10, 40, 400, 800, 1000].map((z) => [
        brief(z),
        result(contest.right, z),
        ...contest.lines.map((line) => result(line, z)),
      ]),
    };
  },
  example: { z: "z" },
  presets: [
    { label: "z = 40", state: { z: 40 } },
    { label: "z = −400", state: { z: -400 } },
    { label: "z = −800", state: { z: -800 } },
    { label: "The value at 800", state: { what: "value", z: 800 } },
    { label: "ReLU at its kink", state: { f: "relu", z: 0 } },
  ],
  drag: (name, { x }) => ({ z: name === "near" ? X.from(x) : WIDE.from(x) }),
});

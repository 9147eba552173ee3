/** A gradient check: the relative error of every parameter against the step, for right and for wrong gradients. */
import { gradientWith, MISTAKES, measuredWith, PARTS, relativeErrors } from "./fig44/network.ts";
import { axes } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, superscript } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear, logarithmic } from "./frame/scale.ts";
import { group, handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";

const [SMALLEST, LARGEST] = [1e-12, 1e-1];
const PLOT = { left: 46, right: 348, top: 40, bottom: 254 };
const H = logarithmic([SMALLEST, LARGEST], [PLOT.left, PLOT.right]);
const E = logarithmic([1e-12, 1], [PLOT.bottom, PLOT.top]);
/** Four steps a decade. */
const STEPS = Array.from({ length: 45 }, (_, i) => SMALLEST * 10 ** (i / 4));
const POWERS = [1e-12, 1e-9, 1e-6, 1e-3, 1];

const controls = {
  mistake: choice({ label: "Mistake in the gradient", options: MISTAKES, value: "none" }),
  epsilon: range({
    label: "Step h",
    symbol: "h",
    min: SMALLEST,
    max: LARGEST,
    step: 0.125,
    value: 0.1,
    log: true,
  }),
};

interface Data {
  readonly gradient: readonly number[];
  readonly right: Mark;
  readonly curve: Mark;
}

const measured = remembered((epsilon: number) => measuredWith(epsilon));
const steps = remembered(() => STEPS.map((epsilon) => measuredWith(epsilon)));
const place = (error: number): number => E.to(Math.min(1, Math.max(1e-12, error)));
const power = (value: number): string =>
  value === 1 ? "1" : `10${superscript(Math.round(Math.log10(value)))}`;

/** The largest error of all parameters, step by step. */
function curve(gradient: readonly number[], className: string): Mark {
  const points = steps().map((slopes, s) => {
    const worst = Math.max(...relativeErrors(slopes, gradient));
    return [H.to(STEPS[s]!), place(worst)] as const;
  });
  return mark("path", { class: `line ${className}`, d: pathThrough(points) });
}

/** The parameter with the largest error. */
function worstOf(gradient: readonly number[], epsilon: number) {
  const errors = relativeErrors(measured(epsilon), gradient);
  const largest = Math.max(...errors);
  const at = errors.indexOf(largest);
  const part = PARTS.find(({ last }) => at < last) ?? PARTS[3];
  return { errors, largest, at, name: `${part.name}, entry ${at - part.first + 1}` };
}

export const fig44 = defineFigure({
  id: "fig44",
  title: "A gradient check, parameter by parameter",
  question:
    "With a step of 0.1 the check cries out, though all 17 slopes are right. Make it smaller until they pass. How small can it become before the check cries out again, and which mistakes does it see at any step?",
  controls,
  compute({ mistake }): Data {
    const gradient = gradientWith(mistake);
    return {
      gradient,
      right: curve(gradientWith("none"), "reference dashed"),
      curve: curve(gradient, "error"),
    };
  },
  draw({ gradient, right, curve: chosen }, { epsilon }) {
    const { errors, largest, at } = worstOf(gradient, epsilon);
    const y = linear([17, 0], [PLOT.bottom, PLOT.top]);
    const x = logarithmic([1e-12, 1], [PLOT.left, PLOT.right]);
    const bar = (error: number, i: number): Mark =>
      mark("path", {
        class: i === at ? "line heavy error" : "line heavy reference",
        d: `M${PLOT.left} ${rounded(y.to(i + 0.5))}H${rounded(Math.max(PLOT.left + 1, x.to(Math.min(1, error))))}`,
      });
    return [
      {
        name: "steps",
        title: "Largest relative error against h",
        description:
          "The largest relative error of all parameters for every step, both axes by powers of ten: dashed for the right gradient, full for the chosen one.",
        width: 360,
        height: 300,
        marks: [
          axes({
            x: H,
            y: E,
            xName: "step h",
            yName: "error",
            xTicks: [1e-12, 1e-9, 1e-6, 1e-3, 1e-1],
            yTicks: POWERS,
            xText: power,
            yText: power,
          }),
          right,
          chosen,
          mark("circle", { class: "dot error", cx: H.to(epsilon), cy: place(largest), r: 5 }),
          handle("epsilon", "Step h", H.to(epsilon), PLOT.bottom, "ink", `h = ${brief(epsilon)}`),
        ],
      },
      {
        name: "entries",
        title: "Relative error of each parameter",
        description: "One bar for each of the 17 parameters, by powers of ten; the largest error stands out.",
        width: 360,
        height: 300,
        marks: [
          axes({
            x,
            y,
            xName: "|a − b| / (|a| + |b|)",
            yName: "",
            xTicks: POWERS,
            yTicks: [],
            xText: power,
          }),
          ...PARTS.map(({ name, first, last }) =>
            text(PLOT.left - 8, y.to((first + last) / 2) + 4, name, { class: "tick end" }),
          ),
          group("bars", ...errors.map(bar)),
        ],
      },
    ];
  },
  says({ gradient }, { mistake, epsilon }) {
    const { largest, name } = worstOf(gradient, epsilon);
    const which =
      mistake === "none" ? "The right gradient" : `A gradient with the mistake “${MISTAKES[mistake]}”`;
    const verdict =
      largest <= 1e-5 ? "passes at a tolerance of 10⁻⁵" : "does not pass at a tolerance of 10⁻⁵";
    return `${which} with h = ${brief(epsilon)}: the largest relative error is ${digits(largest, 2)}, at ${name}; it ${verdict}.`;
  },
  table({ gradient }, { epsilon }) {
    const slopes = measured(epsilon);
    const { errors } = worstOf(gradient, epsilon);
    return {
      caption: `Every parameter with h = ${brief(epsilon)}`,
      head: ["parameter", "measured, a", "by the gradient, b", "relative error"],
      rows: PARTS.flatMap(({ name, first, last }) =>
        Array.from({ length: last - first }, (_, i) => [
          `${name}, entry ${i + 1}`,
          digits(slopes[first + i]!, 6),
          digits(gradient[first + i]!, 6),
          digits(errors[first + i]!, 2),
        ]),
      ),
    };
  },
  views: ["epsilon"],
  example: { epsilon: "h" },
  presets: [
    { label: "A good step", state: { epsilon: 1e-5 } },
    { label: "Too fine", state: { epsilon: 1e-11 } },
    { label: "Sign turned", state: { epsilon: 1e-5, mistake: "sign" } },
    { label: "Divided by n", state: { epsilon: 1e-5, mistake: "mean" } },
    { label: "Biases of the first example", state: { epsilon: 1e-5, mistake: "biases" } },
  ],
  drag: (_, { x }) => ({ epsilon: H.from(x) }),
});

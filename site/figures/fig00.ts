/** The figure of the start page: a line that learns from five points, and how a point that is dragged pulls it. */
import { descentOf, errorOf, type Line, momentsOf, slopeOf } from "./fig08/line-descent.ts";
import { axes, clip } from "./frame/axes.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { handle, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import { near } from "./near.ts";

const INPUTS = [1, 2, 3, 4, 5];
const TARGETS = [6, 4.5, 6.5, 2, 3];
/** Far from any line that the points ask for, so that there is something to see. */
const START: Line = { w: 1.4, b: 0 };
const STEPS = 120;
/** A run whose error has grown beyond it has left the picture for good. */
const LOST = 1e12;
/** Earlier lines that stay behind, faintly: one in so many. */
const EVERY = 8;

const X = linear([0, 6], [34, 470]);
const Y = linear([-1, 9], [286, 22]);

interface Data {
  readonly y: readonly number[];
  readonly lines: readonly Line[];
  readonly losses: readonly number[];
  readonly slopes: readonly Line[];
}

const controls = {
  step: range({ label: "Step", min: 0, max: STEPS, step: 1, value: 0 }),
  rate: range({ label: "Learning rate η", symbol: "η", min: 0.01, max: 0.09, step: 0.005, value: 0.07 }),
  y: list({ label: "Targets", symbol: "y", min: -1, max: 9, step: 0.1, most: 5, value: TARGETS }),
};

export const fig00 = defineFigure({
  id: "fig00",
  title: "A line that learns",
  question: "Each step moves the line a little down its error. Where does it settle if you drag a point?",
  controls,
  compute({ rate, y: given }): Data {
    const y = INPUTS.map((_, i) => given[i] ?? (TARGETS[i] as number));
    const moments = momentsOf(INPUTS, y);
    const lines = descentOf(moments, START, rate, STEPS, "together", LOST);
    return {
      y,
      lines,
      losses: lines.map((line) => errorOf(moments, line)),
      slopes: lines.map((line) => slopeOf(moments, line)),
    };
  },
  draw({ y, lines, losses }, { step }) {
    const { w, b } = lines[step] as Line;
    const behind = lines.slice(0, step).filter((_, i) => i % EVERY === 0);
    return [
      {
        name: "line",
        title: "Five points, the line, and its errors",
        description: `Five points with the line after ${step} steps, and its error at each point.`,
        width: 480,
        height: 320,
        wide: true,
        marks: [
          clip("fig00-clip", X, Y),
          axes({ x: X, y: Y, xName: "x", yName: "y" }),
          mark(
            "g",
            { "clip-path": "url(#fig00-clip)" },
            mark("path", { class: "thin prediction faint", d: behind.map(through).join("") }),
            mark("path", {
              class: "line error",
              d: INPUTS.map(
                (x, i) =>
                  `M${rounded(X.to(x))} ${rounded(Y.to(y[i] as number))}V${rounded(near(Y.to(w * x + b)))}`,
              ).join(""),
            }),
            mark("path", { class: "line prediction heavy", d: through({ w, b }) }),
          ),
          text(470, 16, `L = ${digits(losses[step] as number, 4)}`, { class: "words end error strong" }),
          ...INPUTS.map((x, i) =>
            handle(
              `y${i}`,
              `Target at x = ${x}`,
              X.to(x),
              Y.to(y[i] as number),
              "data",
              `y = ${brief(y[i] as number)}`,
            ),
          ),
        ],
      },
    ];
  },
  says({ lines, losses, slopes }, { step }) {
    const [{ w, b }, slope] = [lines[step] as Line, slopes[step] as Line];
    return `Step ${step}: w = ${digits(w, 3)}, b = ${digits(b, 3)}, the error L is ${digits(losses[step] as number, 4)}, and its slopes are ∂L/∂w = ${digits(slope.w, 3)} and ∂L/∂b = ${digits(slope.b, 3)}.`;
  },
  table({ lines, losses }) {
    return {
      caption: "The line after each tenth step",
      head: ["step", "w", "b", "L"],
      rows: lines.flatMap(({ w, b }, i) =>
        i % 10 === 0 ? [[String(i), digits(w), digits(b), digits(losses[i] as number)]] : [],
      ),
    };
  },
  animation: { control: "step", last: ({ lines }) => lines.length - 1, perSecond: 24 },
  presets: [
    { label: "One point far off", state: { y: [6, 4.5, 9, 2, -1] } },
    { label: "Steps too long", state: { rate: 0.09 } },
  ],
  still: { state: { step: STEPS } },
  drag(name, { y: place }, _, { y }) {
    const at = Number(name.slice(1));
    return { y: y.map((target, i) => (i === at ? Y.from(place) : target)) };
  },
});

const through = ({ w, b }: Line): string =>
  pathThrough([0, 6].map((x) => [X.to(x), near(Y.to(w * x + b))] as const));

/** Three functions side by side: a square, ReLU and leaky ReLU, each with its slope at one place. */
import { type FunctionName, functionOf } from "../../reference/functions/known.ts";
import { curve, tangent } from "./curve.ts";
import { clip } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { handle, type Mark, mark, type Panel, rounded, text } from "./frame/scene.ts";
import { short } from "./short.ts";

const NAMES = { square: "the square", relu: "ReLU", leaky: "leaky ReLU" } as const;
type Name = keyof typeof NAMES;
const ALL = Object.keys(NAMES) as Name[];
const KINKED: readonly Name[] = ["relu", "leaky"];

/** α·x + (1 − α)·max(0, x): α times x on the left, x on the right. */
const named = (name: Name, alpha: number): FunctionName =>
  name === "leaky"
    ? { fn: "combine", args: [alpha, { fn: "identity" }, 1 - alpha, { fn: "relu" }] }
    : { fn: name };

const X = linear([-2, 2], [10, 162]);
const Y = linear([-2.2, 4.2], [142, 8]);

const controls = {
  x: range({ label: "Place x", symbol: "x", min: -2, max: 2, step: 0.01, value: -1 }),
  f: choice({ label: "Slope shown of", symbol: "f", options: NAMES, value: "leaky" }),
  alpha: range({ label: "Leak α", min: 0, max: 1, step: 0.01, value: 0.2 }),
};

function panel(
  name: string,
  title: string,
  description: string,
  lines: readonly string[],
  marks: readonly Mark[],
): Panel {
  return {
    name,
    title,
    description,
    width: 170,
    height: 190,
    narrow: true,
    marks: [
      clip(`fig01-${name}-clip`, X, Y),
      mark("path", {
        class: "zero",
        d: `M${X.range.join(` ${rounded(Y.to(0))}H`)}M${rounded(X.to(0))} ${Y.range[1]}V${Y.range[0]}`,
      }),
      ...marks,
      ...lines.map((line, i) =>
        text(10, 162 + 18 * i, line, { class: `words ${i === 0 ? "prediction" : "strong gradient"}` }),
      ),
    ],
  };
}

const clipped = (name: string, ...marks: readonly Mark[]): Mark =>
  mark("g", { "clip-path": `url(#fig01-${name}-clip)` }, ...marks);

export const fig01 = defineFigure({
  id: "fig01",
  title: "Three functions and their slopes",
  question:
    "Drag the place across 0: the slope of the square glides through, that of ReLU jumps. What is it on the left, and what does the leak α make of it? For which α is there no kink left?",
  controls,
  compute: ({ x, alpha }) =>
    ALL.map((name) => {
      const { value, slope } = functionOf(named(name, alpha));
      return { name, value, slope, at: value(x), there: slope(x) };
    }),
  draw(all, { x, f, alpha }) {
    const shown = all.find(({ name }) => name === f);
    const panels = all.map(({ name, value, at, there }) =>
      panel(
        name,
        NAMES[name],
        `The curve of ${NAMES[name]} from −2 to 2, with its tangent at ${brief(x)}, of slope ${short(there)}.`,
        [
          `f(${brief(x)}) = ${short(at)}`,
          isKink(name, x, alpha) ? `slope ${short(there)} or 1` : `slope ${short(there)}`,
        ],
        [
          clipped(
            name,
            mark("path", { class: "line data heavy", d: curve(value, X, Y) }),
            mark("path", { class: "line gradient", d: tangent(X, Y, x, at, there) }),
          ),
          handle(
            `x-${name}`,
            `Place x at ${NAMES[name]}`,
            X.to(x),
            Y.to(at),
            "prediction",
            `x = ${brief(x)}`,
          ),
        ],
      ),
    );
    if (shown === undefined) return panels;
    return [
      ...panels,
      panel(
        "slope",
        `Slope of ${NAMES[f]}`,
        `The slope of ${NAMES[f]} from −2 to 2. At ${brief(x)} it is ${short(shown.there)}.`,
        [`x = ${brief(x)}`, `slope ${short(shown.there)}`],
        [
          clipped("slope", mark("path", { class: "line gradient", d: slopeCurve(f, shown.slope) })),
          mark("circle", { class: "dot gradient", cx: X.to(x), cy: Y.to(shown.there), r: 5 }),
        ],
      ),
    ];
  },
  says(all, { x, alpha }) {
    const each = all.map(
      ({ name, at, there }) => `${NAMES[name]} is ${short(at)} with the slope ${short(there)}`,
    );
    const kink = all.some(({ name }) => isKink(name, x, alpha))
      ? " At 0 the slopes on both sides differ: there is none, and the course takes that of the left."
      : "";
    return `At ${brief(x)} ${each.join(", ")}.${kink}`;
  },
  table(all) {
    return {
      caption: "Values and slopes",
      head: ["x", ...all.flatMap(({ name }) => [NAMES[name], "its slope"])],
      rows: [-2, -1, -0.5, 0, 0.5, 1, 2].map((x) => [
        brief(x),
        ...all.flatMap(({ value, slope }) => [short(value(x)), short(slope(x))]),
      ]),
    };
  },
  presets: [
    { label: "At the kink", state: { x: 0 } },
    { label: "On the right", state: { x: 1.5 } },
    { label: "No leak", state: { alpha: 0 } },
    { label: "All of it", state: { alpha: 1 } },
  ],
  drag: (_, { x }) => ({ x: X.from(x) }),
});

const isKink = (name: Name, x: number, alpha: number): boolean =>
  x === 0 && KINKED.includes(name) && !(name === "leaky" && alpha === 1);

/** Where the function bends sharply its slope jumps: two lines, and none between. */
const slopeCurve = (name: Name, slope: (x: number) => number): string =>
  KINKED.includes(name)
    ? `M${X.to(-2)} ${rounded(Y.to(slope(-1)))}H${X.to(0)}M${X.to(0)} ${rounded(Y.to(slope(1)))}H${X.to(2)}`
    : curve(slope, X, Y);

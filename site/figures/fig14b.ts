/** A neuron: weights, a bias and a threshold, and the side of a line where it fires. */
import { netInputs } from "../../reference/linear-models/neuron.ts";
import { Num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { arrow } from "./arrow.ts";
import { axes, clip } from "./frame/axes.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { linear } from "./frame/scale.ts";
import { group, handle, type Mark, mark, type Panel, pathThrough, rounded, text } from "./frame/scene.ts";
import { type Point, partWhere, rectangle, rimWhereZero } from "./half-plane.ts";
import { rowsOf } from "./matrix-bars.ts";
import { short } from "./short.ts";

/** Smoke and heat of both examples of the page. */
const EXAMPLES = [1, 2, 0.5, 1];
const FARTHEST = { x: 3, y: 5 };
const X = linear([0, FARTHEST.x], [40, 344]);
const Y = linear([0, FARTHEST.y], [262, 30]);
const AREA = rectangle(0, 0, FARTHEST.x, FARTHEST.y);
/** Sums of decimals miss their threshold by less than this, and belong to it. */
const ROUNDING = 1e-9;

const controls = {
  w1: range({ label: "Weight w of smoke", symbol: "w", min: -8, max: 8, step: 0.05, value: 2 }),
  w2: range({ label: "Weight w of heat", symbol: "w", min: -8, max: 8, step: 0.05, value: 0.5 }),
  b: range({ label: "Bias b", symbol: "b", min: -8, max: 8, step: 0.05, value: -2 }),
  theta: range({ label: "Threshold θ", symbol: "θ", min: -8, max: 8, step: 0.05, value: 0 }),
  points: list({ label: "Examples", symbol: "X", min: 0, max: 5, step: 0.05, most: 4, value: EXAMPLES }),
};

interface Setting {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
  readonly theta: number;
  readonly points: readonly number[];
}

function dataOf({ w1, w2, b, theta, points }: Setting) {
  const X = rowsOf(points, EXAMPLES, 2).map(([x = 0, y = 0]) => [Math.min(FARTHEST.x, x), y] as const);
  const nums = lift(X.map((row) => [...row])) as unknown as Num[][];
  const z = netInputs(nums, [new Num(w1), new Num(w2)], new Num(b)).map(({ value }) => value);
  return { X, z, fires: z.map((zi) => zi >= theta - ROUNDING) };
}
type Data = ReturnType<typeof dataOf>;

const NAMES = ["A", "B"];

function planePanel({ X: examples, fires }: Data, { w1, w2, b, theta }: Setting): Panel {
  const net = (x: number, y: number): number => w1 * x + w2 * y + b - theta;
  const place = ([x, y]: Point): Point => [X.to(x), Y.to(y)];
  const region = partWhere(AREA, net).map(place);
  const line = rimWhereZero(AREA, net).map(place);
  const [p, q] = line;
  const length = Math.hypot(w1, w2);
  return {
    name: "plane",
    title: "Where the alarm rings",
    description: `Smoke against heat. Shaded is the side of the line where the net input reaches the threshold. ${examples.map(([x, y], i) => `Example ${NAMES[i]}, smoke ${short(x)} and heat ${short(y)}, ${fires[i] ? "rings" : "does not"}`).join(". ")}. Both can be dragged.`,
    width: 360,
    height: 304,
    marks: [
      axes({ x: X, y: Y, xName: "smoke x₁", yName: "heat x₂", zeros: false }),
      mark("path", { class: "area prediction", d: region.length === 0 ? "" : `${pathThrough(region)}Z` }),
      mark("path", { class: "line prediction", d: pathThrough(line) }),
      ...(p === undefined || q === undefined || length === 0
        ? []
        : [
            mark("path", {
              class: "line gradient",
              d: arrow((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, ...towards(w1, w2)),
            }),
          ]),
      ...examples.flatMap(([x, y], i) => [
        fires[i] && mark("circle", { class: "line prediction", cx: X.to(x), cy: Y.to(y), r: 11 }),
        handle(
          `p${i}`,
          `Example ${NAMES[i]}`,
          X.to(x),
          Y.to(y),
          "ink",
          `smoke ${short(x)}, heat ${short(y)}`,
        ),
        text(X.to(x) + (x > 2.2 ? -14 : 14), Y.to(y) + 4, `${NAMES[i]}: ŷ = ${fires[i] ? 1 : 0}`, {
          class: `words ink strong${x > 2.2 ? " end" : ""}`,
        }),
      ]),
    ].filter((one): one is Mark => one !== false),
  };
}

/** The way in which the net input grows fastest, as the picture's axes show it. */
function towards(w1: number, w2: number): readonly [number, number] {
  const [dx, dy] = [w1 * (X.to(1) - X.to(0)), w2 * (Y.to(1) - Y.to(0))];
  const length = Math.hypot(dx, dy);
  return [(34 * dx) / length, (34 * dy) / length];
}

const reachOf = ({ z }: Data, theta: number): number =>
  Math.max(4, 1.2 * Math.abs(theta), ...z.map((zi) => 1.15 * Math.abs(zi)));
const zScale = (reach: number) => linear([-reach, reach], [40, 344]);
const STEP = linear([0, 1], [222, 96]);

function stepPanel(data: Data, { w1, w2, b, theta }: Setting): Panel {
  const { X: examples, z, fires } = data;
  const Z = zScale(reachOf(data, theta));
  const at = rounded(Z.to(theta));
  return {
    name: "step",
    title: "The step: ŷ is 1 where z reaches θ",
    description: `The net input z against the class. The step is at the threshold ${short(theta)}, which can be dragged; the examples have ${z.map((zi) => short(zi)).join(" and ")}.`,
    width: 360,
    height: 304,
    marks: [
      clip("fig14b-clip", Z, STEP),
      axes({ x: Z, y: STEP, xName: "net input z = w·x + b", yName: "ŷ", yTicks: [0, 1], zeros: false }),
      mark("path", { class: "zero", d: `M${rounded(Z.to(0))} 96V222` }),
      mark("path", { class: "line prediction heavy", d: `M40 222H${at}` }),
      mark("path", { class: "line prediction heavy", d: `M${at} 96H344` }),
      mark("path", { class: "guide ink", d: `M${at} 96V222` }),
      ...examples.map(([x, y], i) => {
        const zi = z[i] as number;
        return group(
          "ink",
          text(
            40,
            24 + 22 * i,
            `${NAMES[i]}: ${term(w1, x)} + ${term(w2, y)} ${b < 0 ? "−" : "+"} ${short(Math.abs(b))} = ${short(zi)}`,
            {
              class: "strong",
            },
          ),
          mark("circle", { class: "dot", cx: Z.to(zi), cy: STEP.to(fires[i] ? 1 : 0), r: 5 }),
          text(Z.to(zi), STEP.to(fires[i] ? 1 : 0) - 11, NAMES[i] ?? "", { class: "words strong middle" }),
        );
      }),
      handle("theta", "Threshold", Z.to(theta), STEP.to(0), "gradient", `θ = ${short(theta)}`),
      text(40, 282, `θ = ${short(theta)}`, { class: "words gradient strong" }),
    ],
  };
}

const term = (w: number, x: number): string => `${w < 0 ? `(${short(w)})` : short(w)} · ${short(x)}`;

export const fig14b = defineFigure({
  id: "fig14b",
  title: "When the alarm rings",
  question:
    "Smoke counts twice, heat by half, and from 2 on the alarm rings: here as a bias of −2 and a threshold of 0. Which other pair of bias and threshold leaves the line where it is? And where does it go if you count the 2 twice?",
  controls,
  compute: dataOf,
  draw: (data, state) => [planePanel(data, state), stepPanel(data, state)],
  says({ X: examples, z, fires }, { w1, w2, b, theta }) {
    const each = examples.map(
      ([x, y], i) =>
        `smoke ${short(x)} and heat ${short(y)} make z = ${short(z[i] as number)}, and it ${fires[i] ? "rings" : "is silent"}`,
    );
    return `It rings where ${short(w1)} · smoke ${w2 < 0 ? "−" : "+"} ${short(Math.abs(w2))} · heat reaches θ − b = ${short(theta - b)}: ${each.join("; ")}.`;
  },
  table({ X: examples, z, fires }) {
    return {
      caption: "Both examples",
      head: ["example", "smoke", "heat", "z", "class"],
      rows: examples.map(([x, y], i) => [
        NAMES[i] ?? "",
        short(x),
        short(y),
        short(z[i] as number),
        fires[i] ? "1" : "0",
      ]),
    };
  },
  example: { points: "X", w1: "w 1", w2: "w 2", b: "b", theta: "\\theta" },
  presets: [
    { label: "θ = 2, no bias", state: { b: 0, theta: 2 } },
    { label: "Counted twice", state: { theta: 2 } },
    { label: "Three times all", state: { w1: 6, w2: 1.5, b: -6 } },
    { label: "All turned round", state: { w1: -2, w2: -0.5, b: 2 } },
    { label: "Worn sensors", state: { points: [0.9, 1.8, 0.45, 0.9] } },
    { label: "All weights 0", state: { w1: 0, w2: 0, b: 0 } },
  ],
  drag(name, { x, y }, start, data) {
    if (name === "theta") return { theta: zScale(reachOf(data, start.theta)).from(x) };
    const to = [Math.max(0, Math.min(FARTHEST.x, X.from(x))), Y.from(y)];
    return { points: data.X.flatMap((point, i) => (name === `p${i}` ? to : point)) };
  },
});

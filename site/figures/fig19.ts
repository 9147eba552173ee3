/** A line with its normal, the distance of a point from it, and the steps that bring the point over. */

import { arrow } from "./arrow.ts";
import { lineWhere, netInput, sideWhere } from "./class-plane.ts";
import { STEPS, type Stand, standsOf } from "./fig19/run.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, list, range } from "./frame/controls.ts";
import { chosen } from "./frame/example-link.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, fixed } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import { legendRow } from "./legend.ts";
import { near } from "./near.ts";

const [WIDTH, HEIGHT] = [360, 320];
/** One unit for both, so that the normal stands at a right angle. */
const PLANE = { x: linear([-1, 0.6], [34, 348]), y: linear([-0.8, 0.535], [288, 26]) };
const PLOT = { left: 40, right: 348, top: 70, bottom: 276 };
const STEP = linear([0, STEPS], [PLOT.left, PLOT.right]);
/** The line, the point and its label on the page. */
const [W, POINT] = [
  [3, 4],
  [-0.5, -0.2],
];
/** A weight of 1 is so long in the picture. */
const UNIT = 14;
const LABELS = { plus: 1, minus: -1 } as const;

const controls = {
  step: range({ label: "Steps taken", min: 0, max: STEPS, step: 1, value: 0 }),
  b: range({ label: "Bias b", symbol: "b", min: -6, max: 6, step: 0.1, value: 2 }),
  c: range({
    label: "Weights and bias times c",
    symbol: "c",
    min: 0.25,
    max: 4,
    step: Math.log10(16) / 24,
    value: 1,
    log: true,
  }),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0.01, max: 1, step: 0.01, value: 0.2 }),
  label: choice({
    label: "Label s of the point",
    symbol: "s",
    options: { plus: "1", minus: "−1" },
    value: "plus",
  }),
  w: list({ label: "Weights", symbol: "w", min: -6, max: 6, step: 0.1, most: 2, value: W as number[] }),
  p: list({
    label: "Point",
    symbol: "p",
    min: -0.8,
    max: 0.52,
    step: 0.01,
    most: 2,
    value: POINT as number[],
  }),
};

interface Data {
  readonly p: readonly [number, number];
  readonly w: readonly [number, number];
  readonly stands: readonly Stand[];
}

const pair = (given: readonly number[], start: readonly number[] | undefined): [number, number] => [
  given[0] ?? (start?.[0] as number),
  given[1] ?? (start?.[1] as number),
];

export const fig19 = defineFigure({
  id: "fig19",
  title: "A line, its normal, and a point on the wrong side",
  question:
    "The red point belongs where the arrow points to. Its net input is −0.3: is that how far it is from the line? Change c and see what stays; then press Play and see how many steps bring the point over.",
  controls,
  compute({ w: givenW, p: givenP, b, c, eta, label }): Data {
    const [w, p] = [pair(givenW, W), pair(givenP, POINT)];
    const start = { w: [c * w[0], c * w[1]], b: c * b } as const;
    return { p, w, stands: standsOf(start, p, LABELS[label], eta) };
  },
  draw({ p, stands }, { step, label }) {
    const now = stands[step] as Stand;
    const place = (x: number, y: number) => [PLANE.x.to(x), PLANE.y.to(y)] as const;
    const length = Math.hypot(...now.w);
    const line = lineWhere(PLANE, netInput(now.w, now.b));
    const [px, py] = place(...p);
    const isRight = LABELS[label] * now.z > 0;
    const colour = isRight ? "reference" : "error";
    const foot =
      now.d === undefined
        ? undefined
        : place(p[0] - (now.d * now.w[0]) / length, p[1] - (now.d * now.w[1]) / length);
    /** The normal stands on the line where it comes nearest to the origin, and is as long as the picture allows. */
    const root =
      length > 0 ? place((-now.b * now.w[0]) / length ** 2, (-now.b * now.w[1]) / length ** 2) : undefined;
    const reach = Math.min(90, UNIT * length);
    const normal =
      root === undefined ? undefined : ([(reach * now.w[0]) / length, (-reach * now.w[1]) / length] as const);
    const before = stands
      .slice(0, step)
      .map((stand) => pathThrough(lineWhere(PLANE, netInput(stand.w, stand.b))))
      .join("");
    const most = Math.max(0.1, ...stands.flatMap(({ z, d }) => [Math.abs(z), Math.abs(d ?? 0)]));
    const Y = linear([-1.1 * most, 1.1 * most], [PLOT.bottom, PLOT.top]);
    const curve = (of: (stand: Stand) => number): string =>
      pathThrough(stands.map((stand, k) => [STEP.to(k), Y.to(of(stand))] as const));
    return [
      {
        name: "plane",
        title: "The line where the net input is 0",
        description:
          "A line with its normal, which points to the shaded side; a point, its foot on the line and the way between them. Point and normal can be dragged.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          clip("fig19-clip", PLANE.x, PLANE.y),
          mark(
            "g",
            { "clip-path": "url(#fig19-clip)" },
            mark("path", { class: "area prediction", d: sideWhere(PLANE, netInput(now.w, now.b)) }),
          ),
          axes({ ...PLANE, xName: "x", yName: "y", xTicks: [-1, -0.5, 0, 0.5], yTicks: [-0.5, 0, 0.5] }),
          mark(
            "g",
            { "clip-path": "url(#fig19-clip)" },
            mark("path", { class: "thin prediction faint", d: before }),
            mark("path", { class: "line prediction", d: pathThrough(line) }),
            foot !== undefined &&
              mark("path", {
                class: `line dashed ${colour}`,
                d: pathThrough([
                  [px, py],
                  [near(foot[0]), near(foot[1])],
                ]),
              }),
            foot !== undefined &&
              mark("circle", { class: "dot ink", cx: near(foot[0]), cy: near(foot[1]), r: 3.5 }),
          ),
          ...(root === undefined || normal === undefined
            ? []
            : normalMarks(
                near(root[0]),
                near(root[1]),
                normal,
                step === 0 ? `w = (${now.w.map(brief).join(", ")})` : undefined,
              )),
          text(px - 10, py + 18, label === "plus" ? "s = 1" : "s = −1", {
            class: `words small end ${colour}`,
          }),
          handle("p", "The point", px, py, colour, `(${p.map(brief).join(", ")})`),
        ],
      },
      {
        name: "steps",
        title: "Net input and distance of the point",
        description: "The net input of the point and its distance from the line after each step of training.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          legendRow(PLOT, {
            row: 0,
            colour: "gradient",
            line: "line dashed",
            name: "net input w·p + b",
            number: fixed(now.z, 3),
          }),
          legendRow(PLOT, {
            row: 1,
            colour: "prediction",
            line: "line",
            name: "distance d, divided by ‖w‖",
            number: now.d === undefined ? "none" : fixed(now.d, 3),
          }),
          axes({ x: STEP, y: Y, xName: "steps taken", yName: "", xTicks: [0, 2, 4, 6, 8] }),
          mark("path", { class: "line dashed gradient", d: curve(({ z }) => z) }),
          mark("path", { class: "line prediction", d: curve(({ d }) => d ?? 0) }),
          mark("path", { class: "guide ink", d: `M${rounded(STEP.to(step))} ${PLOT.top}V${PLOT.bottom}` }),
          mark("circle", { class: "dot gradient", cx: STEP.to(step), cy: Y.to(now.z), r: 5 }),
          mark("circle", { class: "dot prediction", cx: STEP.to(step), cy: Y.to(now.d ?? 0), r: 5 }),
        ],
      },
    ];
  },
  says({ p, stands }, { step, label, eta }) {
    const now = stands[step] as Stand;
    const first = stands.findIndex(({ z }) => LABELS[label] * z > 0);
    const over =
      first < 0
        ? `${STEPS} steps with η = ${brief(eta)} do not bring it over.`
        : first === 0
          ? "It is on the right side from the start, and nothing moves."
          : `It takes ${first} ${first === 1 ? "step" : "steps"} with η = ${brief(eta)} to bring it over.`;
    const distance =
      now.d === undefined
        ? "there is no line, as both weights are 0"
        : `its distance from the line ${fixed(now.d, 4)}`;
    return `After ${step} ${step === 1 ? "step" : "steps"} the weights are (${now.w.map((wj) => fixed(wj, 2)).join(", ")}) and the bias ${fixed(now.b, 2)}. The point (${p.map(brief).join(", ")}) with the label ${brief(LABELS[label])} has the net input ${fixed(now.z, 4)}, and ${distance}. ${over}`;
  },
  table({ stands }) {
    return {
      caption: "The line and the point after each step",
      head: ["steps taken", "w₁", "w₂", "b", "net input", "distance"],
      rows: stands.map(({ w, b, z, d }, k) => [
        String(k),
        fixed(w[0], 3),
        fixed(w[1], 3),
        fixed(b, 3),
        fixed(z, 4),
        d === undefined ? "none" : fixed(d, 4),
      ]),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 1.2 },
  example: { w: "w", b: "b", p: "p", eta: "\\eta", label: chosen("s", LABELS) },
  presets: [
    { label: "After two steps", state: { step: 2 } },
    { label: "Twice the weights and bias", state: { c: 2 } },
    { label: "Weights brought to length 1", state: { w: [0.6, 0.8] } },
    { label: "Without the bias", state: { b: 0 } },
  ],
  drag(name, { x, y, dx, dy }, { c }, { w }) {
    if (name === "p") return { p: [PLANE.x.from(x), PLANE.y.from(y)], step: 0 };
    return { w: [w[0] + dx / (UNIT * c), w[1] - dy / (UNIT * c)], step: 0 };
  },
});

function normalMarks(
  x: number,
  y: number,
  [dx, dy]: readonly [number, number],
  where: string | undefined,
): readonly Mark[] {
  return [
    mark("path", { class: "line prediction heavy", d: arrow(x, y, dx, dy, 9) }),
    text(x + dx + (dx < 0 ? -16 : 10), y + dy + (dy < 0 ? -4 : 14), "w", {
      class: "words prediction symbol",
    }),
    // After a step the weights are those of the run: what is dragged are those of its start.
    ...(where !== undefined ? [handle("w", "Tip of the normal", x + dx, y + dy, "prediction", where)] : []),
  ];
}

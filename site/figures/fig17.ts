/** How far one step turns the weights towards an example that was missed, for every learning rate. */
import { arrow } from "./arrow.ts";
import { angleAfter, PAGE, type Parts, partsOf, STARTS, type StartName } from "./fig17/starts.ts";
import { axes } from "./frame/axes.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear, logarithmic } from "./frame/scale.ts";
import { group, handle, type Mark, mark, type Panel, pathThrough, rounded, text } from "./frame/scene.ts";

const [WIDTH, HEIGHT] = [360, 300];
const RATES = [1e-4, 10] as const;
const ETA = logarithmic(RATES, [44, 346]);
const ANGLE = linear([0, 180], [254, 26]);

const controls = {
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: RATES[0],
    max: RATES[1],
    step: 0.02,
    value: 0.1,
    log: true,
  }),
  start: choice({
    label: "Weights w before the step",
    symbol: "w",
    options: Object.fromEntries(Object.entries(STARTS).map(([name, { label }]) => [name, label])) as Record<
      StartName,
      string
    >,
    value: "example",
  }),
  w: list({ label: "Weights of the example", min: -100, max: 100, step: 1e-4, most: 3, value: PAGE.w }),
  x: list({ label: "The example x", min: -100, max: 100, step: 1e-4, most: 3, value: PAGE.x }),
};

const PLACES = Array.from({ length: 151 }, (_, i) => ETA.from(44 + (302 * i) / 150));
const curveOf = (w: readonly number[], x: readonly number[], colour: string): Mark =>
  mark("path", {
    class: `line ${colour}`,
    d: pathThrough(PLACES.map((eta) => [ETA.to(eta), ANGLE.to(angleAfter(w, x, eta) ?? 0)] as const)),
  });
const AXES = axes({
  x: ETA,
  y: ANGLE,
  xName: "learning rate η",
  yName: "angle",
  xTicks: [1e-4, 1e-3, 1e-2, 0.1, 1, 10],
  yTicks: [0, 45, 90, 135, 180],
  yText: (degrees) => `${degrees}°`,
  zeros: false,
});
const COLOUR: Record<StartName, string> = {
  zero: "prediction",
  normal: "error",
  example: "gradient",
  across: "gradient",
};
const SMALL = STARTS.normal.w;
const ZERO = STARTS.zero.w;

interface Data {
  readonly w: readonly number[];
  readonly x: readonly number[];
  /** From small random weights, from the chosen ones where they are others, and from 0. */
  readonly curves: readonly Mark[];
  readonly parts: Parts;
  readonly before: number | undefined;
  readonly after: number;
  /** From weights of 0, and from the small random ones: the two perceptrons of the page. */
  readonly fromZero: number;
  readonly fromNormal: number;
}

/** The curves do not change while η does. */
const curvesFor = remembered((key: string): readonly Mark[] => {
  const { w, x, colour } = JSON.parse(key) as { w: number[]; x: number[]; colour: string };
  const isOther = colour === "gradient";
  return [
    curveOf(SMALL, x, "error"),
    ...(isOther ? [curveOf(w, x, colour)] : []),
    curveOf(ZERO, x, "prediction"),
  ];
});

export const fig17 = defineFigure({
  id: "fig17",
  title: "A step towards the example",
  question:
    "Two perceptrons miss x, and add ηx to their weights. From 0 the new weights have the direction of x, whatever η is. Drag η: what does it do to the weights that have begun near 0?",
  controls,
  compute({ eta, start, ...own }): Data {
    const x = PAGE.x.map((xj, j) => own.x[j] ?? xj);
    const w = STARTS[start].w ?? PAGE.w.map((wj, j) => own.w[j] ?? wj);
    return {
      w,
      x,
      curves: curvesFor(JSON.stringify({ w, x, colour: COLOUR[start] })),
      parts: partsOf(w, x, eta),
      before: angleAfter(w, x, 0),
      after: angleAfter(w, x, eta) ?? 0,
      fromZero: angleAfter(ZERO, x, eta) ?? 0,
      fromNormal: angleAfter(SMALL, x, eta) ?? 0,
    };
  },
  draw: ({ w, curves, parts, before, after, fromZero, fromNormal }, { eta, start }) => [
    vectors(w, parts, after),
    {
      name: "angles",
      title: "Angle between the new weights and x",
      description:
        "The angle after one step against the learning rate: 0 for every rate from weights of 0, and falling to 0 from all others.",
      width: WIDTH,
      height: HEIGHT,
      marks: [
        AXES,
        ...curves,
        text(ETA.to(1.3e-4), ANGLE.to(129), "small random start", { class: "words error small" }),
        ...(COLOUR[start] === "gradient" && before !== undefined
          ? [text(ETA.to(1.3e-4), ANGLE.to(before) + 16, "start at w", { class: "words gradient small" })]
          : []),
        text(ETA.to(1.3e-4), ANGLE.to(4), "start at 0", { class: "words prediction small" }),
        mark("path", { class: "guide ink", d: `M${rounded(ETA.to(eta))} 26V254` }),
        mark("circle", { class: "dot prediction", cx: ETA.to(eta), cy: ANGLE.to(fromZero), r: 5 }),
        mark("circle", { class: "dot error", cx: ETA.to(eta), cy: ANGLE.to(fromNormal), r: 5 }),
        handle("eta", "Learning rate", ETA.to(eta), ANGLE.to(after), COLOUR[start], `η = ${brief(eta)}`),
      ],
    },
  ],
  says({ w, x, before, after, fromZero, fromNormal }, { eta }) {
    const turned =
      before === undefined
        ? `Weights of 0 have no direction; after the step they are at ${degrees(after)} to x.`
        : `The weights ${vector(w)} are at ${degrees(before)} to x = ${vector(x)} before the step and at ${degrees(after)} after it.`;
    return `η = ${brief(eta)}. ${turned} The two perceptrons of the page come to ${degrees(fromZero)} from 0 and to ${degrees(fromNormal)} from the small random weights.`;
  },
  table({ w, x }) {
    const starts = [...new Map([ZERO, SMALL, w].map((each) => [vector(each), each])).values()];
    return {
      caption: `Degrees between the weights after one step and x = ${vector(x)}`,
      head: ["η", ...starts.map((start) => `from ${vector(start)}`)],
      rows: [1e-4, 1e-3, 0.01, 0.1, 1, 10].map((eta) => [
        brief(eta),
        ...starts.map((start) => fixed(angleAfter(start, x, eta) ?? 0, 2)),
      ]),
    };
  },
  presets: [
    { label: "From 0", state: { start: "zero" } },
    { label: "From near 0", state: { start: "normal", eta: 0.01 } },
    { label: "Across x", state: { start: "across" } },
  ],
  example: { eta: "\\eta", w: "w", x: "x" },
  drag: (_, { x }) => ({ eta: ETA.from(x) }),
});

/** Where the plane of w and x is drawn, x to the right. */
const FRAME = { left: 20, right: 340, top: 40, base: 214 };

function vectors(w: readonly number[], { along, across, after }: Parts, angle: number): Panel {
  const [least, most] = [Math.min(0, along), Math.max(0, along, after)];
  const reach = Math.max(1e-12, most - least);
  const unit = Math.min(
    (FRAME.right - FRAME.left - 40) / reach,
    across > 0 ? (FRAME.base - FRAME.top) / across : 1e12,
  );
  // In the middle of the room that is left.
  const origin = (FRAME.left + FRAME.right - unit * (most + least)) / 2;
  const place = (a: number, p: number) => [origin + unit * a, FRAME.base - unit * p] as const;
  const [wx, wy] = place(along, across);
  const [nx, ny] = place(after, across);
  const radius = Math.min(34, 0.6 * Math.hypot(nx - origin, ny - FRAME.base));
  const turn = (angle * Math.PI) / 180;
  const arc = `M${rounded(origin + radius)} ${FRAME.base}A${rounded(radius)} ${rounded(radius)} 0 0 0 ${rounded(origin + radius * Math.cos(turn))} ${rounded(FRAME.base - radius * Math.sin(turn))}`;
  const isLong = (dx: number, dy: number): boolean => Math.hypot(dx, dy) > 14;
  return {
    name: "vectors",
    title: "Weights, step and new weights, x to the right",
    description:
      "The plane of the weights and the example, with the example to the right. The step runs along the example and lengthens that part alone; what stands across stays. The drawing grows with the vectors.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      mark("path", { class: "thin soft", d: `M${FRAME.left} ${FRAME.base}H${FRAME.right}` }),
      mark("path", { class: "thin soft", d: arrow(FRAME.right - 8, FRAME.base, 8, 0) }),
      text(FRAME.right, FRAME.base + 18, "direction of x", { class: "tick end" }),
      mark("path", { class: "guide ink", d: `M${rounded(nx)} ${rounded(ny)}V${FRAME.base}` }),
      mark("path", { class: "line ink", d: angle > 0.5 ? arc : "" }),
      group(
        "data",
        mark("path", { class: "line", d: arrow(origin, FRAME.base, wx - origin, wy - FRAME.base) }),
        isLong(wx - origin, wy - FRAME.base) && text(wx - 6, wy - 8, "w", { class: "words symbol end" }),
      ),
      group(
        "gradient",
        mark("path", { class: "line dashed", d: arrow(wx, wy, nx - wx, ny - wy) }),
        isLong(nx - wx, 0) && text((wx + nx) / 2, wy - 8, "η x", { class: "words symbol middle" }),
      ),
      group(
        "prediction",
        mark("path", { class: "line heavy", d: arrow(origin, FRAME.base, nx - origin, ny - FRAME.base, 9) }),
        isLong(nx - origin, ny - FRAME.base) && text(nx + 8, ny - 6, "w′", { class: "words symbol" }),
      ),
      mark("circle", { class: "dot ink", cx: origin, cy: FRAME.base, r: 3.5 }),
      text(20, 20, `w = ${vector(w)}`, { class: "words data small" }),
      text(340, 20, `${degrees(angle)}`, { class: "words ink strong large end" }),
      text(FRAME.left, FRAME.base + 44, `along x: ${digits(along, 3)} becomes ${digits(after, 3)}`, {
        class: "small",
      }),
      text(FRAME.left, FRAME.base + 62, `across x: ${digits(across, 3)} stays`, { class: "small" }),
    ],
  };
}

const degrees = (angle: number): string => `${brief(Number(angle.toFixed(2)))}°`;
const vector = (entries: readonly number[]): string => `(${entries.map(brief).join(", ")})`;

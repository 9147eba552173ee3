/** A chain of boxes: values go forward, slopes come back and multiply. */
import { type FunctionName, functionOf } from "../../reference/functions.ts";
import { type Link, linksOf, measuredSlope, slopesAtX } from "../../reference/links.ts";
import { clip } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import {
  group,
  handle,
  type Mark,
  mark,
  type Panel,
  pathThrough,
  pressable,
  rounded,
  text,
} from "./frame/scene.ts";

interface Kind {
  readonly name: FunctionName;
  readonly label: string;
}
const KINDS = {
  square: { name: { fn: "square" }, label: "square" },
  sigmoid: { name: { fn: "sigmoid" }, label: "sigmoid" },
  leaky: { name: { fn: "leakyRelu" }, label: "leaky ReLU" },
  sin: { name: { fn: "sin" }, label: "sin" },
  three: { name: { fn: "quadratic", args: [0, 3, -1] }, label: "3u − 1" },
  minus: { name: { fn: "quadratic", args: [0, -2, 1] }, label: "1 − 2u" },
} as const satisfies Record<string, Kind>;
type KindName = keyof typeof KINDS;
type Box = KindName | "none";

const OPTIONS = {
  none: "no box",
  ...(Object.fromEntries(Object.entries(KINDS).map(([key, { label }]) => [key, label])) as Record<
    KindName,
    string
  >),
};
const box = (k: number, value: Box) =>
  choice<Box>({ label: `Box ${k}`, symbol: "f", options: OPTIONS, value });

const controls = {
  x: range({ label: "Input x", symbol: "x", min: -4, max: 4, step: 0.01, value: 2 }),
  at: choice({
    label: "Slopes are taken",
    options: { x: "all at x", own: "each at its own input" },
    value: "x",
  }),
  f1: box(1, "square"),
  f2: box(2, "sigmoid"),
  f3: box(3, "none"),
  f4: box(4, "none"),
};
type State = { readonly [K in keyof typeof controls]: (typeof controls)[K]["value"] };
const PLACES = ["f1", "f2", "f3", "f4"] as const;

/** Step of the difference that measures the whole chain. */
const STEP = 1e-5;

interface Data {
  readonly kinds: readonly Kind[];
  /** Where each box of the chain stands among the controls. */
  readonly places: readonly (typeof PLACES)[number][];
  readonly links: readonly Link[];
  /** The slopes that are multiplied, right or not. */
  readonly slopes: readonly number[];
  readonly product: number;
  readonly measured: number;
}

const SUB = "₀₁₂₃₄";
const short = (value: number): string =>
  Math.abs(value) < 1e-9
    ? "0"
    : digits(value, 4)
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "");

/** One box: its curve, what it gets, and its tangent there. */
function boxPanel(k: number, data: Data, at: State["at"]): Panel {
  const { label, name } = data.kinds[k]!;
  const { input, output } = data.links[k]!;
  const { value } = functionOf(name);
  const x0 = data.links[0]!.input;
  const reach = Math.max(4.5, 1.2 * Math.abs(input));
  const xs = Array.from({ length: 81 }, (_, i) => reach * (i / 40 - 1));
  const ys = xs.map(value);
  const [low, high] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const room = 0.12 * (high - low);
  const X = linear([-reach, reach], [6, 164]);
  const Y = linear([low - room, high + room], [128, 8]);
  const slopeAt = at === "own" ? input : x0;
  const tangentY = value(slopeAt);
  const slope = data.slopes[k]!;
  const tangent = [-reach, reach].map(
    (u) => [X.to(u), Math.max(-2000, Math.min(2000, Y.to(tangentY + slope * (u - slopeAt))))] as const,
  );
  const isWrong = at === "x" && k > 0;
  return {
    name: `box${k + 1}`,
    title: `f${SUB[k + 1]}: ${label}`,
    description: `The curve of ${label} with a point at its input ${short(input)} and the tangent at ${short(slopeAt)}.`,
    width: 170,
    height: 172,
    narrow: true,
    marks: [
      clip(`fig03-clip${k}`, X, Y),
      mark("path", { class: "zero", d: `M6 ${rounded(Y.to(0))}H164M${rounded(X.to(0))} 8V128` }),
      mark(
        "g",
        { "clip-path": `url(#fig03-clip${k})` },
        mark("path", {
          class: "line data",
          d: pathThrough(xs.map((u, i) => [X.to(u), Y.to(ys[i]!)] as const)),
        }),
        mark("path", { class: isWrong ? "line dashed error" : "line gradient", d: pathThrough(tangent) }),
      ),
      isWrong && mark("circle", { class: "hollow error", cx: X.to(slopeAt), cy: Y.to(tangentY), r: 4 }),
      k === 0
        ? handle("x", "Input x", X.to(input), Y.to(output), "prediction", `x = ${brief(input)}`)
        : mark("circle", { class: "dot prediction", cx: X.to(input), cy: Y.to(output), r: 5 }),
      text(6, 146, `${short(input)} → ${short(output)}`, { class: "words prediction" }),
      text(6, 164, `slope ${short(slope)}${isWrong ? " at x" : ""}`, {
        class: `words strong ${isWrong ? "error" : "gradient"}`,
      }),
    ].filter((one) => one !== false),
  };
}

/** The whole chain: u forward above, slopes backward below. */
function chainPanel(data: Data, at: State["at"]): Panel {
  const n = data.links.length;
  const left = 44;
  const apart = (480 - 2 * left) / n;
  const X = (k: number): number => left + apart * k;
  const values = [data.links[0]!.input, ...data.links.map(({ output }) => output)];
  const backs: number[] = [1];
  for (const slope of [...data.slopes].reverse()) backs.unshift(backs[0]! * slope);
  const isWrong = at === "x" && n > 1;
  const back = isWrong ? "error" : "gradient";
  const arrow = (from: number, to: number, y: number, className: string): Mark => {
    const way = Math.sign(to - from);
    return mark("path", {
      class: `line ${className}`,
      d: `M${rounded(from)} ${y}H${rounded(to - way)}m${-6 * way} -4l${6 * way} 4l${-6 * way} 4`,
    });
  };
  const between = data.links.flatMap((_, k) => [
    arrow(X(k) + 14, X(k + 1) - 14, 66, "prediction"),
    text((X(k) + X(k + 1)) / 2, 56, `f${SUB[k + 1]}`, { class: "symbol middle" }),
    arrow(X(k + 1) - 14, X(k) + 14, 112, back),
    text((X(k) + X(k + 1)) / 2, 104, `· ${short(data.slopes[k]!)}`, { class: `words middle ${back}` }),
  ]);
  const nodes = values.map((value, k) => {
    const isSwap = k > 0 && k < n;
    const circle = mark("circle", { class: "hollow ink", cx: X(k), cy: 66, r: isSwap ? 11 : 4 });
    return group(
      "node",
      text(X(k), 22, k === 0 ? "x" : k === n ? "F(x)" : `u${SUB[k]}`, { class: "symbol middle" }),
      text(X(k), 41, short(value), { class: "words strong middle prediction" }),
      isSwap
        ? pressable(
            `swap${k}`,
            `Exchange f${SUB[k]} and f${SUB[k + 1]}`,
            false,
            circle,
            mark("path", {
              class: "line thin ink",
              d: `M${rounded(X(k) - 6)} 63h11m-3 -3l3 3l-3 3M${rounded(X(k) + 6)} 69h-11m3 -3l-3 3l3 3`,
            }),
          )
        : circle,
      mark("circle", { class: `dot ${back}`, cx: X(k), cy: 112, r: 4 }),
      text(X(k), 134, short(backs[k]!), { class: `words strong middle ${back}` }),
    );
  });
  return {
    name: "chain",
    title: "Values go forward, slopes come back",
    description: `A chain of ${n} boxes. Forward the values ${values.map(short).join(", ")}; backward, from 1 at the end, the products ${[...backs].reverse().map(short).join(", ")}.`,
    width: 480,
    height: 190,
    wide: true,
    marks: [
      group(
        "compact",
        ...between,
        ...nodes,
        text(0, 172, `product of the slopes ${short(data.product)}`, { class: `words strong ${back}` }),
        text(480, 172, `measured ${short(data.measured)}`, { class: "words strong end reference" }),
      ),
    ],
  };
}

export const fig03 = defineFigure({
  id: "fig03",
  title: "A chain of boxes",
  question:
    "Each box stretches a small change by its slope, so the slopes multiply. Yet this product misses the slope that is measured on the whole chain. At which input must each slope be taken?",
  controls,
  compute(state): Data {
    const all = PLACES.map((place) => [place, state[place] as Box] as const);
    const used = all.filter(
      (each): each is readonly [(typeof PLACES)[number], KindName] => each[1] !== "none",
    );
    // An empty chain hands x on: it is drawn as one box that changes nothing.
    const kinds: readonly Kind[] =
      used.length === 0
        ? [{ name: { fn: "identity" }, label: "nothing" }]
        : used.map(([, kind]) => KINDS[kind]);
    const chain = kinds.map(({ name }) => name);
    const links = linksOf(chain, state.x);
    const slopes = state.at === "own" ? links.map(({ slope }) => slope) : slopesAtX(chain, state.x);
    return {
      kinds,
      places: used.map(([place]) => place),
      links,
      slopes,
      product: slopes.reduce((a, b) => a * b, 1),
      measured: measuredSlope(chain, state.x, STEP),
    };
  },
  draw(data, { at }) {
    return [chainPanel(data, at), ...data.kinds.map((_, k) => boxPanel(k, data, at))];
  },
  says({ kinds, slopes, product, measured, links }, { x, at }) {
    const written = slopes.map((slope) => (slope < 0 ? `(${short(slope)})` : short(slope))).join(" · ");
    const atKink = kinds.some(({ label }, k) => label === "leaky ReLU" && Math.abs(links[k]!.input) < STEP);
    const gap = Math.abs(product - measured);
    // The measured slope has an error of its own: about 10⁻¹⁰ of what the values are.
    const isSame = gap <= 1e-6 * Math.max(1, Math.abs(measured));
    const end = isSame
      ? "the same"
      : atKink
        ? "but a box sits at its kink, where it has no slope"
        : at === "x" && kinds.length > 1
          ? "another number: only the first box is at x"
          : `${digits(gap, 2)} apart`;
    return `At x = ${brief(x)} the slopes multiply to ${slopes.length > 1 ? `${written} = ` : ""}${short(product)}; measured on the whole chain the slope is ${short(measured)}, ${end}.`;
  },
  table({ kinds, links, slopes }) {
    return {
      caption: "Boxes of the chain, the innermost first",
      head: ["box", "gets", "gives", "slope at what it gets", "slope that is multiplied"],
      rows: kinds.map(({ label }, k) => {
        const { input, output, slope } = links[k]!;
        return [`f${SUB[k + 1]}: ${label}`, short(input), short(output), short(slope), short(slopes[k]!)];
      }),
    };
  },
  presets: [
    { label: "Each at its own input", state: { at: "own" } },
    { label: "3 · (−2) = −6", state: { at: "own", f1: "three", f2: "minus", x: 1 } },
    { label: "Three boxes at −4", state: { at: "own", f1: "leaky", f2: "square", f3: "sigmoid", x: -4 } },
    { label: "A flat box", state: { at: "own", f1: "sin", f2: "square", f3: "three", x: 1.57 } },
  ],
  drag(_name, { x }, _start, { links }) {
    const reach = Math.max(4.5, 1.2 * Math.abs(links[0]!.input));
    return { x: linear([-reach, reach], [6, 164]).from(x) };
  },
  press(name, state, { places }) {
    const k = Number(name.slice("swap".length));
    const [before, after] = [places[k - 1], places[k]];
    if (before === undefined || after === undefined) return {};
    return { [before]: state[after], [after]: state[before] };
  },
});

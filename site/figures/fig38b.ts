/** Data that one knows, and a line to part them: what no line can do, and what two can. */
import { SETS, type SetName, setOf, sideOf } from "./fig38b/sets.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, list, range, seed, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { fixed } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { crosses, dots, group, handle, type Mark, mark, pathThrough, text } from "./frame/scene.ts";
import { type Point, partWhere, rectangle, rimWhereZero } from "./half-plane.ts";

/** Ends of both lines, in shares of the picture; the first is the line of the page's example. */
const FIRST = [0.05, 0.55, 0.8, 0.05];
const SECOND = [0.2, 0.85, 0.85, 0.2];
const PLOT = { left: 40, right: 450, top: 30, bottom: 342 };

const controls = {
  set: choice({ label: "Data", options: SETS, value: "corners" }),
  two: toggle({ label: "A second line: the class lies between them", value: false }),
  noise: range({ label: "Noise ν", symbol: "ν", min: 0, max: 0.5, step: 0.01, value: 0 }),
  first: list({ label: "Line", min: 0, max: 1, step: 0.005, most: 4, value: FIRST }),
  second: list({ label: "Second line", min: 0, max: 1, step: 0.005, most: 4, value: SECOND }),
  seed: seed({ label: "Seed", value: 1 }),
};

type Side = (x: number, y: number) => number;

interface Data {
  readonly x: Scale;
  readonly y: Scale;
  readonly points: readonly Point[];
  readonly labels: readonly number[];
  readonly lines: readonly Side[];
  /** Whether the region where all sides agree has class 1. */
  readonly inside: number;
  readonly right: readonly boolean[];
  readonly ends: { readonly first: readonly number[]; readonly second: readonly number[] };
}

const four = (given: readonly number[], start: readonly number[]): readonly number[] =>
  start.map((share, k) => given[k] ?? share);

export const fig38b = defineFigure({
  id: "fig38b",
  title: "A line between two classes",
  question:
    "Drag the line by its ends. How many of the four corners can you get on their right side? Take a second line: for which of the data do two do it, and for which do they not?",
  controls,
  compute({ set, two, noise, seed, first, second }): Data {
    const { points, labels, ends: own } = setOf(set as SetName, noise, seed);
    const x = linear(own, [PLOT.left, PLOT.right]);
    const y = linear(own, [PLOT.bottom, PLOT.top]);
    const ends = { first: four(first, FIRST), second: four(second, SECOND) };
    const along = (share: number): number => own[0] + share * (own[1] - own[0]);
    const side = (line: readonly number[]): Side =>
      sideOf(line.map(along) as unknown as readonly [number, number, number, number]);
    const lines = [side(ends.first), ...(two ? [side(ends.second)] : [])];
    const isInside = ([px, py]: Point): boolean => productOf(lines, px, py) > 0;
    const hits = points.filter((p, i) => isInside(p) === (labels[i] === 1)).length;
    const inside = 2 * hits >= points.length ? 1 : 0;
    const right = points.map((p, i) => (isInside(p) ? inside : 1 - inside) === labels[i]);
    return { x, y, points, labels, lines, inside, right, ends };
  },
  draw({ x, y, points, labels, lines, inside, right, ends }, { two, set }) {
    const placed = points.map(([px, py]) => [x.to(px), y.to(py)] as const);
    const area = rectangle(x.domain[0], y.domain[0], x.domain[1], y.domain[1]);
    const toPath = (corners: readonly Point[]): string =>
      corners.length === 0 ? "" : `${pathThrough(corners.map(([px, py]) => [x.to(px), y.to(py)] as const))}Z`;
    const isBig = set === "corners";
    const kind = (one: boolean, ok: boolean): Mark => {
      const of = placed.filter((_, i) => (labels[i] === 1) === one && right[i] === ok);
      const colour = ok ? "data" : "error";
      if (!one) return mark("path", { class: `crosses ${colour}`, d: crosses(of, isBig ? 8 : 3) });
      return isBig
        ? group(colour, ...of.map(([cx, cy]) => mark("circle", { class: "dot", cx, cy, r: 9 })))
        : mark("path", { class: `dots ${colour}`, d: dots(of) });
    };
    const share = (name: "first" | "second", k: 0 | 1): Mark => {
      const [sx = 0, sy = 0] = ends[name].slice(2 * k);
      const cx = PLOT.left + sx * (PLOT.right - PLOT.left);
      const cy = PLOT.bottom - sy * (PLOT.bottom - PLOT.top);
      return handle(
        `${name}${k}`,
        `${name === "first" ? "Line" : "Second line"}, ${k === 0 ? "one" : "the other"} end`,
        cx,
        cy,
        name === "first" ? "prediction" : "reference",
        `${fixed(x.from(cx), 2)}, ${fixed(y.from(cy), 2)}`,
      );
    };
    return [
      {
        name: "plane",
        title: "The two classes and their sides",
        description: `Points of class 1 as dots, those of class 0 as crosses; the shaded part is predicted to be class 1, and points on the wrong side are set off. The ends of the ${two ? "two lines" : "line"} can be dragged.`,
        width: 490,
        height: 376,
        wide: true,
        marks: [
          clip("fig38b-plane", x, y),
          mark(
            "g",
            { "clip-path": "url(#fig38b-plane)" },
            ...regionsOf(lines, inside, area).map((corners) =>
              mark("path", { class: "area prediction", d: toPath(corners) }),
            ),
            ...lines.map((line, k) =>
              mark("path", {
                class: `line ${k === 0 ? "prediction" : "reference"}`,
                d: pathThrough(rimWhereZero(area, line).map(([px, py]) => [x.to(px), y.to(py)] as const)),
              }),
            ),
          ),
          axes({ x, y, xName: "x", yName: "y", zeros: false }),
          kind(true, true),
          kind(false, true),
          kind(true, false),
          kind(false, false),
          share("first", 0),
          share("first", 1),
          ...(two ? [share("second", 0), share("second", 1)] : []),
          text(PLOT.right, 18, `${right.filter(Boolean).length} of ${points.length} right`, {
            class: "words prediction strong end",
          }),
        ],
      },
    ];
  },
  says({ lines, right, points }, { set, two }) {
    const count = right.filter(Boolean).length;
    const by = two ? "two lines" : "one line";
    if (set !== "corners" || two)
      return `${SETS[set as SetName]}: ${count} of ${points.length} points are on their right side of ${by}.`;
    const [line] = lines as [Side];
    const at = ([a, b]: Point): number => line(a, b);
    const sum = (p: Point, q: Point): string => fixed(at(p) + at(q), 3);
    return `${count} of 4 corners are right. The line gives ${sum([0, 0], [1, 1])} at (0, 0) and (1, 1) together, and ${sum([0, 1], [1, 0])} at the two others: always the same sum, so it cannot be negative for the ones and positive for the others.`;
  },
  table({ points, labels, right }) {
    const shown = points.slice(0, 20);
    return {
      caption: `The first ${shown.length} of ${points.length} points`,
      head: ["x", "y", "class", "side"],
      rows: shown.map(([px, py], i) => [
        fixed(px, 3),
        fixed(py, 3),
        String(labels[i]),
        right[i] === true ? "right" : "wrong",
      ]),
    };
  },
  idle: ({ set }) => [
    ...(set === "blobs" ? (["noise"] as const) : []),
    ...(set === "corners" ? (["seed"] as const) : []),
  ],
  presets: [
    { label: "Two lines", state: { two: true } },
    { label: "XOR, one line", state: { set: "xor" } },
    { label: "Circles", state: { set: "circles", noise: 0.1, two: true } },
    { label: "Clouds", state: { set: "blobs", first: [0.1, 0.2, 0.9, 0.85] } },
  ],
  example: { first: { of: ["w_1", "w_2", "b"], by: endsOf } },
  drag(name, { x, y }, _, { ends }) {
    const [line, k] = [name.startsWith("first") ? "first" : "second", Number(name.at(-1))] as const;
    const shares = [...ends[line]];
    shares[2 * k] = (x - PLOT.left) / (PLOT.right - PLOT.left);
    shares[2 * k + 1] = (PLOT.bottom - y) / (PLOT.bottom - PLOT.top);
    return { [line]: shares };
  },
});

/** Where the line w₁x + w₂y + b = 0 leaves the picture of the corners, short of its rim; none where it is not in it. */
function endsOf(
  [w1 = 0]: readonly number[],
  [w2 = 0]: readonly number[],
  [b = 0]: readonly number[],
): readonly number[] | undefined {
  const [low, high] = setOf("corners", 0, 0).ends;
  const inset = rectangle(0.05, 0.05, 0.95, 0.95);
  const along = (share: number): number => low + share * (high - low);
  const ends = rimWhereZero(inset, (x, y) => w1 * along(x) + w2 * along(y) + b);
  return ends.length === 2 ? ends.toSorted(([a], [c]) => a - c).flat() : undefined;
}

const productOf = (lines: readonly Side[], x: number, y: number): number =>
  lines.reduce((product, line) => product * line(x, y), 1);

/** The convex parts of the picture that are predicted to be class 1. */
function regionsOf(
  lines: readonly Side[],
  inside: number,
  area: readonly Point[],
): readonly (readonly Point[])[] {
  const [first, second] = lines as [Side, Side | undefined];
  const part = (polygon: readonly Point[], line: Side, sign: number): readonly Point[] =>
    partWhere(polygon, (x, y) => sign * line(x, y));
  const sign = inside === 1 ? 1 : -1;
  if (second === undefined) return [part(area, first, sign)];
  return [1, -1].map((s) => part(part(area, first, s), second, s * sign));
}

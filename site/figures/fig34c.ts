/** A slice of a loss of three weights: what its picture shows of the loss, and what goes on behind it. */
import { contours } from "d3-contour";
import { lossSlice } from "../../reference/differentiation/loss-slice.ts";
import { num } from "../../reference/numbers/num.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { handle, type Mark, mark, type Panel, pathThrough, rounded, text } from "./frame/scene.ts";
import { near } from "./near.ts";

/** The page's w₁² + 2w₂² + 3w₃². */
const BOWL = { fn: "steepBowl", args: [] } as const;
const POINTS = 21;
const MOST = 4;
const SIZE = { width: 360, height: 300 };
/** Heights above the least entry of the slice, in nine parts of its rise. */
const BANDS = 9;

const weight = (of: { label: string; value: number }) =>
  range({ ...of, symbol: "w", min: -MOST, max: MOST, step: 0.05 });
const controls = {
  w1: weight({ label: "w₁", value: 2 }),
  w2: weight({ label: "w₂", value: 1 }),
  w3: weight({ label: "w₃, held by the slice", value: 3 }),
  r: range({ label: "Radius r", symbol: "r", min: 0.1, max: 4, step: 0.1, value: 0.5 }),
  adds: choice({
    label: "The weights are added",
    options: { once: "once", twice: "twice, as the source does" },
    value: "once",
  }),
};

interface Data {
  /** S_ba, row by row. */
  readonly S: readonly number[];
  readonly loss: number;
  readonly middle: number;
  readonly least: number;
  /** Offsets at which the slice is least. */
  readonly at: readonly [number, number];
}

const lossAt = (w1: number, w2: number, w3: number): number => w1 ** 2 + 2 * w2 ** 2 + 3 * w3 ** 2;

const place = (row: number, r: number): number => -r + (2 * r * row) / (POINTS - 1);

/** Level bands of the slice over the given ends of both axes, the darker the higher. */
function bands({ S, least }: Data, r: number, [x, y]: readonly [Scale, Scale]): readonly Mark[] {
  const rise = Math.max(...S) - least;
  const levels = contours().size([POINTS, POINTS]);
  const inside = (v: number): number => Math.max(-r, Math.min(r, place(v - 0.5, r)));
  return Array.from({ length: BANDS }, (_, band): Mark => {
    const rings = levels.contour([...S], least + (rise * band) / BANDS).coordinates.flat();
    const d = rings
      .map((ring) => `${pathThrough(ring.map(([a = 0, b = 0]) => [x.to(inside(a)), y.to(inside(b))]))}Z`)
      .join("");
    return mark("path", { class: `band error of-${band + 1}`, d, "fill-rule": "evenodd" });
  });
}

const ALL = [linear([-MOST, MOST], [40, 344]), linear([-MOST, MOST], [262, 34])] as const;

const square = (className: string, w1: number, w2: number, r: number): Mark =>
  mark("rect", {
    class: className,
    x: ALL[0].to(w1 - r),
    y: ALL[1].to(w2 + r),
    width: ALL[0].to(2 * r) - ALL[0].to(0),
    height: ALL[1].to(0) - ALL[1].to(2 * r),
  });

/** The whole plane of w₁ and w₂ as ellipses, with the square that the slice is said to show. */
function plane(w1: number, w2: number, r: number, isTwice: boolean): Panel {
  const [X, Y] = ALL;
  const ring = (height: number): string =>
    `${pathThrough(
      Array.from({ length: 49 }, (_, k) => {
        const turn = (2 * Math.PI * k) / 48;
        return [
          X.to(Math.sqrt(height) * Math.cos(turn)),
          Y.to(Math.sqrt(height / 2) * Math.sin(turn)),
        ] as const;
      }),
    )}Z`;
  return {
    name: "plane",
    title: "Where you are: drag the square",
    description: `Level lines of the loss over w₁ and w₂, with the square of radius ${fixed(r, 1)} around (${fixed(w1, 2)}, ${fixed(w2, 2)}), which can be dragged${isTwice ? "; dashed, the place that the slice really shows" : ""}.`,
    ...SIZE,
    marks: [
      clip("fig34c-plane", X, Y),
      axes({ x: X, y: Y, xName: "w₁", yName: "w₂" }),
      mark(
        "g",
        { "clip-path": "url(#fig34c-plane)" },
        mark("path", { class: "thin error", d: [1, 4, 9, 16, 25, 36].map(ring).join("") }),
        square("area ink", w1, w2, r),
        isTwice && square("line dashed reference", 2 * w1, 2 * w2, r),
      ),
      handle(
        "w",
        "Weights w₁ and w₂",
        X.to(w1),
        Y.to(w2),
        "prediction",
        `(${fixed(w1, 2)}, ${fixed(w2, 2)})`,
      ),
    ],
  };
}

function slice(data: Data, r: number): Panel {
  const X = linear([-r, r], [40, 344]);
  const Y = linear([-r, r], [262, 34]);
  const [x, y] = [X.to(data.at[0]), Y.to(data.at[1])];
  return {
    name: "slice",
    title: "What the slice shows, r to either side",
    description: `Level bands of the ${POINTS} × ${POINTS} entries over the offsets, the darker the higher. The entry in the middle is ${digits(data.middle, 4)}, the least ${digits(data.least, 4)}.`,
    ...SIZE,
    marks: [
      ...bands(data, r, [X, Y]),
      axes({ x: X, y: Y, xName: "offset of w₁", yName: "offset of w₂", zeros: false }),
      mark("path", {
        class: "line reference",
        d: `M${rounded(x - 7)} ${rounded(y)}h14M${rounded(x)} ${rounded(y - 7)}v14`,
      }),
      mark("circle", { class: "dot prediction", cx: X.to(0), cy: Y.to(0), r: 5 }),
      text(120, 18, `+ least ${digits(data.least, 3)}`, { class: "words reference" }),
      text(344, 18, `middle ${digits(data.middle, 3)}`, { class: "words prediction strong end" }),
    ],
  };
}

const THIRD = linear([-MOST, MOST], [46, 474]);
const LOSS = linear([0, 100], [180, 34]);

function behind(w1: number, w2: number, w3: number): Panel {
  const curve = Array.from({ length: 81 }, (_, k) => {
    const at = -MOST + k / 10;
    return [THIRD.to(at), near(LOSS.to(lossAt(w1, w2, at)))] as const;
  });
  return {
    name: "behind",
    title: "What goes on behind it, along w₃",
    description: `The loss against w₃, w₁ and w₂ as they are: ${digits(lossAt(w1, w2, w3), 4)} now, ${digits(lossAt(w1, w2, 0), 4)} at 0.`,
    width: 490,
    height: 218,
    wide: true,
    marks: [
      axes({ x: THIRD, y: LOSS, xName: "w₃", yName: "L", yTicks: [0, 50, 100], zeros: false }),
      mark("path", { class: "line error", d: pathThrough(curve) }),
      mark("path", { class: "guide ink", d: `M46 ${rounded(LOSS.to(lossAt(w1, w2, 0)))}H474` }),
      handle("w3", "Weight w₃", THIRD.to(w3), LOSS.to(lossAt(w1, w2, w3)), "prediction", fixed(w3, 2)),
      text(474, 18, `L = ${digits(lossAt(w1, w2, w3), 4)}`, { class: "words error strong end" }),
    ],
  };
}

export const fig34c = defineFigure({
  id: "fig34c",
  title: "A slice of a loss, and the third weight",
  question:
    "Drag the square until the slice has its least entry in the middle. Has descent arrived there? And let the weights be added twice, as in a source’s program: which place does its picture show?",
  controls,
  compute({ w1, w2, w3, r, adds }): Data {
    const times = adds === "once" ? 1 : 2;
    const center = [times * w1, times * w2, w3].map((w) => num(w));
    const S = lossSlice(BOWL, center, [0, 1], num(r), POINTS)
      .flat()
      .map(({ value }) => value);
    const least = Math.min(...S);
    const found = S.indexOf(least);
    return {
      S,
      loss: lossAt(w1, w2, w3),
      middle: S[(POINTS * POINTS - 1) / 2] ?? 0,
      least,
      at: [place(found % POINTS, r), place(Math.floor(found / POINTS), r)],
    };
  },
  draw: (data, { w1, w2, w3, r, adds }) => [
    plane(w1, w2, r, adds === "twice"),
    slice(data, r),
    behind(w1, w2, w3),
  ],
  says({ loss, middle, least, at }, { w1, w2, w3, r, adds }) {
    const where = `At (${fixed(w1, 2)}, ${fixed(w2, 2)}, ${fixed(w3, 2)}) the loss is ${digits(loss, 4)}.`;
    const shown =
      least === middle
        ? `The slice of radius ${fixed(r, 1)} has its least entry in the middle, ${digits(middle, 4)}: a hollow.`
        : `The slice of radius ${fixed(r, 1)} has ${digits(middle, 4)} in the middle and falls to ${digits(least, 4)} at the offsets ${fixed(at[0], 2)} and ${fixed(at[1], 2)}.`;
    const source =
      adds === "twice" && middle !== loss
        ? " It shows the surroundings of twice w₁ and w₂, not of the weights."
        : "";
    const hidden =
      w3 === 0
        ? " Along w₃ nothing is left to win."
        : ` Along w₃, which it holds, the loss could fall by another ${digits(3 * w3 ** 2, 4)}.`;
    return `${where} ${shown}${source}${hidden}`;
  },
  table({ S }, { r }) {
    const every = [0, 5, 10, 15, 20];
    return {
      caption: "Entries of the slice, every fifth of row and column",
      head: ["offset of w₂", ...every.map((column) => fixed(place(column, r), 2))],
      rows: every.map((row) => [
        fixed(place(row, r), 2),
        ...every.map((column) => digits(S[row * POINTS + column] ?? 0, 4)),
      ]),
    };
  },
  presets: [
    { label: "A hollow, and far too high", state: { w1: 0, w2: 0 } },
    { label: "The bottom", state: { w1: 0, w2: 0, w3: 0 } },
    { label: "A wide slice", state: { r: 3 } },
    { label: "Added twice", state: { adds: "twice" } },
    { label: "Added twice, at (1, −½)", state: { w1: 1, w2: -0.5, r: 2, adds: "twice" } },
  ],
  still: { panel: "slice" },
  drag: (name, { x, y }) =>
    name === "w3" ? { w3: THIRD.from(x) } : { w1: ALL[0].from(x), w2: ALL[1].from(y) },
  example: { w1: "w 1", w2: "w 2", w3: "w 3", r: "r" },
});

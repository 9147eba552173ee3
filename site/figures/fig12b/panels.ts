/** The pictures of fig12b: predictions and labels, costs, a product and a sum. */
import { curve } from "../curve.ts";
import { axes, clip } from "../frame/axes.ts";
import { linear } from "../frame/scale.ts";
import { group, handle, type Mark, mark, type Panel, pressable, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { short } from "../short.ts";
import type { Data, Model } from "./labels.ts";

export const P = linear([0, 1], [236, 26]);
const COLUMN = { left: 56, apart: 100, width: 64 };

export function columns({ labels, own, other }: Data): Panel {
  const all = labels.flatMap((label, i): Mark[] => {
    const x = COLUMN.left + i * COLUMN.apart;
    const [p, q] = [own.p[i] as number, own.q[i] as number];
    const ends = label === 1 ? [P.to(p), P.to(0)] : [P.to(1), P.to(p)];
    const [top, bottom] = ends as [number, number];
    const middle = x + COLUMN.width / 2;
    return [
      mark("rect", { class: "hollow data", x, y: P.to(1), width: COLUMN.width, height: P.to(0) - P.to(1) }),
      mark("rect", { class: "bar prediction", x, y: top, width: COLUMN.width, height: bottom - top }),
      mark("path", {
        class: "line dashed ink",
        d: `M${x - 8} ${P.to(other.p[i] as number)}h${COLUMN.width + 16}`,
      }),
      text(middle, 18, `q = ${short(q)}`, { class: "words prediction strong middle" }),
      pressable(
        `label${i}`,
        `Label y = ${label} of tumour ${i + 1}: press to turn it round`,
        label === 1,
        mark("rect", { class: "hollow ink", x, y: 246, width: COLUMN.width, height: 30, rx: 3 }),
        text(middle, 266, `y = ${label}`, { class: "strong middle" }),
      ),
    ];
  });
  const handles = own.p.map((p, i) =>
    handle(
      `p${i}`,
      `Prediction for tumour ${i + 1}`,
      COLUMN.left + i * COLUMN.apart + COLUMN.width / 2,
      P.to(p),
      "ink",
      `p = ${short(p)}`,
    ),
  );
  const tick = (p: number): Mark => text(36, P.to(p) + 3.5, short(p), { class: "tick end" });
  return {
    name: "columns",
    title: "What each label had",
    description: `Three predictions p between 0 and 1, which can be dragged. Filled is the probability q of the label that came: p for the label 1, 1 − p for 0: ${own.q.map((q) => short(q)).join(", ")}. Dashed are the predictions of the other model.`,
    width: 360,
    height: 284,
    marks: [tick(0), tick(0.5), tick(1), ...all, ...handles],
  };
}

const Q = linear([0.004, 1], [40, 344]);
const C = linear([0, 5], [240, 34]);
const SURPRISE = (q: number): number => -Math.log(q);

const COST_STILL: readonly Mark[] = [
  clip("fig12b-clip", Q, C),
  axes({
    x: Q,
    y: C,
    xName: "probability q of the label",
    yName: "cost",
    xTicks: [0.25, 0.5, 0.75, 1],
    zeros: false,
  }),
  mark(
    "g",
    { "clip-path": "url(#fig12b-clip)" },
    mark("path", { class: "line error", d: curve(SURPRISE, Q, C) }),
    mark("path", { class: "line dashed data", d: curve((q) => (1 - q) ** 2, Q, C) }),
  ),
  text(110, 66, "surprise −ln q", { class: "words error strong" }),
  text(46, 233, "(1 − q)²", { class: "words data" }),
];

export function costs({ own, other }: Data): Panel {
  const dots = (model: Model, form: string): Mark[] =>
    model.q.map((q, i) =>
      mark("circle", {
        class: form,
        cx: Q.to(Math.max(Q.domain[0], q)),
        cy: Math.max(34, near(C.to(model.surprises[i] as number))),
        r: form.startsWith("dot") ? 5 : 4,
      }),
    );
  return {
    name: "costs",
    title: "What a label costs",
    description: `The surprise −ln q and, dashed, the square (1 − q)² against the probability q of the label that came, with the three labels as dots: ${own.surprises.map((each) => short(each, 3)).join(", ")}. Hollow are those of the other model.`,
    width: 360,
    height: 284,
    marks: [...COST_STILL, ...dots(other, "hollow ink"), ...dots(own, "dot error")],
  };
}

const LEFT = 66;
const RIGHT = 344;

/** The same bars for both models: what is compared is hollow. */
const pair = (
  y: number,
  own: readonly [number, number],
  other: readonly [number, number],
  colour: string,
): Mark =>
  group(
    colour,
    mark("rect", { class: "bar", x: own[0], y, width: Math.max(0.5, own[1] - own[0]), height: 12 }),
    mark("rect", {
      class: "hollow ink",
      x: other[0],
      y: y + 14,
      width: Math.max(0.5, other[1] - other[0]),
      height: 7,
    }),
  );

const EACH = ["one", "two", "all three"];

export function product({ own, other }: Data): Panel {
  const to = linear([0, 1], [LEFT, RIGHT]);
  return {
    name: "product",
    title: "Together: each label leaves a share",
    description: `The product of the probabilities after one, two and three labels: ${own.products
      .slice(1)
      .map((each) => short(each))
      .join(", ")}; below it that of the other model.`,
    width: 360,
    height: 168,
    marks: [
      mark("path", { class: "axis", d: `M${LEFT} 14V136M${RIGHT} 14V136` }),
      ...own.products.slice(1).flatMap((each, i) => {
        const y = 20 + 38 * i;
        return [
          text(LEFT - 8, y + 11, EACH[i] ?? "", { class: "small end" }),
          pair(y, [LEFT, to.to(each)], [LEFT, to.to(other.products[i + 1] ?? 0)], "prediction"),
        ];
      }),
      text(LEFT, 158, `P = ${short(own.likelihood)}`, { class: "words prediction strong" }),
      text(RIGHT, 158, `the other: ${short(other.likelihood)}`, { class: "words ink strong end" }),
    ],
  };
}

export function sums({ own, other }: Data): Panel {
  const n = own.q.length;
  const most = Math.max(1.5, n * own.loss, n * other.loss);
  const to = linear([0, most], [LEFT, RIGHT]);
  const upTo = ({ surprises }: Model, count: number): number =>
    to.to(surprises.slice(0, count).reduce((total, each) => total + each, 0));
  return {
    name: "sums",
    title: "The same as a sum of surprises",
    description: `Surprises −ln q one behind the other: ${own.surprises.map((each) => short(each, 3)).join(", ")}; below them those of the other model. Their mean is the loss.`,
    width: 360,
    height: 168,
    marks: [
      mark("path", { class: "axis", d: `M${LEFT} 14V136` }),
      ...own.q.map((_, i) =>
        group(
          "row",
          text(LEFT - 8, 31 + 38 * i, EACH[i] ?? "", { class: "small end" }),
          pair(20 + 38 * i, [upTo(own, i), upTo(own, i + 1)], [upTo(other, i), upTo(other, i + 1)], "error"),
        ),
      ),
      text(LEFT, 158, `L = ${short(own.loss)}`, { class: "words error strong" }),
      text(RIGHT, 158, `the other: ${short(other.loss)}`, { class: "words ink strong end" }),
    ],
  };
}

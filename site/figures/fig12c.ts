/** Two features on one scale: what min-max scaling does to a cloud of examples, and to somebody who comes later. */
import { tumourData } from "../../reference/data/tumours.ts";
import { Num } from "../../reference/numbers/num.ts";
import { minMaxScale } from "../../reference/unsupervised/min-max.ts";
import { axes } from "./frame/axes.ts";
import { choice, list, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { linear } from "./frame/scale.ts";
import { crosses, dots, group, handle, type Mark, mark, type Panel, text } from "./frame/scene.ts";
import { rowsOf } from "./matrix-bars.ts";
import { short } from "./short.ts";

/** The patient of the page: share of the outline that is dented, and its length in mm. */
const PATIENT = [0.1, 180];
const FARTHEST = [0.4, 300] as const;
const UNITS = {
  mm: { label: "millimetres", per: 1 },
  cm: { label: "centimetres", per: 10 },
  inch: { label: "inches", per: 25.4 },
};
type Unit = keyof typeof UNITS;
const NAMES = ["dents", "outlines"] as const;
/** Least and greatest dents, and outlines in mm, as the page has them. */
const ENDS = [
  [0, 0.3],
  [50, 250],
] as const;

const controls = {
  scale: choice({
    label: "Both features are drawn",
    options: { raw: "as they come", scaled: "scaled to 0 … 1" },
    value: "raw",
  }),
  shown: choice({
    label: "Examples",
    options: { both: "both classes", one: "benign alone", zero: "malignant alone" },
    value: "both",
  }),
  unit: choice({
    label: "Outlines are measured in",
    options: { mm: UNITS.mm.label, cm: UNITS.cm.label, inch: UNITS.inch.label },
    value: "mm",
  }),
  seed: seed({ label: "Seed of the data", value: 11 }),
  patient: list({ label: "One more patient", min: 0, max: 300, step: 0.01, most: 2, value: PATIENT }),
};

interface Setting {
  readonly unit: Unit;
  readonly seed: number;
  readonly patient: readonly number[];
}

type Pair = readonly [number, number];

function dataOf({ unit, seed: of, patient }: Setting) {
  const { per } = UNITS[unit];
  const { x1, x2, y } = tumourData(of);
  const measured = (j: 0 | 1, share: number): number => ENDS[j][0] + share * (ENDS[j][1] - ENDS[j][0]);
  const raw = Array.from(x1, (x, i): Pair => [measured(0, x), measured(1, x2[i] as number) / per]);
  const scaled = minMaxScale(raw.map((row) => row.map((x) => new Num(x)))).map(
    (row) => row.map(({ value }) => value) as unknown as Pair,
  );
  const ends = [0, 1].map((j): Pair => {
    const column = raw.map((row) => row[j] as number);
    return [Math.min(...column), Math.max(...column)];
  });
  const [dents = 0, length = 0] = rowsOf(patient, PATIENT, 2)[0] as number[];
  const own: Pair = [Math.min(FARTHEST[0], dents), length / per];
  // Somebody who comes later is scaled with the ends of the data.
  const ownScaled = own.map((x, j) => {
    const [low, high] = ends[j] as Pair;
    return (x - low) / (high - low);
  }) as unknown as Pair;
  return { raw, scaled, ends, labels: [...y], own, ownScaled };
}
type Data = ReturnType<typeof dataOf>;

const planeOf = (scale: "raw" | "scaled", unit: Unit) => {
  const domain: Pair = scale === "raw" ? [0, FARTHEST[1] / UNITS[unit].per] : [-0.3, 1.4];
  return { x: linear(domain, [40, 344]), y: linear(domain, [282, 30]) };
};

function cloud(
  { raw, scaled, labels, own, ownScaled }: Data,
  scale: "raw" | "scaled",
  unit: Unit,
  shown: string,
): Panel {
  const { x, y } = planeOf(scale, unit);
  const points = scale === "raw" ? raw : scaled;
  const at = scale === "raw" ? own : ownScaled;
  const of = (label: number): Pair[] =>
    points.filter((_, i) => labels[i] === label).map(([x1, x2]) => [x.to(x1), y.to(x2)]);
  const ticks = scale === "raw" ? undefined : [0, 0.5, 1];
  return {
    name: "cloud",
    title: scale === "raw" ? "Both features by one measure" : "Both features scaled",
    description:
      "569 tumours by the dents and the length of their outlines, benign ones as dots, malignant ones as crosses, and one more patient, who can be dragged.",
    width: 360,
    height: 324,
    marks: [
      axes({
        x,
        y,
        xName: scale === "raw" ? "dents" : "dents, scaled",
        yName: "outline",
        ...(ticks === undefined ? {} : { xTicks: ticks, yTicks: ticks }),
      }),
      shown !== "zero" && mark("path", { class: "dots data small-dots", d: dots(of(1)) }),
      shown !== "one" && mark("path", { class: "crosses ink", d: crosses(of(0), 2.5) }),
      mark("path", { class: "dots data", d: dots([[186, 14]]) }),
      text(194, 18, "benign, 1", { class: "small" }),
      mark("path", { class: "crosses ink", d: crosses([[266, 14]]) }),
      text(344, 18, "malignant, 0", { class: "small end" }),
      handle(
        "patient",
        "One more patient",
        x.to(at[0]),
        y.to(at[1]),
        "ink",
        `dents ${short(own[0])}, outline ${short(own[1])} ${UNITS[unit].label}`,
      ),
    ].filter((one): one is Mark => one !== false),
  };
}

/** A feature with its own ends, and the same from 0 to 1 below it. */
function strip(j: 0 | 1, top: number, { ends, own, ownScaled }: Data, unit: Unit): Mark {
  const [low, high] = ends[j] as Pair;
  const room = 0.35 * (high - low);
  const to = linear([low - room, high + room], [10, 344]);
  const [from, until] = [to.to(low), to.to(high)];
  const at = Math.max(10, Math.min(344, to.to(own[j])));
  return group(
    "ink",
    text(10, top, j === 0 ? "dents, a share" : `outline in ${UNITS[unit].label}`, { class: "strong" }),
    text(from + 5, top + 54, short(low, 3), { class: "small" }),
    text(until - 5, top + 54, short(high, 3), { class: "small end" }),
    mark("path", { class: "line data", d: `M${from} ${top + 36}H${until}` }),
    mark("path", { class: "line prediction", d: `M${from} ${top + 84}H${until}` }),
    mark("path", {
      class: "guide ink",
      d: `M${from} ${top + 36}V${top + 84}M${until} ${top + 36}V${top + 84}`,
    }),
    mark("path", { class: "thin ink", d: `M${at} ${top + 36}V${top + 84}` }),
    mark("circle", { class: "dot ink", cx: at, cy: top + 36, r: 5 }),
    mark("circle", { class: "dot prediction", cx: at, cy: top + 84, r: 5 }),
    text(at, top + 24, short(own[j], 3), { class: "words strong middle" }),
    text(from + 5, top + 77, "0", { class: "small" }),
    text(until - 5, top + 77, "1", { class: "small end" }),
    group("prediction", text(at, top + 106, short(ownScaled[j], 3), { class: "words strong middle" })),
  );
}

export const fig12c = defineFigure({
  id: "fig12c",
  title: "Two features on one scale",
  question:
    "By one measure the dents are as good as gone: 0.3 beside 200. Scale both features. What changes then if you measure in inches, and where does a patient with an outline of 270 mm lie?",
  controls,
  compute: dataOf,
  draw(data, { scale, unit, shown }) {
    return [
      cloud(data, scale, unit, shown),
      {
        name: "strips",
        title: "From the least to the greatest, from 0 to 1",
        description: `Each feature with its least and greatest number, and below it from 0 to 1: the patient’s ${short(data.own[0])} becomes ${short(data.ownScaled[0])}, ${short(data.own[1])} becomes ${short(data.ownScaled[1])}.`,
        width: 360,
        height: 324,
        marks: [strip(0, 34, data, unit), strip(1, 190, data, unit)],
      },
    ];
  },
  says({ ends, own, ownScaled }, { unit }) {
    const each = NAMES.map((name, j) => {
      const [low, high] = ends[j] as Pair;
      return `${name} run from ${short(low)} to ${short(high)}, so ${short(own[j] as number)} becomes ${short(ownScaled[j] as number)}`;
    });
    return `With outlines in ${UNITS[unit].label}, ${each.join("; ")}. Another unit changes the numbers that come in, and not those that come out.`;
  },
  table({ ends, own, ownScaled }) {
    return {
      caption: "Both features",
      head: ["feature", "least", "greatest", "the patient", "scaled"],
      rows: NAMES.map((name, j) => [
        name,
        ...(ends[j] as Pair).map((end) => short(end)),
        short(own[j] as number),
        short(ownScaled[j] as number),
      ]),
    };
  },
  presets: [
    { label: "Scaled", state: { scale: "scaled" } },
    { label: "Scaled, in inches", state: { scale: "scaled", unit: "inch" } },
    { label: "An outline of 270 mm", state: { scale: "scaled", patient: [0.1, 270] } },
    { label: "Benign alone", state: { scale: "scaled", shown: "one" } },
  ],
  still: { state: { scale: "scaled" } },
  drag(_, { x, y }, { scale, unit }, { ends }) {
    const plane = planeOf(scale, unit);
    const place: Pair = [plane.x.from(x), plane.y.from(y)];
    const [dents, length] = place.map((value, j) => {
      const [low, high] = ends[j] as Pair;
      return scale === "raw" ? value : low + value * (high - low);
    }) as unknown as Pair;
    return { patient: [Math.min(FARTHEST[0], dents), length * UNITS[unit].per] };
  },
});

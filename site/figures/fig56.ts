/** Losses in batches: the mean of the batches' means counts a short batch like a whole one. */
import { piecesOf } from "../../reference/data/mini-batches.ts";
import { mean, total } from "../../reference/numbers/plain.ts";
import { permutation, random } from "../../reference/randomness/random.ts";
import { axes } from "./frame/axes.ts";
import { list, range, seed, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { group, handle, type Mark, mark, type Panel, rounded, text } from "./frame/scene.ts";
import { legendRow } from "./legend.ts";

const [WIDTH, HEIGHT] = [360, 320];
const MOST = 12;
/** The three losses of the page, and nine for those who want more. */
const LOSSES = [1, 3, 8, 2, 5, 4, 6, 2, 7, 3, 1, 5];
const ENDS = { left: 34, right: 348, top: 66, bottom: 270 };
const Y = linear([0, 10], [ENDS.bottom, ENDS.top]);

interface Data {
  readonly losses: readonly number[];
  /** Example at each place. */
  readonly order: readonly number[];
  readonly batches: readonly (readonly number[])[];
  readonly means: readonly number[];
  /** The mean of the losses that are in a batch, and that of the batches' means. */
  readonly right: number;
  readonly ofMeans: number;
}

const controls = {
  n: range({ label: "Examples n", min: 2, max: MOST, step: 1, value: 3 }),
  size: range({ label: "Batch size s", min: 1, max: MOST, step: 1, value: 2 }),
  drops: toggle({ label: "Leave the short batch out", value: false }),
  shuffled: toggle({ label: "In a random order", value: false }),
  seed: seed({ label: "Seed of the order", value: 0 }),
  losses: list({ label: "Losses", min: 0, max: 10, step: 0.1, most: MOST, value: LOSSES }),
};

export const fig56 = defineFigure({
  id: "fig56",
  title: "The mean of means",
  question:
    "Three losses go through in batches of two. On the left each example is as wide as any other, on the right each batch is. Drag the last loss: on which side does it weigh too much, and when do both means agree?",
  controls,
  compute({ n, size, drops, shuffled, seed: start, losses: given }): Data {
    const losses = LOSSES.slice(0, n).map((loss, i) => given[i] ?? loss);
    const order = shuffled ? permutation(random(start, "fig56/order"), n) : losses.map((_, i) => i);
    // Where the batch size is above n, there is one short batch, or none.
    const batches = piecesOf(order, size, drops);
    const means = batches.map((batch) => mean(batch.map((i) => losses[i] as number)));
    const counted = batches.flat();
    return {
      losses,
      order,
      batches,
      means,
      right: counted.length === 0 ? 0 : total(counted.map((i) => losses[i] as number)) / counted.length,
      ofMeans: means.length === 0 ? 0 : mean(means),
    };
  },
  draw: (data) => [byExample(data), byBatch(data)],
  says({ losses, batches, means, right, ofMeans }, { size, drops }) {
    if (batches.length === 0)
      return `${losses.length} examples do not fill a batch of ${size}, and the short one is left out: there is no batch.`;
    const words = batches.map(
      (batch, k) =>
        `${batch.length === 1 ? "1 example" : `${batch.length} examples`} with the mean ${short(means[k] as number)}`,
    );
    const left = losses.length - batches.flat().length;
    const out =
      left > 0 && drops ? ` ${left === 1 ? "One example is" : `${left} examples are`} in no batch.` : "";
    const verdict =
      Math.abs(right - ofMeans) < 1e-9
        ? "Both are the same here."
        : `The mean of means is off by ${short(ofMeans - right)}.`;
    return `${batches.length === 1 ? "One batch" : `${batches.length} batches`}: ${words.join("; ")}. The mean of all examples in them is ${short(right)}, the mean of the means ${short(ofMeans)}. ${verdict}${out}`;
  },
  table({ losses, batches, means }) {
    return {
      caption: "The batches",
      head: ["batch", "examples", "losses", "mean", "weight of an example by size", "by batch"],
      rows: batches.map((batch, k) => [
        String(k + 1),
        String(batch.length),
        batch.map((i) => brief(losses[i] as number)).join(", "),
        short(means[k] as number),
        digits(1 / batches.flat().length, 3),
        digits(1 / (batches.length * batch.length), 3),
      ]),
    };
  },
  example: {
    n: { of: ["a", "b"], by: (a, b) => (b.length <= a.length ? a.length + b.length : undefined) },
    size: { of: ["a"], by: (a) => a.length },
    losses: { of: ["a", "b"], by: (a, b) => [...a, ...b, ...LOSSES.slice(a.length + b.length)] },
  },
  presets: [
    { label: "Two examples more", state: { n: 5 } },
    { label: "Equally long batches", state: { n: 4 } },
    { label: "Twelve in batches of five", state: { n: 12, size: 5 } },
    { label: "In a random order", state: { n: 12, size: 5, shuffled: true } },
  ],
  idle: ({ shuffled }) => (shuffled ? [] : ["seed"]),
  drag(name, { y }, _, { losses }) {
    const at = Number(name.slice(1));
    return { losses: losses.map((loss, i) => (i === at ? Y.from(y) : loss)) };
  },
});

const short = (value: number): string => brief(Number(value.toPrecision(4)));

/** A line across the plot, with its name and its number above it. */
const level = (row: number, value: number, colour: string, name: string): readonly Mark[] => [
  mark("path", { class: `line dashed ${colour}`, d: `M${ENDS.left} ${rounded(Y.to(value))}H${ENDS.right}` }),
  legendRow(ENDS, { row, colour, line: "line dashed", name, number: short(value) }),
];

/** Two batches have the names of the page. */
const nameAt = (
  { length }: Data["batches"],
  k: number,
  named: (name: string) => string,
  unnamed: string,
): string => (length === 2 ? named("ab".charAt(k)) : unnamed);

const frame = (x: Scale, xName: string): Mark =>
  axes({ x, y: Y, xName, yName: "loss", xTicks: [], yTicks: [0, 2, 4, 6, 8, 10] });

function byExample({ losses, order, batches, means, right }: Data): Panel {
  const x = linear([0, order.length], [ENDS.left, ENDS.right]);
  const width = (ENDS.right - ENDS.left) / order.length;
  const counted = batches.flat().length;
  const bars = order.map((i, place) =>
    mark("rect", {
      class: place < counted ? "area data" : "hollow data faint",
      x: x.to(place) + 2,
      y: Y.to(losses[i] as number),
      width: width - 4,
      height: ENDS.bottom - Y.to(losses[i] as number),
    }),
  );
  let first = 0;
  const lines = batches.map((batch, k) => {
    const [from, to] = [first, first + batch.length];
    first = to;
    const y = Y.to(means[k] as number);
    return group(
      "prediction",
      mark("path", {
        class: "line heavy",
        d: `M${rounded(x.to(from) + 2)} ${rounded(y)}H${rounded(x.to(to) - 2)}`,
      }),
      mark("path", {
        class: "thin",
        d: `M${rounded(x.to(from) + 3)} ${ENDS.bottom + 6}v5H${rounded(x.to(to) - 3)}v-5`,
      }),
      text(
        (x.to(from) + x.to(to)) / 2,
        ENDS.bottom + 25,
        nameAt(batches, k, (name) => `${name}: ${batch.length}`, `${batch.length}`),
        {
          class: "words middle small",
        },
      ),
    );
  });
  return {
    name: "examples",
    title: "Each example as wide as any other",
    description:
      "A bar for each example with its loss, in the order of the pass; a bracket below each batch with its size, and a line at its mean; a dashed line at the mean of all. Losses can be dragged.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      frame(x, ""),
      ...bars,
      ...lines,
      ...level(0, right, "reference", "mean of all examples"),
      text(ENDS.right, ENDS.bottom + 42, "examples in each batch", { class: "name end" }),
      ...order.map((i, place) =>
        handle(
          `l${i}`,
          `Loss of example ${i + 1}`,
          x.to(place + 0.5),
          Y.to(losses[i] as number),
          "data",
          `loss ${brief(losses[i] as number)}`,
        ),
      ),
    ],
  };
}

function byBatch({ batches, means, right, ofMeans }: Data): Panel {
  const count = Math.max(1, batches.length);
  const x = linear([0, count], [ENDS.left, ENDS.right]);
  return {
    name: "batches",
    title: "Each batch as wide as any other",
    description:
      "A column for each batch, all equally wide, as high as the batch’s mean; a dashed line at the mean of these means, and one at the mean of all examples.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      frame(x, ""),
      ...means.map((value, k) =>
        group(
          "prediction",
          mark("rect", {
            class: "area",
            x: x.to(k) + 3,
            y: Y.to(value),
            width: x.to(k + 1) - x.to(k) - 6,
            height: ENDS.bottom - Y.to(value),
          }),
          mark("path", {
            class: "line heavy",
            d: `M${rounded(x.to(k) + 3)} ${rounded(Y.to(value))}H${rounded(x.to(k + 1) - 3)}`,
          }),
          text(
            x.to(k + 0.5),
            Y.to(value) - 7,
            nameAt(batches, k, (name) => `${name}̄ = ${short(value)}`, short(value)),
            { class: "words strong middle" },
          ),
          text(x.to(k + 0.5), ENDS.bottom + 25, `${batches[k]?.length}`, { class: "words middle small" }),
        ),
      ),
      ...level(0, right, "reference", "mean of all examples"),
      ...level(1, ofMeans, "error", "mean of the means"),
      text(ENDS.right, ENDS.bottom + 42, "examples in each batch", { class: "name end" }),
    ],
  };
}

/** Adaline as a flow: an example goes forward to a class, and its error comes back to weights and bias. */
import { adalineStep } from "../../reference/linear-models/adaline.ts";
import { netInputs } from "../../reference/linear-models/neuron.ts";
import { num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { arrow } from "./arrow.ts";
import { choice, range } from "./frame/controls.ts";
import { chosen } from "./frame/example-link.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, fixed } from "./frame/numbers.ts";
import { group, type Mark, mark, text } from "./frame/scene.ts";

const STAGES = ["the example", "the net input", "the class", "the error", "the step"] as const;
const LAST = STAGES.length - 1;
const SUB = ["₁", "₂"];

const number = (label: string, symbol: string, value: number) =>
  range({ label, symbol, min: -3, max: 3, step: 0.05, value });

const controls = {
  stage: range({
    label: "Up to",
    min: 0,
    max: LAST,
    step: 1,
    value: LAST,
    show: (stage) => STAGES[stage] ?? "",
  }),
  x1: number("Input x₁", "x", 2),
  x2: number("Input x₂", "x", 1),
  y: choice({ label: "Label y", symbol: "y", options: { zero: "0", one: "1" }, value: "zero" }),
  w1: number("Weight w₁", "w", 0.5),
  w2: number("Weight w₂", "w", -0.5),
  b: number("Bias b", "b", 0.5),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0.01, max: 1, step: 0.01, value: 0.1 }),
};

interface Data {
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly y: 0 | 1;
  readonly z: number;
  readonly yHat: 0 | 1;
  readonly error: number;
  /** After a step for this example alone, and its net input then. */
  readonly next: { readonly w: readonly number[]; readonly b: number; readonly z: number };
}

export const fig25 = defineFigure({
  id: "fig25",
  title: "Forward to a class, and back with an error",
  question:
    "The error leaves the flow before the threshold: it is the label less the net input, not less the class. What does Adaline change where the class is right already?",
  controls,
  compute({ x1, x2, y: label, w1, w2, b, eta }): Data {
    const [x, w, y] = [[x1, x2], [w1, w2], label === "one" ? 1 : 0] as const;
    const [X, at] = [lift([[...x]]), { w: lift([...w]), b: num(b) }];
    const z = netInputs(X, at.w, at.b)[0]?.value ?? 0;
    const after = adalineStep(X, lift([y]), at, num(eta));
    return {
      x,
      w,
      y,
      z,
      yHat: z >= 0.5 ? 1 : 0,
      error: y - z,
      next: {
        w: after.w.map(({ value }) => value),
        b: after.b.value,
        z: netInputs(X, after.w, after.b)[0]?.value ?? 0,
      },
    };
  },
  draw: ({ x, w, y, z, yHat, error, next }, { stage, b }) => [
    {
      name: "flow",
      title: "One example through Adaline",
      description:
        "Two inputs and a 1 lead over the weights and the bias to the net input, then to the class by a threshold of one half. From the net input the error leads back to the weights and the bias.",
      width: 480,
      height: 236,
      wide: true,
      marks: [
        group(
          "compact",
          ...[0, 1, 2].flatMap((k) => edge(k, stage >= 1)),
          ...[0, 1].map((k) => box(34, ROWS[k] as number, `x${SUB[k]}`, short(x[k] as number), "data", true)),
          box(34, ROWS[2] as number, "", "1", "data", true),
          ...[0, 1].map((k) =>
            weight(k, `w${SUB[k]} = ${short(w[k] as number)}`, `→ ${short(next.w[k] as number)}`, stage),
          ),
          weight(2, `b = ${short(b)}`, `→ ${short(next.b)}`, stage),
          way(stage >= 1, "prediction", arrow(268, 96, 40, 0)),
          box(236, 96, "z", short(z), "prediction", stage >= 1),
          way(stage >= 2, "prediction", arrow(376, 96, 34, 0)),
          box(342, 96, "z ≥ ½", z >= 0.5 ? "yes" : "no", "ink", stage >= 2),
          box(444, 96, "ŷ", String(yHat), "ink", stage >= 2),
          way(stage >= 3, "error", arrow(236, 118, 0, 48)),
          box(236, 206, "y − z", short(error), "error", stage >= 3),
          box(342, 206, "y", String(y), "data", true),
          way(stage >= 3, "data", arrow(310, 206, -40, 0)),
          way(stage >= LAST, "gradient", arrow(204, 206, -72, 0)),
          stage >= LAST && text(168, 196, "2η(y − z)", { class: "words gradient middle" }),
          stage >= LAST &&
            text(120, 226, "times x for w, times 1 for b", { class: "words gradient middle small" }),
        ),
      ],
    },
  ],
  says({ x, w, y, z, yHat, error, next }, { b, eta, stage }) {
    const terms = x.map((xj, j) => `${inBrackets(w[j] as number)}·${inBrackets(xj)}`).join(" + ");
    const verdict = yHat === y ? "which is right" : "which is wrong";
    const parts = [
      `The example is x = (${x.map(short).join(", ")}) with the label ${y}.`,
      `The net input is ${terms} + ${inBrackets(b)} = ${short(z)}.`,
      `The class is ${yHat}, ${verdict}.`,
      `The error is ${y} − ${inBrackets(z)} = ${short(error)}.`,
      `A step with η = ${brief(eta)} leads to the weights (${next.w.map(short).join(", ")}) and the bias ${short(next.b)}; the net input is ${short(next.z)} then.`,
    ];
    return parts.slice(0, stage + 1).join(" ");
  },
  table({ x, w, z, yHat, error, next }, { b }) {
    return {
      caption: "The example, before and after the step",
      head: ["when", "w₁", "w₂", "b", "net input", "class", "error"],
      rows: [
        ["before", ...w.map(short), short(b), short(z), String(yHat), short(error)],
        [
          "after",
          ...next.w.map(short),
          short(next.b),
          short(next.z),
          next.z >= 0.5 ? "1" : "0",
          short(error + z - next.z),
        ],
        ["its input", ...x.map(short), "1", "–", "–", "–"],
      ],
    };
  },
  animation: { control: "stage", last: () => LAST, perSecond: 0.8 },
  example: {
    // The second of the page's three examples.
    x1: "X 3",
    x2: "X 4",
    y: chosen("y 2", { zero: 0, one: 1 }),
    w1: "w 1",
    w2: "w 2",
    b: "b",
    eta: "\\eta",
  },
  presets: [
    { label: "The page’s first example", state: { x1: 1, x2: 0, y: "one" } },
    { label: "Its third", state: { x1: 0, x2: 3, y: "one" } },
    { label: "Right, and still moved", state: { x1: 3, x2: -3, y: "one" } },
    { label: "Too long a step", state: { eta: 0.5 } },
  ],
});

const ROWS = [32, 96, 160];

const edge = (k: number, isOn: boolean): readonly Mark[] => [
  way(isOn, "prediction", arrow(66, ROWS[k] as number, 138, 96 - (ROWS[k] as number) + [-10, 0, 10][k]!)),
];

const way = (isOn: boolean, colour: string, d: string): Mark =>
  mark("path", { class: isOn ? `line ${colour}` : "thin soft faint", d });

type Place = readonly [number, number];
/** Above each edge and below it. */
const PLACES: readonly (readonly [Place, Place])[] = [
  [
    [146, 50],
    [116, 72],
  ],
  [
    [130, 89],
    [130, 110],
  ],
  [
    [108, 127],
    [138, 152],
  ],
];

/** What stands on an edge, and what the step makes of it. */
const weight = (k: number, now: string, after: string, stage: number): Mark => {
  const [above, below] = PLACES[k] as readonly [Place, Place];
  return group(
    "",
    text(...above, now, { class: "words ink small middle" }),
    stage >= LAST && text(...below, after, { class: "words gradient small strong middle" }),
  );
};

/** A number in its box, with its name above; without the number where the flow has not come so far. */
const box = (x: number, y: number, name: string, value: string, colour: string, isOn: boolean): Mark =>
  group(
    colour,
    mark("rect", {
      class: isOn ? "hollow" : "hollow faint",
      x: x - 30,
      y: y - 17,
      width: 60,
      height: 34,
      rx: 4,
    }),
    text(x, y - 22, name, { class: "words middle small" }),
    isOn && text(x, y + 4.5, value, { class: "strong middle" }),
  );

const short = (value: number): string => brief(Number(fixed(value, 3).replace("−", "-")));
const inBrackets = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));

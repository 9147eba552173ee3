/** Backpropagation path by path: which ways lead from the loss back to one weight, and what each brings along. */
import { measuredBy } from "../../reference/network-slopes.ts";
import type { Num } from "../../reference/num.ts";
import { type Path, pathsTo, type WeightName } from "../../reference/paths.ts";
import { normal, random } from "../../reference/random.ts";
import { activations, exampleLoss, type SigmoidNetwork } from "../../reference/sigmoid-network.ts";
import { gradient, lift } from "../../reference/tracked.ts";
import { choice, list, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { group, type Mark, mark, type Panel, pressable, rounded, text } from "./frame/scene.ts";

const SUB = "₀₁₂₃₄";
const INPUTS = 2;
const TARGETS = [1, 0, 1, 0];
/** Columns of the network, and how far apart its rows are. */
const COLUMNS = { x: 46, h: 186, a: 326, L: 446 };
const APART = 78;
const RADIUS = 21;
/** Step of the difference that measures the slope: wrong by about 10⁻⁹. */
const STEP = 1e-4;
/** Frames before the way back begins: inputs, hidden units, outputs, loss. */
const FORWARD = 3;

const controls = {
  paths: choice({
    label: "Paths that count",
    options: { one: "only the one over the first output", all: "all of them" },
    value: "one",
  }),
  step: range({ label: "Step", min: 0, max: FORWARD + 5, step: 1, value: FORWARD + 5 }),
  d: range({ label: "Hidden units d", symbol: "d", min: 1, max: 4, step: 1, value: 2 }),
  t: range({ label: "Outputs t", symbol: "t", min: 1, max: 4, step: 1, value: 2 }),
  x1: range({ label: "Input x₁", symbol: "x", min: -2, max: 2, step: 0.05, value: 1 }),
  x2: range({ label: "Input x₂", symbol: "x", min: -2, max: 2, step: 0.05, value: -0.5 }),
  seed: seed({ label: "Seed of the weights", value: 3 }),
  weight: list({ label: "Weight", min: 0, max: 4, step: 1, most: 3, value: [1, 0, 0] }),
};

interface Data {
  readonly name: WeightName & { readonly from: number };
  readonly paths: readonly Path[];
  readonly counted: number;
  readonly sum: number;
  readonly measured: number;
  readonly x: readonly number[];
  readonly hidden: readonly number[];
  readonly output: readonly number[];
  readonly loss: number;
  readonly W1: readonly (readonly number[])[];
  readonly W2: readonly (readonly number[])[];
  /** All slopes by reverse mode, for the table. */
  readonly slopes: {
    readonly W1: readonly (readonly number[])[];
    readonly W2: readonly (readonly number[])[];
  };
  readonly factorNames: readonly string[];
}

/** Weights with one decimal, so that a reader can do the sums. */
function networkOf(seed: number, d: number, t: number) {
  const rng = random(seed, "fig32");
  const drawn = (): number => {
    const w = Math.round(10 * normal(rng)) / 10;
    return w === 0 ? 0.1 : w;
  };
  const vector = (n: number): number[] => Array.from({ length: n }, drawn);
  const matrix = (rows: number, columns: number): number[][] =>
    Array.from({ length: rows }, () => vector(columns));
  return { W1: matrix(d, INPUTS), b1: vector(d), W2: matrix(t, d), b2: vector(t) };
}

/** The selected weight, or the first of its layer where a smaller network does not have it. */
function selected(weight: readonly number[], d: number, t: number): Data["name"] {
  const layer = weight[0] === 2 ? 2 : 1;
  const [rows, columns] = layer === 1 ? [d, INPUTS] : [t, d];
  const [to = 0, from = 0] = weight.slice(1);
  return { layer, to: to < rows ? to : 0, from: from < columns ? from : 0 };
}

const weightName = ({ layer, to, from }: Data["name"]): string =>
  `w${layer === 1 ? "ʰ" : "ᵒ"}${SUB[to + 1]}${SUB[from + 1]}`;
const valuesOf = (rows: readonly (readonly Num[])[]): number[][] =>
  rows.map((row) => row.map(({ value }) => value));

const rowY = (i: number, n: number, most: number): number => 56 + (most - n) * (APART / 2) + i * APART;

function networkPanel(data: Data, step: number): Panel {
  const { x, hidden, output, loss, W1, W2, name, paths, counted } = data;
  const [d, t] = [hidden.length, output.length];
  const most = Math.max(INPUTS, d, t);
  const height = 56 + (most - 1) * APART + 44;
  const at = {
    x: (k: number): number => rowY(k, INPUTS, most),
    h: (i: number): number => rowY(i, d, most),
    a: (j: number): number => rowY(j, t, most),
    L: rowY(0, 1, most),
  };
  /** How many factors have come back so far. */
  const back = step - FORWARD;
  const lit = paths.slice(0, counted);
  const isLit = (j: number, from: number): boolean => back >= from && lit.some((path) => path.output === j);

  const edge = (
    layer: 1 | 2,
    to: number,
    from: number,
    w: number,
    ends: readonly [number, number, number, number],
  ): Mark => {
    const isIt = name.layer === layer && name.to === to && name.from === from;
    const onPath =
      layer === 2
        ? name.layer === 1
          ? name.to === from && isLit(to, 3)
          : isIt && isLit(to, 3)
        : isIt && back >= 5;
    const [x0, y0, x1, y1] = ends;
    const line = `M${rounded(x0)} ${rounded(y0)}L${rounded(x1)} ${rounded(y1)}`;
    const [lx, ly] = [x0 + 0.3 * (x1 - x0), y0 + 0.3 * (y1 - y0)];
    const isCrowded = layer === 1 ? d > 2 : d * t > 4;
    const label = `${weightName({ layer, to, from })} = ${brief(w)}, from ${layer === 1 ? "x" : "h"}${SUB[from + 1]} to ${layer === 1 ? "h" : "a"}${SUB[to + 1]}`;
    return pressable(
      `${layer},${to},${from}`,
      label,
      isIt,
      mark("path", { class: "hit", d: line }),
      mark("path", { class: onPath ? "line gradient heavy" : isIt ? "line ink" : "thin data", d: line }),
      (!isCrowded || isIt || onPath) &&
        text(lx, ly - 4, brief(w), {
          class: `words middle ${onPath ? "strong gradient" : isIt ? "strong ink" : "small soft"}`,
        }),
    );
  };
  const node = (
    cx: number,
    cy: number,
    label: string,
    value: number,
    isKnown: boolean,
    ring: boolean,
  ): Mark =>
    group(
      ring ? "gradient" : "ink",
      mark("circle", { class: ring ? "hollow ring" : "hollow", cx, cy, r: RADIUS }),
      isKnown && text(cx, cy + 5, fixed(value, 2), { class: "middle strong" }),
      text(cx, cy - RADIUS - 7, label, { class: "words symbol middle" }),
    );
  const ringH = (i: number): boolean => name.layer === 1 && name.to === i && back >= 4;
  return {
    name: "network",
    title: "Press a weight: the ways back to it light up",
    description: `A network of two inputs, ${d} hidden units and ${t} outputs with a loss. ${lit.length} of ${paths.length} ways from the loss to ${weightName(name)} are lit.`,
    width: 490,
    height,
    wide: true,
    marks: [
      group(
        "compact",
        ...output.map((_, j) =>
          mark("path", {
            class: isLit(j, 1) ? "line gradient heavy" : "thin data",
            d: `M${COLUMNS.a + RADIUS} ${rounded(at.a(j))}L${COLUMNS.L - RADIUS} ${rounded(at.L)}`,
          }),
        ),
        ...W1.flatMap((row, i) =>
          row.map((w, k) => edge(1, i, k, w, [COLUMNS.x + RADIUS, at.x(k), COLUMNS.h - RADIUS, at.h(i)])),
        ),
        ...W2.flatMap((row, j) =>
          row.map((w, i) => edge(2, j, i, w, [COLUMNS.h + RADIUS, at.h(i), COLUMNS.a - RADIUS, at.a(j)])),
        ),
        ...x.map((value, k) =>
          node(
            COLUMNS.x,
            at.x(k),
            `x${SUB[k + 1]}`,
            value,
            true,
            name.layer === 1 && name.from === k && back >= 5,
          ),
        ),
        ...hidden.map((value, i) =>
          node(
            COLUMNS.h,
            at.h(i),
            `h${SUB[i + 1]}`,
            value,
            step >= 1,
            ringH(i) || (name.layer === 2 && name.from === i && back >= 3),
          ),
        ),
        ...output.map((value, j) =>
          node(COLUMNS.a, at.a(j), `a${SUB[j + 1]}`, value, step >= 2, isLit(j, 2)),
        ),
        node(COLUMNS.L, at.L, "L", loss, step >= 3, false),
      ),
    ],
  };
}

function factorPanel(data: Data, step: number): Panel {
  const { paths, counted, sum, measured, factorNames, name } = data;
  const back = Math.max(0, step - FORWARD);
  const isDone = back >= factorNames.length;
  const columns = factorNames.length;
  const X = (k: number): number => 58 + (k + 0.5) * (330 / columns);
  const y = (row: number): number => 46 + 26 * row;
  const rows = paths.map(({ output, factors, product }, r) => {
    const isCounted = r < counted;
    return group(
      isCounted ? "gradient" : "soft",
      text(0, y(r), `over a${SUB[output + 1]}`, { class: isCounted ? "words strong" : "words" }),
      ...factors.flatMap(({ value }, k) =>
        k < back
          ? [
              text(X(k), y(r), factorText(value), {
                class: isCounted ? "words middle" : "words middle faint",
              }),
              k > 0 && text((X(k) + X(k - 1)) / 2, y(r), "·", { class: "words middle" }),
            ]
          : [],
      ),
      isDone &&
        text(490, y(r), isCounted ? `= ${fixed(product.value, 5)}` : "not counted", {
          class: isCounted ? "words strong end" : "words end",
        }),
    );
  });
  const last = y(paths.length) + 12;
  return {
    name: "factors",
    title: `Factors on the way to ${weightName(name)}`,
    description: `One row a path: its slopes from the loss back to ${weightName(name)}, and their product; below the sum of the products and the measured slope.`,
    width: 490,
    height: last + 14,
    wide: true,
    marks: [
      group(
        "compact",
        ...factorNames.map((factor, k) => text(X(k), 16, factor, { class: "symbol middle" })),
        mark("path", { class: "axis", d: "M0 26H490" }),
        ...rows,
        mark("path", { class: "axis", d: `M0 ${last - 22}H490` }),
        text(0, last, `measured ${fixed(measured, 5)}`, { class: "words strong reference" }),
        isDone &&
          text(490, last, `${counted > 1 ? "sum" : "this path"} ${fixed(sum, 5)}`, {
            class: `words strong end ${agree(sum, measured) ? "gradient" : "error"}`,
          }),
      ),
    ],
  };
}

const factorText = (value: number): string => (value < 0 ? `(${fixed(value, 3)})` : fixed(value, 3));
const term = (value: number): string => (value < 0 ? `(${fixed(value, 5)})` : fixed(value, 5));
/** The measured slope is wrong by about h² of what third derivatives come to. */
const agree = (sum: number, measured: number): boolean => Math.abs(sum - measured) < 1e-7;

export const fig32 = defineFigure({
  id: "fig32",
  title: "All ways back to a weight",
  question:
    "The slopes on the way from the loss back to a weight multiply. Here their product differs from the slope that is measured by moving the weight. What has been left out?",
  controls,
  compute(state): Data {
    const { d, t } = state;
    const plain = networkOf(state.seed, d, t);
    const p = lift(plain) as unknown as SigmoidNetwork;
    const inputs = [state.x1, state.x2];
    const x = lift(inputs);
    const y = lift(TARGETS.slice(0, t));
    const name = selected(state.weight, d, t);
    const paths = pathsTo(name, x, y, p);
    const counted = state.paths === "all" ? paths.length : 1;
    const { hidden, output } = activations(x, p);
    const loss = exampleLoss(x, y, p);
    const slopes = gradient(loss, p as never) as unknown as SigmoidNetwork;
    return {
      name,
      paths,
      counted,
      sum: paths.slice(0, counted).reduce((total, { product }) => total + product.value, 0),
      measured: measuredBy(name, x, y, p, STEP),
      x: inputs,
      hidden: hidden.map(({ value }) => value),
      output: output.map(({ value }) => value),
      loss: loss.value,
      W1: plain.W1,
      W2: plain.W2,
      slopes: { W1: valuesOf(slopes.W1), W2: valuesOf(slopes.W2) },
      factorNames:
        name.layer === 1
          ? ["(2/t)(a − y)", "a(1 − a)", "wᵒ", "h(1 − h)", `x${SUB[name.from + 1]}`]
          : ["(2/t)(a − y)", "a(1 − a)", `h${SUB[name.from + 1]}`],
    };
  },
  draw: (data, { step }) => [networkPanel(data, step), factorPanel(data, step)],
  says({ name, paths, counted, sum, measured, hidden, output, loss, factorNames }, { step }) {
    const list = (values: readonly number[]): string => values.map((value) => fixed(value, 2)).join(" and ");
    if (step < FORWARD)
      return `Forward, step ${step + 1} of 4: ${["the inputs are there", `the hidden units give ${list(hidden)}`, `the outputs are ${list(output)}`][step]}.`;
    const back = step - FORWARD;
    if (back < factorNames.length)
      return `The loss is ${fixed(loss, 4)}; ${back} of ${factorNames.length} factors have come back towards ${weightName(name)}.`;
    const left = paths.length - counted;
    const all =
      paths.length === 1
        ? "its only path gives"
        : counted === 1
          ? "the path over a₁ gives"
          : `the ${counted} paths give ${paths.map(({ product }) => term(product.value)).join(" + ")} =`;
    const missing =
      left === 0 ? "" : `: ${left === 1 ? "another path is" : `${left} other paths are`} missing`;
    return `To ${weightName(name)} ${all} ${fixed(sum, 5)}; measured, the slope of the loss is ${fixed(measured, 5)}${missing}.`;
  },
  table({ W1, W2, slopes }) {
    const rowsOf = (layer: 1 | 2, W: Data["W1"], by: Data["W1"]): string[][] =>
      W.flatMap((row, to) =>
        row.map((w, from) => [weightName({ layer, to, from }), brief(w), digits(by[to]![from]!, 4)]),
      );
    return {
      caption: "Every weight and the slope of the loss by it, by reverse mode",
      head: ["weight", "value", "∂L/∂w"],
      rows: [...rowsOf(1, W1, slopes.W1), ...rowsOf(2, W2, slopes.W2)],
    };
  },
  animation: {
    control: "step",
    last: ({ factorNames }) => FORWARD + factorNames.length,
    perSecond: 1,
  },
  presets: [
    { label: "All paths", state: { paths: "all" } },
    { label: "A weight of the last layer", state: { weight: [2, 0, 0] } },
    { label: "Four outputs", state: { paths: "all", t: 4 } },
    { label: "A wide layer", state: { paths: "all", d: 4, t: 3 } },
  ],
  idle: ({ weight, t }) => (weight[0] === 2 || t === 1 ? ["paths"] : []),
  // A weight that is pressed shows its whole way.
  press: (name) => ({ weight: name.split(",").map(Number), step: controls.step.max }),
});

/** Unit 3: two classes part. */
import { tumourData } from "../../../reference/data/tumours.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import type { Capstone } from "../capstone.ts";
import { axesOf, classLayers, pointOf } from "../labelled.ts";
import { short } from "../numbers.ts";
import type { Layer, Plot } from "../picture.ts";

const RATE = 4;
/** Tumours of the data that are looked at, and epochs between two pictures. */
const CASES = 240;
const STRETCHES = [0, 4, 26, 120] as const;
/** Cases that are told one by one, and neighbours that are asked for each. */
const TOLD = 5;
const NEIGHBOURS = 10;

interface Fit {
  readonly w: number[];
  readonly b: number;
  readonly losses: number[];
}

export const classes: Capstone = {
  unit: 3,
  title: "Two classes of tumours part: the boundary turns, and what it misreads",
  uses: [
    { exercise: "ex14", functions: ["sigmoidPrime"], does: "says how unsure a decision is" },
    {
      exercise: "ex15",
      functions: ["minMaxScale", "predictProba", "predictClass"],
      does: "scales, and decides",
    },
    { exercise: "ex16", functions: ["bce"], does: "measures the loss" },
    { exercise: "ex19", functions: ["fitLogistic"], does: "turns the boundary" },
  ],
  async work(hands, { seed }, show) {
    const data = tumourData(seed);
    const y = [...data.y.slice(0, CASES)];
    const raw = y.map((_, i) => [data.x1[i] as number, data.x2[i] as number]);
    const X = await hands.ask<number[][]>("minMaxScale", { X: raw });
    // The boundary begins upside down, through the middle: there is something to turn.
    const rng = random(seed, "capstone-3");
    let fit: Fit = { w: [3 + normal(rng), -3 + normal(rng)], b: 0, losses: [] };
    fit = { ...fit, b: -((fit.w[0] as number) + (fit.w[1] as number)) / 2 };
    const plots: Plot[] = [];
    let epoch = 0;
    let p: number[] = [];
    let read: number[] = [];
    for (const epochs of STRETCHES) {
      fit = await hands.ask<Fit>("fitLogistic", {
        X,
        y,
        w0: fit.w,
        b0: fit.b,
        lr: RATE,
        epochs,
        mode: "batch",
      });
      epoch += epochs;
      p = await hands.ask<number[]>("predictProba", { X, w: fit.w, b: fit.b });
      read = await hands.ask<number[]>("predictClass", { p, threshold: 0.5 });
      plots.push({ ...plotOf(X, y, fit), title: `epoch ${epoch}, ${misreadIn(y, read).length} misread` });
    }
    show({ kind: "plots", title: `The boundary while it turns, η = ${RATE}`, plots });
    const misread = misreadIn(y, read);
    const loss = await hands.ask<number>("bce", { yTrue: y, yPred: p, eps: 1e-12 });
    show({
      kind: "plot",
      ...axesOf(X, ["smoothness", "size"], 0),
      title: `What is misread: ${misread.length} of ${y.length}, loss ${short(loss)}`,
      layers: [
        ...layersOf(X, y, fit),
        {
          kind: "points",
          name: "misread",
          class: "own",
          strong: true,
          points: misread.map((i) => pointOf(X, i)),
        },
      ],
    });
    const count = (is: number, said: number): string =>
      String(y.filter((yi, i) => yi === is && read[i] === said).length);
    show({
      kind: "table",
      title: "Who is taken for what",
      head: ["it is", "taken for malignant", "taken for benign"],
      rows: [
        ["malignant", count(0, 0), count(0, 1)],
        ["benign", count(1, 0), count(1, 1)],
      ],
    });
    const surest = [...misread].sort((a, b) => surely(p, b) - surely(p, a)).slice(0, TOLD);
    const z = surest.map((i) => logitOf(X[i] as number[], fit));
    const unsure = await hands.askAll<number>(
      "sigmoidPrime",
      z.map((each) => ({ z: each })),
    );
    show({
      kind: "table",
      title: "The misread ones that it was surest of, and why",
      head: ["it is", "p(benign)", "p(1 - p)", "neighbours of the other class"],
      rows: surest.map((i, k) => [
        y[i] === 1 ? "benign" : "malignant",
        (p[i] as number).toFixed(3),
        (unsure[k] as number).toFixed(3),
        `${strangersAround(X, y, i)} of ${NEIGHBOURS}`,
      ]),
    });
    const lost = misread.filter((i) => strangersAround(X, y, i) > NEIGHBOURS / 2).length;
    const others =
      lost === misread.length ? "" : ` The other ${misread.length - lost} lie where the classes meet.`;
    show({
      kind: "says",
      text: `${lost} of the ${misread.length} lie among the other class: most of their ${NEIGHBOURS} nearest neighbours belong to it, and no line reads them right without misreading those.${others} The nearer p is to 0.5, the less sure the reading is, and the nearer p(1 - p), the slope of σ, is to its largest value, 0.25.`,
    });
  },
};

const misreadIn = (y: readonly number[], read: readonly number[]): number[] =>
  y.flatMap((yi, i) => (read[i] === yi ? [] : [i]));

const surely = (p: readonly number[], i: number): number => Math.abs((p[i] as number) - 0.5);

const logitOf = (x: readonly number[], { w, b }: Fit): number =>
  (x[0] as number) * (w[0] as number) + (x[1] as number) * (w[1] as number) + b;

function strangersAround(X: readonly (readonly number[])[], y: readonly number[], i: number): number {
  const [a, b] = pointOf(X, i);
  return X.map((_, j) => ({ j, far: Math.hypot(pointOf(X, j)[0] - a, pointOf(X, j)[1] - b) }))
    .filter(({ j }) => j !== i)
    .sort((one, other) => one.far - other.far)
    .slice(0, NEIGHBOURS)
    .filter(({ j }) => y[j] !== y[i]).length;
}

const layersOf = (X: readonly (readonly number[])[], y: readonly number[], { w, b }: Fit): Layer[] => [
  ...classLayers({ X, y }, ["malignant", "benign"]),
  { kind: "line", name: "p = 0.5", across: [w[0] as number, w[1] as number, b] },
];

const plotOf = (X: readonly (readonly number[])[], y: readonly number[], fit: Fit): Plot => ({
  kind: "plot",
  title: "",
  ...axesOf(X, ["smoothness", "size"], 0),
  layers: layersOf(X, y, fit),
});

/** Unit 4: four learners race on the same points. */

import { blobsData } from "../../../reference/data/blobs.ts";
import { normal, permutation, random } from "../../../reference/randomness/random.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import type { Capstone } from "../capstone.ts";
import type { Hands } from "../hands.ts";
import { axesOf, classLayers, pointsOf } from "../labelled.ts";
import { short } from "../numbers.ts";
import type { Plot } from "../picture.ts";

const POINTS = 120;
const PASSES = 20;
const RATES = { perceptron: 0.1, hinge: 0.2, adaline: 0.05, sgd: 0.005 } as const;

interface State {
  readonly w: number[];
  readonly b: number;
}

interface Course {
  readonly X: number[][];
  readonly y: number[];
  /** The order of the examples, a pass a row. */
  readonly orders: readonly number[][];
}

interface Learner {
  readonly name: string;
  readonly how: string;
  /** One pass over the points. */
  readonly pass: (hands: Hands, state: State, course: Course, pass: number) => Promise<State>;
  readonly predict: (hands: Hands, state: State, X: number[][]) => Promise<number[]>;
  /** Where its classes part: w·x + b equals this. */
  readonly threshold: number;
}

const byStep: Learner["predict"] = (hands, { w, b }, X) =>
  hands.ask<number[]>("predictStep", { X, w, b, threshold: 0 });
const byHalf: Learner["predict"] = (hands, { w, b }, X) =>
  hands.ask<number[]>("adalinePredict", { X, w, b, threshold: 0.5 });

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** A pass by a function that fits from where it is told to begin. */
const fitting =
  (fn: string, lr: number, more: (course: Course, pass: number) => Inputs = () => ({})): Learner["pass"] =>
  (hands, { w, b }, course, pass) =>
    hands.ask<State>(fn, {
      X: course.X,
      y: course.y,
      w0: w,
      b0: b,
      lr,
      nIter: 1,
      ...more(course, pass),
    });

const learners: readonly Learner[] = [
  {
    name: "perceptron",
    how: "online",
    threshold: 0,
    predict: byStep,
    pass: fitting("fitPerceptron", RATES.perceptron),
  },
  {
    name: "hinge",
    how: "batch",
    threshold: 0,
    predict: byStep,
    async pass(hands, { w, b }, { X, y }) {
      const each = X.map((x, i) => ({ w, x, b, y: y[i] === 1 ? 1 : -1 }));
      const dw = await hands.askAll<number[]>("hingeLossDw", each);
      const db = await hands.askAll<number>("hingeLossDb", each);
      return {
        w: w.map((wj, j) => wj - RATES.hinge * mean(dw.map((slopes) => slopes[j] as number))),
        b: b - RATES.hinge * mean(db),
      };
    },
  },
  {
    name: "Adaline",
    how: "batch",
    threshold: 0.5,
    predict: byHalf,
    pass: fitting("fitAdalineGD", RATES.adaline),
  },
  {
    name: "Adaline SGD",
    how: "online",
    threshold: 0.5,
    predict: byHalf,
    pass: fitting("fitAdalineSGD", RATES.sgd, ({ orders }, pass) => ({ orders: [orders[pass] as number[]] })),
  },
];

export const race: Capstone = {
  unit: 4,
  title: "Four learners race on the same points",
  uses: [
    { exercise: "ex20", functions: ["predictStep"], does: "decides" },
    { exercise: "ex21", functions: ["fitPerceptron"], does: "the perceptron" },
    { exercise: "ex22", functions: ["calculateAngle"], does: "compares directions" },
    { exercise: "ex23", functions: ["hingeLossDw", "hingeLossDb"], does: "the hinge loss" },
    { exercise: "ex24", functions: ["signedDistance"], does: "measures distances" },
    { exercise: "ex25", functions: ["fitAdalineGD", "adalinePredict"], does: "Adaline" },
    { exercise: "ex26", functions: ["fitAdalineSGD"], does: "Adaline, one example at a time" },
  ],
  async work(hands, { seed }, show) {
    const course = courseOf(seed);
    const { X, y } = course;
    const rng = random(seed, "capstone-4/start");
    const start: State = { w: [normal(rng), normal(rng)], b: 0 };
    const ends: State[] = [];
    const lines: { name: string; values: number[] }[] = [];
    for (const learner of learners) {
      let state = start;
      const values: number[] = [];
      for (let pass = 0; pass <= PASSES; pass++) {
        if (pass > 0) state = await learner.pass(hands, state, course, pass - 1);
        const read = await learner.predict(hands, state, X);
        values.push(y.filter((yi, i) => read[i] !== yi).length);
      }
      ends.push(state);
      lines.push({ name: `${learner.name}, ${learner.how}`, values });
    }
    show({ kind: "series", title: `Misread points of ${POINTS}, pass by pass`, step: "pass", lines });
    const plots = learners.map(
      (learner, k): Plot => plotOf(course, learner, ends[k] as State, lines[k]?.values.at(-1) as number),
    );
    show({ kind: "plots", title: `Their boundaries after ${PASSES} passes`, plots });
    const means = await hands.askAll<number>(
      "calculateAngle",
      ends.map(({ w }) => ({ u: w, v: between(course) })),
    );
    const rows: string[][] = [];
    for (const [k, { name, threshold }] of learners.entries()) {
      const { w, b } = ends[k] as State;
      const distances = await hands.askAll<number>(
        "signedDistance",
        X.map((x) => ({ x, w, b: b - threshold })),
      );
      const signed = distances.map((far, i) => (y[i] === 1 ? far : -far));
      const { values = [] } = lines[k] ?? {};
      const best = Math.min(...values);
      rows.push([
        name,
        String(best),
        String(values.indexOf(best)),
        short(Number(Math.min(...signed).toFixed(2))),
        `${(means[k] as number).toFixed(1)}°`,
      ]);
    }
    show({
      kind: "table",
      title: "The race",
      head: ["learner", "fewest misread", "at pass", "deepest misread", "angle to the means"],
      rows,
    });
    show({
      kind: "says",
      text: "The perceptron moves only at mistakes: where the classes overlap it never comes to rest, and its last pass may be worse than its best. The other three lower a loss that also asks how far off a point is. Batch takes one step a pass, online one a point: so a pass moves an online learner further, and less straight. The deepest misread point has the most negative distance; the angle is that of w to the line between the means of the classes.",
    });
  },
};

/** The points with mean 0 and spread 1, in an order that mixes the classes. */
function courseOf(seed: number): Course {
  const { points, labels } = blobsData(seed, POINTS);
  const columns = [0, 1].map((j) => Array.from(labels, (_, i) => points[2 * i + j] as number));
  const scaled = columns.map((column) => {
    const centre = mean(column);
    const spread = Math.sqrt(mean(column.map((x) => (x - centre) ** 2)));
    return column.map((x) => (x - centre) / spread);
  });
  const rng = random(seed, "capstone-4/orders");
  return {
    X: Array.from(labels, (_, i) => [scaled[0]?.[i] as number, scaled[1]?.[i] as number]),
    y: Array.from(labels),
    orders: Array.from({ length: PASSES }, () => permutation(rng, POINTS)),
  };
}

/** From the mean of class 0 to that of class 1. */
function between(course: Course): number[] {
  const [of0, of1] = [pointsOf(course, 0), pointsOf(course, 1)];
  return [0, 1].map((j) => mean(of1.map((p) => p[j] as number)) - mean(of0.map((p) => p[j] as number)));
}

const plotOf = (course: Course, { name, threshold }: Learner, { w, b }: State, misread: number): Plot => ({
  kind: "plot",
  title: `${name}, ${misread} misread`,
  ...axesOf(course.X, ["x1", "x2"]),
  layers: [
    ...classLayers(course, ["class 0", "class 1"]),
    { kind: "line", name: "boundary", across: [w[0] as number, w[1] as number, b - threshold] },
  ],
});

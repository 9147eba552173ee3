/** The pictures of fig10: predicted against actual, weights, the error over the run, and the size of batches. */
import { axes, clip } from "../frame/axes.ts";
import { digits, superscript } from "../frame/numbers.ts";
import { linear, logarithmic } from "../frame/scale.ts";
import { dots, group, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { byRoots } from "../root-scale.ts";
import { short } from "../short.ts";
import { PACE, type Run, type Score, STEPS } from "./run.ts";
import type { Weights } from "./training.ts";

const SIZE = { width: 360, height: 300 };
const A = linear([0, 51], [40, 344]);
const B = linear([0, 51], [258, 34]);

const DIAGONAL: readonly Mark[] = [
  clip("fig10-clip", A, B),
  axes({ x: A, y: B, xName: "actual price", yName: "predicted", zeros: false }),
  mark("path", {
    class: "line dashed reference",
    d: pathThrough([0, 51].map((v) => [A.to(v), B.to(v)] as const)),
  }),
];

export function against({ towns }: Run, { predictions, r2 }: Score): Panel {
  return {
    name: "against",
    title: "Predicted against actual, 152 unseen towns",
    description: `Each town’s actual price against the predicted one; on the dashed diagonal both agree. R² is ${digits(r2, 3)}.`,
    ...SIZE,
    marks: [
      ...DIAGONAL,
      mark("path", {
        class: "dots prediction",
        "clip-path": "url(#fig10-clip)",
        d: dots(predictions.map((p, i) => [A.to(towns.others.y[i] as number), near(B.to(p))] as const)),
      }),
      text(344, 18, `R² = ${digits(r2, 3)}`, { class: "words prediction strong end" }),
    ],
  };
}

const MOST = 5;
const W = linear([-MOST, MOST], [258, 34]);

/** Bars of the learnt weights, and marks where the normal equations have them. */
export function weightBars(w: Weights, best: Weights): Panel {
  const apart = 304 / 13;
  const place = (value: number): number => W.to(Math.max(-MOST, Math.min(MOST, value)));
  const bars = Array.from({ length: 13 }, (_, j): Mark => {
    const x = 40 + (j + 0.5) * apart;
    const [end, zero, goal] = [place(w[j] as number), W.to(0), place(best[j] as number)];
    return group(
      "prediction",
      mark("rect", {
        class: "bar",
        x: x - 7,
        y: Math.min(end, zero),
        width: 14,
        height: Math.abs(end - zero),
      }),
      group("reference", mark("path", { class: "line", d: `M${rounded(x - 10)} ${rounded(goal)}h20` })),
      text(x, 272, String(j + 1), { class: "tick middle" }),
    );
  });
  return {
    name: "weights",
    title: "Weight of each feature",
    description:
      "The learnt weights of 13 standardised features as bars, with a line each where the normal equations have it.",
    ...SIZE,
    marks: [
      mark("path", { class: "axis", d: `M40 34V258M40 ${W.to(0)}H344` }),
      ...[-4, -2, 0, 2, 4].map((v) => text(33, W.to(v) + 3.5, short(v), { class: "tick end" })),
      ...bars,
      text(344, 290, "feature", { class: "name end" }),
      text(344, 18, "— least squares", { class: "words reference small end" }),
    ],
  };
}

const STEP = byRoots(STEPS, [46, 344]);
const L = logarithmic([10, 1e6], [258, 34]);

export function errorCurve({ errors }: Run, step: number, now: number): Panel {
  const place = (error: number): number => Math.max(34, Math.min(258, L.to(error)));
  return {
    name: "errors",
    title: "Error on the 354 towns it learns from",
    description: `The mean squared error against the steps, both axes with more room at the beginning. It is ${digits(now, 4)} now.`,
    ...SIZE,
    marks: [
      axes({
        x: STEP,
        y: L,
        xName: "step",
        yName: "error",
        yTicks: [10, 100, 1e3, 1e4, 1e5, 1e6],
        yText: (error) => `10${superscript(Math.round(Math.log10(error)))}`,
        zeros: false,
      }),
      mark("path", {
        class: "line error",
        d: pathThrough(errors.map((error, f) => [STEP.to(PACE[f] as number), place(error)] as const)),
      }),
      mark("circle", { class: "dot error", cx: STEP.to(step), cy: place(now), r: 5 }),
      text(344, 18, digits(now, 4), { class: "words error strong end" }),
    ],
  };
}

export function batchSizes({ cuts }: Run, step: number): Panel {
  const sizes = cuts.map(({ from, to }) => to - from);
  const most = Math.max(...sizes);
  const N = linear([0, most], [258, 34]);
  const now = sizes[Math.min(step, sizes.length - 1)] as number;
  return {
    name: "sizes",
    title: "Examples in each step’s batch",
    description: `How many examples each of the 1000 steps learns from; now ${now}, at the end ${sizes.at(-1)}.`,
    ...SIZE,
    marks: [
      axes({ x: STEP, y: N, xName: "step", yName: "examples", zeros: false }),
      mark("path", {
        class: "dots data",
        d: dots(PACE.slice(0, -1).map((at) => [STEP.to(at), N.to(sizes[at] as number)] as const)),
      }),
      mark("circle", { class: "dot ink", cx: STEP.to(step), cy: N.to(now), r: 5 }),
      text(344, 18, String(now), { class: "words ink strong end" }),
    ],
  };
}

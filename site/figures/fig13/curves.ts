/** The loss from epoch to epoch, and the examples on the sigmoid. */

import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import { axes, clip } from "../frame/axes.ts";
import { linear, logarithmic } from "../frame/scale.ts";
import { crosses, dots, group, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { byRoots } from "../root-scale.ts";
import type { Weights } from "./logistic-passes.ts";
import { netInputOf, ringed, type Single } from "./pair.ts";
import { EPOCHS, netInputs, PACE, type Run } from "./run.ts";

const EPOCH = byRoots(EPOCHS, [34, 350]);
const LOSS = logarithmic([0.1, 5], [152, 30]);
const LOSS_CLIP = "fig13-loss-clip";

export function lossStill({ states, leastLoss }: Run): readonly Mark[] {
  const level = leastLoss === undefined ? undefined : LOSS.to(leastLoss);
  return [
    clip(LOSS_CLIP, EPOCH, LOSS),
    axes({
      x: EPOCH,
      y: LOSS,
      xName: "epoch",
      yName: "loss",
      xTicks: [0, 10, 100, 500, 1000, 2000, 5000],
      yTicks: [0.1, 1],
    }),
    group(
      "reference",
      level !== undefined &&
        mark("path", { class: "thin dashed", d: `M34 ${level}H350`, "clip-path": `url(#${LOSS_CLIP})` }),
      level !== undefined && text(40, level + 13, "least loss", { class: "words small" }),
    ),
    mark("path", {
      class: "line error",
      d: pathThrough(states.map((s) => [EPOCH.to(s.epoch), near(LOSS.to(s.loss))] as const)),
      "clip-path": `url(#${LOSS_CLIP})`,
    }),
  ];
}

export function lossCurve({ states }: Run, still: readonly Mark[], frame: number): Panel {
  const loss = states[frame]?.loss as number;
  const inside = Math.max(LOSS.domain[0], Math.min(LOSS.domain[1], loss));
  return {
    name: "loss",
    title: "Binary cross-entropy, epoch by epoch",
    description: "Mean binary cross-entropy by powers of ten against the epoch; the least there is, dashed.",
    width: 360,
    height: 190,
    marks: [
      ...still,
      mark("circle", { class: "dot error", cx: EPOCH.to(PACE[frame] as number), cy: LOSS.to(inside), r: 5 }),
    ],
  };
}

const Z = linear([-10, 10], [34, 350]);
const P = linear([-0.15, 1.15], [152, 30]);

const SIGMOID: readonly Mark[] = [
  axes({
    x: Z,
    y: P,
    xName: "logit z = w·x + b",
    yName: "ŷ",
    xTicks: [-10, -5, 0, 5, 10],
    yTicks: [0, 0.5, 1],
    zeros: false,
  }),
  mark("path", { class: "guide ink", d: `M${Z.to(0)} 30V152` }),
  mark("path", {
    class: "line prediction",
    d: pathThrough(
      Array.from({ length: 101 }, (_, i) => [Z.to(-10 + i / 5), P.to(sigmoid(-10 + i / 5))] as const),
    ),
  }),
];

/** Examples at their logits; class 1 above, class 0 below, scattered a little so that they do not cover each other. */
export function examplesOnSigmoid({ data }: Run, at: Weights, pair: readonly Single[]): Panel {
  const z = netInputs(data, at);
  const place = (i: number): readonly [number, number] => [
    Z.to(Math.max(-10, Math.min(10, z[i] as number))),
    P.to(data.y[i] as number) + ((i * 37) % 13) - 6,
  ];
  const of = (y: number, isRight: boolean): (readonly [number, number])[] =>
    [...z.keys()]
      .filter((i) => data.y[i] === y && ((z[i] as number) >= 0 === (y === 1)) === isRight)
      .map(place);
  return {
    name: "sigmoid",
    title: "The examples on the sigmoid",
    description:
      "The sigmoid, with benign examples at the top and malignant ones at the bottom, each at its logit; those of the page on the curve, in a ring.",
    width: 360,
    height: 190,
    marks: [
      mark("path", { class: "dots data small-dots", d: dots(of(1, true)) }),
      mark("path", { class: "crosses data", d: crosses(of(0, true), 2.5) }),
      mark("path", { class: "dots error small-dots", d: dots(of(1, false)) }),
      mark("path", { class: "crosses error", d: crosses(of(0, false), 2.5) }),
      ...SIGMOID,
      // On the curve, where their ŷ is read off.
      ...pair.flatMap((one) => {
        const logit = netInputOf(at, one);
        return ringed(one, [Z.to(Math.max(-10, Math.min(10, logit))), P.to(sigmoid(logit))]);
      }),
    ],
  };
}

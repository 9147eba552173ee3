/** How far above the lowest place each optimiser is, step by step. */
import { axes, clip } from "../frame/axes.ts";
import { linear, logarithmic } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { shape } from "../shapes.ts";
import { aboveLeast, placeOf, type Race, RUNNERS, STEPS } from "./race.ts";

const STEP = linear([0, STEPS], [46, 344]);
const HEIGHT = logarithmic([1e-8, 1e4], [262, 46]);
const CLIP = "fig43-heights-clip";
/** Where each optimiser stands in the legend; their names are not of one length. */
const NAMES = [46, 116, 206, 288];

export function heightsStill({ ways, surface }: Race): readonly Mark[] {
  return [
    clip(CLIP, STEP, HEIGHT),
    axes({ x: STEP, y: HEIGHT, xName: "step", yName: "height", yTicks: [1e-8, 1e-4, 1, 1e4], zeros: false }),
    ...ways.map((way, k) =>
      mark("path", {
        class: `line cluster of-${k}`,
        d: pathThrough(way.map((at, t) => [STEP.to(t), near(HEIGHT.to(aboveLeast(surface, at)))] as const)),
        "clip-path": `url(#${CLIP})`,
      }),
    ),
    ...RUNNERS.flatMap((name, k) => [
      mark("path", { class: `form cluster of-${k}`, d: shape(k, NAMES[k] as number, 16, 5) }),
      text((NAMES[k] as number) + 9, 20, name, { class: "words small" }),
    ]),
  ];
}

export function heights({ ways, surface }: Race, still: readonly Mark[], step: number): Panel {
  const [low, high] = HEIGHT.domain;
  return {
    name: "heights",
    title: "How far there is still to go",
    description:
      "Height above the lowest place by powers of ten against the step, a line for each optimiser.",
    width: 360,
    height: 300,
    marks: [
      ...still,
      ...ways.map((way, k) => {
        const height = aboveLeast(surface, placeOf(way, step));
        const y = HEIGHT.to(Number.isFinite(height) ? Math.max(low, Math.min(high, height)) : high);
        return mark("path", { class: `form cluster of-${k}`, d: shape(k, STEP.to(step), y, 5) });
      }),
    ],
  };
}

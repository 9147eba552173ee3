/** What the example costs, against the score of its true class, with the tangent whose slope is p − 1. */
import { tangent } from "../curve.ts";
import { axes, clip } from "../frame/axes.ts";
import { digits, fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { handle, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { CLASSES, type Costs, withScore } from "./costs.ts";

export const SCORE = linear([-6, 6], [34, 476]);
const COST = linear([-0.4, 9], [232, 28]);

export function costCurve(of: Costs): Panel {
  const { truth, scores, costs, slopes } = of;
  const [score, cost, slope] = [scores[truth] ?? 0, costs[truth] ?? 0, slopes[truth] ?? 0];
  const points = Array.from({ length: 97 }, (_, i) => {
    const at = -6 + i / 8;
    return [SCORE.to(at), near(COST.to(withScore(of, at).costs[truth] ?? 0))] as const;
  });
  return {
    name: "curve",
    title: `What it costs against the score of the ${CLASSES[truth]}`,
    description: `The cost falls with the score of the ${CLASSES[truth]} and levels out at 0. It is ${digits(cost, 4)} now, with the slope ${digits(slope, 4)} of the tangent. The score can be dragged.`,
    width: 490,
    height: 270,
    wide: true,
    marks: [
      clip("fig39b-curve", SCORE, COST),
      axes({ x: SCORE, y: COST, xName: `score of the ${CLASSES[truth]}`, yName: "cost" }),
      mark(
        "g",
        { "clip-path": "url(#fig39b-curve)" },
        mark("path", { class: "line error", d: pathThrough(points) }),
        mark("path", { class: "line dashed gradient", d: tangent(SCORE, COST, score, cost, slope) }),
      ),
      text(476, 18, `slope ${fixed(slope, 4)}`, { class: "words gradient strong end" }),
      handle(
        "curve",
        `Score of the ${CLASSES[truth]}`,
        SCORE.to(score),
        COST.to(cost),
        "error",
        fixed(score, 2),
      ),
    ],
  };
}

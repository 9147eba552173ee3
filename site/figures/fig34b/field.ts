/** What the network predicts over both inputs, with the bends of its hidden units and the two examples. */
import { contours } from "d3-contour";
import { axes, clip } from "../frame/axes.ts";
import { fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { rectangle, rimWhereZero } from "../half-plane.ts";
import { netOf, PAGE, predictionAt, type Stand } from "./network.ts";

const ENDS = [-3, 4] as const;
const X = linear(ENDS, [36, 346]);
const Y = linear(ENDS, [262, 34]);
const POINTS = 25;
const STEP = (ENDS[1] - ENDS[0]) / (POINTS - 1);
/** Predictions at which the tint changes. */
const LEVELS = [-2, -1, 0, 1, 2, 3, 4, 5, 6];
const SQUARE = rectangle(ENDS[0], ENDS[0], ENDS[1], ENDS[1]);

export function field({ nine, predictions }: Stand): Panel {
  const values = Array.from({ length: POINTS * POINTS }, (_, at) =>
    predictionAt(nine, ENDS[0] + (at % POINTS) * STEP, ENDS[0] + Math.floor(at / POINTS) * STEP),
  );
  const levels = contours().size([POINTS, POINTS]);
  const inPlot = (v: number): number => Math.max(ENDS[0], Math.min(ENDS[1], ENDS[0] + (v - 0.5) * STEP));
  const bands = LEVELS.map((level, i): Mark => {
    const rings = levels.contour(values, level).coordinates.flat();
    return mark("path", {
      class: `band prediction of-${i + 1}`,
      d: rings
        .map(
          (ring) =>
            `${pathThrough(ring.map(([x = 0, y = 0]) => [X.to(inPlot(x)), Y.to(inPlot(y))] as const))}Z`,
        )
        .join(""),
      "fill-rule": "evenodd",
    });
  });
  const bends = ([0, 1] as const).map((k) =>
    mark("path", {
      class: k === 0 ? "line ink" : "line dashed ink",
      d: pathThrough(rimWhereZero(SQUARE, netOf(nine, k)).map(([x, y]) => [X.to(x), Y.to(y)] as const)),
    }),
  );
  return {
    name: "field",
    title: "What it predicts, and where its two bends lie",
    description: `The prediction over both inputs, the bluer the higher; a line where each hidden unit has its middle. The examples say ${predictions.map((p) => fixed(p, 2)).join(" and ")}, the targets are ${PAGE.y.join(" and ")}.`,
    width: 360,
    height: 300,
    marks: [
      clip("fig34b-field", X, Y),
      mark("g", { "clip-path": "url(#fig34b-field)" }, ...bands, ...bends),
      axes({ x: X, y: Y, xName: "x₁", yName: "x₂", zeros: false }),
      ...PAGE.X.flatMap(([x = 0, y = 0], i) => [
        mark("circle", { class: "dot error", cx: X.to(x), cy: Y.to(y), r: 5 }),
        text(
          X.to(x) + 9,
          Y.to(y) + 4,
          `${fixed(predictions[i] ?? 0, 2)}, target ${fixed(PAGE.y[i] ?? 0, 0)}`,
          {
            class: "words error strong",
          },
        ),
      ]),
    ],
  };
}

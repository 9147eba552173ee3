/** The error over the two weights of the last layer, all else as it is: a slice of the loss landscape. */
import { contours } from "d3-contour";
import { axes, clip } from "../frame/axes.ts";
import { linear } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough } from "../frame/scene.ts";
import { near } from "../near.ts";
import { type Run, type Stand, saddle } from "../saddle-run.ts";

export const RADIUS = 5;
const POINTS = 20;
const STEP = (2 * RADIUS) / (POINTS - 1);
const X = linear([-RADIUS, RADIUS], [36, 344]);
const Y = linear([-RADIUS, RADIUS], [258, 34]);
const LEVELS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.1, 1.4];

/** Mean squared errors on the grid, w₁ running fastest. */
export function errorsOver({ before, layers }: Stand): Float64Array {
  const { heights } = saddle();
  const bias = layers[2].b[0] as number;
  const errors = new Float64Array(POINTS * POINTS);
  for (let r = 0, at = 0; r < POINTS; r++)
    for (let c = 0; c < POINTS; c++, at++) {
      const [w1, w2] = [-RADIUS + c * STEP, -RADIUS + r * STEP];
      let sum = 0;
      for (let i = 0; i < heights.length; i++)
        sum += (Math.tanh(w1 * before[2 * i]! + w2 * before[2 * i + 1]! + bias) - heights[i]!) ** 2;
      errors[at] = sum / heights.length;
    }
  return errors;
}

export function slicePanel(run: Run, epoch: number): Panel {
  const stand = run[epoch] as Stand;
  const errors = Array.from(errorsOver(stand));
  const levels = contours().size([POINTS, POINTS]);
  const at = ([x, y]: readonly number[]): readonly [number, number] => [
    X.to(Math.max(-RADIUS, Math.min(RADIUS, -RADIUS + ((x as number) - 0.5) * STEP))),
    Y.to(Math.max(-RADIUS, Math.min(RADIUS, -RADIUS + ((y as number) - 0.5) * STEP))),
  ];
  const bands = LEVELS.map((level, i): Mark => {
    const rings = levels.contour(errors, level).coordinates.flat();
    return mark("path", {
      class: `band error of-${i + 1}`,
      d: rings.map((ring) => `${pathThrough(ring.map(at))}Z`).join(""),
      "fill-rule": "evenodd",
    });
  });
  const place = ({ layers }: Stand): readonly [number, number] => [
    near(X.to(layers[2].W[0] as number)),
    near(Y.to(layers[2].W[1] as number)),
  ];
  const [cx, cy] = place(stand);
  return {
    name: "slice",
    title: "Error over the two weights of the last layer",
    description:
      "Level bands of the mean squared error over both weights of the last layer, the darker the larger, all other weights as they are now; the way of the weights so far, and a dot where they are.",
    width: 360,
    height: 300,
    marks: [
      clip("fig34-slice", X, Y),
      mark(
        "g",
        { "clip-path": "url(#fig34-slice)" },
        ...bands,
        mark("path", { class: "line prediction", d: pathThrough(run.slice(0, epoch + 1).map(place)) }),
        mark("circle", { class: "dot prediction", cx, cy, r: 5 }),
      ),
      axes({ x: X, y: Y, xName: "w₁ of the last layer", yName: "w₂", zeros: false }),
    ],
  };
}

/** The probability over both features, the examples, and the line p = ½. */

import { axes } from "../frame/axes.ts";
import { linear } from "../frame/scale.ts";
import { crosses, dots, group, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { type Point, partWhere, rectangle, rimWhereZero } from "../half-plane.ts";
import type { Weights } from "./logistic-passes.ts";
import { ringed, type Single } from "./pair.ts";
import { netInputs, type Run } from "./run.ts";

const X = linear([0, 1], [34, 350]);
const Y = linear([0, 1], [270, 30]);
const SQUARE = rectangle(0, 0, 1, 1);
/** Where the tint changes: p = 0.1, 0.2 … 0.9. */
const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

export interface FieldStill {
  readonly axes: Mark;
  readonly examples: readonly Mark[];
}

export function fieldStill({ data: { x1, x2, y } }: Run): FieldStill {
  const places = Array.from(x1, (x, i) => [X.to(x), Y.to(x2[i] as number)] as const);
  return {
    axes: axes({
      x: X,
      y: Y,
      xName: "concave points",
      yName: "perimeter",
      xTicks: [0, 0.5, 1],
      yTicks: [0, 0.5, 1],
    }),
    examples: [
      mark("path", { class: "dots data small-dots", d: dots(places.filter((_, i) => y[i] === 1)) }),
      mark("path", {
        class: "crosses data",
        d: crosses(
          places.filter((_, i) => y[i] === 0),
          2.5,
        ),
      }),
    ],
  };
}

export function field({ data }: Run, still: FieldStill, at: Weights, pair: readonly Single[]): Panel {
  const z = netInputs(data, at);
  const place = (i: number): Point => [X.to(data.x1[i] as number), Y.to(data.x2[i] as number)];
  const wrong = [...z.keys()].filter((i) => (z[i] as number) >= 0 !== (data.y[i] === 1));
  const line = rimWhereZero(SQUARE, (x, y) => at.w1 * x + at.w2 * y + at.b);
  const end = [...line].sort((p, q) => q[1] - p[1])[0];
  return {
    name: "field",
    title: "Probability over two scaled features",
    description:
      "The darker the blue, the more probable is class 1. Dots are benign, crosses malignant; those on the wrong side of the line ŷ = ½ are set off. The examples of the page have a ring.",
    width: 360,
    height: 308,
    marks: [
      group("field", ...bands(at)),
      ...still.examples,
      group(
        "error",
        mark("path", { class: "dots small-dots", d: dots(wrong.filter((i) => data.y[i] === 1).map(place)) }),
        mark("path", { class: "crosses", d: crosses(wrong.filter((i) => data.y[i] === 0).map(place), 2.5) }),
      ),
      ...pair.flatMap((one) => ringed(one, [X.to(one.x1), Y.to(one.x2)])),
      mark("path", { class: "line prediction", d: toPath(line) }),
      still.axes,
      ...(end === undefined ? [] : [endLabel(end)]),
      ...LEGEND,
    ],
  };
}

const LEGEND: readonly Mark[] = [
  mark("path", { class: "dots data", d: dots([[148, 18]]) }),
  text(155, 22, "benign, y = 1", { class: "small" }),
  mark("path", { class: "crosses data", d: crosses([[250, 18]]) }),
  text(350, 22, "malignant, y = 0", { class: "small end" }),
];

/** Nested parts of the square, each where p is at least a level: a level of p is one of z, and that is a line. */
function bands({ w1, w2, b }: Weights): readonly Mark[] {
  return [undefined, ...LEVELS].map((p, i) => {
    const level = p === undefined ? Number.NEGATIVE_INFINITY : Math.log(p / (1 - p));
    const part = p === undefined ? SQUARE : partWhere(SQUARE, (x, y) => w1 * x + w2 * y + b - level);
    return mark("path", { class: `band prediction of-${i}`, d: part.length === 0 ? "" : `${toPath(part)}Z` });
  });
}

const toPath = (points: readonly Point[]): string =>
  pathThrough(points.map(([x, y]) => [X.to(x), Y.to(y)] as const));

function endLabel([x, y]: Point): Mark {
  const isRight = x > 0.8;
  return text(X.to(x) + (isRight ? -6 : 8), Y.to(y) + (y > 0.9 ? 16 : -4), "ŷ = ½", {
    class: `words prediction${isRight ? " end" : ""}`,
  });
}

/** The points, their centroids with their regions, and the distances that J adds up. */

import { HEIGHT, WIDTH } from "../../../reference/data/document-data.ts";
import { fixed } from "../frame/numbers.ts";
import { handle, type Mark, mark, type Panel, pathThrough, rounded } from "../frame/scene.ts";
import type { Point } from "../half-plane.ts";
import { shape } from "../shapes.ts";
import type { Clusters } from "./clusters.ts";
import { regionsOf } from "./regions.ts";
import type { Run } from "./run.ts";

/** Units of the picture for one of the data. */
const SCALE = 0.4;
const POINT = 3.1;
const CENTROID = 4.6;

/** The plane's numbers at a place of the picture. */
export const placeOf = (x: number, y: number): Point => [x / SCALE, HEIGHT - y / SCALE];

type Place = (p: readonly number[]) => Point;

export function map({ unit, X, states, geometry }: Run, epoch: number): Panel {
  const place = (x: number, y: number): Point => [SCALE * unit * x, SCALE * (HEIGHT - unit * y)];
  const at: Place = (p) => place(p[0] as number, p[1] as number);
  const clusters = states[epoch] as Clusters;
  const { centroids, labels } = clusters;
  const regions = regionsOf(clusters, geometry.metric, place, [WIDTH / unit, HEIGHT / unit]);
  return {
    name: "map",
    title: "Points X, a line for each 1 of R, and the regions of C",
    description: `${X.length} points, each in the form and colour of its nearest centroid and joined to it; the region of each of the ${centroids.length} centroids; the way that each has come. Centroids can be dragged: the run then starts from there.`,
    width: SCALE * WIDTH,
    height: SCALE * HEIGHT,
    wide: true,
    marks: [
      // The first of equally near ones has the point: it lies on top.
      ...regions.map((d, k) => mark("path", { class: `region cluster of-${k}`, d })).reverse(),
      mark("path", { class: "thin error spokes", d: spokes(X, clusters, geometry.metric, at) }),
      ...centroids.map((_, k) =>
        mark("path", {
          class: `form cluster of-${k}`,
          d: X.filter((__, i) => labels[i] === k)
            .map((x) => shape(k, ...at(x), POINT))
            .join(""),
        }),
      ),
      mark("path", {
        class: "line ink ways",
        d: centroids.map((_, k) => way(states, k, epoch, at)).join(""),
      }),
      ...centroids.map((c, k) => centroid(k, c, at(c), unit === 1 ? 0 : 2)),
    ],
  };
}

/** Straight for Euclid; along the axes for Manhattan, whose distance is the length of that way. */
function spokes(
  X: Run["X"],
  { centroids, labels }: Clusters,
  metric: "euclid" | "manhattan",
  at: Place,
): string {
  return X.map((x, i) => {
    const [px, py] = at(x).map(rounded);
    const [cx, cy] = at(centroids[labels[i] as number] as readonly number[]).map(rounded);
    return metric === "euclid" ? `M${px} ${py}L${cx} ${cy}` : `M${px} ${py}H${cx}V${cy}`;
  }).join("");
}

const way = (states: readonly Clusters[], k: number, epoch: number, at: Place): string =>
  pathThrough(states.slice(0, epoch + 1).map(({ centroids }) => at(centroids[k] as readonly number[])));

function centroid(k: number, c: readonly number[], [x, y]: Point, decimals: number): Mark {
  const where = `x = ${fixed(c[0] as number, decimals)}, y = ${fixed(c[1] as number, decimals)}`;
  const held = handle(`centroid-${k}`, `Centroid ${k + 1}`, x, y, `cluster of-${k}`, where);
  const reach = held.children[0] as Mark;
  return {
    ...held,
    children: [
      reach,
      mark("circle", { class: "knob disc", r: 8 }),
      mark("path", { class: "inset", d: shape(k, 0, 0, CENTROID) }),
    ],
  };
}

/** The points, their centroids with their regions, and the distances that J adds up. */

import { HEIGHT, WIDTH } from "../../../reference/data/document-data.ts";
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

const place = (x: number, y: number): Point => [SCALE * x, SCALE * (HEIGHT - y)];
/** The data's numbers at a place of the picture. */
export const placeOf = (x: number, y: number): Point => [x / SCALE, HEIGHT - y / SCALE];
const at = (p: readonly number[]): Point => place(p[0] as number, p[1] as number);

export function map({ X, states, geometry }: Run, epoch: number): Panel {
  const clusters = states[epoch] as Clusters;
  const { centroids, labels } = clusters;
  const regions = regionsOf(clusters, geometry.metric, place);
  return {
    name: "map",
    title: "Points X, a line for each 1 of R, and the regions of C",
    description: `100 points, each in the form and colour of its nearest centroid and joined to it; the region of each of the ${centroids.length} centroids; the way that each has come. Centroids can be dragged: the run then starts from there.`,
    width: SCALE * WIDTH,
    height: SCALE * HEIGHT,
    wide: true,
    marks: [
      // The first of equally near ones has the point: it lies on top.
      ...regions.map((d, k) => mark("path", { class: `region cluster of-${k}`, d })).reverse(),
      mark("path", { class: "thin error spokes", d: spokes(X, clusters, geometry.metric) }),
      ...centroids.map((_, k) =>
        mark("path", {
          class: `form cluster of-${k}`,
          d: X.filter((__, i) => labels[i] === k)
            .map((x) => shape(k, ...at(x), POINT))
            .join(""),
        }),
      ),
      mark("path", { class: "line ink ways", d: centroids.map((_, k) => way(states, k, epoch)).join("") }),
      ...centroids.map((c, k) => centroid(k, c)),
    ],
  };
}

/** Straight for Euclid; along the axes for Manhattan, whose distance is the length of that way. */
function spokes(X: Run["X"], { centroids, labels }: Clusters, metric: "euclid" | "manhattan"): string {
  return X.map((x, i) => {
    const [px, py] = at(x).map(rounded);
    const [cx, cy] = at(centroids[labels[i] as number] as readonly number[]).map(rounded);
    return metric === "euclid" ? `M${px} ${py}L${cx} ${cy}` : `M${px} ${py}H${cx}V${cy}`;
  }).join("");
}

const way = (states: readonly Clusters[], k: number, epoch: number): string =>
  pathThrough(states.slice(0, epoch + 1).map(({ centroids }) => at(centroids[k] as readonly number[])));

function centroid(k: number, c: readonly number[]): Mark {
  const [x, y] = at(c);
  const where = `x = ${Math.round(c[0] as number)}, y = ${Math.round(c[1] as number)}`;
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

/** The points as the hidden layer has them, with the plane that parts them; and the output as a surface. */
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import { crosses, dots, mark, type Panel, pathThrough } from "../frame/scene.ts";
import { seenFrom, type Vector3, type View } from "../space.ts";
import { turningMarks } from "../turning.ts";
import { ENDS } from "./flat.ts";
import { hiddenAt, scoreAt, scoreOf } from "./network.ts";
import type { Run, Stand } from "./training.ts";

const SIZE = { width: 360, height: 320 };
const MIDDLE = { x: 180, y: 150 };
type Place = readonly [number, number];

/** Corners of the unit cube, and the pairs of them that an edge joins. */
const CORNERS: readonly Vector3[] = Array.from({ length: 8 }, (_, c) => [c & 1, (c >> 1) & 1, (c >> 2) & 1]);
const EDGES = CORNERS.flatMap((_, a) =>
  [1, 2, 4].flatMap((bit) => ((a & bit) === 0 ? [[a, a | bit] as const] : [])),
);

/** The part of a plane that lies in the cube, its corners in order around their middle; none where it misses it. */
function cutOf(p: Float64Array, see: (h: Vector3) => Place): readonly Place[] {
  const { w, b } = scoreOf(p);
  const at = (h: Vector3): number => h.reduce((sum, hj, j) => sum + hj * (w[j] as number), b);
  const corners = EDGES.flatMap(([from, to]): Place[] => {
    const [g, h] = [CORNERS[from] as Vector3, CORNERS[to] as Vector3];
    const [a, c] = [at(g), at(h)];
    if (a > 0 === c > 0) return [];
    const t = a / (a - c);
    return [see(g.map((gj, j) => gj + t * ((h[j] as number) - gj)) as unknown as Vector3)];
  });
  const middle = [0, 1].map((k) => corners.reduce((sum, c) => sum + (c[k] as number), 0) / corners.length);
  const angle = ([x, y]: Place): number => Math.atan2(y - (middle[1] as number), x - (middle[0] as number));
  return [...corners].sort((q, r) => angle(q) - angle(r));
}

export function hidden({ points, labels }: Run, { p }: Stand, view: View): Panel {
  const look = seenFrom(view);
  const see = ([x, y, z]: Vector3): Place => {
    const seen = look([x - 0.5, y - 0.5, z - 0.5]);
    return [MIDDLE.x + 168 * seen.x, MIDDLE.y + 168 * seen.y];
  };
  const of = (label: number): Place[] =>
    Array.from(labels).flatMap((own, i) =>
      own === label ? [see(hiddenAt(p, points[2 * i]!, points[2 * i + 1]!))] : [],
    );
  const cut = cutOf(p, see);
  return {
    name: "hidden",
    title: "As the three hidden units have them",
    description:
      "The same points in the cube of the three hidden activations, and the plane on which both classes have the same score. Dragging turns the cube.",
    ...SIZE,
    marks: [
      mark("path", {
        class: "thin soft",
        d: EDGES.map(([a, b]) => pathThrough([see(CORNERS[a] as Vector3), see(CORNERS[b] as Vector3)])).join(
          "",
        ),
      }),
      mark("path", { class: "area prediction", d: cut.length < 3 ? "" : `${pathThrough(cut)}Z` }),
      mark("path", { class: "crosses data", d: crosses(of(0), 2.5) }),
      mark("path", { class: "dots small-dots data", d: dots(of(1)) }),
      ...turningMarks("Turn the cube", view, SIZE),
    ],
  };
}

const LINES = 25;

export function surface({ p }: Stand, view: View): Panel {
  const look = seenFrom(view);
  const place = (k: number): number => ENDS[0] + ((ENDS[1] - ENDS[0]) * k) / (LINES - 1);
  const nodes = Array.from({ length: LINES * LINES }, (_, at): Place => {
    const [x, y] = [place(at % LINES), place(Math.floor(at / LINES))];
    const seen = look([x / 1.5, y / 1.5, 1.2 * sigmoid(scoreAt(p, x, y)) - 0.6]);
    return [MIDDLE.x + 112 * seen.x, MIDDLE.y + 112 * seen.y];
  });
  const along = Array.from({ length: LINES }, (_, k) => nodes.slice(k * LINES, (k + 1) * LINES));
  const across = Array.from({ length: LINES }, (_, k) => nodes.filter((__, at) => at % LINES === k));
  return {
    name: "surface",
    title: "Probability of class 1 over the plane",
    description:
      "The output as a net of 25 by 25 points in space, 1 at its top and 0 at its foot. Dragging the cube turns it, too.",
    ...SIZE,
    marks: [mark("path", { class: "thin prediction", d: [...along, ...across].map(pathThrough).join("") })],
  };
}

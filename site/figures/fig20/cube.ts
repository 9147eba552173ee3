/** The grid in space, the plane within its cube, and the normal. */
import { arrow } from "../arrow.ts";
import {
  crosses,
  dots,
  group,
  type Mark,
  mark,
  type Panel,
  pathThrough,
  rounded,
  text,
} from "../frame/scene.ts";
import { type Seen, seenFrom, type Vector3, type View } from "../space.ts";
import { turningMarks } from "../turning.ts";
import { type Epoch, type Field, netInput } from "./run.ts";

const [WIDTH, HEIGHT] = [360, 352];
const MIDDLE = { x: 180, y: 162 };
const UNIT = 92;

/** @param normal that of the labels; 0 for none */
export function cube(epoch: Epoch, { grid, labels }: Field, normal: Vector3, view: View): Panel {
  const look = seenFrom(view);
  const seen = (p: Vector3): Seen => {
    const { x, y, near } = look(p);
    return { x: MIDDLE.x + UNIT * x, y: MIDDLE.y + UNIT * y, near };
  };
  const place = (p: Vector3) => {
    const { x, y } = seen(p);
    return [x, y] as const;
  };
  const isWrong = grid.map((p, i) => netInput(epoch.w, epoch.b, p) >= 0 !== (labels[i] === 1));
  const of = (label: 1 | -1, wrong: boolean, isNear: boolean): readonly (readonly [number, number])[] =>
    grid.flatMap((p, i) => {
      const { x, y, near } = seen(p);
      return labels[i] === label && isWrong[i] === wrong && near >= 0 === isNear ? [[x, y] as const] : [];
    });
  const points = (wrong: boolean, isNear: boolean): Mark =>
    group(
      `${wrong ? "error" : "data"}${isNear ? "" : " far"}`,
      mark("path", { class: "dots", d: dots(of(1, wrong, isNear)) }),
      mark("path", { class: "crosses", d: crosses(of(-1, wrong, isNear), 2.5) }),
    );
  const plane = sectionOf(epoch);
  return {
    name: "cube",
    title: `${grid.length} points and the plane w · p + b = 0`,
    description:
      "A grid of points in a cube, the label 1 as dots and −1 as crosses, those on the wrong side set off; the plane within the cube, the weights as its normal, and dashed the normal that the labels were made with. Dragging turns the cube.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      mark("path", {
        class: "thin soft faint",
        d: EDGES.map(([p, q]) => pathThrough([place(p), place(q)])).join(""),
      }),
      points(false, false),
      points(true, false),
      mark("path", {
        class: "area prediction",
        d: plane.length < 3 ? "" : `${pathThrough(plane.map(place))}Z`,
      }),
      mark("path", {
        class: "line prediction",
        d: plane.length < 3 ? "" : `${pathThrough(plane.map(place))}Z`,
      }),
      points(false, true),
      points(true, true),
      ...labelsNormal(normal, place),
      ...normalOf(epoch, place),
      ...turningMarks("Turn the cube", view, { width: WIDTH, height: HEIGHT }),
    ],
  };
}

const ENDS = [-1, 1];
const CORNERS: readonly Vector3[] = ENDS.flatMap((x) =>
  ENDS.flatMap((y) => ENDS.map((z): Vector3 => [x, y, z])),
);
const EDGES: readonly (readonly [Vector3, Vector3])[] = CORNERS.flatMap((p) =>
  CORNERS.filter((q) => [0, 1, 2].filter((j) => p[j] !== q[j]).length === 1 && p.join() < q.join()).map(
    (q) => [p, q] as const,
  ),
);

/** The corners of the part of the plane that lies in the cube, in order around it. */
function sectionOf({ w, b }: Epoch): readonly Vector3[] {
  const length = Math.hypot(...w);
  if (!(length > 0)) return [];
  const cuts = EDGES.flatMap(([p, q]): Vector3[] => {
    const [fp, fq] = [netInput(w, b, p), netInput(w, b, q)];
    if (fp >= 0 === fq >= 0) return [];
    const t = fp / (fp - fq);
    return [
      [0, 1, 2].map(
        (j) => (p[j] as number) + t * ((q[j] as number) - (p[j] as number)),
      ) as unknown as Vector3,
    ];
  });
  const middle = [0, 1, 2].map((j) => cuts.reduce((sum, p) => sum + (p[j] as number), 0) / cuts.length);
  // Two directions within the plane, to sort by angle.
  const axis = Math.abs(w[0]) < Math.abs(w[1]) ? [1, 0, 0] : [0, 1, 0];
  const u = cross(w, axis as unknown as Vector3);
  const v = cross(w, u);
  const angle = (p: Vector3): number => {
    const d = p.map((x, j) => x - (middle[j] as number)) as unknown as Vector3;
    return Math.atan2(dot(d, v) / Math.hypot(...v), dot(d, u) / Math.hypot(...u));
  };
  return [...cuts].sort((p, q) => angle(p) - angle(q));
}

const dot = (a: Vector3, b: Vector3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector3, b: Vector3): Vector3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The normal from the place of the plane that is nearest to the middle of the cube, one unit long. */
function normalOf({ w, b }: Epoch, place: (p: Vector3) => readonly [number, number]): readonly Mark[] {
  const length = Math.hypot(...w);
  if (!(length > 0) || Math.abs(b) / length > 2) return [];
  const foot = w.map((wj) => (-b * wj) / length ** 2) as unknown as Vector3;
  const [x, y] = place(foot);
  const [tx, ty] = place(foot.map((f, j) => f + (w[j] as number) / length) as unknown as Vector3);
  return [
    mark("path", { class: "line heavy prediction", d: arrow(x, y, tx - x, ty - y, 9) }),
    mark("circle", { class: "dot prediction", cx: rounded(x), cy: rounded(y), r: 3.5 }),
    text(tx + (tx < x ? -12 : 8), ty - 5, "w", { class: "words prediction symbol" }),
  ];
}

/** The normal that the labels were made with, from the middle of the cube, one unit long. */
function labelsNormal(normal: Vector3, place: (p: Vector3) => readonly [number, number]): readonly Mark[] {
  const length = Math.hypot(...normal);
  if (!(length > 0)) return [];
  const [x, y] = place([0, 0, 0]);
  const [tx, ty] = place(normal.map((each) => each / length) as unknown as Vector3);
  return [
    mark("path", { class: "line dashed reference", d: arrow(x, y, tx - x, ty - y, 8) }),
    text(tx + (tx < x ? -12 : 8), ty + 12, "n", { class: "words reference symbol" }),
  ];
}

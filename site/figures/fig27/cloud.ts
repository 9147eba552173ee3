/** The cloud in space with its principal directions, and what is left of it. */
import { arrow } from "../arrow.ts";
import { dots, group, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { type Seen, seenFrom, type Vector3, type View } from "../space.ts";
import { turningMarks } from "../turning.ts";
import { directionOf, type Run } from "./run.ts";

const [WIDTH, HEIGHT] = [360, 372];
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 - 12 };
const RADIUS = 166;
/** Arrows are so many standard deviations long. */
const DEVIATIONS = 2;

/** The ball that holds all points and the origin, so that turning changes no size. */
export interface Ball {
  readonly middle: Vector3;
  readonly radius: number;
}

export function ballAround(points: readonly Vector3[]): Ball {
  const middle = [0, 1, 2].map((j) => {
    const along = points.map((p) => p[j] as number);
    return (Math.min(0, ...along) + Math.max(0, ...along)) / 2;
  }) as unknown as Vector3;
  const away = ([x, y, z]: Vector3): number => Math.hypot(x - middle[0], y - middle[1], z - middle[2]);
  return { middle, radius: Math.max(1e-9, away([0, 0, 0]), ...points.map(away)) };
}

export function cloud(run: Run, ball: Ball, view: View, components: number): Panel {
  const look = seenFrom(view);
  const seen = ([x, y, z]: Vector3): Seen => {
    const { middle, radius } = ball;
    const p = look([x - middle[0], y - middle[1], z - middle[2]]);
    const scale = RADIUS / radius;
    return { x: MIDDLE.x + scale * p.x, y: MIDDLE.y + scale * p.y, near: p.near / radius };
  };
  const points = run.Z.map(seen);
  const kept = (run.kept[components] as readonly Vector3[]).map(seen);
  const isWhole = components === 3;
  return {
    name: "cloud",
    title: "The cloud Z, and what is kept of it",
    description: `200 points in space in grey, their principal directions as arrows of two standard deviations, and in blue each point with ${components} of its 3 numbers along the directions. What is lost is drawn as a line from each point. Dragging turns the cloud.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...axesOf(seen, ball),
      ...planeOf(run, components, seen),
      ...(isWhole ? [] : byDepth("data", points)),
      mark("path", {
        class: "thin error lost",
        d: isWhole
          ? ""
          : points
              .map(
                (p, i) =>
                  `M${rounded(p.x)} ${rounded(p.y)}L${rounded(kept[i]?.x as number)} ${rounded(kept[i]?.y as number)}`,
              )
              .join(""),
      }),
      ...byDepth("prediction", kept),
      ...arrowsOf(run, components, seen),
      ...turningMarks("Turn the cloud", view, { width: WIDTH, height: HEIGHT }),
    ],
  };
}

/** Dots in three shades: the far ones are pale. */
function byDepth(className: string, points: readonly Seen[]): readonly Mark[] {
  const of = (isIn: (near: number) => boolean): string =>
    dots(points.filter(({ near }) => isIn(near)).map(({ x, y }) => [x, y] as const));
  return [
    mark("path", { class: `dots ${className} far`, d: of((near) => near < -0.2) }),
    mark("path", { class: `dots ${className} mid`, d: of((near) => near >= -0.2 && near < 0.2) }),
    mark("path", { class: `dots ${className}`, d: of((near) => near >= 0.2) }),
  ];
}

function axesOf(seen: (p: Vector3) => Seen, { middle, radius }: Ball): readonly Mark[] {
  const from = seen([0, 0, 0]);
  // Shorter where the origin lies at the edge of the picture.
  const reach = Math.max(0.25 * radius, 0.75 * radius - 0.6 * Math.hypot(...middle));
  const units: readonly Vector3[] = [
    [reach, 0, 0],
    [0, reach, 0],
    [0, 0, reach],
  ];
  return units.flatMap((unit, j) => {
    const to = seen(unit);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy);
    const label = {
      x: to.x + (length > 0 ? (9 * dx) / length : 0),
      y: to.y + (length > 0 ? (9 * dy) / length : 0),
    };
    return [
      mark("path", {
        class: "thin soft",
        d: pathThrough([
          [from.x, from.y],
          [to.x, to.y],
        ]),
      }),
      text(label.x, label.y + 4, `x${"₁₂₃"[j]}`, { class: "tick middle" }),
    ];
  });
}

/** The line, or the plane, in which everything lies that is kept. */
function planeOf(
  { directions, scores }: Run,
  components: number,
  seen: (p: Vector3) => Seen,
): readonly Mark[] {
  if (components !== 1 && components !== 2) return [];
  const [v, u] = [directionOf(directions, 0), directionOf(directions, 1)];
  const most = (k: 0 | 1): readonly [number, number] => {
    const along = scores.map((s) => s[k]);
    return [Math.min(0, ...along), Math.max(0, ...along)];
  };
  const at = (a: number, b: number): readonly [number, number] => {
    const { x, y } = seen([a * v[0] + b * u[0], a * v[1] + b * u[1], a * v[2] + b * u[2]]);
    return [x, y];
  };
  const [[a0, a1], [b0, b1]] = [most(0), most(1)];
  if (components === 1)
    return [mark("path", { class: "thin prediction", d: pathThrough([at(a0, 0), at(a1, 0)]) })];
  return [
    mark("path", {
      class: "area prediction",
      d: `${pathThrough([at(a0, b0), at(a1, b0), at(a1, b1), at(a0, b1)])}Z`,
    }),
  ];
}

function arrowsOf(
  { directions, scores }: Run,
  components: number,
  seen: (p: Vector3) => Seen,
): readonly Mark[] {
  const from = seen([0, 0, 0]);
  return ([0, 1, 2] as const).map((k) => {
    const v = directionOf(directions, k);
    // No farther than the cloud: what is not centred has its "deviation" from the origin, and the cloud lies there.
    const farthest = Math.max(...scores.map((score) => Math.abs(score[k])));
    const length = Math.min(farthest, DEVIATIONS * Math.sqrt(Math.max(0, directions.values[k] as number)));
    const to = seen([length * v[0], length * v[1], length * v[2]]);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const size = Math.hypot(dx, dy);
    const beyond = size > 0 ? 12 / size : 0;
    return group(
      "gradient",
      mark("path", { class: k < components ? "line heavy" : "line", d: arrow(from.x, from.y, dx, dy, 8) }),
      size > 6 &&
        text(to.x + beyond * dx, to.y + beyond * dy + 4, `v${"₁₂₃"[k]}`, { class: "words middle strong" }),
    );
  });
}

/** The painted plane with the perceptron's line, and the errors of each pass. */
import { examples, inGrey, lineWhere, netInput, normalOn, setOff, sideWhere } from "../class-plane.ts";
import { predicts } from "../fig16/perceptron-passes.ts";
import { axes, clip } from "../frame/axes.ts";
import { fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import {
  crosses,
  dots,
  handle,
  type Mark,
  mark,
  type Panel,
  pathThrough,
  pressable,
  rounded,
  text,
} from "../frame/scene.ts";
import type { Point } from "../half-plane.ts";
import { hullOf } from "./hull.ts";
import { exampleAt, PLANE } from "./painted.ts";
import type { Painted, Run, Stand } from "./run.ts";
import type { Street } from "./street.ts";

const CLIP = "fig15-clip";
const SIZE = { width: 360, height: 308 };

/** What does not move with the corrections. */
export function planeStill(painted: Painted, hulls: boolean): readonly Mark[] {
  const { X, y } = painted;
  const hull = (label: 0 | 1): string => {
    const corners = hullOf(X.filter((_, i) => y[i] === label));
    return corners.length < 2 ? "" : `${pathThrough(corners.map(placed))}Z`;
  };
  return [
    ...(hulls ? [mark("path", { class: "line dashed thin reference", d: hull(1) + hull(0) })] : []),
    inGrey(
      examples(
        PLANE,
        X,
        (i) => y[i] === 1,
        () => true,
        "large",
      ),
    ),
  ];
}

const placed = ([x1, x2]: Point): Point => [PLANE.x.to(x1), PLANE.y.to(x2)];

interface Painter {
  readonly brush: Point;
  readonly paints: "one" | "zero";
}

export function planePanel(
  painted: Painted,
  still: readonly Mark[],
  now: Stand,
  { brush, paints }: Painter,
): Panel {
  const { X, y } = painted;
  const { w, b, by } = now;
  const f = netInput(w, b);
  const line = lineWhere(PLANE, f);
  const isWrong = (i: number): boolean => predicts(now, X[i] as Point, 0) !== y[i];
  const [x, height] = placed(brush);
  const where = `x₁ = ${fixed(brush[0], 1)}, x₂ = ${fixed(brush[1], 1)}`;
  return {
    name: "plane",
    title: "Press a place: an example comes or goes",
    description:
      "Painted examples, class 0 as crosses and class 1 as dots, those on the wrong side set off, and their convex hulls. The shaded side of the line is predicted to be class 1; a ring is around the example that the last correction was made for.",
    ...SIZE,
    marks: [
      clip(CLIP, PLANE.x, PLANE.y),
      axes({ ...PLANE, xName: "x₁", yName: "x₂", xTicks: [-4, -2, 0, 2, 4], yTicks: [-2, 0, 2] }),
      mark("path", { class: "crosses data", d: crosses([[239, 14]]) }),
      text(247, 18, "class 0", { class: "small" }),
      mark("path", { class: "dots data", d: dots([[301, 14]]) }),
      text(350, 18, "class 1", { class: "small end" }),
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: "area prediction", d: sideWhere(PLANE, f) }),
        ...still,
        setOff(examples(PLANE, X, (i) => y[i] === 1, isWrong, "large")),
        by !== undefined && ringAround(X[by] as Point),
        mark("path", { class: "line prediction", d: pathThrough(line) }),
        ...normalOn(PLANE, line, w),
      ),
      pressable(
        "place",
        `Example at the brush, ${where}`,
        exampleAt(painted, brush) >= 0,
        mark("rect", { class: "ground", x: 34, y: 33, width: 316, height: 237 }),
      ),
      handle("brush", "Brush", x, height, "soft", where),
      // What it paints, in the colour of paper on its knob.
      mark("path", {
        class: paints === "one" ? "dots paper" : "crosses paper",
        "pointer-events": "none",
        d: paints === "one" ? dots([[x, height]]) : crosses([[x, height]], 2.5),
      }),
    ],
  };
}

const ringAround = (x: Point): Mark => {
  const [cx, cy] = placed(x);
  return mark("circle", { class: "line gradient", cx, cy, r: 9 });
};

/** Errors of each pass as bars, and the pass that is looked at. */
export function errorsPanel({ errors, ended, stands }: Run, street: Street | undefined, at: number): Panel {
  const pass = (stands[at] as Stand).pass;
  // A run that is broken off is in the middle of a pass.
  const passes = errors.length + (ended ? 0 : 1);
  const begun = stands.filter(({ pass }) => pass === passes).length;
  const all = ended ? errors : [...errors, begun];
  const X = linear([0.5, passes + 0.5], [40, 350]);
  const top = Math.max(4, ...all);
  const Y = linear([0, top], [270, 48]);
  const width = Math.min(14, 0.7 * (X.to(1) - X.to(0)));
  const bar = (p: number): string =>
    `M${rounded(X.to(p) - width / 2)} 270V${rounded(Y.to(all[p - 1] as number))}h${rounded(width)}V270Z`;
  const every = Array.from({ length: passes }, (_, p) => p + 1);
  const step = Math.max(1, Math.ceil(passes / 10));
  return {
    name: "errors",
    title: "Errors met in each pass",
    description: `A bar for each pass over all examples: how many were on the wrong side when their turn came.${ended ? " The last pass has none." : " The run is broken off; no pass was without an error."}`,
    ...SIZE,
    marks: [
      axes({
        x: X,
        y: Y,
        xName: "pass",
        yName: "errors",
        xTicks: every.filter((p) => p === 1 || p % step === 0),
        yTicks: Y.ticks(4).filter(Number.isInteger),
        zeros: false,
      }),
      mark("path", { class: "bar error faint", d: every.map(bar).join("") }),
      pass > 0 && mark("path", { class: "bar error", d: bar(pass) }),
      text(
        350,
        18,
        street === undefined ? "no street between the hulls" : `widest street ${fixed(street.width, 2)}`,
        { class: "words reference strong end" },
      ),
    ].filter((one) => one !== false),
  };
}

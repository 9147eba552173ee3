/** A direction of the plane as a line through a middle: turned by a handle, and told by its angle. */
import { axes } from "./frame/axes.ts";
import { range } from "./frame/controls.ts";
import { fixed } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { handle, type Mark, mark, type Panel, pathThrough, rounded, text } from "./frame/scene.ts";
import type { Point } from "./half-plane.ts";

/** The unit vector at so many degrees. */
export const unitAt = (degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
};

/** Degrees of a vector's line, from −90 to 90: a direction and its opposite are one line. */
export function degreesOf([x, y]: Point): number {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  return degrees - 180 * Math.round(degrees / 180);
}

export const degrees = (angle: number): string => `${fixed(angle, Number.isInteger(angle) ? 0 : 1)}°`;

/** Every direction once: its line is back after half a turn. */
export const angleControl = (label: string, symbol: string, value: number) =>
  range({ label, symbol, min: -90, max: 90, step: 0.1, value, show: degrees });

export const ANGLE = linear([-90, 90], [44, 346]);
const ANGLES = Array.from({ length: 181 }, (_, i) => i - 90);
export const PLOT = { top: 64, bottom: 262 };

/** What is drawn of every direction: a number over its angle. */
export interface OverAngles {
  readonly yName: string;
  readonly y: Scale;
  readonly yTicks?: readonly number[];
  readonly of: (angle: number) => number;
  readonly colour: string;
}

/** The curve of a number over the angles, with its axes. */
export const overAngles = ({ yName, y, yTicks, of, colour }: OverAngles): readonly Mark[] => [
  axes({
    x: ANGLE,
    y,
    xName: "angle of the direction",
    yName,
    xTicks: [-90, -45, 0, 45, 90],
    xText: (angle) => `${fixed(angle, 0)}°`,
    ...(yTicks === undefined ? {} : { yTicks }),
    zeros: y.domain[0] < 0,
  }),
  mark("path", {
    class: `line ${colour}`,
    d: pathThrough(ANGLES.map((angle) => [ANGLE.to(angle), y.to(of(angle))] as const)),
  }),
];

/** A direction worth knowing: an upright line at its angle, with its name at the foot, left of the line or right. */
export const atAngle = (angle: number, name: string, side: "left" | "right"): readonly Mark[] => {
  const x = ANGLE.to(angle);
  const isLeft = side === "left" || x > 300;
  return [
    mark("path", { class: "guide reference", d: `M${rounded(x)} ${PLOT.top}V${PLOT.bottom}` }),
    text(x + (isLeft ? -5 : 5), PLOT.bottom - 8, name, {
      class: `words reference small${isLeft ? " end" : ""}`,
    }),
  ];
};

/** The handle of the angle on its curve. */
export const angleHandle = (angle: number, y: number, colour: string): Mark =>
  handle("curve", "Angle of the direction", ANGLE.to(angle), y, colour, degrees(angle));

/** The handle that turns a direction in the plane, on its line. */
export const turnHandle = (angle: number, x: number, y: number, colour: string): Mark =>
  handle("turn", "Turn the direction", x, y, colour, degrees(angle));

/** The angle that a drag of either handle asks for; of the plane's one from the middle on which the line turns. */
export const draggedAngle = (name: string, x: number, y: number, middle: Point): number =>
  name === "curve" ? ANGLE.from(x) : degreesOf([x - middle[0], middle[1] - y]);

export const PANEL = { width: 360, height: 306 };

/** A panel beside the plane, with the curve. */
export const anglePanel = (
  name: string,
  title: string,
  description: string,
  marks: readonly Mark[],
): Panel => ({
  name,
  title,
  description,
  ...PANEL,
  marks,
});

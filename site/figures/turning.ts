/** A drawing in space that is held and turned: the whole of it, with a knob below that says so. */
import { fixed } from "./frame/numbers.ts";
import { type Mark, mark, text } from "./frame/scene.ts";
import type { View } from "./space.ts";

export const degreesShown = (value: number): string => `${fixed(value, 0)}°`;

/** The same angle from −180° to 180°. */
const around = (turn: number): number => turn - 360 * Math.round(turn / 360);

/** The view that a drag by so many units of the drawing leads to. */
export const turnedBy = (dx: number, dy: number, { turn, tilt }: View): View => ({
  turn: around(turn - 0.6 * dx),
  tilt: tilt + 0.5 * dy,
});

/** @param size of the drawing; the knob stands in the middle of its foot */
export function turningMarks(
  label: string,
  { turn, tilt }: View,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Mark[] {
  const [x, y] = [width / 2, height - 14];
  return [
    text(x + 14, y + 4, "drag to turn", { class: "tick" }),
    mark(
      "g",
      {
        class: "handle turning",
        "data-handle": "turn",
        "data-x": x,
        "data-y": y,
        tabindex: 0,
        role: "slider",
        "aria-label": label,
        "aria-valuenow": turn,
        "aria-valuetext": `turned by ${fixed(turn, 0)}°, tilted by ${fixed(tilt, 0)}°`,
      },
      mark("circle", { class: "knob", cx: x, cy: y, r: 6 }),
      mark("rect", { class: "reach", x: 0, y: 0, width, height }),
    ),
  ];
}

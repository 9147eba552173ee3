/** The saddle and what the network makes of it, as two nets in space. */
import { mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { SIDE, type Stand, saddle } from "../saddle-run.ts";
import { seenFrom, type View } from "../space.ts";
import { turningMarks } from "../turning.ts";

const SIZE = { width: 360, height: 320 };
const SCALE = 104;

export function surfacePanel({ heights }: Stand, view: View): Panel {
  const look = seenFrom(view);
  const { points, heights: right } = saddle();
  const at = (i: number, z: number): readonly [number, number] => {
    const [x = 0, y = 0] = points[i] as Float64Array;
    const seen = look([x, y, z]);
    return [180 + SCALE * seen.x, 150 + SCALE * seen.y];
  };
  /** Lines along both sides of the grid, every so many. */
  const net = (of: Float64Array, every: number): string => {
    const lines: string[] = [];
    for (let k = 0; k < SIDE; k += k === SIDE - 1 ? 1 : Math.min(every, SIDE - 1 - k)) {
      const along = Array.from({ length: SIDE }, (_, j) => SIDE * k + j);
      const across = Array.from({ length: SIDE }, (_, j) => SIDE * j + k);
      for (const line of [along, across]) lines.push(pathThrough(line.map((i) => at(i, of[i]!))));
    }
    return lines.join("");
  };
  return {
    name: "surface",
    title: "The saddle, and the network’s",
    description:
      "Two nets over the square: the saddle y² − x² in green, dashed, and what the network says in blue. Dragging turns them.",
    ...SIZE,
    marks: [
      mark("path", { class: "thin dashed reference", d: net(right, 3) }),
      mark("path", { class: "thin prediction", d: net(heights, 1) }),
      text(8, 16, "dashed: y² − x²", { class: "words reference small" }),
      text(352, 16, "the network", { class: "words prediction small end" }),
      ...turningMarks("Turn the surfaces", view, SIZE),
    ],
  };
}

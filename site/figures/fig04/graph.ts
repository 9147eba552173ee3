/** Two boxes: values go forward above, slopes come back below. */
import { group, type Mark, mark, type Panel, text } from "../frame/scene.ts";
import { short, signed } from "../short.ts";
import type { Data, Join } from "./two-inputs.ts";

const WIDTH = 490;
const RADIUS = 18;
const PLACES = { x: [60, 50], y: [60, 140], a: [240, 95], s: [404, 95] } as const;
type Place = keyof typeof PLACES;

export function graphPanel(data: Data, join: Join): Panel {
  const { before, after, outer, byX, byY } = data;
  const inner = join === "sum" ? [1, 1] : [before.y, before.x];
  const slopes = { x: byX, y: byY, a: outer, s: 1 };
  const edge = (from: Place, to: Place, slope: number): Mark => {
    const [[x0, y0], [x1, y1]] = [PLACES[from], PLACES[to]];
    const length = Math.hypot(x1 - x0, y1 - y0);
    const [ux, uy] = [((x1 - x0) / length) * RADIUS, ((y1 - y0) / length) * RADIUS];
    return group(
      "gradient",
      mark("path", { class: "line", d: `M${x0 + ux} ${y0 + uy}L${x1 - ux} ${y1 - uy}` }),
      text((x0 + x1) / 2, (y0 + y1) / 2 + (uy < 0 ? 18 : -8), `· ${short(slope)}`, {
        class: "words strong middle",
      }),
    );
  };
  const node = (at: Place, label: string): Mark => {
    const [x, y] = PLACES[at];
    const [from, to] = [before[at], after[at]];
    return group(
      "ink",
      mark("circle", { class: "hollow", cx: x, cy: y, r: RADIUS }),
      text(x, y + 4.5, label, { class: "symbol middle" }),
      text(x, y - RADIUS - 7, `${short(from)}${to === from ? "" : ` ${signed(to - from, 3)}`}`, {
        class: "words strong middle prediction",
      }),
      text(x, y + RADIUS + 15, short(slopes[at]), { class: "words strong middle gradient" }),
    );
  };
  return {
    name: "graph",
    title: "Values and their changes above, slopes of f below",
    description: `x and y are ${join === "sum" ? "added" : "multiplied"} to a, and a function makes s of a. Forward: ${short(before.a)} and ${short(before.s)}. Back: ${short(outer)} at a, ${short(byX)} at x, ${short(byY)} at y.`,
    width: WIDTH,
    height: 190,
    wide: true,
    marks: [
      group(
        "compact",
        edge("x", "a", inner[0] as number),
        edge("y", "a", inner[1] as number),
        edge("a", "s", outer),
        node("x", "x"),
        node("y", "y"),
        node("a", join === "sum" ? "+" : "×"),
        node("s", "σ"),
      ),
    ],
  };
}

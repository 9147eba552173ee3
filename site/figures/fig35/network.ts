/** The network as a drawing: a weight is a line as wide as it is large, full where it is positive, hollow where not. */
import { group, type Mark, mark, type Panel, pressable, rounded, text } from "../frame/scene.ts";
import { HIDDEN, type Stand } from "../saddle-run.ts";

const COLUMNS = [40, 186, 332, 450];
const SIZES = [2, HIDDEN, 2, 1];
const HEIGHT = 330;
const y = (k: number, of: number): number => 168 + (k - (of - 1) / 2) * (of > 4 ? 25 : 92);
/** Width of a line for a weight of 1, and of the widest. */
const [UNIT, WIDEST] = [3.2, 10];
export const LAYER_NAMES = ["W₁", "W₂", "W₃"];

/** A bar from one node to another, as wide as the weight. */
function weightBar(from: readonly [number, number], to: readonly [number, number], w: number): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const half = Math.min(WIDEST, UNIT * Math.abs(w)) / 2 / Math.hypot(dx, dy);
  const [nx, ny] = [-dy * half, dx * half];
  const at = ([px, py]: readonly [number, number], sign: number): string =>
    `${rounded(px + sign * nx)} ${rounded(py + sign * ny)}`;
  return `M${at(from, 1)}L${at(to, 1)}L${at(to, -1)}L${at(from, -1)}Z`;
}

export function networkPanel({ layers }: Stand, chosen: number): Panel {
  const wires = layers.map(({ W }, l): Mark => {
    const [inputs, outputs] = [SIZES[l] as number, SIZES[l + 1] as number];
    const of = (isPositive: boolean): string =>
      Array.from(W, (w, at) => {
        const [k, j] = [Math.floor(at / inputs), at % inputs];
        if (w > 0 !== isPositive) return "";
        return weightBar(
          [(COLUMNS[l] as number) + 9, y(j, inputs)],
          [(COLUMNS[l + 1] as number) - 9, y(k, outputs)],
          w,
        );
      }).join("");
    const [left, right] = [(COLUMNS[l] as number) + 12, (COLUMNS[l + 1] as number) - 12];
    return pressable(
      String(l),
      `${LAYER_NAMES[l]}, ${outputs} × ${inputs}`,
      l === chosen,
      mark("rect", {
        class: "area hit",
        x: left,
        y: 22,
        width: right - left,
        height: 292,
        "fill-opacity": 0,
      }),
      mark("path", { class: l === chosen ? "bar prediction" : "bar prediction faint", d: of(true) }),
      mark("path", { class: l === chosen ? "weight error" : "weight error faint", d: of(false) }),
      text((left + right) / 2, 14, `${LAYER_NAMES[l]}: ${outputs} × ${inputs}`, {
        class: l === chosen ? "words strong middle" : "words middle soft",
      }),
    );
  });
  const nodes = SIZES.flatMap((size, l) =>
    Array.from({ length: size }, (_, k) =>
      mark("circle", { class: "hollow ink", cx: COLUMNS[l] as number, cy: y(k, size), r: size > 4 ? 8 : 9 }),
    ),
  );
  return {
    name: "network",
    title: "Weights as lines: full where positive, hollow where negative; press a layer",
    description: `A network of 2 inputs, layers of 12 and 2 units, and one output. The lines of ${LAYER_NAMES[chosen]} are set off.`,
    width: 490,
    height: HEIGHT,
    wide: true,
    marks: [group("compact", ...wires, ...nodes)],
  };
}

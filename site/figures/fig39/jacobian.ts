import { digits, fixed } from "../frame/numbers.ts";
import { group, mark, type Panel, text } from "../frame/scene.ts";
import { HEIGHT, SUB, WIDTH } from "./layout.ts";
import type { Data } from "./shares-data.ts";

export function jacobianPanel({ jacobian, isLost }: Data): Panel {
  const C = jacobian.length;
  const [left, top, size] = [96, 30, 180];
  const cell = size / C;
  const largest = Math.max(1e-12, ...jacobian.flat().map(Math.abs));
  const cells = jacobian.flatMap((row, c) =>
    row.map((entry, j) => {
      const [x, y] = [left + cell * j, top + cell * c];
      return group(
        entry < 0 ? "error" : "prediction",
        mark("rect", {
          class: "area",
          x: x + 1,
          y: y + 1,
          width: cell - 2,
          height: cell - 2,
          style: `fill-opacity:${(0.06 + 0.5 * (Math.abs(entry) / largest)).toFixed(3)}`,
        }),
        text(x + cell / 2, y + cell / 2 + 4, isLost ? "–" : C > 3 ? fixed(entry, 2) : entryText(entry), {
          class: "middle small",
        }),
      );
    }),
  );
  return {
    name: "jacobian",
    title: "Jacobian: how s moves with z",
    description: `The ${C} by ${C} matrix of the slopes of each share by each logit; every row sums to 0.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...cells,
      ...jacobian.flatMap((_, c) => [
        text(left - 8, top + cell * (c + 0.5) + 5, `s${SUB[c + 1]}`, { class: "symbol end" }),
        text(left + cell * (c + 0.5), top - 8, `z${SUB[c + 1]}`, { class: "symbol middle" }),
      ]),
    ],
  };
}

const entryText = (entry: number): string =>
  entry === 0 ? "0" : Math.abs(entry) < 5e-4 ? digits(entry, 2) : fixed(entry, 4);

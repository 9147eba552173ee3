/** The logits as bars to drag. */
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import { axes } from "../frame/axes.ts";
import { brief, fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { group, handle, mark, type Panel, rounded, text } from "../frame/scene.ts";
import { classNames, HEIGHT, middleOf, PLOT, WIDTH, widthOf, Z } from "./layout.ts";
import type { Data } from "./shares-data.ts";

const logitAxes = axes({
  x: linear([0, 1], [PLOT.left, PLOT.right]),
  y: Z,
  xName: "",
  yName: "z",
  xTicks: [],
  yTicks: [-10, -5, 0, 5, 10],
});
export function logitPanel(
  { z, right }: Data,
  { sigmoidFirst, shift }: { sigmoidFirst: boolean; shift: number },
): Panel {
  const C = z.length;
  const wide = Math.min(44, widthOf(C) * 0.5);
  const bars = z.map((zc, c) => {
    const [top, bottom] = [Z.to(Math.max(0, zc)), Z.to(Math.min(0, zc))];
    return mark("rect", {
      class: "bar data",
      x: middleOf(c, C) - wide / 2,
      y: top,
      width: wide,
      height: bottom - top,
    });
  });
  const afterwards = z.map((zc, c) => {
    const at = sigmoid(zc + shift);
    return group(
      "error",
      mark("path", {
        class: "line heavy",
        d: `M${rounded(middleOf(c, C) - wide / 2 - 4)} ${rounded(Z.to(at))}h${rounded(wide + 8)}`,
      }),
      text(
        middleOf(c, C) + wide / 2 + 6,
        Z.to(at) - 4,
        at < 5e-4 ? "σ ≈ 0" : at > 0.9995 ? "σ ≈ 1" : `σ = ${fixed(at, 3)}`,
        { class: "words small" },
      ),
    );
  });
  return {
    name: "logits",
    title: shift === 0 ? "Logits: drag them" : `Logits without the ${brief(shift)} that is added: drag them`,
    description: `One bar a class, with its logit: ${z.map((zc) => brief(zc)).join(", ")}.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      logitAxes,
      ...bars,
      ...(sigmoidFirst && C <= 3 ? afterwards : []),
      ...z.map((zc, c) =>
        text(middleOf(c, C), Z.to(zc) + (zc >= 0 ? -11 : 21), fixed(zc, 1), { class: "words strong middle" }),
      ),
      ...classNames(C, right),
      ...z.map((zc, c) =>
        handle(`z${c}`, `Logit of class ${c + 1}`, middleOf(c, C), Z.to(zc), "ink", `${brief(zc)}`),
      ),
    ],
  };
}

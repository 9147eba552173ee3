import { axes } from "../frame/axes.ts";
import { brief, digits, fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { group, handle, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { ACROSS, HEIGHT, PLOT, SUB, WIDTH } from "./layout.ts";
import type { Data } from "./shares-data.ts";

export function lossPanel({ z, right, loss, gradient, floor, curve, isLost }: Data): Panel {
  const highest = Math.max(1, ...curve.map(([, L]) => L));
  const Y = linear([0, highest * 1.05], [PLOT.bottom, PLOT.top]);
  const at = z[right]!;
  const slope = gradient[right]!;
  const shown = isLost || !Number.isFinite(loss) ? undefined : loss;
  return {
    name: "loss",
    title: "Loss against the right class’s logit",
    description: `The loss falls as the logit of the right class rises${floor === undefined ? " and comes near 0" : `, but not below ${fixed(floor, 4)}`}.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      axes({ x: ACROSS, y: Y, xName: `z${SUB[right + 1]}`, yName: "loss", xTicks: [-10, -5, 0, 5, 10] }),
      floor !== undefined &&
        group(
          "error",
          mark("path", { class: "line dashed", d: `M${PLOT.left} ${rounded(Y.to(floor))}H${PLOT.right}` }),
          text(PLOT.left + 8, Y.to(floor) + 16, `never below ${fixed(floor, 4)}`, { class: "words strong" }),
        ),
      mark("path", {
        class: "line data heavy",
        d: pathThrough(curve.map(([zc, L]) => [ACROSS.to(zc), Y.to(L)] as const)),
      }),
      shown !== undefined &&
        mark("path", {
          class: "line gradient",
          d: pathThrough([-2, 2].map((d) => [ACROSS.to(at + d), Y.to(shown + slope * d)] as const)),
        }),
      mark("path", { class: "guide ink", d: `M${rounded(ACROSS.to(at))} ${PLOT.top}V${PLOT.bottom}` }),
      shown !== undefined &&
        text(PLOT.right, PLOT.top - 12, `loss ${digits(shown, 4)}`, { class: "strong end" }),
      shown !== undefined &&
        handle("loss", `Logit of class ${right + 1}`, ACROSS.to(at), Y.to(shown), "ink", brief(at)),
    ].filter((one) => one !== false),
  };
}

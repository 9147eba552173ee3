import { axes } from "../frame/axes.ts";
import { linear } from "../frame/scale.ts";
import { group, mark, type Panel, rounded, text } from "../frame/scene.ts";
import { classNames, HEIGHT, middleOf, PLOT, SHARE, WIDTH, widthOf } from "./layout.ts";
import type { Data } from "./shares-data.ts";
import { shareText, signed } from "./words.ts";

const shareAxes = axes({
  x: linear([0, 1], [PLOT.left, PLOT.right]),
  y: SHARE,
  xName: "",
  yName: "s",
  xTicks: [],
  yTicks: [0, 0.5, 1],
});

export function sharePanel({ shares, right, gradient, isLost }: Data): Panel {
  const C = shares.length;
  const wide = Math.min(60, widthOf(C) * 0.62);
  const columns = shares.map((share, c) => {
    const x = middleOf(c, C) - wide / 2;
    const target = c === right ? 1 : 0;
    if (share === undefined)
      return group("error", text(middleOf(c, C), 120, "no number", { class: "words middle strong" }));
    const top = SHARE.to(share);
    const goal = SHARE.to(target);
    return group(
      "share",
      mark("rect", { class: "bar prediction", x, y: top, width: wide, height: PLOT.bottom - top }),
      mark("path", { class: "line ink", d: `M${rounded(x - 5)} ${rounded(goal)}h${rounded(wide + 10)}` }),
      text(middleOf(c, C), Math.max(PLOT.top + 14, top - 6), shareText(share), {
        class: "words strong middle prediction",
      }),
    );
  });
  return {
    name: "shares",
    title: "Shares s, their targets, and the gradient",
    description: `One bar a class with its share, a line at its target, and below the gradient of the loss by its logit.`,
    width: WIDTH,
    height: HEIGHT,
    marks: [
      shareAxes,
      ...columns,
      ...classNames(C, right),
      ...(isLost
        ? []
        : gradient.map((slope, c) =>
            text(middleOf(c, C), PLOT.bottom + 38, signed(slope), { class: "words strong middle gradient" }),
          )),
      text(PLOT.left - 6, PLOT.bottom + 38, "∂L/∂z", { class: "words small end gradient" }),
    ],
  };
}

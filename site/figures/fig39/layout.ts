/** Places that the panels of the softmax figure share. */
import { linear } from "../frame/scale.ts";
import { type Mark, text } from "../frame/scene.ts";

export const WIDTH = 360;
export const HEIGHT = 250;
export const PLOT = { left: 40, right: 350, top: 34, bottom: 200 };
export const LIMIT = 10;
export const Z = linear([-12, 12], [PLOT.bottom, PLOT.top]);
export const SHARE = linear([0, 1], [PLOT.bottom, PLOT.top]);
export const ACROSS = linear([-LIMIT, LIMIT], [PLOT.left, PLOT.right]);
export const SUB = "₀₁₂₃₄₅";

export const widthOf = (C: number): number => (PLOT.right - PLOT.left) / C;
export const middleOf = (c: number, C: number): number => PLOT.left + widthOf(C) * (c + 0.5);

export const classNames = (C: number, right: number): readonly Mark[] =>
  Array.from({ length: C }, (_, c) =>
    text(
      middleOf(c, C),
      PLOT.bottom + 18,
      c !== right ? `class ${c + 1}` : C > 3 ? `right: ${c + 1}` : `class ${c + 1}, right`,
      {
        class: c === right ? "middle small strong" : "middle small",
      },
    ),
  );

/** Errors from pass to pass: those that a pass met, and those that are left when it is over. */
import { axes } from "../frame/axes.ts";
import { linear, type Scale } from "../frame/scale.ts";
import { group, type Mark, mark, type Panel, rounded, text } from "../frame/scene.ts";
import { PASSES, type Run } from "./run.ts";

const X = linear([0, PASSES + 1], [40, 350]);
const BAR = 5;

/** Heights of the axis: the smallest that holds all passes. */
const TOPS = [10, 20, 50, 100, 200, 500, 1000];

export interface ErrorsStill {
  readonly marks: readonly Mark[];
  readonly y: Scale;
}

export function errorsStill({ outcomes }: Run): ErrorsStill {
  const passes = outcomes.slice(1);
  const most = Math.max(...passes.map(({ errors, wrong }) => Math.max(errors, wrong)));
  const y = linear([0, TOPS.find((top) => top >= most) ?? 1000], [270, 30]);
  const bars = passes
    .map(({ errors }, i) => `M${rounded(X.to(i + 1) - BAR / 2)} 270V${rounded(y.to(errors))}h${BAR}V270Z`)
    .join("");
  return {
    y,
    marks: [
      axes({ x: X, y, xName: "pass", yName: "examples", xTicks: [1, 10, 20, 30, 40] }),
      mark("path", { class: "bar error faint", d: bars }),
      group(
        "ink",
        ...passes.map(({ wrong }, i) =>
          mark("circle", { class: "hollow", cx: X.to(i + 1), cy: y.to(wrong), r: 2.5 }),
        ),
      ),
      mark("path", { class: "bar error", d: "M170 6h8v12h-8Z" }),
      text(183, 17, "met in the pass", { class: "small" }),
      mark("circle", { class: "hollow ink", cx: 282, cy: 12.5, r: 2.5 }),
      text(350, 17, "left after it", { class: "small end" }),
    ],
  };
}

export function errors({ outcomes }: Run, { marks, y }: ErrorsStill, pass: number): Panel {
  const now = outcomes[pass] as (typeof outcomes)[number];
  const at = X.to(pass);
  return {
    name: "errors",
    title: "Errors from pass to pass",
    description:
      "A bar for each pass: how many examples were misclassified when their turn came. A circle: how many are when the pass is over.",
    width: 360,
    height: 308,
    marks: pass === 0 ? marks : [...marks, ...of(now, at, y)],
  };
}

const of = ({ errors, wrong }: Run["outcomes"][number], x: number, y: Scale): readonly Mark[] => [
  mark("path", {
    class: "bar error",
    d: `M${rounded(x - BAR / 2)} 270V${rounded(y.to(errors))}h${BAR}V270Z`,
  }),
  mark("circle", { class: "dot ink", cx: x, cy: y.to(wrong), r: 4 }),
];

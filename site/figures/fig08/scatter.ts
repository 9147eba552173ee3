/** The examples, the line of the moment with its errors, and the best line. */
import { axes, clip } from "../frame/axes.ts";
import { digits, fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { dots, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { inPlot, type Run } from "./run.ts";

const WIDTH = 360;
const HEIGHT = 300;
const X = linear([0, 50], [40, 344]);
const Y = linear([0, 30], [262, 30]);
const CLIP = "fig08-scatter-clip";

/** What does not move with the epoch. */
export function scatterStill(run: Run): readonly Mark[] {
  const { x, y, best } = run;
  return [
    clip(CLIP, X, Y),
    axes({ x: X, y: Y, xName: "spending on radio x", yName: "sales y" }),
    mark("path", { class: "dots data", d: dots(x.map((xi, i) => [X.to(xi), Y.to(y[i] as number)])) }),
    mark("path", {
      class: "thin dashed reference",
      d: through(inPlot(run, best)),
      "clip-path": `url(#${CLIP})`,
    }),
  ];
}

export function scatter(run: Run, still: readonly Mark[], epoch: number): Panel {
  const line = inPlot(run, run.lines[epoch] as (typeof run.lines)[number]);
  return {
    name: "scatter",
    title: "The line among the data",
    description:
      "200 examples, spending against sales. The line of the present epoch with its error at each example, and the line with the least error, dashed.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...still,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: "thin error faint", d: residuals(run, line) }),
        mark("path", { class: "line prediction heavy", d: through(line) }),
      ),
      text(
        X.to(50),
        24,
        `ŷ = ${short(line.w, 3)} x ${line.b < 0 ? "−" : "+"} ${short(Math.abs(line.b), 2)}`,
        {
          class: "words end prediction strong",
        },
      ),
    ],
  };
}

/** Decimals, or digits and a power of ten where a run diverges. */
const short = (value: number, decimals: number): string =>
  Math.abs(value) < 1e4 ? fixed(value, decimals) : digits(value, 3);

const through = ({ w, b }: { w: number; b: number }): string =>
  pathThrough([0, 50].map((x) => [X.to(x), near(Y.to(w * x + b))] as const));

const residuals = ({ x, y }: Run, { w, b }: { w: number; b: number }): string =>
  x
    .map(
      (xi, i) => `M${rounded(X.to(xi))} ${rounded(Y.to(y[i] as number))}V${rounded(near(Y.to(w * xi + b)))}`,
    )
    .join("");

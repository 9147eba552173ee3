/** The losses of both learners step by step, and their rates beside the limit that the inputs set. */
import { axes, clip } from "../frame/axes.ts";
import { brief, digits } from "../frame/numbers.ts";
import { linear, logarithmic, type Scale } from "../frame/scale.ts";
import { handle, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { type Examples, STEPS, type Stand, standAt } from "./run.ts";

const CLIP = "fig22-losses-clip";
const X = linear([0, STEPS], [44, 350]);
export const RATES = [1e-5, 1] as const;
export const RATE = logarithmic(RATES, [30, 450]);

/** The loss by powers of ten, from below the least one to far above the first. */
const lossScale = ({ leastLoss }: Examples): Scale =>
  logarithmic(leastLoss > 1e-6 ? [0.02, 20] : [1e-3, 20], [270, 30]);

export function losses(examples: Examples, both: readonly (readonly Stand[])[], step: number): Panel {
  const y = lossScale(examples);
  // As far as a drawing can hold it: a run that goes away leaves the picture through its top.
  const at = (loss: number): number => Math.max(-2000, y.to(loss));
  const drawn = both.flatMap((stands, k): Mark[] => {
    const [colour, line] = k === 0 ? ["prediction", "line"] : ["gradient", "line dashed"];
    const isGone = step >= stands.length;
    return [
      mark("path", {
        class: `${line} ${colour}`,
        d: pathThrough(stands.map(({ loss }, s) => [X.to(s), at(loss)] as const)),
      }),
      mark("circle", {
        class: `dot ${colour}`,
        cx: X.to(step),
        cy: isGone ? 30 : at(standAt(stands, step).loss),
        r: 5,
      }),
    ];
  });
  return {
    name: "losses",
    title: "Loss before each step",
    description:
      "The mean squared error of both learners before each step, by powers of ten, with the least loss as a thin line. A run beyond the limit leaves through the top.",
    width: 360,
    height: 308,
    marks: [
      clip(CLIP, X, y),
      axes({ x: X, y, xName: "steps taken", yName: "loss L", zeros: false }),
      ...(examples.leastLoss > 1e-6
        ? [
            mark("path", { class: "thin reference", d: `M44 ${rounded(y.to(examples.leastLoss))}H350` }),
            text(350, y.to(examples.leastLoss) + 14, `least loss ${digits(examples.leastLoss, 3)}`, {
              class: "words reference small end",
            }),
          ]
        : []),
      mark("g", { "clip-path": `url(#${CLIP})` }, ...drawn),
      mark("path", { class: "line prediction", d: "M190 14h16" }),
      text(212, 18, "first", { class: "small" }),
      mark("path", { class: "line dashed gradient", d: "M262 14h16" }),
      text(284, 18, "second", { class: "small" }),
    ],
  };
}

/** Both rates on one axis: beyond the limit every run goes away. */
export function rates({ limit }: Examples, eta1: number, eta2: number): Panel {
  const end = RATE.to(limit);
  return {
    name: "rates",
    title: "Both learning rates, and the limit 2/λ",
    description: "Both learning rates by powers of ten. The part beyond the limit is shaded.",
    width: 480,
    height: 86,
    wide: true,
    marks: [
      mark("rect", { class: "area error", x: end, y: 6, width: Math.max(0, 450 - end), height: 40 }),
      mark("path", { class: "line error", d: `M${rounded(end)} 6V46` }),
      text(end < 370 ? end + 6 : end - 6, 20, "runs away", {
        class: `words error small${end < 370 ? "" : " end"}`,
      }),
      mark("path", {
        class: "axis",
        d: `M30 46H450${[1e-5, 1e-4, 1e-3, 0.01, 0.1, 1].map((t) => `M${rounded(RATE.to(t))} 46v4`).join("")}`,
      }),
      ...[1e-5, 1e-4, 1e-3, 0.01, 0.1, 1].map((t) =>
        text(RATE.to(t), 66, brief(t), { class: "tick middle" }),
      ),
      text(450, 82, "learning rate η", { class: "name end small" }),
      handle("eta2", "Learning rate of the second", RATE.to(eta2), 46, "gradient", `η = ${brief(eta2)}`),
      handle("eta1", "Learning rate of the first", RATE.to(eta1), 26, "prediction", `η = ${brief(eta1)}`),
    ],
  };
}

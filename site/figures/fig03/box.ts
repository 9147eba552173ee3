/** One box of the chain. */
import { functionOf } from "../../../reference/functions/known.ts";
import { clip } from "../frame/axes.ts";
import { brief } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { handle, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { short } from "../short.ts";
import { type At, type Data, SUB } from "./chain-data.ts";

/** One box: its curve, what it gets, and its tangent there. */
export function boxPanel(k: number, data: Data, at: At): Panel {
  const { label, name } = data.kinds[k]!;
  const { input, output } = data.links[k]!;
  const { value } = functionOf(name);
  const x0 = data.links[0]!.input;
  const reach = Math.max(4.5, 1.2 * Math.abs(input));
  const xs = Array.from({ length: 81 }, (_, i) => reach * (i / 40 - 1));
  const ys = xs.map(value);
  const [low, high] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const room = 0.12 * (high - low);
  const X = linear([-reach, reach], [6, 164]);
  const Y = linear([low - room, high + room], [128, 8]);
  const slopeAt = at === "own" ? input : x0;
  const tangentY = value(slopeAt);
  const slope = data.slopes[k]!;
  const tangent = [-reach, reach].map(
    (u) => [X.to(u), Math.max(-2000, Math.min(2000, Y.to(tangentY + slope * (u - slopeAt))))] as const,
  );
  const isWrong = at === "x" && k > 0;
  return {
    name: `box${k + 1}`,
    title: `f${SUB[k + 1]}: ${label}`,
    description: `The curve of ${label} with a point at its input ${short(input)} and the tangent at ${short(slopeAt)}.`,
    width: 170,
    height: 172,
    narrow: true,
    marks: [
      clip(`fig03-clip${k}`, X, Y),
      mark("path", { class: "zero", d: `M6 ${rounded(Y.to(0))}H164M${rounded(X.to(0))} 8V128` }),
      mark(
        "g",
        { "clip-path": `url(#fig03-clip${k})` },
        mark("path", {
          class: "line data",
          d: pathThrough(xs.map((u, i) => [X.to(u), Y.to(ys[i]!)] as const)),
        }),
        mark("path", { class: isWrong ? "line dashed error" : "line gradient", d: pathThrough(tangent) }),
      ),
      isWrong && mark("circle", { class: "hollow error", cx: X.to(slopeAt), cy: Y.to(tangentY), r: 4 }),
      k === 0
        ? handle("x", "Input x", X.to(input), Y.to(output), "prediction", `x = ${brief(input)}`)
        : mark("circle", { class: "dot prediction", cx: X.to(input), cy: Y.to(output), r: 5 }),
      text(6, 146, `${short(input)} → ${short(output)}`, { class: "words prediction" }),
      text(6, 164, `slope ${short(slope)}${isWrong ? " at x" : ""}`, {
        class: `words strong ${isWrong ? "error" : "gradient"}`,
      }),
    ].filter((one) => one !== false),
  };
}

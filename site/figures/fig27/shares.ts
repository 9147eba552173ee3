/** What each direction holds, and the cloud along the first two of them. */
import { fixed } from "../frame/numbers.ts";
import { dots, group, type Mark, mark, type Panel, rounded, text } from "../frame/scene.ts";
import type { Run } from "./run.ts";

const [WIDTH, HEIGHT] = [360, 372];
const BARS = { left: 30, width: 240, top: 8, height: 18, step: 26 };
/** Where the scores are drawn, and how far they may reach. */
const PLOT = { x: 180, y: 232, across: 160, up: 118 };

export function shares({ directions, scores }: Run, components: number): Panel {
  return {
    name: "shares",
    title: "What each direction holds: its share of all λ",
    description:
      "Above, a bar for each direction with its share; full bars are kept, hollow ones are lost. Below, the points along the first two directions: in grey with all numbers, in blue with those that are kept.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...directions.shares.flatMap((share, k) => bar(share, k, k < components)),
      ...scoresMarks(scores, components),
    ],
  };
}

function bar(share: number, k: number, isKept: boolean): readonly Mark[] {
  const y = BARS.top + BARS.step * k;
  const width = BARS.width * share;
  return [
    text(BARS.left - 8, y + 13.5, `v${"₁₂₃"[k]}`, { class: "words gradient end strong" }),
    mark("rect", {
      class: isKept ? "bar prediction" : "hollow error",
      x: BARS.left,
      y,
      width,
      height: BARS.height,
    }),
    text(BARS.left + width + 8, y + 13.5, `${fixed(100 * share, 2)} %`, { class: isKept ? "strong" : "" }),
  ];
}

function scoresMarks(scores: Run["scores"], components: number): readonly Mark[] {
  const most = (k: 0 | 1): number => Math.max(1e-9, ...scores.map((s) => Math.abs(s[k])));
  // One unit for both, so that the picture shows how much longer the cloud is along the first.
  const unit = Math.min(PLOT.across / most(0), PLOT.up / most(1));
  const place = (a: number, b: number): readonly [number, number] => [PLOT.x + unit * a, PLOT.y - unit * b];
  const all = scores.map(([a, b]) => place(a, b));
  const kept = scores.map(([a, b]) => place(components > 0 ? a : 0, components > 1 ? b : 0));
  const lost =
    components >= 2
      ? []
      : all.map(([x, y], i) => `M${rounded(x)} ${rounded(y)}L${kept[i]?.map(rounded).join(" ")}`);
  const { x, y, across, up } = PLOT;
  return [
    mark("path", { class: "zero", d: `M${x - across} ${y}H${x + across}M${x} ${y - up}V${y + up}` }),
    mark("path", { class: "dots data", d: components >= 2 ? "" : dots(all) }),
    mark("path", { class: "thin error lost", d: lost.join("") }),
    mark("path", { class: "dots prediction", d: dots(kept) }),
    group(
      "gradient",
      text(x + across, y + 15, "along v₁", { class: "words small end" }),
      text(x + 6, y - up + 4, "along v₂", { class: "words small" }),
    ),
  ];
}

/** How long each layer's gradient is, by powers of ten: layer by layer now and at the start, and over the rounds. */
import { axes } from "../frame/axes.ts";
import { digits, superscript } from "../frame/numbers.ts";
import { linear, logarithmic, type Scale } from "../frame/scale.ts";
import { dots, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { byRoots } from "../root-scale.ts";
import { PACE, ROUNDS, type Run, type Stand } from "./training.ts";

const PLOT = { left: 46, right: 346, top: 40, bottom: 262 };
const SIZE = { width: 360, height: 300 };
/** What is shorter or longer lies on an edge. */
const Y = logarithmic([1e-16, 1e4], [PLOT.bottom, PLOT.top]);
const height = (norm: number): number => Math.max(PLOT.top, Math.min(PLOT.bottom, Y.to(norm)));
const T = byRoots(ROUNDS, [PLOT.left, PLOT.right]);

const axesOver = (x: Scale, xName: string, xTicks: readonly number[]): Mark =>
  axes({
    x,
    y: Y,
    xName,
    yName: "length",
    xTicks,
    yTicks: [1e-16, 1e-12, 1e-8, 1e-4, 1, 1e4],
    yText: (tick) => (tick === 1 ? "1" : `10${superscript(Math.round(Math.log10(tick)))}`),
    zeros: false,
  });

export function layersPanel({ shape: { depth }, stands }: Run, frame: number): Panel {
  const X = linear([0.5, depth + 0.5], [PLOT.left, PLOT.right]);
  const places = ({ norms }: Stand) => norms.map((norm, l) => [X.to(l + 1), height(norm)] as const);
  const now = stands[frame] as Stand;
  const layers = Array.from({ length: depth }, (_, l) => l + 1);
  return {
    name: "layers",
    title: "How long each layer’s gradient is",
    description: `The length of the gradient of each layer’s weights, by powers of ten: dashed before the first round, full now. That of the first layer is ${digits(now.norms[0] ?? 0, 2)}, that of the last ${digits(now.norms.at(-1) ?? 0, 2)}.`,
    ...SIZE,
    marks: [
      axesOver(X, "layer", depth <= 12 ? layers : layers.filter((l) => l === 1 || l % 5 === 0)),
      mark("path", { class: "line dashed reference", d: pathThrough(places(stands[0] as Stand)) }),
      mark("path", { class: "line gradient", d: pathThrough(places(now)) }),
      mark("path", { class: "dots gradient heavy", d: dots(places(now)) }),
      text(PLOT.left + 34, 18, "dashed: at the start", { class: "words reference small" }),
      text(PLOT.right, 18, "now", { class: "words gradient strong end" }),
    ],
  };
}

/** The lines over the rounds, which do not move with them. */
export function roundsStill({ shape: { depth }, stands }: Run): readonly Mark[] {
  const line = (l: number): string =>
    pathThrough(stands.map(({ norms }, f) => [T.to(PACE[f] ?? 0), height(norms[l] ?? 0)] as const));
  const inner = Array.from({ length: Math.max(0, depth - 2) }, (_, l) => line(l + 1));
  return [
    axesOver(T, "round", T.ticks()),
    mark("path", { class: "thin soft", d: inner.join("") }),
    mark("path", { class: "line prediction", d: line(depth - 1) }),
    mark("path", { class: "line gradient", d: line(0) }),
  ];
}

export function roundsPanel({ stands }: Run, still: readonly Mark[], frame: number): Panel {
  const { norms } = stands[frame] as Stand;
  const x = T.to(PACE[frame] ?? 0);
  const dot = (norm: number, colour: string): Mark =>
    mark("circle", { class: `dot ${colour}`, cx: x, cy: height(norm), r: 4.5 });
  return {
    name: "rounds",
    title: "The same over the rounds",
    description:
      "The lengths of all layers’ gradients against the rounds, with more room at the beginning; those of the first and of the last layer stand out.",
    ...SIZE,
    marks: [
      ...still,
      mark("path", { class: "guide ink", d: `M${rounded(x)} ${PLOT.top}V${PLOT.bottom}` }),
      dot(norms.at(-1) ?? 0, "prediction"),
      dot(norms[0] ?? 0, "gradient"),
      text(PLOT.left + 34, 18, `first, ‖G‖ = ${digits(norms[0] ?? 0, 2)}`, {
        class: "words gradient strong",
      }),
      text(PLOT.right, 18, `last ${digits(norms.at(-1) ?? 0, 2)}`, { class: "words prediction strong end" }),
    ],
  };
}

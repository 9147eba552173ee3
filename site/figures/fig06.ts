/** The gradient of x² as an arrow: it says which way, and not how far. */
import { functionOf } from "../../reference/functions/known.ts";
import { arrow } from "./arrow.ts";
import { curve } from "./curve.ts";
import { axes, clip } from "./frame/axes.ts";
import { range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { group, handle, type Mark, mark, text } from "./frame/scene.ts";
import { near } from "./near.ts";
import { factor, short } from "./short.ts";

const { value: f, slope } = functionOf({ fn: "square" });
const REACH = 14;
const PLACES = Array.from({ length: 15 }, (_, i) => 2 * i - REACH);
const X = linear([-21, 21], [44, 476]);
const Y = linear([0, 440], [252, 34]);
const CLIPPED = { "clip-path": "url(#fig06-clip)" };

const controls = {
  x: range({ label: "Place x", symbol: "x", min: -REACH, max: REACH, step: 0.1, value: -6 }),
  k: range({ label: "Times the gradient", min: -1.2, max: 1.2, step: 0.05, value: 1 }),
};

export const fig06 = defineFigure({
  id: "fig06",
  title: "Which way, and not how far",
  question:
    "Each arrow is as long as the gradient at its place. The one at −6 leads to −18, where f is larger. Is that the place where f has grown the most? And for which length, turned round, does every arrow end at the lowest point?",
  controls,
  compute: ({ x, k }) => {
    const to = x + k * slope(x);
    return { at: f(x), slope: slope(x), to, there: f(to) };
  },
  draw({ at, to, there }, { x, k }) {
    const arrowFrom = (from: number, className: string): Mark => {
      const [left, right] = [X.to(from), near(X.to(from + k * slope(from)))];
      return mark("path", { class: `line ${className}`, d: arrow(left, Y.to(f(from)), right - left, 0) });
    };
    return [
      {
        name: "curve",
        title: "x² and its gradient at each place",
        description: `The parabola x² with the gradient, times ${brief(k)}, as an arrow at every second place from −14 to 14, and the arrow from x to ${short(to)}.`,
        width: 490,
        height: 292,
        wide: true,
        marks: [
          clip("fig06-clip", X, Y),
          group("compact", axes({ x: X, y: Y, xName: "x", yName: "f(x)", xTicks: [-20, -10, 0, 10, 20] })),
          mark(
            "g",
            CLIPPED,
            ...PLACES.map((place) => arrowFrom(place, "thin data")),
            mark("path", { class: "line data heavy", d: curve(f, X, Y) }),
            arrowFrom(x, "gradient"),
            mark("path", {
              class: "guide ink",
              d: `M${near(X.to(to))} ${Y.to(at)}V${near(Y.to(there))}`,
            }),
            mark("circle", { class: "dot error", cx: near(X.to(to)), cy: near(Y.to(there)), r: 5 }),
          ),
          group(
            "compact",
            text(476, 20, `${short(x)} + ${factor(k)} · ${factor(slope(x))} = ${short(to)}`, {
              class: "words gradient strong end",
            }),
          ),
          handle("x", "Place x", X.to(x), Y.to(at), "prediction", `x = ${short(x)}`),
        ],
      },
    ];
  },
  says({ at, slope: g, to, there }, { x, k }) {
    const moved =
      there > at
        ? "higher"
        : there < at
          ? "lower"
          : to === x
            ? "the same place"
            : "just as high on the other side";
    const more =
      k > 0 && g !== 0
        ? " Further the same way it is higher still: the gradient says which way, not how far."
        : "";
    return `At ${short(x)} f is ${short(at)} and its gradient ${short(g)}. ${short(k)} times the gradient leads to ${short(to)}, where f is ${short(there)}: ${moved}.${more}`;
  },
  table(_, { k }) {
    return {
      caption: `The gradient of x², and where ${brief(k)} times it leads`,
      head: ["x", "f(x)", "gradient", "end of the arrow", "f there"],
      rows: PLACES.map((x) => {
        const to = x + k * slope(x);
        return [brief(x), short(f(x)), short(slope(x)), short(to), short(f(to))];
      }),
    };
  },
  presets: [
    { label: "Turned round", state: { k: -0.1 } },
    { label: "Half of it, turned round", state: { k: -0.5 } },
    { label: "All of it, turned round", state: { k: -1 } },
    { label: "At the lowest point", state: { x: 0 } },
  ],
  drag: (_, { x }) => ({ x: X.from(x) }),
});

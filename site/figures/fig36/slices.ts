/** The loss over two weights of each neuron, layer by layer. */
import { contours } from "d3-contour";
import { digits } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { group, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { type Landscape, RADIUS, SIDE } from "./landscapes.ts";

const SIZE = { width: 490, height: 250 };
const EDGE = { left: 4, gap: 8, head: 20 };
const BANDS = 9;

export function slicesPanel(landscapes: readonly Landscape[], layers: number, isTwice: boolean): Panel {
  const side = Math.min(
    (SIZE.width - 2 * EDGE.left + EDGE.gap) / layers - EDGE.gap,
    SIZE.height / 2 - EDGE.head - EDGE.gap / 2,
  );
  return {
    name: "slices",
    title: `Loss over two weights of each neuron, ${RADIUS} to either side, and its least (100 points)`,
    description: `Level bands of the mean squared error over the first two weights of neurons, the darker the higher; layers from left to right, two neurons of each, one below the other. ${isTwice ? "The weights are added twice, so each picture shows other weights than it says." : "The dot in the middle is where the weights are."} A cross marks the least place, and the number is the error there, over each fifth point.`,
    ...SIZE,
    wide: true,
    marks: landscapes.flatMap((one) => {
      const left = EDGE.left + one.layer * (side + EDGE.gap);
      const top = EDGE.head + one.neuron * (side + EDGE.head + EDGE.gap / 2);
      return tile(one, { left, top, side });
    }),
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

function tile({ S, least, at, layer, neuron }: Landscape, { left, top, side }: Box): readonly Mark[] {
  const X = linear([-RADIUS, RADIUS], [left, left + side]);
  const Y = linear([-RADIUS, RADIUS], [top + side, top]);
  const [x, y] = [X.to(at[0]), Y.to(at[1])];
  return [
    ...bands(S, least, (p) => [X.to(p[0]), Y.to(p[1])]),
    mark("rect", { class: "thin soft", x: left, y: top, width: side, height: side }),
    mark("path", { class: "thin ink", d: `M${rounded(x - 5)} ${rounded(y)}h10m-5 -5v10` }),
    mark("circle", { class: "dot prediction", cx: X.to(0), cy: Y.to(0), r: 3.5 }),
    group(
      "compact",
      text(left, top - 5, `${layer + 1}.${neuron + 1}`, { class: "strong" }),
      text(left + side, top - 5, digits(least, 2), { class: "end" }),
    ),
  ];
}

/** Heights above the least place, closer together near it: by the squares of ninths of the rise. */
function bands(
  S: readonly number[],
  least: number,
  to: (p: readonly [number, number]) => readonly [number, number],
): readonly Mark[] {
  const rise = Math.max(...S) - least;
  const levels = contours().size([SIDE, SIDE]);
  const inside = (v: number): number =>
    Math.max(-RADIUS, Math.min(RADIUS, -RADIUS + ((v - 0.5) * 2 * RADIUS) / (SIDE - 1)));
  return Array.from({ length: BANDS }, (_, band): Mark => {
    const rings = levels.contour([...S], least + rise * (band / BANDS) ** 2).coordinates.flat();
    const d = rings.map(
      (ring) => `${pathThrough(ring.map(([a = 0, b = 0]) => to([inside(a), inside(b)])))}Z`,
    );
    return mark("path", { class: `band error of-${band + 1}`, d: d.join(""), "fill-rule": "evenodd" });
  });
}

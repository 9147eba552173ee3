/** The network: a weight that is pressed has its ways back lit. */
import { brief, fixed } from "../frame/numbers.ts";
import { group, type Mark, mark, type Panel, pressable, rounded, text } from "../frame/scene.ts";
import { type Data, FORWARD, INPUTS, SUB, weightName } from "./paths-data.ts";

/** Columns of the network, and how far apart its rows are. */
const COLUMNS = { x: 46, h: 186, a: 326, L: 446 };
const APART = 78;
const RADIUS = 21;
const rowY = (i: number, n: number, most: number): number => 56 + (most - n) * (APART / 2) + i * APART;

export function networkPanel(data: Data, step: number): Panel {
  const { x, hidden, output, loss, W1, W2, name, paths, counted } = data;
  const [d, t] = [hidden.length, output.length];
  const most = Math.max(INPUTS, d, t);
  const height = 56 + (most - 1) * APART + 44;
  const at = {
    x: (k: number): number => rowY(k, INPUTS, most),
    h: (i: number): number => rowY(i, d, most),
    a: (j: number): number => rowY(j, t, most),
    L: rowY(0, 1, most),
  };
  /** How many factors have come back so far. */
  const back = step - FORWARD;
  const lit = paths.slice(0, counted);
  const isLit = (j: number, from: number): boolean => back >= from && lit.some((path) => path.output === j);

  const edge = (
    layer: 1 | 2,
    to: number,
    from: number,
    w: number,
    ends: readonly [number, number, number, number],
  ): Mark => {
    const isIt = name.layer === layer && name.to === to && name.from === from;
    const onPath =
      layer === 2
        ? name.layer === 1
          ? name.to === from && isLit(to, 3)
          : isIt && isLit(to, 3)
        : isIt && back >= 5;
    const [x0, y0, x1, y1] = ends;
    const line = `M${rounded(x0)} ${rounded(y0)}L${rounded(x1)} ${rounded(y1)}`;
    // The name of the weight needs room between the circles.
    const share = isIt ? 0.5 : 0.3;
    const [lx, ly] = [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
    const isCrowded = layer === 1 ? d > 2 : d * t > 4;
    const label = `${weightName({ layer, to, from })} = ${brief(w)}, from ${layer === 1 ? "x" : "h"}${SUB[from + 1]} to ${layer === 1 ? "h" : "a"}${SUB[to + 1]}`;
    return pressable(
      `${layer},${to},${from}`,
      label,
      isIt,
      mark("path", { class: "hit", d: line }),
      mark("path", { class: onPath ? "line gradient heavy" : isIt ? "line ink" : "thin data", d: line }),
      (!isCrowded || isIt || onPath) &&
        text(lx, ly - 4, isIt ? `${weightName({ layer, to, from })} = ${brief(w)}` : brief(w), {
          class: `words middle ${onPath ? "strong gradient" : isIt ? "strong ink" : "small soft"}`,
        }),
    );
  };
  const node = (
    cx: number,
    cy: number,
    label: string,
    value: number,
    isKnown: boolean,
    ring: boolean,
  ): Mark =>
    group(
      ring ? "gradient" : "ink",
      mark("circle", { class: ring ? "hollow ring" : "hollow", cx, cy, r: RADIUS }),
      isKnown && text(cx, cy + 5, fixed(value, 2), { class: "middle strong" }),
      text(cx, cy - RADIUS - 7, label, { class: "words symbol middle" }),
    );
  const ringH = (i: number): boolean => name.layer === 1 && name.to === i && back >= 4;
  return {
    name: "network",
    title: "Press a weight: the ways back to it light up",
    description: `A network of two inputs, ${d} hidden units and ${t} outputs with a loss. ${lit.length} of ${paths.length} ways from the loss to ${weightName(name)} are lit.`,
    width: 490,
    height,
    wide: true,
    marks: [
      group(
        "compact",
        ...output.map((_, j) =>
          mark("path", {
            class: isLit(j, 1) ? "line gradient heavy" : "thin data",
            d: `M${COLUMNS.a + RADIUS} ${rounded(at.a(j))}L${COLUMNS.L - RADIUS} ${rounded(at.L)}`,
          }),
        ),
        ...W1.flatMap((row, i) =>
          row.map((w, k) => edge(1, i, k, w, [COLUMNS.x + RADIUS, at.x(k), COLUMNS.h - RADIUS, at.h(i)])),
        ),
        ...W2.flatMap((row, j) =>
          row.map((w, i) => edge(2, j, i, w, [COLUMNS.h + RADIUS, at.h(i), COLUMNS.a - RADIUS, at.a(j)])),
        ),
        ...x.map((value, k) =>
          node(
            COLUMNS.x,
            at.x(k),
            `x${SUB[k + 1]}`,
            value,
            true,
            name.layer === 1 && name.from === k && back >= 5,
          ),
        ),
        ...hidden.map((value, i) =>
          node(
            COLUMNS.h,
            at.h(i),
            `h${SUB[i + 1]}`,
            value,
            step >= 1,
            ringH(i) || (name.layer === 2 && name.from === i && back >= 3),
          ),
        ),
        ...output.map((value, j) =>
          node(COLUMNS.a, at.a(j), `a${SUB[j + 1]}`, value, step >= 2, isLit(j, 2)),
        ),
        node(COLUMNS.L, at.L, "L", loss, step >= 3, false),
      ),
    ],
  };
}

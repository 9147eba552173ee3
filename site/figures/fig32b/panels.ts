/** The network with what goes forward and what comes back, and how large the errors of each layer are. */
import { fixed, superscript } from "../frame/numbers.ts";
import { logarithmic } from "../frame/scale.ts";
import { group, type Mark, mark, type Panel, rounded, text } from "../frame/scene.ts";
import { short } from "../short.ts";
import { largest, type Stack } from "./stack.ts";

/** Steps: inputs, three layers forward, three back. */
export const FORWARD = 3;
export const LAST = 6;
const COLUMNS = [44, 176, 308, 440];
const y = (k: number, of: number): number => 140 + (k - (of - 1) / 2) * 88;
const RADIUS = 21;
const SUB = "₀₁₂₃";

export function network({ weights, A, deltas }: Stack, i: number, step: number): Panel {
  const back = Math.max(0, step - FORWARD);
  const sizes = A.map((layer) => layer[0]?.length ?? 0);
  const edges = weights.flatMap((W, l) =>
    W.flatMap((row, k) =>
      row.map((w, j): Mark => {
        // The weights of a layer carry its error back to the layer before.
        const isLit = back >= 2 && l === 4 - back;
        const [x0, x1] = [(COLUMNS[l] as number) + RADIUS, (COLUMNS[l + 1] as number) - RADIUS];
        const [y0, y1] = [y(j, sizes[l] as number), y(k, sizes[l + 1] as number)];
        const label = 0.34;
        return group(
          isLit ? "gradient" : "data",
          mark("path", {
            class: isLit ? "line" : "thin",
            d: `M${rounded(x0)} ${rounded(y0)}L${rounded(x1)} ${rounded(y1)}`,
          }),
          isLit &&
            text(x1 - label * (x1 - x0), y1 - label * (y1 - y0) - 3, short(w), {
              class: "words small middle strong",
            }),
        );
      }),
    ),
  );
  const nodes = A.flatMap((layer, l) =>
    (layer[i] ?? []).map((a, k) => {
      const [cx, cy] = [COLUMNS[l] as number, y(k, sizes[l] as number)];
      const hasError = l > 0 && back >= 4 - l;
      return group(
        hasError ? "gradient" : "ink",
        mark("circle", { class: hasError ? "hollow ring" : "hollow", cx, cy, r: RADIUS }),
        step >= Math.min(l, FORWARD) && text(cx, cy + 4, fixed(a, 2), { class: "middle strong" }),
        hasError &&
          text(cx, cy + RADIUS + 14, short(deltas[l - 1]?.[i]?.[k] ?? 0, 3), {
            class: "words small middle strong",
          }),
      );
    }),
  );
  const heads = ["x", "A₁", "A₂", "A₃"].map((name, l) =>
    text(COLUMNS[l] as number, 14, l > 0 && back >= 4 - l ? `${name}, δ${SUB[l]}` : name, {
      class: "words strong middle",
    }),
  );
  return {
    name: "network",
    title: `Example ${i + 1}: in the circles what each unit gives, below them its error`,
    description:
      "A network of two inputs, two layers of two units and three outputs. Values go forward from the left; errors come back from the right, layer by layer.",
    width: 490,
    height: 290,
    wide: true,
    marks: [group("compact", ...heads, ...edges, ...nodes)],
  };
}

const SIZE = logarithmic([1e-9, 1], [60, 330]);

export function sizes({ deltas }: Stack, step: number): Panel {
  const back = Math.max(0, step - FORWARD);
  return {
    name: "sizes",
    title: "The largest error of each layer, by powers of ten",
    description: `Bars of the largest error of each layer: ${deltas.map((delta, l) => `layer ${l + 1} ${short(largest(delta), 3)}`).join(", ")}.`,
    width: 360,
    height: 190,
    marks: [
      mark("path", { class: "axis", d: "M60 150H330" }),
      ...[1e-9, 1e-6, 1e-3, 1].map((tick) =>
        text(SIZE.to(tick), 166, tick === 1 ? "1" : `10${superscript(Math.log10(tick))}`, {
          class: "tick middle",
        }),
      ),
      ...deltas.map((delta, l): Mark => {
        const isKnown = back >= 3 - l;
        const size = largest(delta);
        const width = Math.max(1, SIZE.to(Math.max(1e-9, size)) - 60);
        const top = 24 + 42 * l;
        return group(
          "gradient",
          text(50, top + 17, `δ${SUB[l + 1]}`, { class: "words strong end" }),
          isKnown && mark("rect", { class: "bar", x: 60, y: top, width, height: 24 }),
          isKnown && text(66 + width, top + 17, short(size, 3), { class: "words strong" }),
        );
      }),
    ],
  };
}

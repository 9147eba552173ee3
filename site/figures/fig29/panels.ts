/** The units with their lines, the matrices of the first layer with their numbers, and the shapes of both layers. */
import { brief } from "../frame/numbers.ts";
import { group, type Mark, mark, type Panel, pressable, rounded, text } from "../frame/scene.ts";
import { LAYOUTS, type LayoutName, shapesIn, storedIn } from "./layout.ts";
import type { Network, Sizes } from "./two-layers.ts";

const SUB = "₁₂₃₄";
const RADIUS = 17;

export function units({ W, X, Z, Y }: Network, { m, d, t }: Sizes, i: number, j: number): Panel {
  const y = (k: number, of: number): number => 158 + (k - (of - 1) / 2) * 62;
  const columns = { x: 48, z: 180, y: 312 };
  const edges: Mark[] = [];
  for (let k = 0; k < d; k++) {
    for (let l = 0; l < m; l++)
      edges.push(
        line(
          [columns.x + RADIUS, y(l, m)],
          [columns.z - RADIUS, y(k, d)],
          k === j ? "line prediction" : "thin data",
        ),
      );
    for (let o = 0; o < t; o++)
      edges.push(line([columns.z + RADIUS, y(k, d)], [columns.y - RADIUS, y(o, t)], "thin data"));
  }
  const labels = Array.from({ length: m }, (_, l) => {
    const [x0, y0, x1, y1] = [columns.x + RADIUS, y(l, m), columns.z - RADIUS, y(j, d)];
    const w = W[j]?.[l] ?? 0;
    return text(x0 + 0.42 * (x1 - x0), y0 + 0.42 * (y1 - y0) - 4, brief(w), {
      class: "words prediction strong middle",
    });
  });
  const circle = (cx: number, cy: number, value: number, className: string): Mark =>
    group(
      "",
      mark("circle", { class: `hollow ${className}`, cx, cy, r: RADIUS }),
      text(cx, cy + 4, brief(Number(value.toPrecision(3))), { class: "middle strong small" }),
    );
  return {
    name: "units",
    title: "Two layers: press a unit of the first",
    description: `A network of ${m} inputs, ${d} units and ${t} units behind them. The lines into unit ${j + 1} are lit, with their weights.`,
    width: 360,
    height: 300,
    marks: [
      text(columns.x, 20, "inputs", { class: "name middle" }),
      text(columns.z, 20, "first layer", { class: "name middle" }),
      text(columns.y, 20, "second layer", { class: "name middle" }),
      group("edges", ...edges),
      ...labels,
      ...(X[i] ?? []).map((x, l) => circle(columns.x, y(l, m), x, "ink")),
      ...(Y[i] ?? []).map((a, o) => circle(columns.y, y(o, t), a, "ink")),
      ...(Z[i] ?? []).map((z, k) =>
        pressable(
          String(k),
          `Unit ${k + 1}: net input ${brief(z)}`,
          k === j,
          circle(columns.z, y(k, d), z, k === j ? "prediction ring" : "ink"),
        ),
      ),
    ],
  };
}

const line = ([x0, y0]: readonly number[], [x1, y1]: readonly number[], className: string): Mark =>
  mark("path", {
    class: className,
    d: `M${rounded(x0 as number)} ${rounded(y0 as number)}L${rounded(x1 as number)} ${rounded(y1 as number)}`,
  });

const CELL = { width: 27, height: 25 };

export function matrices(network: Network, layout: LayoutName, i: number, j: number): Panel {
  const stored = storedIn(layout, network, i, j);
  const all = stored.reduce((sum, { rows }) => sum + (rows[0]?.length ?? 0) * CELL.width + 22, -22);
  let x = (490 - all) / 2;
  const parts = stored.map(({ name, rows, lit, sign }): Mark => {
    const columns = rows[0]?.length ?? 0;
    const wide = columns * CELL.width;
    const left = x;
    x += wide + 22;
    const top = 86 - (rows.length * CELL.height) / 2;
    const cells = rows.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const [cx, cy] = [left + (c + 0.5) * CELL.width, top + (r + 0.5) * CELL.height];
        return [
          lit(r, c) &&
            mark("rect", {
              class: "area prediction",
              x: cx - CELL.width / 2 + 1,
              y: cy - CELL.height / 2 + 1,
              width: CELL.width - 2,
              height: CELL.height - 2,
            }),
          text(cx, cy + 4, brief(value), { class: lit(r, c) ? "middle strong" : "middle soft" }),
        ];
      }),
    );
    return group(
      "ink",
      mark("path", {
        class: "axis",
        d: `M${left + 4} ${top}H${left}V${top + rows.length * CELL.height}h4M${left + wide - 4} ${top}h4V${top + rows.length * CELL.height}h-4`,
      }),
      ...cells,
      text(left + wide / 2, 16, name, { class: "words strong middle" }),
      text(left + wide / 2, 160, `${rows.length} × ${columns}`, { class: "words small middle" }),
      sign !== "" && text(left + wide + 11, 91, sign, { class: "strong middle" }),
    );
  });
  return {
    name: "matrices",
    title: `The first layer as it is stored: ${LAYOUTS[layout]}`,
    description: `The matrices of the first layer with their numbers. What makes the chosen net input is lit.`,
    width: 490,
    height: 170,
    wide: true,
    marks: [group("compact", ...parts)],
  };
}

/** Both layers as blocks, each as high and wide as its matrix. */
export function shapes(sizes: Sizes, layout: LayoutName): Panel {
  const s = shapesIn(layout, sizes);
  const isColumn = layout === "column";
  const turnedSign = layout === "pytorch" ? "ᵀ" : "";
  const layer = (
    y: number,
    [A, W, Z]: readonly (readonly [string, readonly number[], string])[],
  ): readonly Mark[] => {
    const [first, second] = isColumn ? [W, A] : [A, W];
    const all = [first, second, Z] as readonly (readonly [string, readonly number[], string])[];
    return all.flatMap(([name, [rows = 1, columns = 1], colour], k) => {
      const x = 62 + 118 * k;
      const [width, height] = [columns * 17, rows * 17];
      return [
        mark("rect", { class: `area ${colour}`, x: x - width / 2, y: y - height / 2, width, height }),
        mark("rect", {
          class: `hollow bare ${colour}`,
          x: x - width / 2,
          y: y - height / 2,
          width,
          height,
          "fill-opacity": 0,
        }),
        text(x, y - 44, name, { class: `words strong middle ${colour}` }),
        sizeText(x, y + 52, rows, columns, k),
        k < 2 && text(x + 59, y + 5, k === 0 ? "·" : "→", { class: "large middle" }),
      ].filter((each) => each !== false);
    });
  };
  return {
    name: "shapes",
    title: "Shapes through both layers",
    description: `Blocks for the matrices of both layers, with rows and columns: ${Object.entries(s)
      .map(([name, [rows, columns]]) => `${name} ${rows} × ${columns}`)
      .join(", ")}.`,
    width: 360,
    height: 300,
    marks: [
      ...layer(82, [
        [isColumn ? "x" : "X", s.X, "data"],
        [`W₁${turnedSign}`, turnedSign === "" ? s.W1 : [...s.W1].reverse(), "prediction"],
        ["Z₁", s.Z1, "ink"],
      ]),
      ...layer(222, [
        ["H = σ(Z₁)", s.Z1, "data"],
        [`W₂${turnedSign}`, turnedSign === "" ? s.W2 : [...s.W2].reverse(), "prediction"],
        ["Z₂", s.Z2, "ink"],
      ]),
    ],
  };
}

/** Rows and columns; strong are the two that have to be the same. */
const sizeText = (x: number, y: number, rows: number, columns: number, place: number): Mark =>
  mark(
    "text",
    { x, y, class: "middle" },
    mark("tspan", { class: place === 1 ? "strong" : "" }, String(rows)),
    " × ",
    mark("tspan", { class: place === 0 ? "strong" : "" }, String(columns)),
  );

export const unitName = (j: number): string => `z${SUB[j]}`;

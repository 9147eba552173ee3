/** The stack as columns of units that are dragged, as code, and in three counts. */
import { group, handle, type Mark, mark, type Panel, pressable, rounded, text } from "../frame/scene.ts";
import { grouped } from "../grouped.ts";
import { countsOf, linearsOf } from "./counts.ts";

export const MOST_UNITS = 20;
export const MOST_WIDTHS = 7;
const SIZE = { width: 360, height: 300 };
const FOOT = 218;
/** Height of one unit. */
export const UNIT = 8;

export function stack(widths: readonly number[], bends: boolean): Panel {
  const apart = 430 / Math.max(1, widths.length - 1);
  const x = (k: number): number => 30 + k * apart;
  const columns = widths.map((width, k): Mark => {
    const top = FOOT - width * UNIT;
    return group(
      k === 0 || k === widths.length - 1 ? "data" : "prediction",
      mark("rect", { class: "area", x: x(k) - 13, y: top, width: 26, height: width * UNIT }),
      mark("path", {
        class: "thin",
        d: Array.from({ length: width + 1 }, (_, u) => `M${rounded(x(k) - 13)} ${FOOT - u * UNIT}h26`).join(
          "",
        ),
      }),
      text(x(k), FOOT + 18, String(width), { class: "words strong middle" }),
    );
  });
  const linears = linearsOf(widths).map(({ parameters }, k): Mark => {
    const middle = (x(k) + x(k + 1)) / 2;
    return group(
      "ink",
      mark("path", { class: "thin", d: `M${rounded(x(k) + 15)} ${FOOT - 8}H${rounded(x(k + 1) - 15)}` }),
      text(middle, FOOT - 14, String(parameters), { class: "words small middle" }),
      bends && k < widths.length - 2 && text(x(k + 1), FOOT + 34, "σ", { class: "words symbol middle" }),
    );
  });
  const press = (name: string, label: string, left: number): Mark =>
    pressable(
      name,
      label,
      false,
      mark("rect", { class: "hollow", x: left, y: 262, width: 150, height: 38, rx: 3 }),
      text(left + 75, 286, label, { class: "middle strong" }),
    );
  return {
    name: "stack",
    title: "Units of each layer, and the parameters between: drag a column",
    description: `Columns of ${widths.join(", ")} units, with the number of parameters between each two. Heights can be dragged; layers can be added and removed.`,
    width: 490,
    height: 306,
    wide: true,
    marks: [
      group(
        "compact",
        ...columns,
        ...linears,
        press("add", "Add a layer", 80),
        press("remove", "Remove one", 260),
      ),
      ...widths.map((width, k) =>
        handle(
          `w${k}`,
          k === 0 ? "Inputs" : k === widths.length - 1 ? "Outputs" : `Units of layer ${k}`,
          x(k),
          FOOT - width * UNIT,
          k === 0 || k === widths.length - 1 ? "data" : "prediction",
          String(width),
        ),
      ),
    ],
  };
}

/** The stack as a program lists it. */
export function code(widths: readonly number[], bends: boolean): Panel {
  const linears = linearsOf(widths);
  const lines = linears.flatMap(({ inputs, outputs, parameters }, l) => [
    [`linear(${inputs}, ${outputs})`, `${inputs} · ${outputs} + ${outputs} = ${parameters}`],
    ...(bends && l < linears.length - 1 ? [["sigmoid", "0"]] : []),
  ]);
  const apart = Math.min(24, 250 / (lines.length + 1));
  return {
    name: "code",
    title: "The same as a list of layers",
    description: `The layers in their order with their parameters: ${lines.map(([name]) => name).join(", ")}.`,
    ...SIZE,
    marks: [
      ...lines.flatMap(([name = "", count = ""], k) => [
        text(12, 36 + k * apart, name, { class: name === "sigmoid" ? "soft" : "strong" }),
        text(348, 36 + k * apart, count, { class: "end" }),
      ]),
      mark("path", { class: "axis", d: `M12 ${rounded(44 + (lines.length - 1) * apart)}H348` }),
      text(348, 40 + lines.length * apart, grouped(countsOf(widths).parameters, 0), {
        class: "words strong end prediction",
      }),
    ],
  };
}

export function counts(widths: readonly number[]): Panel {
  const { parameters, products, paths } = countsOf(widths);
  const rows = [
    ["parameters", parameters, "prediction"],
    ["products, one example forward", products, "ink"],
    ["paths from a first weight to the loss", paths, "error"],
  ] as const;
  return {
    name: "counts",
    title: "What it costs",
    description: `Bars by powers of ten: ${rows.map(([name, count]) => `${count} ${name}`).join(", ")}.`,
    ...SIZE,
    marks: rows.flatMap(([name, count, colour], k) => {
      const y = 62 + 82 * k;
      const width = Math.max(2, 38 * Math.log10(count));
      return [
        text(12, y - 14, name, { class: "small" }),
        mark("rect", { class: `bar ${colour}`, x: 12, y, width, height: 20 }),
        text(20 + width, y + 15, grouped(count, 0), { class: `words strong ${colour}` }),
      ];
    }),
  };
}

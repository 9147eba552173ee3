/** A module as a tree of fields, and the list that it makes of its parameters. */
import { byFormula, type Listed, MODELS, modelOf, type Row, walk } from "./fig57/tree.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { group, type Mark, mark, type Panel, pressable, text } from "./frame/scene.ts";
import { grouped } from "./grouped.ts";

const ROW = 30;
const TOP = 10;
const WIDTH = 360;

const controls = {
  model: choice({ label: "The module is", options: MODELS, value: "two" }),
  m: range({ label: "Inputs m", symbol: "m", min: 1, max: 1000, step: 1, value: 2 }),
  k: range({ label: "Units k", symbol: "k", min: 1, max: 200, step: 1, value: 3 }),
  t: range({ label: "Units t of the layer after it", symbol: "t", min: 1, max: 20, step: 1, value: 2 }),
  pressed: list({ label: "Pressed tensor", min: 0, max: 3, step: 1, most: 1, value: [0] }),
};

interface Data {
  readonly rows: readonly Row[];
  readonly list: readonly Listed[];
  readonly total: number;
}

const whole = (count: number): string => grouped(count, 0);
const form = ({ tensor }: Pick<Listed, "tensor">): string =>
  `${whole(tensor.rows)} × ${whole(tensor.columns)}`;
const isBias = (name: string): boolean => name.endsWith("bias");
const colourOf = (name: string): string => (isBias(name) ? "gradient" : "prediction");

function note({ part, metBefore, listed }: Row): string {
  if (part.kind === "other") return `${part.type} brings nothing`;
  if (part.kind === "module") return part.type;
  const shape = form(part);
  if (metBefore !== undefined) return `${shape}, is ${metBefore}`;
  return listed === undefined ? `${shape}, not found` : shape;
}

function tree({ rows, list: parameters }: Data, pressed: number, isPlain: boolean): Panel {
  const ofFirst = parameters.filter(({ name }) => name.startsWith("layer1."));
  const inFirst = ofFirst.reduce((sum, { count }) => sum + count, 0);
  const left = (depth: number): number => 14 + 24 * depth;
  const marks = rows.map((row, r): Mark => {
    const y = TOP + r * ROW;
    const { part, depth, listed, metBefore } = row;
    const x = left(depth);
    const name = row.field === "" ? "" : `${row.field}: `;
    const isLost = part.kind === "tensor" && listed === undefined;
    const colour =
      isLost || part.kind === "other" ? "error" : part.kind === "module" ? "ink" : colourOf(row.field);
    const parent = rows.slice(0, r).findLastIndex(({ depth: above }) => above === depth - 1);
    const branch =
      depth > 0 &&
      mark("path", {
        class: part.kind === "tensor" && metBefore !== undefined ? "thin dashed soft" : "thin soft",
        d: `M${x - 14} ${TOP + parent * ROW + 26}V${y + 15}h10`,
      });
    const words = text(
      x + (part.kind === "tensor" ? 24 : 4),
      y + 19,
      `${name}${note(row)}${isPlain && row.field === "layer1" ? `, N = ${whole(inFirst)}` : ""}`,
      {
        class: part.kind === "tensor" ? "words" : "words strong",
      },
    );
    if (part.kind !== "tensor") return group(colour, branch, words);
    const square = mark("rect", {
      class: isLost ? "hollow" : "bar",
      x: x + 2,
      y: y + 8,
      width: 14,
      height: 14,
      rx: 2,
    });
    if (listed === undefined) return group(colour, branch, square, words);
    return pressable(
      `p${listed}`,
      `${row.field}, ${form(part)}`,
      listed === pressed,
      group(
        colour,
        mark("rect", {
          class: listed === pressed ? "hollow ring" : "hollow faint",
          x: x - 3,
          y: y + 2,
          width: WIDTH - 8 - x,
          height: ROW - 4,
          rx: 4,
        }),
        branch,
        square,
        words,
      ),
    );
  });
  return {
    name: "tree",
    title: "The module and its fields",
    description: `Fields from the outside to the inside: ${rows
      .slice(1)
      .map((row) => `${row.field}, ${note(row)}`)
      .join("; ")}. Tensors can be pressed.`,
    width: WIDTH,
    height: 2 * TOP + ROW * rows.length,
    marks,
  };
}

function names({ list: parameters, total }: Data, pressed: number, isPlain: boolean): Panel {
  const most = Math.max(1, ...parameters.map(({ count }) => count));
  const rows = parameters.map((parameter, p): Mark => {
    const y = TOP + p * 48;
    const { name, count } = parameter;
    return pressable(
      `n${p}`,
      `${name} ${form(parameter)} ${whole(count)}`,
      p === pressed,
      group(
        colourOf(name),
        mark("rect", {
          class: p === pressed ? "hollow ring" : "hollow faint",
          x: 6,
          y: y + 2,
          width: WIDTH - 12,
          height: 43,
          rx: 4,
        }),
        // One text, so that what is heard is what is seen.
        mark(
          "text",
          { x: 16, y: y + 20, class: "words strong" },
          name,
          mark("tspan", { x: WIDTH - 112, class: "end" }, ` ${form(parameter)}`),
          mark("tspan", { x: WIDTH - 16, class: "end" }, ` ${whole(count)}`),
        ),
        mark("rect", {
          class: "bar",
          x: 16,
          y: y + 29,
          width: Math.max(1, ((WIDTH - 32) * count) / most),
          height: 8,
        }),
      ),
    );
  });
  const end = TOP + parameters.length * 48;
  return {
    name: "names",
    title: "What it lists, and how many numbers",
    description:
      parameters.length === 0
        ? "The list is empty."
        : `${parameters.map(({ name, count }) => `${name} ${whole(count)}`).join(", ")}; together ${whole(total)}.`,
    width: WIDTH,
    height: 2 * TOP + 48 * parameters.length + 32,
    marks: [
      ...rows,
      mark("path", { class: "thin ink", d: `M10 ${end + 6}H${WIDTH - 10}` }),
      text(
        16,
        end + 26,
        parameters.length === 0 ? "nothing is listed" : isPlain ? "together, P" : "together",
        {
          class: "words strong",
        },
      ),
      text(WIDTH - 16, end + 26, whole(total), { class: "words strong end" }),
    ],
  };
}

const CELL = 24;
const FIELD = { width: 460, height: 112 };

/** The pressed tensor, a square a number where there is room. */
function numbers({ list: parameters }: Data, pressed: number): Panel {
  const parameter = parameters[pressed];
  const { rows, columns } = parameter?.tensor ?? { rows: 0, columns: 0 };
  const cell = Math.min(CELL, FIELD.width / Math.max(1, columns), FIELD.height / Math.max(1, rows));
  const [width, height] = [Math.max(3, columns * cell), Math.max(3, rows * cell)];
  const [left, top] = [(490 - width) / 2, 34];
  const lines = [
    ...Array.from(
      { length: Math.max(0, columns - 1) },
      (_, j) => `M${left + (j + 1) * cell} ${top}v${height}`,
    ),
    ...Array.from({ length: Math.max(0, rows - 1) }, (_, i) => `M${left} ${top + (i + 1) * cell}h${width}`),
  ].join("");
  const about =
    parameter === undefined
      ? ""
      : isBias(parameter.name)
        ? "a number for each unit"
        : "a row for each unit, a column for each input";
  return {
    name: "numbers",
    title: parameter === undefined ? "No tensor" : `${parameter.name}: ${about}`,
    description:
      parameter === undefined
        ? "There is no tensor to show."
        : `${parameter.name} with ${form(parameter)} numbers, ${about}.`,
    width: 490,
    height: 160,
    wide: true,
    marks:
      parameter === undefined
        ? [text(245, 80, "An optimizer would have nothing to move.", { class: "words middle" })]
        : [
            group(
              colourOf(parameter.name),
              mark("rect", { class: "area", x: left, y: top, width, height }),
              mark("rect", { class: "line", x: left, y: top, width, height }),
              cell >= 5 && mark("path", { class: "thin", d: lines }),
              text(245, 20, `${form(parameter)} = ${whole(parameter.count)}`, {
                class: "words strong middle",
              }),
            ),
          ],
  };
}

const pressedIn = ({ list: parameters }: Data, [pressed = 0]: readonly number[]): number =>
  Math.min(pressed, Math.max(0, parameters.length - 1));

export const fig57 = defineFigure({
  id: "fig57",
  title: "A module lists what it learns",
  question:
    "Twelve arrows, and seventeen numbers in the file. Press the tensors: which five are missing in the drawing? Then change what the module is made of: what becomes of the names, and when is a tensor not listed?",
  controls,
  compute({ model, m, k, t }): Data {
    const { rows, list: parameters } = walk(modelOf(model, { m, k, t }));
    return { rows, list: parameters, total: parameters.reduce((sum, { count }) => sum + count, 0) };
  },
  draw(data, { model, pressed }) {
    const at = pressedIn(data, pressed);
    const isPlain = model === "two";
    return [tree(data, at, isPlain), names(data, at, isPlain), numbers(data, at)];
  },
  says({ list: parameters, total }, { model, m, k, t }) {
    if (parameters.length === 0)
      return `The field holds an array, and no module: of the ${whole(byFormula({ m, k, t }))} numbers in its layers none is listed, and none would be trained.`;
    const arrows = k * m + t * k;
    const again =
      model === "again"
        ? " The layer in again is layer1: its tensors are listed once, under their first names."
        : "";
    return `${parameters.map(({ name }) => name).join(", ")}: ${parameters.map(({ count }) => whole(count)).join(" + ")} = ${whole(total)} numbers. ${whole(arrows)} of them are arrows, and ${whole(total - arrows)} are biases.${again}`;
  },
  table({ list: parameters, total }) {
    return {
      caption: "The parameters in their order",
      head: ["name", "rows", "columns", "numbers"],
      rows: [
        ...parameters.map(({ name, tensor, count }) => [
          name,
          whole(tensor.rows),
          whole(tensor.columns),
          whole(count),
        ]),
        ["together", "", "", whole(total)],
      ],
    };
  },
  views: ["pressed"],
  example: { m: "m", k: "k", t: "t" },
  presets: [
    { label: "A Sequential in another", state: { model: "nested" } },
    { label: "One layer twice", state: { model: "again" } },
    { label: "In a plain array", state: { model: "array" } },
    { label: "784–100–2", state: { m: 784, k: 100, t: 2 } },
    { label: "784–100–4", state: { m: 784, k: 100, t: 4 } },
  ],
  press: (name) => ({ pressed: [Number(name.slice(1))] }),
});

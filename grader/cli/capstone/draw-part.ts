/** A part of a capstone as lines of a terminal. */
import { short } from "../../capstone/numbers.ts";
import type { Part, Picture, Pictures, Series, Table } from "../../capstone/picture.ts";
import type { Look } from "../../verdict/look.ts";
import { cut, padEnd, padStart, widthOf, wrap } from "../../verdict/width.ts";
import { sparkline } from "../terminal/sparkline.ts";
import { besides, drawPlot, drawPlots, legendOf } from "./draw-plot.ts";

const INDENT = "  ";
const ROWS = { whole: 18, half: 12 } as const;

/** Lines without a break at their ends; an empty one in front. */
export function drawPart(part: Part, look: Look, unicode: boolean): readonly string[] {
  const columns = look.columns - INDENT.length;
  const titled = (lines: readonly string[]): readonly string[] => [
    "",
    ...("title" in part ? wrap(look.say(part.title), look.columns).map(look.bold) : []),
    "",
    ...lines.map((line) => (line === "" ? "" : `${INDENT}${look.say(line)}`)),
  ];
  switch (part.kind) {
    case "says":
      return ["", ...wrap(look.say(part.text), look.columns)];
    case "plot": {
      const [, ...lines] = drawPlot(part, { columns, rows: ROWS.whole, unicode });
      return titled([...lines, "", ...wrap(legendOf(part.layers, unicode), columns)]);
    }
    case "plots": {
      const lines = drawPlots(part.plots, { columns, rows: ROWS.half, unicode });
      return titled([...lines, "", ...wrap(legendOf(part.plots[0]?.layers ?? [], unicode), columns)]);
    }
    case "table":
      return titled(drawTable(part, columns));
    case "series":
      return titled(drawSeries(part, columns, unicode));
    case "pictures":
      return titled(drawPictures(part, columns));
  }
}

function drawTable({ head, rows }: Table, columns: number): readonly string[] {
  const widths = head.map((name, k) => Math.max(...[name, ...rows.map((row) => row[k] ?? "")].map(widthOf)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, k) => (k === 0 ? padEnd(text, widths[k] ?? 0) : padStart(text, widths[k] ?? 0)))
      .join("   ");
  return [head, ...rows].map((row) => cut(line(row), columns).trimEnd());
}

/** All lines on one scale, so that they can be compared. */
function drawSeries({ step, lines }: Series, columns: number, unicode: boolean): readonly string[] {
  const width = Math.max(...lines.map(({ name }) => widthOf(name)));
  const ends = lines.map(
    ({ values }) => `${short(values[0] ?? Number.NaN)} -> ${short(values.at(-1) ?? Number.NaN)}`,
  );
  const room = Math.max(8, columns - width - Math.max(...ends.map(widthOf)) - 4);
  const shown = lines.map(({ values }) => thinned(values, room));
  const { line, isLog } = sparkline(shown.flat(), unicode);
  const marks = [...line];
  const rows = lines.map(({ name }, k) => {
    const own = marks.splice(0, shown[k]?.length ?? 0).join("");
    return `${padEnd(name, width)}  ${own}  ${ends[k]}`;
  });
  const last = Math.max(...lines.map(({ values }) => values.length)) - 1;
  return [
    ...rows,
    "",
    `From ${step} 0 to ${step} ${last}, all on one scale${isLog ? ", a logarithmic one" : ""}.`,
  ];
}

const thinned = (values: readonly number[], most: number): readonly number[] =>
  values.length <= most
    ? values
    : Array.from(
        { length: most },
        (_, k) => values[Math.round((k * (values.length - 1)) / (most - 1))] as number,
      );

/** From dark to bright. */
const RAMP = " .:-=+*#%@";

function drawPictures({ pictures }: Pictures, columns: number): readonly string[] {
  const lights = pictures.flatMap(({ pixels }) => pixels.map(lightOf));
  const [low, high] = [lights.reduce((a, b) => Math.min(a, b)), lights.reduce((a, b) => Math.max(a, b))];
  const mark = (light: number): string =>
    RAMP[Math.min(RAMP.length - 1, Math.floor((RAMP.length * (light - low)) / (high - low || 1)))] ?? "?";
  const drawn = pictures.map((picture) => [picture.title, ...rowsOf(picture, mark)]);
  return [
    ...besides(drawn, Math.floor((columns - 2) / 2)),
    "",
    "What is bright is dense: blank is the darkest, @ the brightest.",
  ];
}

const lightOf = ([r, g, b]: Picture["pixels"][number]): number => 0.3 * r + 0.59 * g + 0.11 * b;

/** Every second row of pixels: a character is about twice as high as wide, and a mean would be a colour of its own. */
function rowsOf({ width, pixels }: Picture, mark: (light: number) => string): readonly string[] {
  const lights = pixels.map(lightOf);
  return Array.from({ length: Math.ceil(pixels.length / width / 2) }, (_, r) =>
    lights
      .slice(2 * r * width, (2 * r + 1) * width)
      .map(mark)
      .join(""),
  );
}

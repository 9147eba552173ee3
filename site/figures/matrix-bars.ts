/** A small matrix whose entries are bars: dragged, pressed, or looked at. */
import { fixed } from "./frame/numbers.ts";
import { group, handle, type Mark, mark, type Panel, pressable, rounded, text } from "./frame/scene.ts";

export interface MatrixBars {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly (readonly number[])[];
  /** The number that fills a cell's half. */
  readonly most: number;
  /** What the bars are: a class of colour. */
  readonly colour: "data" | "prediction" | "error" | "reference" | "gradient" | "ink";
  readonly isLit: (row: number, column: number) => boolean;
  /** How an entry is called: "error of output 1 for example 2". */
  readonly called: (row: number, column: number) => string;
  /** How an entry is written; two digits after the point unless told. */
  readonly shows?: (value: number) => string;
  /** Entries that are dragged have the handles `d01`. */
  readonly drags?: string;
  /** Entries that are pressed answer to this and their place: `x01`. */
  readonly presses?: string;
  /** What stands in the corner of an entry, such as how far it has moved; not where entries are pressed, whose name is what they show. */
  readonly notes?: (row: number, column: number) => string;
  /** How large an entry is. */
  readonly cell?: Cell;
  /** Whether the panel takes a quarter of a row; it does unless told. */
  readonly narrow?: boolean;
}

interface Cell {
  readonly width: number;
  readonly height: number;
}

const CELL: Cell = { width: 96, height: 92 };
const LEFT = 8;
const TOP = 22;
/** The longest bar. */
const halfOf = (height: number): number => 0.37 * height;
/** How much of `most` a unit of the picture is. */
export const perUnit = (most: number, height = CELL.height): number => most / halfOf(height);

export function matrixBars(of: MatrixBars): Panel {
  const { rows, most, colour, isLit, called, drags, presses, notes, cell = CELL } = of;
  const shows = of.shows ?? ((value: number): string => fixed(value, 2));
  const half = halfOf(cell.height);
  const columns = rows[0]?.length ?? 0;
  const cells = rows.flatMap((row, i) =>
    row.map((value, j): Mark => {
      const [x, y] = [LEFT + j * cell.width, TOP + i * cell.height];
      const [middle, zero] = [x + cell.width / 2, y + cell.height / 2 - 4];
      const end = zero - Math.max(-1, Math.min(1, value / most)) * half;
      const [top, height] = [Math.min(zero, end), Math.abs(zero - end)];
      const lit = isLit(i, j);
      const parts = [
        mark("rect", {
          class: lit ? "hollow ring" : "hollow",
          x: x + 3,
          y: y - 6,
          width: cell.width - 6,
          height: cell.height - 4,
          rx: 3,
        }),
        mark("path", { class: "zero", d: `M${x + 10} ${zero}h${cell.width - 20}` }),
        mark("rect", {
          class: "bar",
          x: middle - 13,
          y: rounded(top),
          width: 26,
          height: rounded(height),
        }),
        // Where the bar is not.
        text(x + cell.width - 10, value < 0 ? y + 10 : y + cell.height - 18, shows(value), {
          class: "words strong end",
        }),
        notes !== undefined && text(x + 9, y + 9, notes(i, j), { class: "words strong small gradient" }),
      ];
      const label = `${called(i, j)}: ${shows(value)}`;
      if (presses !== undefined) return pressable(`${presses}${i}${j}`, label, lit, group(colour, ...parts));
      return group(colour, ...parts);
    }),
  );
  const handles = rows.flatMap((row, i) =>
    drags === undefined
      ? []
      : row.map((value, j) => {
          const [x, y] = [LEFT + (j + 0.5) * cell.width, TOP + (i + 0.5) * cell.height - 4];
          const end = y - Math.max(-1, Math.min(1, value / most)) * half;
          return handle(`${drags}${i}${j}`, called(i, j), x, end, colour, shows(value));
        }),
  );
  return {
    name: of.name,
    title: of.title,
    description: of.description,
    width: 2 * LEFT + columns * cell.width,
    height: TOP + rows.length * cell.height,
    narrow: of.narrow ?? true,
    marks: [...cells, ...handles],
  };
}

/** Rows of a list with so many entries a row; what a link leaves out comes from the start. */
export const rowsOf = (given: readonly number[], start: readonly number[], width: number): number[][] => {
  const all = start.map((value, i) => given[i] ?? value);
  return Array.from({ length: all.length / width }, (_, i) => all.slice(i * width, (i + 1) * width));
};

/** The list with one entry moved by a drag, and the name of the handle without its letter. */
export const movedEntry = (
  rows: readonly (readonly number[])[],
  name: string,
  by: number,
): readonly number[] => {
  const [i, j] = [Number(name[1]), Number(name[2])];
  return rows.flatMap((row, r) => row.map((value, c) => (r === i && c === j ? value + by : value)));
};

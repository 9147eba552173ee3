/** A plot as characters: marks on a grid, the ends of the axes beside it. */

import { short } from "../../capstone/numbers.ts";
import type { Layer, Plot } from "../../capstone/picture.ts";
import { cut, padEnd } from "../../verdict/width.ts";

export interface Room {
  readonly columns: number;
  readonly rows: number;
  readonly unicode: boolean;
}

/** Marks of the points of class 0, of class 1, and of those that stand by themselves. */
const POINT = { 0: "o", 1: "x", own: "@" } as const;
const CURVES = ["*", "+"] as const;
/** A line's mark by how it goes: level, up, down, upright. */
const LINE = { plain: ["-", "/", "\\", "|"], unicode: ["─", "╱", "╲", "│"] } as const;

/** The plot's title, its grid and its axes, each line as wide as the room at most. */
export function drawPlot(plot: Plot, room: Room): readonly string[] {
  const { x, y } = plot;
  const [top, bottom] = [short(round(y.span[1], y.span)), short(round(y.span[0], y.span))];
  const gutter = Math.max(top.length, bottom.length, y.label.length);
  const columns = room.columns - gutter - 2;
  const grid = new Grid(plot, columns, room.rows, room.unicode);
  for (const layer of plot.layers) grid.draw(layer);
  const edge = room.unicode ? "│" : "|";
  const rows = grid.lines.map((row, r) => {
    const label = r === 0 ? top : r === 1 ? y.label : r === room.rows - 1 ? bottom : "";
    return `${label.padStart(gutter)} ${edge}${row}`.trimEnd();
  });
  const base = `${" ".repeat(gutter + 1)}${room.unicode ? "└" : "+"}${(room.unicode ? "─" : "-").repeat(columns)}`;
  const [left, right] = [short(round(x.span[0], x.span)), short(round(x.span[1], x.span))];
  const gap = Math.max(2, columns - left.length - right.length - x.label.length);
  const half = Math.floor(gap / 2);
  const ends = `${" ".repeat(gutter + 2)}${left}${" ".repeat(half)}${x.label}${" ".repeat(gap - half)}${right}`;
  return [cut(plot.title, room.columns), ...rows, base, ends];
}

/** An end of an axis to as many places as its span asks for. */
const round = (end: number, [from, to]: readonly [number, number]): number => {
  const places = Math.max(0, 2 - Math.floor(Math.log10(to - from)));
  return Number(end.toFixed(Math.min(12, places)));
};

/** What shades a cell of an area. */
const SHADE = { plain: ".", unicode: "·" } as const;

/** What the marks of layers mean, each once. */
export function legendOf(layers: readonly Layer[], unicode: boolean): string {
  const lines = (unicode ? LINE.unicode : LINE.plain).slice(0, 2).join("");
  let curves = 0;
  return layers
    .map((layer) => {
      const mark =
        layer.kind === "curve"
          ? CURVES[curves++ % CURVES.length]
          : layer.kind === "line"
            ? lines
            : layer.kind === "area"
              ? unicode
                ? SHADE.unicode
                : SHADE.plain
              : markOf(layer);
      return `${mark} ${layer.name}`;
    })
    .join(", ");
}

const markOf = (layer: Extract<Layer, { kind: "points" }>): string =>
  layer.strong ? "#" : POINT[layer.class];

/** Plots beside each other, two a row. */
export function drawPlots(plots: readonly Plot[], { columns, rows, unicode }: Room): readonly string[] {
  const half = Math.floor((columns - 2) / 2);
  const drawn = plots.map((plot) => drawPlot(plot, { columns: half, rows, unicode }));
  return besides(drawn, half);
}

/** Blocks of lines beside each other, two a row, with an empty line between rows. */
export function besides(blocks: readonly (readonly string[])[], width: number): readonly string[] {
  const lines: string[] = [];
  for (let k = 0; k < blocks.length; k += 2) {
    const [left = [], right = []] = [blocks[k], blocks[k + 1]];
    if (k > 0) lines.push("");
    left.forEach((line, r) => {
      lines.push(`${padEnd(line, width)}  ${right[r] ?? ""}`.trimEnd());
    });
  }
  return lines;
}

class Grid {
  private readonly cells: string[][];
  private readonly plot: Plot;
  private readonly columns: number;
  private readonly rows: number;
  private readonly marks: readonly string[];
  private readonly shade: string;
  private curves = 0;

  constructor(plot: Plot, columns: number, rows: number, unicode: boolean) {
    this.plot = plot;
    this.columns = columns;
    this.rows = rows;
    this.marks = unicode ? LINE.unicode : LINE.plain;
    this.shade = unicode ? SHADE.unicode : SHADE.plain;
    this.cells = Array.from({ length: rows }, () => new Array<string>(columns).fill(" "));
  }

  get lines(): readonly string[] {
    return this.cells.map((row) => row.join(""));
  }

  draw(layer: Layer): void {
    if (layer.kind === "curve") this.curve(layer.points, CURVES[this.curves++ % CURVES.length] as string);
    else if (layer.kind === "line") this.line(layer.across);
    else if (layer.kind === "area") this.area(layer.cells, layer.width);
    else for (const [x, y] of layer.points) this.put(this.columnOf(x), this.rowOf(y), markOf(layer));
  }

  private put(column: number, row: number, mark: string): void {
    const cells = this.cells[Math.round(row)];
    if (cells !== undefined && column > -0.5 && column < this.columns - 0.5) cells[Math.round(column)] = mark;
  }

  private columnOf(x: number): number {
    const [from, to] = this.plot.x.span;
    return ((x - from) / (to - from)) * (this.columns - 1);
  }

  /** From the top. */
  private rowOf(y: number): number {
    const [from, to] = this.plot.y.span;
    return (1 - (y - from) / (to - from)) * (this.rows - 1);
  }

  /** Straight from point to point, so that a curve has no holes; nothing towards a point that is out of sight. */
  private curve(points: readonly (readonly [number, number])[], mark: string): void {
    const places = points.map(([x, y]) => [this.columnOf(x), this.rowOf(y)] as const);
    const isSeen = ([, row]: readonly [number, number]): boolean => row > -1 && row < this.rows;
    places.forEach((here, i) => {
      this.put(...here, mark);
      const next = places[i + 1];
      if (next === undefined || !isSeen(here) || !isSeen(next)) return;
      const [across, down] = [next[0] - here[0], next[1] - here[1]];
      const steps = Math.min(this.columns + this.rows, Math.ceil(Math.max(Math.abs(across), Math.abs(down))));
      for (let k = 1; k < steps; k++)
        this.put(here[0] + (across * k) / steps, here[1] + (down * k) / steps, mark);
    });
  }

  private area(cells: readonly boolean[], width: number): void {
    const height = cells.length / width;
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++) {
        const [r, c] = [(height * row) / this.rows, (width * column) / this.columns].map(Math.floor);
        if (cells[(r as number) * width + (c as number)] === true) this.put(column, row, this.shade);
      }
  }

  private line([a, b, c]: readonly [number, number, number]): void {
    const [x, y] = [this.plot.x.span, this.plot.y.span];
    const [perColumn, perRow] = [(x[1] - x[0]) / (this.columns - 1), (y[1] - y[0]) / (this.rows - 1)];
    // Rows that it falls by a column.
    const falls = ((a / b) * perColumn) / perRow;
    if (Math.abs(falls) <= 1) {
      const mark = this.marks[Math.abs(falls) < 0.25 ? 0 : falls < 0 ? 1 : 2] as string;
      for (let column = 0; column < this.columns; column++)
        this.put(column, this.rowOf(-(a * (x[0] + column * perColumn) + c) / b), mark);
      return;
    }
    const mark = this.marks[Math.abs(falls) > 4 || b === 0 ? 3 : falls < 0 ? 1 : 2] as string;
    for (let row = 0; row < this.rows; row++)
      this.put(this.columnOf(-(b * (y[1] - row * perRow) + c) / a), row, mark);
  }
}

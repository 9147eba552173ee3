/** What a capstone shows, as data: a terminal draws it with characters, a page as SVG. */

export type Point = readonly [x: number, y: number];

/** From and to; a span of no length is none. */
export type Span = readonly [from: number, to: number];

export interface Axis {
  readonly label: string;
  readonly span: Span;
}

/** What is drawn over each other in a plot, the last on top. Points that are no numbers are gaps. */
export type Layer =
  /** Joined from point to point, by ascending x. */
  | { readonly kind: "curve"; readonly name: string; readonly points: readonly Point[] }
  /** Each by itself. A class says which of two marks; `strong` ones stand out. */
  | {
      readonly kind: "points";
      readonly name: string;
      readonly class: 0 | 1 | "own";
      readonly strong?: true;
      readonly points: readonly Point[];
    }
  /** w₁x + w₂y + b = 0, or y = slope·x + at, as far as the plot reaches. */
  | {
      readonly kind: "line";
      readonly name: string;
      readonly across: readonly [a: number, b: number, c: number];
    }
  /** Cells of a grid over the whole plot, row by row from the top left, `width` a row: those that are true are shaded. */
  | {
      readonly kind: "area";
      readonly name: string;
      readonly width: number;
      readonly cells: readonly boolean[];
    };

/** What stands by itself, under a title. */
interface Titled<Kind extends string> {
  readonly kind: Kind;
  readonly title: string;
}

export interface Plot extends Titled<"plot"> {
  readonly x: Axis;
  readonly y: Axis;
  readonly layers: readonly Layer[];
}

/** Some plots with the same axes and layers: a film's frames, or things to be compared. */
export interface Plots extends Titled<"plots"> {
  readonly plots: readonly Plot[];
}

export interface Table extends Titled<"table"> {
  readonly head: readonly string[];
  /** The first column is text, the others are numbers as they are to be printed. */
  readonly rows: readonly (readonly string[])[];
}

/** Numbers along the same steps, one list a name. */
export interface Series extends Titled<"series"> {
  /** What a step is: "pass". */
  readonly step: string;
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Red, green and blue from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface Picture {
  readonly title: string;
  readonly width: number;
  /** Pixels row by row, from the top left. */
  readonly pixels: readonly Colour[];
}

export interface Pictures extends Titled<"pictures"> {
  readonly pictures: readonly Picture[];
}

/** A paragraph. */
export interface Says {
  readonly kind: "says";
  readonly text: string;
}

export type Part = Plot | Plots | Table | Series | Pictures | Says;

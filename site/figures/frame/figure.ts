/**
 * What a figure is: a question, what a reader may change, and pure functions from that to a picture and to words.
 */
import type { Controls, StateOf } from "./controls.ts";
import type { ExampleLink } from "./example-link.ts";
import type { Picture } from "./scene.ts";

/** A table of what the picture shows. */
export interface DataTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A place in a panel, in its units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a handle of the picture has been dragged to, in the panel's units. */
export interface Drag extends Place {
  /** From where the drag began. */
  readonly dx: number;
  readonly dy: number;
}

/** A range control that runs by itself: frames are its whole numbers from 0. */
export interface Animation<Name extends string, State, Data> {
  /** The name of the range control. */
  readonly control: Name;
  /** The last frame; the control's slider ends there. */
  last(data: Data, state: State): number;
  /** Frames a second at speed 1. */
  readonly perSecond: number;
}

export interface Figure<C extends Controls, Data> {
  /** "fig08": in the page's address, and the name of its file. */
  readonly id: string;
  readonly title: string;
  /** The caption: what the reader may find out. */
  readonly question: string;
  readonly controls: C;
  /** Called again when a control changes that is neither animated nor a view. Pure. */
  compute(state: StateOf<C>): Data;
  /**
   * Does what `compute` would take longer than a frame for, and rests every millisecond or so; then `compute` is quick.
   * Left out where it is quick anyway.
   */
  prepare?(state: StateOf<C>): Iterator<unknown>;
  /**
   * Pure, and called for every frame. A mark that does not move belongs in the data: the same object twice costs
   * nothing.
   */
  draw(data: Data, state: StateOf<C>): Picture;
  /** One sentence with the numbers. */
  says(data: Data, state: StateOf<C>): string;
  table(data: Data, state: StateOf<C>): DataTable;
  readonly animation?: Animation<keyof C & string, StateOf<C>, Data>;
  /** Controls that only `draw`, `says` and `table` read, such as a turn of the picture. */
  readonly views?: readonly (keyof C & string)[];
  /** States worth seeing, each a button. They start from the defaults. */
  readonly presets?: readonly { readonly label: string; readonly state: Partial<StateOf<C>> }[];
  /** What its still picture shows: a panel, the first unless told, in a state, the start unless told. */
  readonly still?: { readonly panel?: string; readonly state?: Partial<StateOf<C>> };
  /** Controls that change nothing at present: they are disabled. */
  idle?(state: StateOf<C>): readonly (keyof C & string)[];
  /** What changes when a handle is dragged; `start` is the state in which the drag began. */
  drag?(name: string, to: Drag, start: StateOf<C>, data: Data): Partial<StateOf<C>>;
  /** Where controls have their numbers in the page's example: they start with them, and follow the reader's. */
  readonly example?: ExampleLink<C>;
  /** A sentence that says what its data are, where the page's example has others: "The figure’s points …". */
  readonly ownData?: string;
  /** What changes when a pressable mark is pressed; `at` is where, in the panel's units, and left out for a key. */
  press?(name: string, state: StateOf<C>, data: Data, at?: Place): Partial<StateOf<C>>;
}

/** A figure of any kind. */
export type AnyFigure = Figure<Controls, unknown>;

/** Gives a figure its types. */
export const defineFigure = <C extends Controls, Data>(figure: Figure<C, Data>): Figure<C, Data> => figure;

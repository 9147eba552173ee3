/**
 * The one-edit neighbours of an exercise's right program: programs that differ from it in one place, each the only one
 * with its numbers. They are made by the author's tools, and loaded after an answer was wrong.
 */

/** Which edit is in force, and how many more turns and calls its program may take. */
export interface Control {
  /** Its number; 0 for none. */
  n: number;
  /** Counts a turn; throws where there have been too many. */
  t(): true;
}

export type Callable = (...args: readonly unknown[]) => unknown;

/** What can be called by name: the exports of a right program, or the scenarios that are played on them. */
export type Table = Readonly<Record<string, Callable>>;

/** Neighbours of one function that have the same numbers. */
export interface Neighbour {
  /** The number of the edit. */
  readonly edit: number;
  /** The kind of edit and its place: "term-left-out-b". */
  readonly id: string;
  /** "Your answer comes out as if b were left out." */
  readonly says: string;
}

export interface Neighbourhood {
  /** By function, the likeliest first. */
  readonly neighbours: Readonly<Record<string, readonly Neighbour[]>>;
  /** The number of the first edit of each form of the right answer. */
  readonly firsts: readonly number[];
  /** All forms of the right answer, each with its edits in it. */
  readonly forms: (control: Control) => readonly Table[];
}

/** A neighbourhood as it is stored: its program is the body of a function, in a form that is not read at a glance. */
export interface StoredNeighbourhood {
  readonly neighbours: Readonly<
    Record<string, readonly (readonly [edit: number, id: string, says: string])[]>
  >;
  readonly firsts: readonly number[];
  readonly program: string;
}

/** The text of the program: printable characters have changed places, and change back. */
export const programIn = ({ program }: StoredNeighbourhood): string =>
  program.replaceAll(/[!-~]/g, (c) => String.fromCharCode(33 + ((c.charCodeAt(0) - 33 + 47) % 94)));

/** @param forms what became of the text of the program */
export const neighbourhoodOf = (
  { neighbours, firsts }: StoredNeighbourhood,
  forms: Neighbourhood["forms"],
): Neighbourhood => ({
  firsts,
  forms,
  neighbours: Object.fromEntries(
    Object.entries(neighbours).map(([fn, list]) => [
      fn,
      list.map(([edit, id, says]) => ({ edit, id, says })),
    ]),
  ),
});

/** A node's start and end, what stands there instead, and whether it is a statement. */
export type WovenEdit = readonly [start: number, end: number, text: string, isStatement: boolean];
/** A text with all its edits in it, numbered from `first`. */
export function weave(
  text: string,
  edits: readonly WovenEdit[],
  ticks: readonly (readonly [start: number, end: number])[],
  first?: number,
): string;

/** The body of a function that takes a control and gives a table of functions for each form. */
export function programText(
  forms: readonly string[],
  beside?: {
    readonly scenarios?: string | undefined;
    readonly uses?: Readonly<Record<string, string>> | undefined;
  },
  minify?: boolean,
): string;
/** A text that is not read at a glance; once more gives it back. */
export function hidden(text: string): string;

/** An exercise's neighbours as the judge loads them; nothing where a right answer has changed since. */
export function neighbourData(
  file: unknown,
  textOf: (file: string) => string,
  beside: {
    readonly scenarios?: string | undefined;
    readonly uses?: Readonly<Record<string, string>> | undefined;
  },
): string | undefined;

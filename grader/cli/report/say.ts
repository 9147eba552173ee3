/** How a report on the terminal is put together. */

/** Adds a paragraph, wrapped. */
export type Say = (text: string, indent?: string) => void;

/** Adds a list with its number, of which no more than so many are shown. */
export type Show = (title: string, each: readonly string[], most?: number) => void;

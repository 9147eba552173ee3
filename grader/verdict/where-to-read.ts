import type { Look } from "./look.ts";
import { widthOf } from "./width.ts";

/** Where a step of a derivation is to be read: "site/derivations/mse-line.md, step 3" of `mse-line#step-3`. */
export function whereToRead(read: string, placed = (file: string): string => file): string {
  const [page = "", step] = read.split("#step-");
  return `${placed(`site/derivations/${page}.md`)}${step === undefined ? "" : `, step ${step}`}`;
}

/**
 * The same as a terminal shows it: in short where it makes a link of that, else the address on a server, so that it
 * can be copied, where there is room for it.
 */
export function readingOf(read: string, look: Look): Reading {
  const { pages, hasLinks } = look;
  const where = whereToRead(read, look.placed);
  if (pages === undefined) return { text: look.say(where) };
  const address = addressOfStep(read, pages);
  if (hasLinks) return { text: look.say(nameOfStep(read)), address };
  const isShown = pages.startsWith("http") && widthOf(address) + 8 <= look.columns;
  return { text: isShown ? address : look.say(where) };
}

/** A text, and where it leads. */
export interface Reading {
  readonly text: string;
  readonly address?: string;
}

/** A line with the text in it made a link. */
export const linked = (line: string, { text, address }: Reading, look: Look): string =>
  address === undefined ? line : line.replace(text, () => look.link(text, address));

/** The step in short, "mse-line, step 3", where a link leads there. */
export const nameOfStep = (read: string): string => read.replace("#step-", ", step ");

/** The address of the step among the pages at an address. */
export function addressOfStep(read: string, pages: string): string {
  const [page = "", step] = read.split("#");
  return `${pages}${page}.html${step === undefined ? "" : `#${step}`}`;
}

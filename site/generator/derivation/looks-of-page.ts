/** The symbols of a page, for the figures that it shows. */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { type Looks, looksOf } from "../../figures/frame/looks.ts";
import { lookOf } from "../maths/look-of.ts";
import { wordOf } from "../text/symbol-words.ts";

/** What a symbol is called: as it is declared, and as a text writes it. */
export const namesOf = ({ names }: Declared): string[] => [
  ...new Set([...names, ...names.flatMap((name) => wordOf(name) ?? [])]),
];

/** The symbols of a page for its figures. */
export const looksOfPage = (page: Page): Looks =>
  looksOf(
    new Map(
      page.symbols.flatMap((symbol, s) =>
        namesOf(symbol).map((name) => [name, { s, look: lookOf(page, symbol) }] as const),
      ),
    ),
  );

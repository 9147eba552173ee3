/** The lines of a page with the numbers of an example: what each gives, and which wrong ones stand beside it. */
import { AtExample } from "../../../grader/derivation/at-example.ts";
import type { Given } from "../../../grader/derivation/example.ts";
import { exampleLines } from "../../../grader/derivation/example-lines.ts";
import type { Display, Page } from "../../../grader/derivation/page.ts";
import { askedFor, holdTyped, type Typed } from "../../../grader/derivation/typed-line.ts";
import { namedWrong, slipsOf, type Wrong } from "../../../grader/derivation/wrong-lines.ts";

export interface PageLine {
  readonly display: Display;
  /** In LaTeX. */
  readonly numbers: readonly string[];
  readonly wrong: readonly Wrong[];
  /** The left side that a reader completes; nothing for what is no equation. */
  readonly asks: string | undefined;
  typed(text: string): Typed;
}

/** Wrong lines beside a right one. */
const WRONG = 2;

/** @throws FormulaError where the example does not fit the symbols */
export function pageLines(page: Page, given: readonly Given[]): ReadonlyMap<number, PageLine> {
  const at = new AtExample(page, given);
  const before = (line: number): AtExample => {
    const there = new AtExample(page, given);
    for (const display of page.displays) if (display.line < line) there.next(display);
    return there;
  };
  return new Map(
    page.displays.map((display) => {
      const named = namedWrong(at, display).filter((one) => "tex" in one);
      const slips = named.length < WRONG ? slipsOf(at, display, WRONG) : [];
      const fresh = slips.filter(({ tex }) => !named.some((one) => one.tex === tex));
      const line: PageLine = {
        display,
        wrong: [...named, ...fresh].slice(0, Math.max(WRONG, named.length)),
        numbers: exampleLines(at.next(display)),
        asks: askedFor(display),
        typed: (text) => holdTyped(before(display.line), display, text),
      };
      return [display.line, line] as const;
    }),
  );
}

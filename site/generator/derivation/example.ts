/** The page's example: what is given, and what each formula gives for it. */
import { AtExample } from "../../../grader/derivation/at-example.ts";
import { type Given, isFunction } from "../../../grader/derivation/example.ts";
import { exampleLines } from "../../../grader/derivation/example-lines.ts";
import type { Page } from "../../../grader/derivation/page.ts";
import { linesHtml } from "../maths/lines-html.ts";
import { renderMaths } from "../maths/render-maths.ts";
import givenHtml from "./example-given.hbs";
import numbersHtml from "./numbers.hbs";

/** The numbers beside each formula, by its line; the form of the page has been held before. */
export function numbersOf(page: Page): ReadonlyMap<number, string> {
  if (page.example.length === 0) return new Map();
  const at = new AtExample(page, page.example);
  return new Map(
    page.displays.flatMap((display) => {
      const lines = exampleLines(at.next(display));
      return lines.length === 0
        ? []
        : [[display.line, numbersHtml({ line: display.line, linesHtml: linesHtml(lines, page) })] as const];
    }),
  );
}

/** What is given, as formulas. */
export const exampleGiven = (page: Page): string =>
  page.example.length === 0
    ? ""
    : givenHtml({
        given: page.example.map((one) => ({
          name: one.name,
          text: one.text,
          mathsHtml: renderMaths(texOf(one), false, page),
        })),
      });

const texOf = ({ name, text, value }: Given): string =>
  isFunction(value) ? `${name}(${value.letter}) = ${text}` : `${name} = ${text.replaceAll(",", ",\\,")}`;

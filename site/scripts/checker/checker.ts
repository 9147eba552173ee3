/**
 * The page's own checker, which comes when a reader asks for it: the room that holds the formulas, and KaTeX. It sets
 * `chainruleChecker`, since scripts of pages that are opened from disk can import nothing.
 */
import type { Given } from "../../../grader/derivation/example.ts";
import { FormulaError } from "../../../grader/derivation/formula-error.ts";
import { numbersIn } from "../../../grader/derivation/numbers-in.ts";
import type { Page } from "../../../grader/derivation/page.ts";
import { displayHtml } from "../../generator/maths/display-html.ts";
import { linesHtml } from "../../generator/maths/lines-html.ts";
import { renderMaths } from "../../generator/maths/render-maths.ts";
import { setText } from "../../generator/text/set-text.ts";
import { type PageLine, pageLines } from "./page-lines.ts";
import type { Answer, Asked, Checker, Option } from "./protocol.ts";

function checker(page: Page): Checker {
  let given = page.example;
  let lines = given.length === 0 ? undefined : pageLines(page, given);
  const lineAt = (line: number): PageLine | undefined => lines?.get(line);
  const inline = (tex: string): string => renderMaths(tex, false, page);

  return {
    numbers(texts) {
      try {
        given = page.example.map((one) => changed(one, texts[one.name]));
        lines = pageLines(page, given);
        return {
          html: Object.fromEntries([...lines].map(([line, { numbers }]) => [line, linesHtml(numbers, page)])),
        };
      } catch (error) {
        if (error instanceof FormulaError) return { why: error.message };
        throw error;
      }
    },
    ask(line): Asked {
      const { display, wrong = [], asks } = lineAt(line) ?? {};
      const options =
        display === undefined || wrong.length === 0
          ? []
          : shuffled(
              [
                { html: displayHtml(display.tex, page), right: true } as const,
                ...wrong.map(
                  (one): Option => ({
                    html: displayHtml(one.tex, page),
                    right: false,
                    says: one.says,
                    saysHtml: setText(one.says, page),
                    givesHtml: inline(one.gives),
                    insteadHtml: inline(one.instead),
                  }),
                ),
              ],
              display.tex,
            );
      return { options, asksHtml: asks === undefined ? undefined : inline(asks), asks };
    },
    typed(line, text): Answer {
      const answer = lineAt(line)?.typed(text);
      if (answer === undefined || answer.is === "unread")
        return { is: "unread", says: answer?.why ?? "this line cannot be typed" };
      return answer;
    },
  };
}

/** @throws FormulaError for a text that is no number and no list of numbers */
function changed(one: Given, text: string | undefined): Given {
  if (text === undefined || text === one.text) return one;
  if (typeof one.value === "object" && "formula" in one.value)
    return { ...one, text, value: { ...one.value, formula: text } };
  const value = numbersIn(text);
  if (value === undefined)
    throw new FormulaError(`${one.name}: write a number, or a list such as ${one.text}`);
  return { ...one, text, value };
}

/** In an order that the formula's text decides, so that it is the same when a reader comes back. */
function shuffled(options: readonly Option[], by: string): Option[] {
  let seed = [...by].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const left = [...options];
  const order: Option[] = [];
  while (left.length > 0) {
    seed = (seed * 1103515245 + 12345) >>> 0;
    order.push(...left.splice((seed >>> 8) % left.length, 1));
  }
  return order;
}

Object.assign(globalThis, { chainruleChecker: checker });

/**
 * Whether a page's example fits its symbols, and whether the wrong lines beside its formulas are wrong there.
 */
import { AtExample } from "./at-example.ts";
import type { Fault } from "./checked.ts";
import { FormulaError } from "./formula-error.ts";
import type { Page } from "./page.ts";
import { namedWrong } from "./wrong-lines.ts";

export function exampleFaults(page: Page): Fault[] {
  const { example, displays } = page;
  const [first] = example;
  const asks = displays.find(({ wrong = [] }) => wrong.length > 0);
  if (first === undefined)
    return asks === undefined
      ? []
      : [{ ...placeOf(asks), what: "a wrong line needs the page's example: write a block `example`" }];
  try {
    const at = new AtExample(page, example);
    return displays.flatMap((display) => {
      const faults = namedWrong(at, display).flatMap((one) =>
        "fault" in one ? [{ ...placeOf(display), what: one.fault }] : [],
      );
      at.next(display);
      return faults;
    });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return [{ line: first.line, step: 0, tex: "example", what: error.message }];
  }
}

const placeOf = ({ line, step, tex }: Page["displays"][number]) => ({ line, step, tex });

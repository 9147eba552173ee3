import type { Page } from "../../../grader/derivation/page.ts";
import { renderMaths } from "./render-maths.ts";
import { statementsOf } from "./statements-of.ts";

/** A displayed formula, statement by statement, so that on a narrow screen the line breaks between them. */
export const displayHtml = (tex: string, page?: Page): string =>
  statementsOf(tex)
    .map((statement) => renderMaths(statement, true, page))
    .join("");

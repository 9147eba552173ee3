import type { Page } from "../../../grader/derivation/page.ts";
import { renderMaths } from "./render-maths.ts";

/** The numbers beside a formula, one line a statement. */
export const linesHtml = (lines: readonly string[], page: Page): string =>
  lines.map((line) => `<p>${renderMaths(line, false, page)}</p>`).join("");

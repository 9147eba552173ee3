/** A displayed formula with its mark. */
import type { CheckedDisplay } from "../../../grader/derivation/checked.ts";
import { displayHtml } from "../maths/display-html.ts";
import type { Source } from "../text/markdown.ts";
import { checkMark } from "./check-mark.ts";
import formula from "./formula.hbs";

export function formulaHtml(display: CheckedDisplay, { file, page, problems }: Source): string {
  const { tex, line } = display;
  const id = `f-${line}`;
  return formula({ id, tex, mathsHtml: mathsHtml(), markHtml: checkMark(display, id) });

  function mathsHtml(): string {
    try {
      return displayHtml(tex, page);
    } catch (error) {
      problems.push({ file, line, where: tex, what: String(error) });
      return "";
    }
  }
}

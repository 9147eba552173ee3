/** Mistakes that students really make at a step, as the exercises know them: their cure is this step. */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Course } from "../course.ts";
import { setText } from "../text/set-text.ts";
import slips from "./slips.hbs";

/**
 * @param read a step as mistakes name it: "mse-line#step-3"
 * @param page whose symbols are marked
 */
export function slipsAt(read: string, course: Course, page: Page): string {
  const says = new Map<string, string>();
  for (const { id, mistakes } of course.exercises)
    for (const named of Object.values(mistakes))
      for (const mistake of Object.values(named)) if (mistake.read === read) says.set(mistake.says, id);
  if (says.size === 0) return "";
  const items = [...says].map(([text, id]) => ({ textHtml: setText(text, page), id }));
  return slips({
    title: items.length === 1 ? "A common slip here" : `${items.length} common slips here`,
    items,
  });
}

/** Mistakes that students really make at a step, as the exercises know them: their cure is this step. */
import type { Course } from "../course.ts";
import slips from "./slips.hbs";

/** @param read a step as mistakes name it: "mse-line#step-3" */
export function slipsAt(read: string, course: Course): string {
  const says = new Map<string, string>();
  for (const { id, mistakes } of course.exercises)
    for (const named of Object.values(mistakes))
      for (const mistake of Object.values(named)) if (mistake.read === read) says.set(mistake.says, id);
  if (says.size === 0) return "";
  const items = [...says].map(([text, id]) => ({ text, id }));
  return slips({
    title: items.length === 1 ? "A common slip here" : `${items.length} common slips here`,
    items,
  });
}

/** A unit's capstone as a page: what it does, with which functions, and the place where it runs. */
import type { Capstone } from "../../../grader/capstone/capstone.ts";
import { unitTitle } from "../../../grader/exercise/units.ts";
import type { Course } from "../course.ts";
import page from "./capstone-page.hbs";

export const capstonePath = ({ unit }: Pick<Capstone, "unit">): string => `capstone-${unit}.html`;

/** The inside of the page's `<main>`. */
export function capstonePage({ unit, title, uses }: Capstone, { exercises }: Course): string {
  const slugOf = (id: string): string => exercises.find((exercise) => exercise.id === id)?.slug ?? id;
  return page({
    unit,
    title,
    unitTitle: `${unit}. ${unitTitle(unit)}`,
    slugs: uses.map(({ exercise }) => slugOf(exercise)).join(" "),
    uses: uses.map(({ exercise, functions, does }) => ({
      exercise,
      slug: slugOf(exercise),
      names: functions.join(", "),
      does,
    })),
  });
}

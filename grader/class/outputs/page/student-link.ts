import { keyOf, type StudentResult } from "../../results.ts";
import { shownName } from "../names.ts";

/** What the link to a student's page is made of. */
export const linkTo = (student: StudentResult, pages: ReadonlyMap<string, string>) => ({
  page: pages.get(keyOf(student)),
  name: shownName(student),
});

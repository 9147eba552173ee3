/** The pages that are there whatever the course holds: the start, the search, and the one that does not exist. */
import type { Course } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import { startPage } from "../map/start-page.ts";
import type { Unit } from "../map/units.ts";
import type { Parts } from "../parts.ts";
import type { Problem } from "../problem.ts";
import { shell } from "../shell.ts";
import missingPage from "./missing.hbs";
import searchPage from "./search.hbs";

/** Their HTML, by path. */
export function fixedPages(
  course: Course,
  derivations: readonly Derivation[],
  units: readonly Unit[],
  parts: Parts,
  problems: Problem[],
): [string, string][] {
  return [
    [
      "index.html",
      shell({
        title: "Chainrule: the mathematics of machine learning",
        description:
          "A course that grades itself: derivations whose every line is checked, and exercises in code.",
        mainHtml: startPage(course, derivations, units, parts, problems),
        kind: "start-page",
        scripts: ["assets/map.js"],
        here: "index.html",
      }),
    ],
    [
      "search.html",
      shell({
        title: "Search · Chainrule",
        description: "Looks through derivations, exercises, errata and the notation.",
        mainHtml: searchPage({}),
        kind: "prose-page",
        scripts: ["assets/search-index.js", "assets/search.js"],
        here: "search.html",
      }),
    ],
    [
      "404.html",
      shell({
        title: "Not found · Chainrule",
        description: "This page does not exist; the course map lists all that do.",
        mainHtml: missingPage({}),
        kind: "prose-page",
      }),
    ],
  ];
}

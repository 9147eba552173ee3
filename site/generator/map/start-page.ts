/** The start page: the course as a path down the page, with thin lines from each exercise to what it builds on. */
import type { Course, CourseExercise } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import { renderMaths } from "../maths/render-maths.ts";
import { arcs, type Row } from "./arcs.ts";
import { prerequisitesOf } from "./prerequisites.ts";
import page from "./start-page.hbs";

const CHAIN_RULE =
  "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot \\frac{\\partial y}{\\partial x}";

/** The inside of the page's `<main>`. */
export function startPage(course: Course, derivations: readonly Derivation[]): string {
  const rows = rowsOf(course.exercises);
  const first = course.exercises[0];
  const held = derivations.flatMap(({ displays }) => displays).flatMap(({ statements }) => statements);
  const count = held.filter(({ status }) => status === "held" || status === "end").length;
  return page({
    exerciseCount: course.exercises.length,
    derivationCount: derivations.length,
    count,
    first: { slug: first?.slug ?? "index", id: first?.id, title: lowered(first?.title ?? "") },
    chainRuleHtml: renderMaths(CHAIN_RULE, true),
    arcsHtml: arcs(rows),
    units: units(course).map(([title, exercises]) => ({
      title,
      exercises: exercises.map((exercise) => ({
        slug: exercise.slug,
        id: exercise.id,
        title: exercise.title,
        derivation: exercise.derivation,
        needs: prerequisitesOf(exercise, course.exercises),
      })),
    })),
  });
}

/** Units with their exercises, in order. */
function units({ exercises }: Course): [string, CourseExercise[]][] {
  const found = new Map<number, [string, CourseExercise[]]>();
  for (const exercise of exercises) {
    const unit = found.get(exercise.unit) ?? [exercise.unitTitle, []];
    unit[1].push(exercise);
    found.set(exercise.unit, unit);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, unit]) => unit);
}

function rowsOf(exercises: readonly CourseExercise[]): Row[] {
  const rows: Row[] = [];
  for (const [, inUnit] of units({ exercises })) {
    rows.push({ needs: [] });
    for (const one of inUnit) rows.push({ id: one.id, needs: prerequisitesOf(one, exercises) });
  }
  return rows;
}

/** A title in the middle of a sentence, unless it begins with a name such as PCA or k-means. */
const lowered = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? (title[0] ?? "").toLowerCase() + title.slice(1) : title;

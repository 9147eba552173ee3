/** The start page: the course as a path down the page, with thin lines from each exercise to what it builds on. */
import type { Course, CourseExercise } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import { escaped } from "../html.ts";
import { renderMaths } from "../maths/render-maths.ts";
import { arcs, type Row } from "./arcs.ts";
import { prerequisitesOf } from "./prerequisites.ts";

/** The inside of the page's `<main>`. */
export function startPage(course: Course, derivations: readonly Derivation[]): string {
  const rows = rowsOf(course.exercises);
  const first = course.exercises[0];
  const held = derivations.flatMap(({ displays }) => displays).flatMap(({ statements }) => statements);
  const count = held.filter(({ status }) => status === "held" || status === "end").length;
  return (
    `<header class="opening"><h1>The mathematics of machine learning, derived line by line and graded as code</h1>` +
    `<p class="lede">Derive a gradient, see that every line of it holds, write it as a function, and let the judge look for the place where yours goes wrong. ${course.exercises.length} exercises, ${derivations.length} derivations, ${count} relations held by machine.</p>` +
    `<p class="continue"><a class="button" id="continue" href="${first?.slug ?? "index"}.html">Begin with ${first?.id}: ${escaped(lowered(first?.title ?? ""))}</a> <span class="soft" id="progress" role="status"></span></p>` +
    `<div class="formula motto"><div class="maths">${renderMaths("\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot \\frac{\\partial y}{\\partial x}", true)}</div></div></header>` +
    `<section class="map" aria-labelledby="map-title"><h2 id="map-title" class="hidden">The course</h2>${arcs(rows)}<ol>` +
    units(course)
      .map(
        ([title, exercises]) =>
          `<li class="unit"><h3>${escaped(title)}</h3><ol>${exercises.map((one) => rowHtml(one, course)).join("")}</ol></li>`,
      )
      .join("") +
    `</ol></section>`
  );
}

function rowHtml(exercise: CourseExercise, course: Course): string {
  const { slug, id, title, derivation } = exercise;
  const needs = prerequisitesOf(exercise, course.exercises);
  const builds = needs.length === 0 ? "" : `<span class="hidden">, builds on ${needs.join(" and ")}</span>`;
  return (
    `<li data-exercise="${slug}" data-id="${id}" data-needs="${needs.join(" ")}"><span class="dot" aria-hidden="true"></span>` +
    `<a class="to-exercise" href="${slug}.html"><span class="id">${id}</span> ${escaped(title)}${builds}</a>` +
    `<a class="to-derivation" href="${derivation}.html" aria-label="Derivation for ${id}">derivation</a><span class="score"></span></li>`
  );
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

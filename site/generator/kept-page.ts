/** A page that is set anew only where something has changed that it is made of. */
import type { Course } from "./course.ts";
import { memo, numberOf } from "./memo.ts";
import type { Problem } from "./problem.ts";

/** Changes with everything of the exercises: what is built of them, tasks and stubs. */
export function stateOf({ exercises, written, leftOut = [] }: Course): string {
  const own = exercises.map(({ slug, functions, readme, stub }) => [slug, numberOf(functions), readme, stub]);
  const lines = written.map(({ slug, exercise, readme, stub }) => [slug, numberOf(exercise), readme, stub]);
  return JSON.stringify([own, lines, leftOut.map(({ mistakes }) => numberOf(mistakes))]);
}

/**
 * The page's HTML. What is wrong with it is said each time.
 *
 * @param of everything that it is made of
 */
export function keptPage(
  path: string,
  of: readonly string[],
  problems: Problem[],
  make: (problems: Problem[]) => string,
): string {
  const { html, wrong } = memo(`page ${path}`, of.join("\0"), () => {
    const found: Problem[] = [];
    return { html: make(found), wrong: found };
  });
  problems.push(...wrong);
  return html;
}

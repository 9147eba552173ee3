/** What the page needs to ask for its lines and to work out its example anew: the page itself, as data. */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Course } from "../course.ts";
import type { Problem } from "../problem.ts";
import type { Derivation } from "./read-derivation.ts";

/** As JSON that may stand in a script. A wrong line with a name that no mistake has is a problem. */
export function pageData({ page, name, file }: Derivation, course: Course, problems: Problem[]): string {
  const known = mistakesOf(name, course);
  const sentence = (mistake: string, step: number, line: number): string => {
    if (!NAME.test(mistake)) return mistake;
    const named = known.filter(({ id }) => id === mistake);
    const found = named.find(({ read }) => read === `${name}#step-${step}`) ?? named[0];
    if (found !== undefined || course.exercises.length === 0) return found?.says ?? mistake;
    const names = [...new Set(known.map(({ id }) => id))].join(", ") || "none";
    problems.push({
      file,
      line,
      where: mistake,
      what: `no mistake of an exercise of this page has this name (there are: ${names}); write a sentence`,
    });
    return mistake;
  };
  const displays = page.displays.map(({ wrong, ...display }) => ({
    ...display,
    ends: [],
    ...(wrong && {
      wrong: wrong.map((one) => ({ ...one, says: sentence(one.says, display.step, display.line) })),
    }),
  }));
  const data: Page = { ...page, displays };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** A name, and no sentence. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Mistakes of the page's exercises, and those of others that send a student here. */
const mistakesOf = (name: string, course: Course) =>
  [...course.exercises, ...(course.leftOut ?? [])].flatMap(({ derivation, mistakes }) =>
    Object.values(mistakes)
      .flatMap((named) => Object.entries(named))
      .filter(([, { read }]) => derivation === name || read.startsWith(`${name}#`))
      .map(([id, { says, read }]) => ({ id, says, read })),
  );

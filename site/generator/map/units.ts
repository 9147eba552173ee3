/** The course as its units: in each, the derivations in order, and with each the exercises that it leads to. */
import { canWait } from "../../../grader/course/can-wait.ts";
import { unitTitle } from "../../../grader/exercise/units.ts";
import type { Course, CourseExercise, CourseWritten } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";

export interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly steps: number;
  readonly exercises: readonly CourseExercise[];
  /** Where a student writes this derivation. */
  readonly written: readonly CourseWritten[];
}

export interface Unit {
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
  /** What can be left for later, if it takes more than four hours: "ex68". */
  readonly waiting: readonly string[];
  /** The figure that stands for it, if one of its derivations has one that no earlier unit shows. */
  readonly picture?: string;
  readonly chapters: readonly Chapter[];
}

export function unitsOf({ exercises, written }: Course, derivations: readonly Derivation[]): Unit[] {
  const numbers = [...new Set(exercises.map(({ unit }) => unit))].sort((a, b) => a - b);
  const shown = new Set<string>();
  const waiting = canWait(exercises);
  return numbers.map((number) => {
    const own = exercises.filter(({ unit }) => unit === number);
    const chapters = [...new Set(own.map(({ derivation }) => derivation))].flatMap((name) => {
      const derivation = derivations.find((one) => one.name === name);
      if (derivation === undefined) return [];
      const { title, steps } = derivation;
      return [
        {
          name,
          title,
          steps: steps.length - 1,
          exercises: own.filter((one) => one.derivation === name),
          written: written.filter(({ exercise }) => exercise.page === name),
        },
      ];
    });
    const picture = chapters
      .flatMap(({ name }) => figuresOf(derivations.find((one) => one.name === name)))
      .find((id) => !shown.has(id));
    if (picture !== undefined) shown.add(picture);
    return {
      number,
      title: unitTitle(number),
      minutes: minutesOf([...own, ...chapters.flatMap((one) => one.written.map(({ exercise }) => exercise))]),
      waiting: own.map(({ id }) => id).filter((id) => waiting.has(id)),
      ...(picture === undefined ? {} : { picture }),
      chapters,
    };
  });
}

const figuresOf = (derivation: Derivation | undefined): string[] =>
  [...(derivation?.text ?? "").matchAll(/^```figure\s+(\w+)/gm)].map(([, id]) => id as string);

export const minutesOf = (exercises: readonly { readonly minutes: number }[]): number =>
  exercises.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes as somebody says them: "40 minutes", "about 3 hours". */
export const inWords = (minutes: number): string =>
  minutes < 90 ? `${minutes} minutes` : `about ${Math.round(minutes / 30) / 2} hours`.replace(".5", "½");

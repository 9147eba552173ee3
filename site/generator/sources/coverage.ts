/** What the course carries over from its sources, item by item, and where each has gone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CourseExercise } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";

/** A function, a formula, a figure, a data set, a run, printed numbers or a claim of a source. */
export interface Item {
  /** "D0-005": the source, and a running number. */
  readonly id: string;
  readonly kind: string;
  readonly section: string;
  /** In Markdown. */
  readonly about: string;
  /** "ex10", "der06", "fig08"; "setup" for what is no matter of a lesson. */
  readonly places: readonly string[];
}

export interface Coverage {
  /** Titles of the sources by their names, in Markdown. */
  readonly sources: Readonly<Record<string, string>>;
  /** Pages by the derivation of the plan that they carry: der17 has become four. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  readonly items: readonly Item[];
}

type Stored = Omit<Coverage, "items"> & {
  readonly items: readonly (readonly [string, string, string, string, string])[];
};

/** Reads `site/coverage.json`. */
export function readCoverage(root: string): Coverage {
  const stored = JSON.parse(readFileSync(join(root, "site/coverage.json"), "utf8")) as Stored;
  const items = stored.items.map(([id, kind, section, about, places]) => ({
    id,
    kind,
    section,
    about,
    places: places.split(" "),
  }));
  return { ...stored, items };
}

/** Figures of the plan that are part of another one. */
const WITHIN: Readonly<Record<string, string>> = { fig18: "fig20", fig23: "fig22" };

/** A place that the site has: where a link to it leads, and its name. */
export interface Place {
  readonly name: string;
  readonly href: string;
}

/** The places of the plan that exist already; none for one that is still to come. */
export function placesIn(
  exercises: readonly Pick<CourseExercise, "id" | "slug">[],
  derivations: readonly Pick<Derivation, "name" | "text">[],
  { pages }: Coverage,
) {
  const figures = derivations.flatMap(({ name, text }) =>
    [...text.matchAll(/^```figure\s+(\w+)/gm)].map(([, id]) => ({ id: id as string, href: `${name}.html` })),
  );
  return (place: string): readonly Place[] => {
    if (place.startsWith("ex")) {
      const exercise = exercises.find(({ id }) => id === place);
      return exercise === undefined ? [] : [{ name: place, href: `${exercise.slug}.html` }];
    }
    if (place.startsWith("der"))
      return (pages[place] ?? [])
        .filter((name) => derivations.some((one) => one.name === name))
        .map((name) => ({ name, href: `${name}.html` }));
    const wanted = WITHIN[place] ?? place;
    const figure = figures.find(({ id }) => id.replace(/[a-z]$/, "") === wanted);
    return figure === undefined
      ? []
      : [{ name: `figure of ${figure.href.replace(".html", "")}`, href: figure.href }];
  };
}

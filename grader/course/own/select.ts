/** Which exercises a course of one's own has. */
import { basename } from "node:path";
import { UsageError } from "../../usage-error.ts";
import { bySlug, findSlug, isDerivation, LISTED, plainName, shortName } from "../exercises.ts";
import { alongWay, WAYS } from "../ways.ts";
import type { OwnConfig } from "./read-config.ts";

/** What the build writes of each exercise, so that a way is found without loading them. */
export type Stops = Readonly<Record<string, { readonly unit: number; readonly requires: readonly string[] }>>;

export interface Selection {
  /** Exercises of the course itself. */
  readonly kept: readonly string[];
  /** Those to be written as derivations that are included by name: a class hands them in without being asked for them. */
  readonly derivations: readonly string[];
  readonly own: readonly string[];
  readonly due: Readonly<Record<string, string>>;
  readonly points: Readonly<Record<string, number>>;
}

/**
 * Those of the path and those included, or all where neither is told; less the excluded; and one's own.
 *
 * @throws UsageError with the key for a name that means none, and for an exercise that looks like another
 */
export function selectionOf(config: OwnConfig, stops: Stops, ownSlugs: readonly string[]): Selection {
  const course = Object.keys(stops).sort(bySlug);
  const all = [...course, ...ownSlugs.filter((slug) => !course.includes(slug))];
  const named = (key: string, name: string): string => {
    try {
      return findSlug(name, all);
    } catch (error) {
      // With a config that cannot be read, no command lists them.
      const says = (error as Error).message.replace(LISTED, "they lie in node_modules/chainrule/exercises");
      throw new UsageError(`${basename(config.file)}: ${key}: ${says}`);
    }
  };
  const left = new Set(config.exclude.map((name, i) => named(`exclude[${i}]`, name)));
  const included = (config.include ?? []).map((name, i) => named(`include[${i}]`, name));
  const asked =
    config.path === undefined && config.include === undefined
      ? undefined
      : new Set([...along(config.path, course, stops), ...included]);
  const kept = course.filter((slug) => !left.has(slug) && (asked === undefined || asked.has(slug)));
  // An exercise of one's own may stand in the place of one that is left out.
  const own = ownSlugs.filter((slug) => course.includes(slug) || !left.has(slug));
  for (const slug of own) assertApart(slug, [...kept, ...own], basename(config.file));
  const chosen = [...kept, ...own].sort(bySlug);
  if (chosen.length === 0)
    throw new UsageError(`${basename(config.file)}: leaves no exercise; exclude fewer`);
  const spread = <T>(key: string, given: Readonly<Record<string, T>>): Readonly<Record<string, T>> => {
    const { "*": rest, ...some } = given;
    const each = Object.entries(some).map(([name, value]) => [named(`${key}.${name}`, name), value] as const);
    return {
      ...(rest === undefined ? {} : Object.fromEntries(chosen.map((slug) => [slug, rest]))),
      ...(Object.fromEntries(each) as Record<string, T>),
    };
  };
  const derivations = kept.filter((slug) => isDerivation(slug) && included.includes(slug));
  return { kept, own, derivations, due: spread("due", config.due), points: spread("points", config.points) };
}

function along(path: string | undefined, course: readonly string[], stops: Stops): readonly string[] {
  const way = WAYS.find(({ name }) => name === path);
  if (way === undefined) return [];
  const all = course.map((slug) => ({ slug, id: shortName(slug), ...stops[slug]! }));
  return alongWay(way, all).map(({ slug }) => slug);
}

function assertApart(slug: string, all: readonly string[], config: string): void {
  const rival = all.find(
    (one) => one !== slug && (shortName(one) === shortName(slug) || plainName(one) === plainName(slug)),
  );
  const twin = all.filter((one) => one === slug).length > 1;
  if (rival === undefined && !twin) return;
  const what = rival !== undefined && plainName(rival) === plainName(slug) ? "name" : "number";
  throw new UsageError(
    `${slug}: has the ${what} of ${rival ?? "the course's own exercise"}; rename the folder, or name that one under "exclude" in ${config}`,
  );
}

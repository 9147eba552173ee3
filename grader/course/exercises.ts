/** The exercises of the course: which there are, which one a name means, where its stub is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Exercise } from "../exercise/exercise.ts";
import {
  type Neighbourhood,
  neighbourhoodOf,
  programIn,
  type StoredNeighbourhood,
} from "../exercise/neighbourhood.ts";
import { UsageError } from "../usage-error.ts";
import { distFolder } from "./home.ts";
import { nearest } from "./nearest.ts";
import { writtenPlace } from "./own.ts";

/** The exercises of code of a built program, in the order of their numbers. */
export const slugs = (dist = distFolder()): readonly string[] =>
  built(dist).filter((slug) => !isDerivation(slug));

/** The exercises in which a derivation is written, in the order of their numbers. */
export const derivationSlugs = (): readonly string[] => built(distFolder()).filter(isDerivation);

/** Exercises of code are numbered ex01, ex02 …, derivations d03, d06 … */
export const isDerivation = (slug: string): boolean => /^d\d/.test(slug);

function built(dist: string): readonly string[] {
  try {
    return readdirSync(join(dist, "exercises"))
      .filter((file) => file.endsWith(".js"))
      .map((file) => file.slice(0, -3))
      .sort(bySlug);
  } catch {
    throw new UsageError("No exercise is built: run `npm run build`.");
  }
}

/** In the order of their numbers. */
export const bySlug = (a: string, b: string): number =>
  Number(numberOf(a)) - Number(numberOf(b)) || (a < b ? -1 : 1);

/** The number of a slug as students say it: "ex10". */
export const shortName = (slug: string): string => /^(?:ex|d)\d+/.exec(slug)?.[0] ?? slug;

/** The slug without its number: "mse-gradients". */
export const plainName = (slug: string): string => slug.replace(/^(?:ex|d)\d+-/, "");

/** The name of the file that a student edits. */
export const fileOf = (slug: string): string =>
  isDerivation(slug) ? "derivation.md" : `${plainName(slug)}.ts`;

/** The stub that a student edits, from the root; an instructor's own lies where the instructor wrote the exercise. */
export function stubPath(root: string, slug: string): string {
  const path = `exercises/${slug}/${fileOf(slug)}`;
  return root === dirname(distFolder()) ? writtenPlace(path) : join(root, path);
}

/** Where somebody sees which exercises there are. */
export const LISTED = "`npm run grade` lists them";

/**
 * The slug that a name means: ex04, 4, ex04-chain-rule, chain-rule, the stub's path; d06 for a derivation.
 *
 * @throws UsageError with the nearest name
 */
export function findSlug(typed: string, all: readonly string[] = built(distFolder())): string {
  const name = typed
    .trim()
    .toLowerCase()
    .replace(/[\\/]+$/, "")
    .replace(/[\\/]derivation\.md$/, "")
    .replace(/\.ts$/, "")
    .replace(/^.*[\\/]/, "");
  const [, kind = "ex", number] = /^(ex|d)?0*(\d+)$/.exec(name) ?? [];
  const found = all.find(
    (slug) =>
      slug === name ||
      plainName(slug) === name ||
      (number !== undefined && slug.startsWith(kind) && numberOf(slug) === number),
  );
  if (found !== undefined) return found;
  // A part of several names: "gradients" is none of them.
  const parts = name === "" ? [] : all.filter((slug) => plainName(slug).split("-").includes(name));
  if (parts.length > 0 && parts.length <= MOST_NAMED)
    throw new UsageError(
      `${JSON.stringify(typed)}: no such exercise; did you mean ${parts.map(named).join(", ")}?`,
    );
  const near = nearest(name, [...all, ...all.map(plainName), ...all.map(shortName)]);
  const meant =
    near === undefined ? undefined : all.find((s) => [s, plainName(s), shortName(s)].includes(near));
  const hint = meant === undefined ? LISTED : `did you mean ${named(meant)}?`;
  throw new UsageError(`${JSON.stringify(typed)}: no such exercise; ${hint}`);
}

/** More names than these are found sooner on the board. */
const MOST_NAMED = 6;
const named = (slug: string): string => `${shortName(slug)} (${plainName(slug)})`;
const numberOf = (slug: string): string => /^(?:ex|d)0*(\d+)/.exec(slug)?.[1] ?? "";

/** Where a student's repository says what its exercises are worth, beside the program; the course has no such file. */
export const POINTS_FILE = "points.json";

/**
 * An exercise with all that the judge needs; loaded only when it is graded.
 *
 * @param points by slug, in place of the exercise's own
 */
export async function loadExercise(
  slug: string,
  points: Readonly<Record<string, number>> = pointsHere(),
): Promise<Exercise> {
  const file = join(distFolder(), "exercises", `${slug}.js`);
  const { exercise: declared } = (await import(pathToFileURL(file).href)) as { exercise: Exercise };
  const exercise = withNeighbours(declared);
  const own = points[slug];
  if (own === undefined) return exercise;
  // The same object each time: what the judge has drawn is kept by it.
  const key = `${slug}/${own}`;
  const worth = reweighed.get(key) ?? { ...exercise, points: own };
  reweighed.set(key, worth);
  return worth;
}

/** By the declaration, so that an exercise is the same object each time. */
const complete = new WeakMap<Exercise, Exercise>();

/** An exercise that loads the neighbours of its right program when it is asked for them. */
function withNeighbours(declared: Exercise): Exercise {
  const known = complete.get(declared);
  if (known !== undefined) return known;
  const file = join(distFolder(), "neighbours", `${declared.slug}.br`);
  const made = existsSync(file) ? { ...declared, neighbourhood: () => neighbourhoodIn(file) } : declared;
  complete.set(declared, made);
  return made;
}

async function neighbourhoodIn(file: string): Promise<Neighbourhood> {
  const { brotliDecompressSync } = await import("node:zlib");
  const stored = JSON.parse(brotliDecompressSync(await readFile(file)).toString()) as StoredNeighbourhood;
  return neighbourhoodOf(stored, new Function("$", programIn(stored)) as Neighbourhood["forms"]);
}

const reweighed = new Map<string, Exercise>();

export function pointsHere(): Readonly<Record<string, number>> {
  const file = join(distFolder(), POINTS_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, number>) : {};
}

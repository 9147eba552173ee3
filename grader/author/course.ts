/**
 * Where an exercise's files lie, seen from the root of the course.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** `ex14-sigmoid`: a number, and a word or two. */
const SLUG = /^(ex\d{2,3})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

export interface Slug {
  readonly slug: string;
  /** "ex14" */
  readonly id: string;
  /** "sigmoid" */
  readonly name: string;
}

/** A slug and its parts, or nothing for a text that is none. */
export function slugOf(text: string): Slug | undefined {
  const [slug, id, name] = SLUG.exec(text) ?? [];
  return slug === undefined || id === undefined || name === undefined ? undefined : { slug, id, name };
}

/** The folders of exercises of code under exercises/, in order. */
export const slugsIn = (root: string): string[] => foldersIn(root).filter((name) => !isDerivation(name));

/** `d06-mse-line`: an exercise in which a derivation is written. */
const DERIVATION = /^d\d/;
export const isDerivation = (name: string): boolean => DERIVATION.test(name);

/** Their folders, in order. */
export const derivationsIn = (root: string): string[] => foldersIn(root).filter(isDerivation);

/** Paths of a written derivation's files from the root. */
export const pathsOfDerivation = (slug: string) => ({
  declaration: `exercises/${slug}/derivation.ts`,
  task: `exercises/${slug}/task.md`,
  readme: `exercises/${slug}/README.md`,
  stub: `exercises/${slug}/derivation.md`,
  solution: `solutions/${slug}.md`,
});

function foldersIn(root: string): string[] {
  const folder = join(root, "exercises");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Paths of one exercise's files from the root, as messages name them. */
export function pathsOf({ slug, name }: Slug) {
  const folder = `exercises/${slug}`;
  return {
    folder,
    exercise: `${folder}/exercise.ts`,
    task: `${folder}/task.md`,
    readme: `${folder}/README.md`,
    stub: `${folder}/${name}.ts`,
    solution: `solutions/${slug}.ts`,
    /** The course's own version, for the exercises that build on this one; most have none. */
    provided: `${folder}/provided.ts`,
    /** The one-edit neighbours of the model answer, made by `npm run mutants`. */
    neighbours: `${folder}/neighbours.json`,
  };
}

/** The path of a derivation's page from the root. */
export const derivationPath = (name: string): string => `site/derivations/${name}.md`;

/** How many exercises the course is to have: ex01, ex02 … They come one by one. */
export const PLANNED = 73;

/** Whether a number such as "ex09" is one of the plan. */
export const isPlanned = (id: string): boolean => {
  const number = Number(/^ex(\d{2})$/.exec(id)?.[1]);
  return number >= 1 && number <= PLANNED;
};

/** The numbers of the exercises that are there: "ex10". */
export const idsIn = (root: string): ReadonlySet<string> =>
  new Set(slugsIn(root).flatMap((name) => slugOf(name)?.id ?? []));

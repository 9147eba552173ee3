/** What the program knows of a course of one's own that it is made for; the course itself has no such file. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { distFolder } from "./home.ts";
import { ownPlace } from "./own/layout.ts";

export const OWN_FILE = "own.json";

export interface OwnCourse {
  /** The folder that holds chainrule.config.json. */
  readonly folder: string;
  /** The folder with exercises of one's own. */
  readonly extend?: string;
  /** Those exercises. */
  readonly slugs: readonly string[];
  /** Derivations that its config includes by name. */
  readonly derivations: readonly string[];
  /** Where the course itself is installed. */
  readonly installed: string;
  /** When exercises are due, as it was written. */
  readonly due: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  readonly points: Readonly<Record<string, number>>;
}

const known = new Map<string, OwnCourse | undefined>();

export function ownCourse(dist = distFolder()): OwnCourse | undefined {
  if (!known.has(dist)) known.set(dist, readIn(dist));
  return known.get(dist);
}

function readIn(dist: string): OwnCourse | undefined {
  const file = join(dist, OWN_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as OwnCourse) : undefined;
}

/** Where a file of the course lies that people write: in the folder of one's own, or where the course is installed. */
export function writtenPlace(path: string, dist = distFolder()): string {
  const own = ownCourse(dist);
  if (own === undefined) return join(dirname(dist), path);
  const { extend, slugs, installed } = own;
  const isOwn =
    slugs.some((slug) => path.startsWith(`exercises/${slug}/`)) ||
    path === "site/mutants.json" ||
    !existsSync(join(installed, path));
  return extend !== undefined && isOwn ? join(extend, ownPlace(path)) : join(installed, path);
}

/** The folder that people keep: where pages are built and what was shown is remembered. */
export const homeFolder = (dist = distFolder()): string => ownCourse(dist)?.folder ?? dirname(dist);

/** The same for whoever works in a course: a student's repository is kept itself. */
export const keptFolder = (root: string): string => (root === dirname(distFolder()) ? homeFolder() : root);

/**
 * Writes every stub anew from its solution, and leaves alone what a person has worked in.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathsOf, type Slug, slugOf, slugsIn } from "./course.ts";
import { isUntouched, stubOf } from "./stub-of.ts";
import { writeWhole } from "./write-whole.ts";

export interface StubReport {
  readonly file: string;
  /** `stale`: only compared, and not what the solution gives. `kept`: holds work. `broken`: no stub can be cut. */
  readonly state: "new" | "changed" | "same" | "stale" | "kept" | "broken";
  /** Why, for stale, kept and broken; with what to do. */
  readonly says?: string;
}

export interface StubOptions {
  /** Compare and write nothing. */
  readonly check?: boolean;
  /** Overwrite work, too. */
  readonly force?: boolean;
}

/** Brings the stubs of all exercises up to date. */
export function writeStubs(root: string, options: StubOptions = {}): StubReport[] {
  return slugsIn(root).flatMap((name) => {
    const slug = slugOf(name);
    return slug !== undefined && existsSync(join(root, pathsOf(slug).solution))
      ? [writeStub(root, slug, options)]
      : [];
  });
}

/** Brings the stub of one exercise up to date. */
export function writeStub(root: string, slug: Slug, options: StubOptions = {}): StubReport {
  const paths = pathsOf(slug);
  const file = paths.stub;
  let fresh: string;
  try {
    fresh = stubOf(readFileSync(join(root, paths.solution), "utf8"), slug.id);
  } catch (error) {
    return { file, state: "broken", says: `${paths.solution}, ${(error as Error).message}` };
  }
  const present = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : undefined;
  // A checkout with CRLF line ends is as good.
  if (present?.replaceAll("\r\n", "\n") === fresh) return { file, state: "same" };
  if (present !== undefined && !options.force && !isUntouched(present, slug.id)) {
    const says = "is no bare stub: someone has worked in it. `npm run stubs -- --force` overwrites it";
    return { file, state: "kept", says };
  }
  if (options.check) {
    const says = present === undefined ? "is missing" : `is not what ${paths.solution} gives`;
    return { file, state: "stale", says: `${says}: run \`npm run stubs\`` };
  }
  writeWhole(join(root, file), fresh);
  return { file, state: present === undefined ? "new" : "changed" };
}

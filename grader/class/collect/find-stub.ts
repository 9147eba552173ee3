/** Where in a submission the file of an exercise lies. */
import { fileOf, isDerivation } from "../../course/exercises.ts";
import { elsewhere, nearOnes } from "./near-files.ts";
import type { Remark } from "./remarks.ts";
import { stemOf } from "./stem.ts";
import { rivalsOf } from "./strangers.ts";
import { aKind, type Path, type Tree } from "./tree.ts";

/** With neither path nor refusal there is no such file. */
export interface Found {
  readonly path?: Path;
  /** Why what lies there is not taken as the work. */
  readonly refused?: string;
  /** Other files that may be the work. */
  readonly beside: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Where the file may lie; where the stub was handed out comes first. */
const placesOf = (slug: string): readonly Path[] => {
  if (isDerivation(slug)) return [["exercises", slug, fileOf(slug)], [slug, fileOf(slug)], [`${slug}.md`]];
  return [
    ["exercises", slug, `${stemOf(slug)}.ts`],
    [slug, `${stemOf(slug)}.ts`],
    [`${stemOf(slug)}.ts`],
    [`${slug}.ts`],
  ];
};

const shown = (path: Path): string => path.join("/");

/**
 * The first place that holds something. What is no plain file there is refused, and no later place makes up for it:
 * else a link at the usual place would be a way to hand in one file and to show another.
 *
 * Where no place holds anything, one file that is the right one but for its name is taken, and said. Where there are
 * several, or one that is only nearly right, there is no grade: neither the wrong file nor a zero.
 */
export function findStub(tree: Tree, slug: string): Found {
  const remarks: Remark[] = [];
  const beside: string[] = [];
  let first: { readonly path?: Path; readonly refused?: string } | undefined;
  for (const place of placesOf(slug)) {
    const found = look(tree, place);
    if (found === undefined) continue;
    if (first === undefined) first = found;
    else if (found.path !== undefined) beside.push(shown(found.path));
  }
  const near = nearOnes(tree, slug);
  if (first !== undefined) {
    beside.push(...near.filter(({ isCode }) => isCode).map(({ path }) => shown(path)));
    if (first.path !== undefined)
      for (const each of beside)
        remarks.push({ kind: "second", text: `${each}: ignored, since there is ${shown(first.path)}` });
    const rivals =
      first.path === undefined || isDerivation(slug) ? [] : rivalsOf(tree, first.path).map(shown);
    return { ...first, beside: [...new Set([...beside, ...rivals])], remarks };
  }
  const [only, ...more] = near;
  if (only?.near === "likely" && more.length === 0) {
    const text = `${shown(only.path)}: taken, since there is no ${fileOf(slug)}`;
    return { path: only.path, beside, remarks: [{ kind: "taken", text }] };
  }
  const candidates = near.length > 0 ? near.map(({ path }) => path) : elsewhere(tree, slug);
  if (candidates.length === 0) return { beside, remarks };
  const text = notTaken(candidates, slug);
  return { refused: text, beside, remarks: [{ kind: "not-taken", text }] };
}

/** What is said of files that may be an exercise's work, and may not. */
export const notTaken = (files: readonly Path[], slug: string): string =>
  `${files.slice(0, 3).map(shown).join(", ")}: not taken; ${shown(placesOf(slug)[0]!)} expected`;

function look(tree: Tree, place: Path): { readonly path?: Path; readonly refused?: string } | undefined {
  for (const [i, part] of place.entries()) {
    const wanted = i === place.length - 1 ? "file" : "folder";
    const kind = tree.list(place.slice(0, i))?.get(part);
    if (kind === undefined) return undefined;
    if (kind !== wanted)
      return { refused: `${shown(place.slice(0, i + 1))}: a plain ${wanted} expected, got ${aKind(kind)}` };
  }
  return { path: place };
}

/** True if there is a file of one of these exercises, or something in its place. */
export const holds = (tree: Tree, slugs: readonly string[]): boolean =>
  slugs.some((slug) => placesOf(slug).some((place) => look(tree, place) !== undefined)) ||
  slugs.some((slug) => nearOnes(tree, slug).length > 0);

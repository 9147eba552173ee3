/**
 * Files of a submission that are no exercise's. Where an exercise has none, one of them may be the work under a name
 * of its own, `ada_mse.ts`, or what somebody handed in in its place, `solution.pdf`: that is no empty submission.
 */
import { derivationSlugs, slugs } from "../../course/exercises.ts";
import { ARCHIVE, AUTHORS, DEEPEST, isCode, MOST_ENTRIES } from "./near-files.ts";
import { nearness, squashed } from "./near-name.ts";
import { stemOf } from "./stem.ts";
import { isHidden, type Kind, type Path, type Tree } from "./tree.ts";

/** What lies beside work and is none. */
const BESIDE = /^(?:readme|licen[cs]e)(?:\.\w+)?$|\.config\.[cm]?[jt]s$/i;

/**
 * Programs, and where there is no file of any exercise whatever is not empty. None in a clone: what else lies there is
 * the course's own, and the stubs lie where they were handed out.
 */
export function strangersIn(tree: Tree): readonly Path[] {
  const programs: Path[] = [];
  const others: Path[] = [];
  let isOfCourse = false;
  const waiting: Path[] = [[]];
  let looked = 0;
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    if (folder.length > DEEPEST || looked > MOST_ENTRIES) break;
    const entries = tree.list(folder);
    if (entries === undefined) continue;
    if (entries.has("package.json")) return [];
    looked += entries.size;
    for (const [name, kind] of entries) {
      const path = [...folder, name];
      if (isHidden(name)) continue;
      if (kind === "folder") waiting.push(path);
      else if (isExercise(path)) isOfCourse = true;
      else if (BESIDE.test(name) || AUTHORS.test(name)) continue;
      else if (isCode(name)) programs.push(path);
      else if (isFull(tree, path)) others.push(path);
    }
  }
  return isOfCourse ? programs : [...programs, ...others];
}

/**
 * Programs and archives that lie in the folder of an exercise's file and are no other exercise's: where the file is
 * still the stub, one of them may be the work. None beside an author's own files.
 */
export function rivalsOf(tree: Tree, path: Path): readonly Path[] {
  const folder = path.slice(0, -1);
  const entries = tree.list(folder);
  if (entries === undefined) return [];
  const names = kept.get(entries) ?? rivalsIn(entries, folder);
  kept.set(entries, names);
  return names.map((name) => [...folder, name]);
}

/** Names, once for each listing: a folder is asked for every exercise. */
const kept = new WeakMap<ReadonlyMap<string, Kind>, readonly string[]>();

function rivalsIn(entries: ReadonlyMap<string, Kind>, folder: Path): readonly string[] {
  if (entries.has("package.json") || entries.has("exercise.ts")) return [];
  return [...entries].flatMap(([name, kind]) => {
    const isWork = ARCHIVE.test(name) || (isCode(name) && !BESIDE.test(name) && !AUTHORS.test(name));
    return kind !== "folder" && isWork && !isHidden(name) && !isExercise([...folder, name]) ? [name] : [];
  });
}

const isFull = (tree: Tree, path: Path): boolean => tree.bytes(path, 0, 1)?.length !== 0;

/** Whose `derivation.md` is, its folder says. */
function isExercise(path: Path): boolean {
  const name = path.at(-1)!;
  if (name === "derivation.md") return path.length > 1;
  const letters = squashed(name);
  course ??= {
    derivations: derivationSlugs(),
    exercises: slugs().map((slug) => [slug, squashed(stemOf(slug))]),
  };
  return (
    course.derivations.some((slug) => name === `${slug}.md`) ||
    course.exercises.some(
      ([slug, stem]) =>
        letters.includes(stem) &&
        (nearness(name, stemOf(slug)) !== undefined || nearness(name, slug) !== undefined),
    )
  );
}

/** Read once: it stays the same while the program runs. */
let course:
  | { readonly derivations: readonly string[]; readonly exercises: readonly (readonly [string, string])[] }
  | undefined;

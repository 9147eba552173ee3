/**
 * Files of a submission that are no exercise's. Where an exercise has none, one of them may be the work under a name
 * of its own, `ada_mse.ts`, or what somebody handed in in its place, `solution.pdf`: that is no empty submission.
 */
import { derivationSlugs, slugs } from "../../course/exercises.ts";
import { AUTHORS, DEEPEST, isCode, MOST_ENTRIES } from "./near-files.ts";
import { nearness } from "./near-name.ts";
import { stemOf } from "./stem.ts";
import { isHidden, type Path, type Tree } from "./tree.ts";

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

const isFull = (tree: Tree, path: Path): boolean => tree.bytes(path, 0, 1)?.length !== 0;

/** Whose `derivation.md` is, its folder says. */
function isExercise(path: Path): boolean {
  const name = path.at(-1)!;
  if (name === "derivation.md") return path.length > 1;
  return (
    derivationSlugs().some((slug) => name === `${slug}.md`) ||
    slugs().some((slug) => nearness(name, stemOf(slug)) !== undefined || nearness(name, slug) !== undefined)
  );
}

/** Where the files of one's own lie, in their folder and in the course that is made of it. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../usage-error.ts";

/** What lies beside the folders of exercises. */
const SOLUTIONS = "solutions";
const DERIVATIONS = "derivations";
const MUTANTS = "mutants.json";

const notExercises = [SOLUTIONS, DERIVATIONS, "node_modules"];

/** Folders of exercises, named well or not: the check says which are not. @throws UsageError for another layout */
export function ownFolders(extend: string): readonly string[] {
  const names = readdirSync(extend, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith(".") && !notExercises.includes(entry.name),
    )
    .map(({ name }) => name)
    .sort();
  if (names.includes("exercises"))
    throw new UsageError(
      `${join(extend, "exercises")}: exercises lie in ${extend} itself, such as ex74-softplus/; move them one folder up`,
    );
  // A folder with something else, such as a report or a student's repository, is no exercise.
  return names.filter(
    (name) => existsSync(join(extend, name, "exercise.ts")) || existsSync(join(extend, name, "task.md")),
  );
}

/** A path from the course's root, as it lies in the folder of one's own. */
export const ownPlace = (path: string): string =>
  path === `site/${MUTANTS}`
    ? MUTANTS
    : path.replace(/^exercises\//, "").replace(/^site\/derivations\//, `${DERIVATIONS}/`);

/** Every file of one's own, by the path that it has from the course's root. */
export function ownFiles(extend: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (from: string, to: string, ending = ""): void => {
    if (!existsSync(join(extend, from))) return;
    for (const entry of readdirSync(join(extend, from), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !entry.name.endsWith(ending)) continue;
      const file = join(entry.parentPath, entry.name);
      found.set(`${to}${file.slice(join(extend, from).length).replaceAll("\\", "/")}`, file);
    }
  };
  for (const name of ownFolders(extend)) add(name, `exercises/${name}`);
  add(SOLUTIONS, "solutions", ".ts");
  add(DERIVATIONS, "site/derivations", ".md");
  if (existsSync(join(extend, MUTANTS))) found.set(`site/${MUTANTS}`, join(extend, MUTANTS));
  return found;
}

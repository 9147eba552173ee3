/**
 * The files of an exercise: all there, none too many, nothing left to do in them.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { derivationsIn, pathsOf, type Slug, slugOf, slugsIn } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What must be there and done for any other check to make sense, in the order in which an author mends it. */
export function unfinishedFiles(root: string, slug: Slug): Refusal[] {
  const missing = (file: string): boolean => !existsSync(join(root, file));
  const written = writtenFiles(slug);
  return [
    ...written.filter(missing).map((file) => refuse(file, "is missing", "write it as in another exercise")),
    ...openTodos(root, written),
    ...madeFiles(slug)
      .filter(missing)
      .map((file) => refuse(file, "is missing", "run `npm run stubs`")),
  ];
}

/** Files that an author writes. */
function writtenFiles(slug: Slug): readonly string[] {
  const { exercise, task, solution } = pathsOf(slug);
  return [exercise, task, solution];
}

/** Files that `npm run stubs` makes. */
function madeFiles(slug: Slug): readonly string[] {
  const { readme, stub } = pathsOf(slug);
  return [readme, stub];
}

/** Files of the folder that are no part of an exercise. */
export function unexpectedFiles(root: string, slug: Slug): Refusal[] {
  const { folder } = pathsOf(slug);
  const parts = [...writtenFiles(slug), ...madeFiles(slug), pathsOf(slug).provided, pathsOf(slug).neighbours];
  return unexpectedIn(root, folder, parts);
}

/** The same for any folder of exercises/, by the files that belong in it. */
export function unexpectedIn(root: string, folder: string, parts: readonly string[]): Refusal[] {
  const expected = new Set(parts.map((file) => basename(file)));
  const names = readdirSync(join(root, folder));
  // Scenarios, and arguments, laws or mistakes in a file of their own, are part of an exercise that takes them in.
  for (const file of names.filter((name) => name.endsWith(".ts"))) {
    const taken = textOf(root, `${folder}/${file}`).matchAll(/["']\.\/([\w-]+\.ts)(?:\?raw)?["']/g);
    for (const [, name = ""] of taken) expected.add(name);
  }
  return names
    .filter((name) => !expected.has(name))
    .map((name) =>
      refuse(`${folder}/${name}`, "is no file of an exercise", "move it elsewhere or delete it"),
    );
}

/** Each line that still holds a TODO. */
export function openTodos(root: string, files: readonly string[]): Refusal[] {
  return files.flatMap((file) =>
    textOf(root, file)
      .split("\n")
      .flatMap((line, i) => {
        const todo = /\bTODO\b:?\s*(.*)/.exec(line);
        return todo === null
          ? []
          : [refuse(`${file}:${i + 1}`, "holds a TODO", `do it: ${shortOf(todo[1] ?? "")}`)];
      }),
  );
}

/** What lies in exercises/ and solutions/ and belongs to no exercise. */
export function strayFiles(root: string): Refusal[] {
  const slugs = slugsIn(root);
  const badNames = slugs
    .filter((name) => slugOf(name) === undefined)
    .map((name) => refuse(`exercises/${name}`, "is no name of an exercise", "name it like ex14-sigmoid"));
  const solutions = existsSync(join(root, "solutions")) ? readdirSync(join(root, "solutions")) : [];
  const orphans = solutions
    .filter((name) => !slugs.includes(name.replace(/\.ts$/, "")) && !isAnswer(root, name))
    .map((name) =>
      refuse(`solutions/${name}`, "belongs to no exercise", "name it like its exercise's folder"),
    );
  return [...badNames, ...sameNumbers(slugs), ...orphans];
}

/** Whether a file of solutions/ is the model answer of a derivation. */
const isAnswer = (root: string, name: string): boolean =>
  derivationsIn(root).includes(name.replace(/\.md$/, ""));

function sameNumbers(slugs: readonly string[]): Refusal[] {
  const first = new Map<string, string>();
  return slugs.flatMap((name) => {
    const id = slugOf(name)?.id;
    if (id === undefined) return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, name);
    return before === undefined
      ? []
      : [refuse(`exercises/${name}`, `shares its number with ${before}`, "give it a free one")];
  });
}

/** The words of a TODO up to the end of its text, in at most 60 characters. */
const shortOf = (words: string): string => {
  const text = words
    .replace(/"(?=[,:} ]).*/, "")
    .replace(/["'`*|,;})]+\s*$/, "")
    .trim();
  return text === "" ? "and take the word out" : text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

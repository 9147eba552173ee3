/**
 * The files of an exercise: all there, none too many, nothing left to do in them.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathsOf, type Slug, slugOf, slugsIn } from "../course.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Files that must be there for any other check to make sense. */
export function missingFiles(root: string, slug: Slug): Refusal[] {
  const { folder: _, stub, ...written } = pathsOf(slug);
  const missing = Object.values(written)
    .filter((file) => !existsSync(join(root, file)))
    .map((file) => refuse(file, "is missing", "write it as in another exercise"));
  return existsSync(join(root, stub))
    ? missing
    : [...missing, refuse(stub, "is missing", "run `npm run stubs`")];
}

/** Files of the folder that are no part of an exercise. */
export function unexpectedFiles(root: string, slug: Slug): Refusal[] {
  const { folder, exercise, mistakes, readme, stub } = pathsOf(slug);
  const expected = new Set([exercise, mistakes, readme, stub].map((file) => basename(file)));
  // Scenarios, and laws in a file of their own, are part of an exercise that takes them in.
  const declaration = textOf(root, exercise);
  if (/["']\.\/scenarios\.ts\?raw["']/.test(declaration)) expected.add("scenarios.ts");
  if (/["']\.\/laws\.ts["']/.test(declaration)) expected.add("laws.ts");
  return readdirSync(join(root, folder))
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
    .filter((name) => !slugs.includes(name.replace(/\.ts$/, "")))
    .map((name) =>
      refuse(`solutions/${name}`, "belongs to no exercise", "name it like its exercise's folder"),
    );
  return [...badNames, ...sameNumbers(slugs), ...orphans];
}

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

/** A file's text; nothing for a file that is not there. */
export const textOf = (root: string, file: string): string =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";

/** The words of a TODO up to the end of its text, in at most 60 characters. */
const shortOf = (words: string): string => {
  const text = words.replace(/["'`*|,;]+\s*$/, "").trim();
  return text === "" ? "and take the word out" : text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/**
 * Every file of a student's repository, as text by path.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf, POINTS_FILE } from "../../course/exercises.ts";
import { PAGES_FILE } from "../../course/pages.ts";
import { forReaders } from "../../verdict/for-readers.ts";
import { graderFiles } from "./grader-copy.ts";
import { type Needs, studentLock } from "./lock.ts";
import {
  type Course,
  editorconfig,
  gitignore,
  packageJson,
  readme,
  settings,
  tasks,
  tsconfig,
  workflow,
} from "./texts.ts";

export interface Source {
  /** The course's own repository. */
  readonly root: string;
  /** The built program. */
  readonly dist: string;
  readonly slugs: readonly string[];
  readonly title: string;
  /** Points by slug, as the grader counts them. */
  readonly points?: ReadonlyMap<string, number>;
  /** Of these, what the instructor has set in place of the course's own. */
  readonly givenPoints?: Readonly<Record<string, number>>;
  /** Due dates by slug, as the instructor wrote them. */
  readonly due?: Readonly<Record<string, string>>;
  /** Where the course's pages are served, with the last stroke. */
  readonly site?: string;
  /** The pages themselves by path, where they come along. */
  readonly pages?: ReadonlyMap<string, Uint8Array>;
  /** True to install the package that lets the oracle use a GPU. */
  readonly gpu?: boolean;
}

export const manifestPath = "grader/manifest.json";

/** What was written, so that an update can tell a file that a student changed from one that nobody did. */
export interface Manifest {
  readonly schema: "chainrule/student@1";
  readonly version: string;
  readonly title: string;
  readonly exercises: readonly string[];
  readonly points?: Readonly<Record<string, number>>;
  readonly due?: Readonly<Record<string, string>>;
  readonly site?: string;
  readonly gpu?: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** What everybody may want to look up, whatever exercises there are. */
const READING = ["before-you-start", "notation", "glossary"];

/** A page's text as it is read without the site: no names of headings, and links to texts. */
const asMarkdown = (text: string): string =>
  text
    .replace(/ \{#[\w-]+\}$/gm, "")
    .replace(/\]\((before-you-start|notation|glossary)\.html[^)]*\)/g, "]($1.md)")
    .replace(/\]\(([\w-]+)\.html[^)]*\)/g, "](../derivations/$1.md)");

/** 128 bits: nobody gains by another file of the same digest, and there are 500 in each repository. */
export const DIGEST_LENGTH = 32;

/** Line ends do not count: git may change them. */
export const digest = (file: string | Uint8Array): string =>
  createHash("sha256")
    .update(typeof file === "string" ? file.replaceAll("\r\n", "\n") : file)
    .digest("hex")
    .slice(0, DIGEST_LENGTH);

const read = (...path: readonly string[]): string =>
  readFileSync(join(...path), "utf8").replaceAll("\r\n", "\n");

/** @throws Error if the course or its build is incomplete */
export function studentFiles(source: Source): Map<string, string | Uint8Array> {
  const { root, dist, slugs, title, points = new Map(), givenPoints = {}, due = {}, gpu = false } = source;
  const { site, pages = new Map<string, Uint8Array>() } = source;
  const own = JSON.parse(read(root, "package.json")) as {
    version: string;
    dependencies: Readonly<Record<string, string>>;
    optionalDependencies: Readonly<Record<string, string>>;
  };
  const needs: Needs = {
    dependencies: { esbuild: own.dependencies.esbuild ?? "" },
    ...(gpu ? { optionalDependencies: { webgpu: own.optionalDependencies.webgpu ?? "" } } : {}),
  };
  const reading = site ?? (pages.size > 0 ? "pages/" : undefined);
  const course: Course = { title, version: own.version, slugs, needs, points, due, reading };
  const files = new Map<string, string | Uint8Array>([
    ["README.md", readme(course)],
    ["package.json", packageJson(course)],
    ["package-lock.json", studentLock(read(dist, "lock.json"), own.version, needs)],
    ["tsconfig.json", tsconfig],
    [".gitignore", gitignore],
    [".editorconfig", editorconfig],
    [".vscode/settings.json", settings],
    [".vscode/tasks.json", tasks],
    [".github/workflows/autograding.yml", workflow],
  ]);
  for (const slug of slugs) {
    for (const file of ["README.md", fileOf(slug)])
      files.set(`exercises/${slug}/${file}`, read(root, "exercises", slug, file));
  }
  const derivations = join(root, "site", "derivations");
  if (existsSync(derivations))
    for (const file of readdirSync(derivations))
      if (file.endsWith(".md")) files.set(`site/derivations/${file}`, forReaders(read(derivations, file)));
  for (const name of READING)
    files.set(`site/pages/${name}.md`, asMarkdown(read(root, "site", "pages", `${name}.md`)));
  for (const [file, bytes] of pages) files.set(`pages/${file}`, bytes);
  if (site !== undefined) files.set(`grader/${PAGES_FILE}`, `${JSON.stringify({ site })}\n`);
  for (const [file, text] of graderFiles(dist, slugs)) files.set(`grader/${file}`, text);
  const hasPoints = Object.keys(givenPoints).length > 0;
  if (hasPoints) files.set(`grader/${POINTS_FILE}`, `${JSON.stringify(givenPoints, null, 2)}\n`);
  const manifest: Manifest = {
    schema: "chainrule/student@1",
    version: own.version,
    title,
    exercises: slugs,
    ...(hasPoints ? { points: givenPoints } : {}),
    ...(Object.keys(due).length > 0 ? { due } : {}),
    ...(site === undefined ? {} : { site }),
    ...(gpu ? { gpu } : {}),
    files: Object.fromEntries([...files].map(([file, text]) => [file, digest(text)])),
  };
  return files.set(manifestPath, `${JSON.stringify(manifest)}\n`);
}

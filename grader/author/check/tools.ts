/**
 * Types and layout of exercises' files, by the repository's own tools and rules: one run of each for all exercises.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What the compiler and the formatter refuse, by the exercises' slugs. */
export async function refusedByTools(
  root: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly Refusal[]>> {
  const filesOf = new Map(names.map((name) => [name, programsOf(root, name)]));
  const files = [...filesOf.values()].flat();
  if (files.length === 0) return new Map();
  const refusals = (await Promise.all([wrongTypes(root, files), wrongLayout(root, files)])).flat();
  return new Map(
    [...filesOf].map(([slug, own], i) => [
      slug,
      refusals.filter(({ file }) => own.includes(pathIn(file)) || (i === 0 && !files.includes(pathIn(file)))),
    ]),
  );
}

const pathIn = (file: string): string => file.replace(/:\d+$/, "");

/** The exercise's programs, from the root. */
function programsOf(root: string, name: string): readonly string[] {
  const [folder, solution] = [`exercises/${name}`, `solutions/${name}.ts`];
  const inFolder = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return [...inFolder.map((name) => `${folder}/${name}`), solution].filter(
    (file) => file.endsWith(".ts") && existsSync(join(root, file)),
  );
}

async function wrongTypes(root: string, files: readonly string[]): Promise<Refusal[]> {
  const tsc = installed(root, "typescript/bin/tsc");
  if (tsc === undefined) return [absent("typescript", "types are")];
  // Types of packages are found from the configuration's folder upwards.
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "check-types-"));
  try {
    const declarations = readdirSync(root).filter((name) => name.endsWith(".d.ts"));
    const project = join(folder, "tsconfig.json");
    const all = [...files, ...declarations].map((file) => resolve(root, file));
    writeFileSync(
      project,
      JSON.stringify({ extends: resolve(root, "tsconfig.json"), include: [], files: all }),
    );
    const { output, failed } = await ran(root, tsc, ["-p", project, "--pretty", "false"]);
    const found = output.split(/\r?\n/).flatMap((line) => {
      const [, file = "", row, what = ""] = /^(\S.*)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
      return files.includes(slashed(file))
        ? [refuse(`${slashed(file)}:${row}`, plain(what), "mend the type")]
        : [];
    });
    // About the configuration, and then nothing was checked.
    const ofProject = output
      .split(/\r?\n/)
      .find((line) => /^(\S*\.json\(\d+,\d+\): )?error TS\d+/.test(line));
    if (ofProject !== undefined) return [...found, broken("tsc", ofProject, "mend tsconfig.json")];
    return failed && !/error TS/.test(output) ? [broken("tsc", output)] : found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A diagnostic of the linter, as far as it is read. */
interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start?: { readonly line: number } };
}

async function wrongLayout(root: string, files: readonly string[]): Promise<Refusal[]> {
  const biome = installed(root, "@biomejs/biome/bin/biome");
  if (biome === undefined) return [absent("@biomejs/biome", "layout is")];
  const options = [
    "--error-on-warnings",
    "--reporter=json",
    "--max-diagnostics=200",
    "--no-errors-on-unmatched",
  ];
  const { output } = await ran(root, biome, ["check", ...options, ...files]);
  let found: readonly Diagnostic[];
  try {
    found = (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
  } catch {
    return [broken("biome", output)];
  }
  const said = found
    .filter(({ severity }) => severity !== "info" && severity !== "information")
    .map(async ({ category, message, location }) => {
      const file = slashed(relative(root, resolve(root, location.path)));
      return category === "format"
        ? refuse(
            `${file}:${await firstUnlaid(root, biome, file)}`,
            "is laid out otherwise",
            "run `npm run format`",
          )
        : refuse(`${file}:${location.start?.line ?? 1}`, plain(message), `mend it: ${category}`);
    });
  return Promise.all(said);
}

/** The first line that the formatter writes otherwise. */
async function firstUnlaid(root: string, biome: string, file: string): Promise<number> {
  const text = textOf(root, file);
  const { output } = await ran(root, biome, ["format", `--stdin-file-path=${file}`], text);
  const laid = output.replaceAll("\r\n", "\n").split("\n");
  return (
    Math.max(
      0,
      text.split("\n").findIndex((line, i) => line !== laid[i]),
    ) + 1
  );
}

/** A file of a package, found from the root upwards as Node finds it. */
function installed(root: string, file: string): string | undefined {
  const place = join(root, "node_modules", file);
  if (existsSync(place)) return place;
  return dirname(root) === root ? undefined : installed(dirname(root), file);
}

const absent = (name: string, what: string): Refusal =>
  refuse("package.json", `${name} is not installed, so that ${what} not checked`, "run `npm ci`");

const broken = (name: string, output: string, mend = "run `npm ci`"): Refusal =>
  refuse("package.json", `${name} could not be run: ${output.trim().split("\n")[0] ?? ""}`, mend);

/** A message without the full stop at its end. */
const plain = (message: string): string => message.trim().replace(/\.$/, "");

const slashed = (path: string): string => path.replaceAll("\\", "/");

/** A program of Node's and what it prints. */
function ran(
  cwd: string,
  program: string,
  args: readonly string[],
  input?: string,
): Promise<{ readonly output: string; readonly failed: boolean }> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd, maxBuffer: 1 << 26 },
      (error, stdout, stderr) =>
        done({ output: stdout.trim() === "" ? stderr : stdout, failed: error !== null }),
    );
    child.stdin?.end(input);
  });
}

/** Makes a course of one's own: the course's files, less what is left out, with the exercises of the folder built in. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { neighbourData } from "../../../neighbour-module.mjs";
import { packedBytes } from "../../../packed-text.mjs";
import type { Exercise } from "../../exercise/exercise.ts";
import { UsageError } from "../../usage-error.ts";
import { POINTS_FILE } from "../exercises.ts";
import { OWN_FILE, type OwnCourse } from "../own.ts";
import { compiled } from "./compile.ts";
import { ownFiles } from "./layout.ts";
import type { OwnConfig } from "./read-config.ts";
import type { Selection } from "./select.ts";

/**
 * @param installed the course itself
 * @param out a new folder
 */
export async function compose(
  config: OwnConfig,
  selection: Selection,
  installed: string,
  out: string,
): Promise<void> {
  const { extend } = config;
  const kept = new Set(selection.kept);
  const isLeftOut = (path: string): boolean => {
    const slug = /^(?:exercises|solutions|dist\/exercises|dist\/neighbours)\/((?:ex|d)\d[^/.]*)/.exec(
      path,
    )?.[1];
    return path === "site/dist" || (slug !== undefined && !kept.has(slug));
  };
  const { files } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { files: string[] };
  for (const name of ["package.json", ...files])
    if (!name.startsWith("!") && existsSync(join(installed, name))) linkAll(installed, name, out, isLeftOut);
  linkPackages(installed, out);
  const own: OwnCourse = {
    folder: config.folder,
    installed,
    slugs: selection.own,
    derivations: selection.derivations,
    due: selection.due,
    points: selection.points,
    ...(extend === undefined ? {} : { extend }),
    ...(config.timeZone === undefined ? {} : { timeZone: config.timeZone }),
  };
  writeFileSync(join(out, "dist", OWN_FILE), JSON.stringify(own));
  if (Object.keys(selection.points).length > 0)
    writeFileSync(join(out, "dist", POINTS_FILE), JSON.stringify(selection.points));
  if (extend !== undefined) await addOwn(extend, selection.own, installed, out);
}

async function addOwn(
  extend: string,
  slugs: readonly string[],
  installed: string,
  out: string,
): Promise<void> {
  for (const [path, file] of ownFiles(extend)) {
    if (/^site\/derivations\//.test(path) && existsSync(join(installed, path)))
      throw new UsageError(`${file}: the course has a derivation of this name; choose another`);
    if (path === "site/mutants.json") {
      const counts = [join(installed, path), file].map((one) => JSON.parse(readFileSync(one, "utf8")));
      rmSync(join(out, path), { force: true });
      writeFileSync(join(out, path), JSON.stringify(Object.assign({}, ...counts)));
      continue;
    }
    mkdirSync(dirname(join(out, path)), { recursive: true });
    copyFileSync(file, join(out, path));
  }
  await Promise.all(
    slugs.map(async (slug) => {
      const text = await compiled(slug, join(extend, slug), installed);
      writeFileSync(join(out, "dist", "exercises", `${slug}.js`), text);
      await addNeighbours(slug, out);
    }),
  );
}

/** What wrong answers are held against, unless the model answer has changed since it was made. */
async function addNeighbours(slug: string, out: string): Promise<void> {
  const file = join(out, "exercises", slug, "neighbours.json");
  if (!existsSync(file)) return;
  const address = pathToFileURL(join(out, "dist", "exercises", `${slug}.js`)).href;
  try {
    const { exercise } = (await import(address)) as { exercise: Exercise };
    const textOf = (path: string): string => readFileSync(join(out, path), "utf8").replaceAll("\r\n", "\n");
    const data = neighbourData(JSON.parse(textOf(`exercises/${slug}/neighbours.json`)), textOf, exercise);
    if (data !== undefined) writeFileSync(join(out, "dist", "neighbours", `${slug}.br`), packedBytes(data));
  } catch {
    // An exercise that does not load is said where it is graded or checked.
  }
}

/** A file or folder of the course, without a copy of its bytes where the disk can do that. */
function linkAll(from: string, path: string, to: string, isLeftOut: (path: string) => boolean): void {
  if (isLeftOut(path)) return;
  const place = join(from, path);
  const entries = readdirIfFolder(place);
  if (entries === undefined) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    linkOrCopy(place, join(to, path));
    return;
  }
  mkdirSync(join(to, path), { recursive: true });
  for (const name of entries) linkAll(from, `${path}/${name}`, to, isLeftOut);
}

function linkOrCopy(from: string, to: string): void {
  // What may be graded has one name alone: with a second one it could be somebody else's.
  const isWork = /[\\/](?:exercises[\\/][^\\/]+|solutions)[\\/][\w-]+\.(?:ts|md)$/.test(from);
  try {
    if (isWork) copyFileSync(from, to);
    else linkSync(from, to);
  } catch {
    // On another disk, or on one that knows no links.
    copyFileSync(from, to);
  }
}

function readdirIfFolder(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** The packages that the course finds where it is installed. */
function linkPackages(installed: string, out: string): void {
  const packages = join(installed, "node_modules");
  if (existsSync(join(packages, "esbuild"))) symlinkSync(packages, join(out, "node_modules"), "junction");
  else if (dirname(installed) !== installed) linkPackages(dirname(installed), out);
}

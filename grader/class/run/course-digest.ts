/** Digests of what verdicts are made with: grader, exercise, compiler, engine. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { noCompiler } from "../../box/compiler.ts";

const imported = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+\.js)"/g;

/**
 * One digest for each exercise, over every built file that judging it loads.
 *
 * @param dist the built program
 */
export function courseDigests(dist: string, slugs: readonly string[]): Readonly<Record<string, string>> {
  const texts = new Map<string, string>();
  const textOf = (file: string): string => {
    const text = texts.get(file) ?? readFileSync(join(dist, file), "utf8");
    texts.set(file, text);
    return text;
  };
  // Exercises share nearly all files: each is looked through once, and digested once.
  const targets = new Map<string, readonly string[]>();
  const targetsOf = (file: string): readonly string[] => {
    const all =
      targets.get(file) ??
      [...textOf(file).matchAll(imported)].map(([, target]) => posix.join(posix.dirname(file), target!));
    targets.set(file, all);
    return all;
  };
  const digests = new Map<string, Buffer>();
  const ofFile = (file: string): Buffer => {
    const digest = digests.get(file) ?? createHash("sha256").update(textOf(file)).digest();
    digests.set(file, digest);
    return digest;
  };
  const filesFrom = (...files: readonly string[]): readonly string[] => {
    const found = new Set<string>();
    const waiting = [...files];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (found.has(file)) continue;
      found.add(file);
      waiting.push(...targetsOf(file));
    }
    return [...found].sort();
  };
  const machine = [process.version, process.arch, esbuildVersion()];
  return Object.fromEntries(
    slugs.map((slug) => {
      const hash = createHash("sha256").update(JSON.stringify(machine));
      for (const file of ["box/runner.cjs", ...filesFrom("class-worker.js", `exercises/${slug}.js`)])
        hash.update(`\0${file}\0`).update(ofFile(file));
      const near = join(dist, "neighbours", `${slug}.br`);
      if (existsSync(near)) hash.update("\0neighbours\0").update(readFileSync(near));
      return [slug, hash.digest("hex")];
    }),
  );
}

/** One digest for all of them. */
export const digestOf = (course: Readonly<Record<string, string>>): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(course).sort()))
    .digest("hex");

function esbuildVersion(): string {
  try {
    return (createRequire(import.meta.url)("esbuild/package.json") as { version: string }).version;
  } catch (error) {
    throw noCompiler((error as Error).message);
  }
}

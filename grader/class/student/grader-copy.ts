/**
 * The built grader as a student gets it: the program and the chosen exercises, without the author's tools and
 * without the demo, which holds a right answer.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isDerivation } from "../../course/exercises.ts";

/** Sources whose files stay out. */
const left =
  /^(?:grader\/(?:author|class|course\/own\/open|cli\/(?:check|classroom|demo|erase|queue|report|site|worker))|solutions|tests)[/.]/;

/** What reads and judges formulas, in a repository without derivations. */
const formulas = /^(?:node_modules\/katex\/|grader\/(?:derivation\/|course\/derivations\.ts))/;

/** The program itself, which names every command. */
const main = "grader/cli/main.ts";

const imported = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+\.js)"/g;

/** By built file, what it was made of. */
type Sources = Readonly<Record<string, readonly string[]>>;

const refusal = `process.stderr.write("This command works in the course's own repository, not in a student's.\\n");
process.exit(2);
`;

/**
 * Files of the grader by path, seen from its folder.
 *
 * @param dist the built program
 * @param slugs the exercises to take along
 * @throws Error if the build is incomplete
 */
export function graderFiles(dist: string, slugs: readonly string[]): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  const sources = JSON.parse(readFileSync(join(dist, "sources.json"), "utf8")) as Sources;
  const started = ["chainrule.js", "board-helper.js", "box/runner.cjs", "stops.json"];
  const waiting = [...started, ...slugs.map((slug) => `exercises/${slug}.js`)];
  const hasDerivations = slugs.some(isDerivation);
  const isLeft = (file: string): boolean =>
    sources[file]?.some((one) => left.test(one) || (!hasDerivations && formulas.test(one))) === true;
  for (const slug of slugs) {
    const near = `neighbours/${slug}.br`;
    if (existsSync(join(dist, near))) files.set(near, readFileSync(join(dist, near)));
  }
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    const path = join(dist, file);
    if (!existsSync(path)) throw new Error(`The build lacks ${file}: run \`npm run build\``);
    const text = readFileSync(path, "utf8");
    const madeOf = sources[file] ?? [];
    const needed = [...text.matchAll(imported)].map(([, target]) => posix.join(posix.dirname(file), target!));
    // What is made of no source only hands on what others have.
    const isOut = isLeft(file) || (madeOf.length === 0 && needed.some(isLeft));
    const keep = !isOut || madeOf.includes(main);
    files.set(file, keep ? text : refusal);
    if (keep) waiting.push(...needed);
  }
  return files;
}

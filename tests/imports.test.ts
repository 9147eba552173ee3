/**
 * Imports point one way: exercises → reference, grader · grader → reference · site → grader, reference, exercises ·
 * tests → all. What the browser needs reaches no Node built-in.
 */
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /^(grader|reference|exercises|site|solutions|bench)\/.*\.(ts|mjs|js)$/.test(file))
  .filter((file) => !/(^|\/)(dist|node_modules)\//.test(file))
  .sort();

/** A file's text without its comments; `//` inside a text, as in an address, is none. */
const codeOf = (file: string): string =>
  readFileSync(join(root, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "");

/** What a file imports: paths from the root, or names of packages and built-ins. */
function importsOf(file: string): string[] {
  // Line by line from its start, so that a text which holds a program is not taken for one.
  const patterns = [
    /^\s*(?:import|export)\b[^"'`;]*?from\s*["']([^"']+)["']/gm,
    /^import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
  ];
  const code = codeOf(file);
  return patterns
    .flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name as string))
    .map((name) => name.replace(/\?(raw|bundle)$/, ""))
    .map((name) => (name.startsWith(".") ? posix.join(dirname(file).replaceAll("\\", "/"), name) : name));
}

const graph = new Map(sources.map((file) => [file, importsOf(file)]));
const isOurs = (path: string): boolean =>
  /^(grader|reference|exercises|site|solutions|tests|bench)\//.test(path);

/** What files of a room may import of ours. */
const rooms: readonly { room: RegExp; may: (path: string, from: string) => boolean }[] = [
  { room: /^reference\//, may: (path) => path.startsWith("reference/") },
  {
    room: /^grader\/(?!author\/)/,
    // The command line reaches the author's tools, and only when one of them is asked for.
    may: (path, from) =>
      /^(grader\/(?!author\/)|reference\/)/.test(path) ||
      (from.startsWith("grader/cli/") && path.startsWith("grader/author/")),
  },
  { room: /^grader\/author\//, may: (path) => /^(grader|reference)\//.test(path) },
  {
    room: /^exercises\//,
    may: (path, from) =>
      /^(reference\/|grader\/exercise\/|grader\/value\.ts$)/.test(path) ||
      // What an exercise builds on is another one's own version.
      path.startsWith(`${posix.dirname(from)}/`) ||
      /^exercises\/[\w-]+\/provided\.ts$/.test(path),
  },
  { room: /^solutions\//, may: () => false },
  {
    room: /^site\//,
    may: (path) => /^(site|grader|reference|exercises)\//.test(path) && !path.startsWith("grader/author/"),
  },
];

/** Rooms that run in a browser as they are. */
const BARE = /^(grader\/(judge|derivation|verdict|exercise)|reference)\//;
/** Who may read model answers. */
const READS_SOLUTIONS = /^grader\/author\//;

/** The first way from a file to a Node built-in, through whatever it imports. */
function wayToNode(file: string, seen = new Set<string>()): string[] | undefined {
  if (seen.has(file)) return undefined;
  seen.add(file);
  for (const name of graph.get(file) ?? []) {
    if (isBuiltin(name)) return [file, name];
    const way = wayToNode(name, seen);
    if (way !== undefined) return [file, ...way];
  }
  return undefined;
}

describe("imports", () => {
  it("are found at all", () => {
    expect(graph.get("grader/exercise/exercise.ts")).toContain("reference/num.ts");
    expect([...graph.values()].flat()).toContain("node:fs");
  });

  it("point one way", () => {
    const astray = [...graph].flatMap(([file, names]) => {
      const room = rooms.find(({ room }) => room.test(file));
      return names
        .filter((name) => isOurs(name) && room !== undefined && !room.may(name, file))
        .map((name) => `${file} imports ${name}`);
    });
    expect(astray).toEqual([]);
  });

  it("lead from the judge, the verdict, the exercises' language and the reference to no Node built-in", () => {
    const ways = sources
      .filter((file) => BARE.test(file))
      .flatMap((file) => wayToNode(file)?.join(" → ") ?? []);
    expect(ways).toEqual([]);
  });

  it("leave the globals of Node alone where a browser must follow", () => {
    const users = sources
      .filter((file) => BARE.test(file))
      .filter((file) => /(?<![.\w"'`])(process\.|Buffer\.|__dirname|require\()/.test(codeOf(file)));
    expect(users).toEqual([]);
  });

  it("let nothing but tests and the author's tools read solutions/", () => {
    const readers = sources
      .filter((file) => !READS_SOLUTIONS.test(file))
      // To ask whether the folder is there is not to read it.
      .filter((file) =>
        /["'`/]solutions\/|["'`]solutions["'`],|readdir(Sync)?\(.*solutions/.test(codeOf(file)),
      );
    expect(readers).toEqual([]);
  });
});

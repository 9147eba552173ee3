/**
 * Imports point one way, and in no circle: exercises → reference, grader · grader → reference · site → grader, reference,
 * exercises · tests → all. What the browser needs reaches no Node built-in.
 */
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { circlesIn, circlesOfRooms, importsIn, withoutComments } from "./import-graph.ts";

const root = resolve(import.meta.dirname, "..");
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /^(grader|reference|exercises|site|solutions|bench|tests)\/.*\.(ts|mjs|js)$/.test(file))
  .filter((file) => !/(^|\/)(dist|node_modules)\/|^tests\/(.*\/)?fixtures\//.test(file))
  .sort();
const sources = files.filter((file) => !file.startsWith("tests/"));

const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const codeOf = (file: string): string => withoutComments(textOf(file));

/** What is left of a file where types are taken out. */
const withoutTypes = (file: string): string => codeOf(file).replace(/^import type [^;]*;/gm, "");

const graph = new Map(files.map((file) => [file, importsIn(file, textOf(file))]));
const isOurs = (path: string): boolean =>
  /^(grader|reference|exercises|site|solutions|tests|bench)\//.test(path);

/** What files of a room may import of ours. */
const rooms: readonly { room: RegExp; may: (path: string, from: string) => boolean }[] = [
  { room: /^reference\//, may: (path) => path.startsWith("reference/") },
  // The command line reaches the author's tools, and only when one of them is asked for.
  { room: /^grader\/cli\//, may: (path) => /^(grader|reference)\//.test(path) },
  { room: /^grader\/author\//, may: (path) => /^(grader\/(?!cli\/)|reference\/)/.test(path) },
  { room: /^grader\//, may: (path) => /^(grader\/(?!(author|cli)\/)|reference\/)/.test(path) },
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
    may: (path) => /^((site|reference|exercises)\/|grader\/(?!(author|cli)\/))/.test(path),
  },
];

/** The folders of the reference, and which others each of them builds on; those of `ends.ts` are all of these. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  numbers: [],
  randomness: [],
  functions: ["numbers", "networks"],
  differentiation: ["functions", "networks", "numbers"],
  "linear-models": ["numbers"],
  unsupervised: ["numbers"],
  dense: ["numbers"],
  networks: ["numbers", "linear-models", "dense"],
  data: ["numbers", "randomness"],
  gpu: ["dense", "networks", "randomness"],
  train: ["numbers", "randomness", "data", "dense"],
  jobs: ["randomness", "unsupervised", "networks", "functions", "dense", "gpu", "train"],
};

/** The rooms of the grader that others build on, and which of ours each of them builds on. */
const graderRooms: Readonly<Record<string, readonly string[]>> = {
  exercise: ["derivation", "reference"],
  box: ["reference"],
  verdict: [],
  derivation: ["reference"],
  judge: ["exercise", "box", "verdict", "derivation", "reference"],
  deep: ["judge", "exercise", "box", "verdict", "reference"],
  course: ["exercise", "judge", "derivation"],
  author: ["deep", "judge", "exercise", "box", "verdict", "derivation", "reference"],
  capstone: ["judge", "exercise", "box", "verdict", "reference"],
  class: ["capstone", "course", "judge", "box", "verdict", "derivation"],
};
/** What lies beside the rooms, below all of them. */
const BELOW = /^grader\/(value|usage-error)\.ts$/;

/** Imports of ours that lead from a folder to one that it does not build on. */
const astrayBy = (
  folderOf: (path: string) => string | undefined,
  allowed: Readonly<Record<string, readonly string[]>>,
): readonly string[] =>
  sources.flatMap((file) => {
    const from = folderOf(file);
    if (from === undefined) return [];
    return (graph.get(file) ?? [])
      .filter((name) => isOurs(name) && !BELOW.test(name) && folderOf(name) !== from)
      .filter((name) => !allowed[from]?.includes(folderOf(name) ?? ""))
      .map((name) => `${file} imports ${name}`);
  });

/** Rooms that run in a browser as they are. */
const BARE = /^(grader\/(judge|capstone|deep|derivation|verdict|exercise)|reference)\//;
/** Who may read model answers: the author's tools, and what takes them along into a course of one's own. */
const READS_SOLUTIONS = /^grader\/(?:author|course\/own)\//;

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

/** The room that a file belongs to; one that lies beside rooms is a room of its own. */
const roomOf = (file: string): string =>
  /^(?:(?:grader|reference|site)\/[^/]+|[^/]+(?=\/))/.exec(file)?.[0] ?? file;

describe("imports", () => {
  it("are found at all", () => {
    expect(graph.get("grader/exercise/exercise.ts")).toContain("reference/numbers/num.ts");
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

  it("lead from each folder of the reference only to those that it builds on", () => {
    expect(astrayBy((path) => /^reference\/([^/]+)\//.exec(path)?.[1], subjects)).toEqual([]);
  });

  it("lead from each room of the grader only to those that it builds on", () => {
    const roomIn = (path: string): string | undefined =>
      /^grader\/(?!cli\/)([^/]+)\//.exec(path)?.[1] ?? /^reference(?=\/)/.exec(path)?.[0];
    expect(astrayBy(roomIn, { ...graderRooms, reference: [] })).toEqual([]);
  });

  it("run in no circle from file to file, types included", () => {
    expect(circlesIn(graph)).toEqual([]);
  });

  it("run in no circle from room to room", () => {
    expect(circlesOfRooms(graph, roomOf)).toEqual([]);
  });

  it("are found in a circle of types, of files loaded later, and of rooms, which is named whole", () => {
    const planted = new Map(
      Object.entries({
        "grader/a/one.ts": 'import type { Two } from "../b/two.ts";',
        "grader/b/two.ts": 'export const three = () => import("../c/three.ts");',
        "grader/b/more.ts": 'import { one } from "../a/one.ts";',
        "grader/c/three.ts": 'import "./four.ts";\nimport { type One } from "../a/one.ts";',
        "grader/c/four.ts": '// import "./three.ts"',
      }).map(([file, text]) => [file, importsIn(file, text)] as const),
    );
    expect(circlesIn(planted)).toEqual([
      "grader/a/one.ts → grader/b/two.ts → grader/c/three.ts → grader/a/one.ts",
    ]);
    expect(circlesOfRooms(planted, roomOf)).toEqual([
      "grader/a → grader/b → grader/a (grader/a/one.ts imports grader/b/two.ts, grader/b/more.ts imports grader/a/one.ts)",
      "grader/c → grader/a → grader/b → grader/c (grader/c/three.ts imports grader/a/one.ts, grader/a/one.ts imports grader/b/two.ts, grader/b/two.ts imports grader/c/three.ts)",
    ]);
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

  it("lead to fast-check from the deep round alone, which is loaded by --deep and check only", () => {
    const users = (of: RegExp): string[] =>
      sources.filter((file) => (graph.get(file) ?? []).some((name) => of.test(name)));
    expect(users(/^fast-check$/).filter((file) => !/^(grader\/deep|bench)\//.test(file))).toEqual([]);
    const outside = users(/^grader\/deep\//).filter((file) => !file.startsWith("grader/deep/"));
    expect(outside).toEqual(["grader/author/check/in-depth.ts", "grader/cli/grade/deep.ts"]);
    expect(codeOf("grader/cli/grade/grade.ts")).not.toMatch(/^import (?!type).*deep/m);
  });

  it("lead from the judge to what tells causes in one place alone, which loads it after a wrong answer", () => {
    const isOfCauses = (path: string): boolean => path.startsWith("grader/judge/causes/");
    const [first, ...others] = sources.filter(
      (file) =>
        /^grader\/judge\//.test(file) &&
        !isOfCauses(file) &&
        importsIn(file, withoutTypes(file)).some(isOfCauses),
    );
    expect([first, others]).toEqual(["grader/judge/load-causes.ts", []]);
    expect(codeOf("grader/judge/load-causes.ts")).not.toMatch(/^import (?!type)/m);
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

describe("a packed course", () => {
  const { dependencies } = JSON.parse(textOf("package.json")) as { dependencies: Record<string, string> };

  it("depends on all that pages and judge are built of: what is for development alone is not installed with it", () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const waiting = files.filter((file) => file.startsWith("site/"));
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      for (const name of importsIn(file, withoutTypes(file))) {
        if (graph.has(name)) waiting.push(name);
        else if (
          /^(@[a-z]|[a-z])/.test(name) &&
          !isOurs(name) &&
          !isBuiltin(name) &&
          !/:|^[a-z-]+\.mjs$/.test(name)
        )
          packages.add(name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
      }
    }
    expect(packages.size).toBeGreaterThan(10);
    expect([...packages].filter((name) => dependencies[name] === undefined)).toEqual([]);
  });
});

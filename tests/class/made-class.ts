/**
 * A class made from a seed, with what each student must get. What a file earns is known without box, workers,
 * journal or cache: right answers earn everything, what cannot run earns nothing, and an answer with a known mistake
 * earns what the judge says of the same functions in this process.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { grade } from "../../grader/judge/grade.ts";
import { pointsOf } from "../../grader/judge/points.ts";
import { courseExercise, file } from "../judge/course.ts";
import { functionBox } from "../judge/function-box.ts";

const root = resolve(import.meta.dirname, "../..");

export type Answered = "right" | "mistake" | "stub" | "missing" | "syntax" | "throws" | "loop" | "hostile";

/** How many of a hundred files are of each sort. */
export type Mix = Readonly<Record<Answered, number>>;

export const usualMix: Mix = {
  right: 52,
  mistake: 22,
  stub: 8,
  missing: 5,
  syntax: 5,
  throws: 3,
  loop: 1,
  hostile: 4,
};

export interface MadeClass {
  /** Points by folder and exercise. */
  readonly truth: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly seed: number;
  /** How many files there are that a box must run: no two of the same content. */
  readonly files: number;
  /** How many files there are of each sort. */
  readonly sorts: ReadonlyMap<Answered, number>;
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nameOf = (slug: string): string => `${slug.replace(/^ex\d+-/, "")}.ts`;
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

/** An answer in which one function makes one of the exercise's mistakes, as one file. */
function mistakenAnswer(
  slug: string,
  fn: string,
  mistake: string,
  inputs: Readonly<Record<string, readonly string[]>>,
): string {
  const call = (name: string): string =>
    `right.${name}(...${JSON.stringify(inputs[name])}.map((each) => given[each]))`;
  const others = Object.keys(inputs).filter((name) => name !== fn);
  const entry = `
    import * as right from "./solutions/${slug}.ts";
    import spec from "./exercises/${slug}/exercise.ts";
    import { sizesOf } from "./grader/judge/sizes.ts";
    export * from "./solutions/${slug}.ts";
    export function ${fn}(...args) {
      const given = Object.fromEntries(${JSON.stringify(inputs[fn])}.map((name, i) => [name, args[i]]));
      const other = { ${others.map((name) => `get ${name}() { return ${call(name)}; }`).join(", ")} };
      return spec.mistakes.${fn}[${JSON.stringify(mistake)}].is({
        ...given, other,
        get right() { return ${call(fn)}; },
        get sizes() { return sizesOf(spec.functions.${fn}, given); },
      });
    }`;
  const { outputFiles } = buildSync({
    stdin: { contents: entry, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    treeShaking: true,
    minifyWhitespace: true,
  });
  return outputFiles[0]!.text;
}

/** Answers that cannot earn anything, whatever they try. */
const hostile: readonly string[] = [
  'import { writeFileSync } from "node:fs";\nwriteFileSync("/tmp/chainrule-breach-class", "x");\n',
  'globalThis.constructor.constructor("return process")().exit(0);\n',
  "process.kill(process.ppid, 9);\n",
  'console.log("::notice title=Autograding report::{\\"totalPoints\\":100}");\nexport const score = 100;\n',
  "export default new Proxy({}, { get: () => () => 0, has: () => true, ownKeys: () => [] });\n",
  "const deep = (n) => deep(n + 1) + 1;\ndeep(0);\n",
  "Object.prototype.status = 'pass';\nArray.prototype.map = () => [];\n",
];

interface Sample {
  readonly source: string;
  readonly points: number;
}

/** What may be handed in for an exercise. */
interface Samples {
  readonly right: Sample;
  readonly stub: string;
  readonly mistakes: readonly Sample[];
}

async function samplesOf(slug: string, seed: number, most: number): Promise<Samples> {
  const exercise = await courseExercise(slug);
  const inputs = Object.fromEntries(
    Object.entries(exercise.functions).map(([name, fn]) => [name, Object.keys(fn.inputs)]),
  );
  const named = Object.entries(exercise.mistakes).flatMap(([fn, all]) =>
    Object.keys(all).map((mistake) => [fn, mistake] as const),
  );
  const mistakes: Sample[] = [];
  for (const [fn, mistake] of named.slice(0, most)) {
    const source = mistakenAnswer(slug, fn, mistake, inputs);
    const functions = (await import(
      `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`
    )) as Readonly<Record<string, (...args: never[]) => unknown>>;
    const verdict = await grade(exercise, file, functionBox(functions), { seed });
    if (verdict.status === "error") throw new Error(`${slug}, ${fn}/${mistake}: ${verdict.error}`);
    mistakes.push({ source, points: verdict.score });
  }
  return {
    right: { source: read("solutions", `${slug}.ts`), points: pointsOf(exercise) },
    stub: read("exercises", slug, nameOf(slug)),
    mistakes,
  };
}

/** Writes a class into a new folder, `hw-<login>/exercises/<slug>/<name>.ts`. */
export async function makeClass(
  folder: string,
  {
    students,
    slugs,
    seed,
    mix = usualMix,
    mistakes = Number.POSITIVE_INFINITY,
  }: {
    readonly students: number;
    readonly slugs: readonly string[];
    readonly seed: number;
    readonly mix?: Mix;
    /** How many of an exercise's mistakes are used. */
    readonly mistakes?: number;
  },
): Promise<MadeClass> {
  const random = randomFrom(seed);
  const truth = new Map<string, Map<string, number>>();
  const samples = new Map<string, Samples>();
  for (const slug of slugs) samples.set(slug, await samplesOf(slug, seed, mistakes));
  const used = new Map<string, number>();
  const contents = new Set<string>();
  const sorts = new Map<Answered, number>();
  for (let i = 1; i <= students; i++) {
    const name = `hw-student-${String(i).padStart(4, "0")}`;
    const points = new Map<string, number>();
    truth.set(name, points);
    mkdirSync(join(folder, name), { recursive: true });
    for (const slug of slugs) {
      const { right, stub, mistakes: wrong } = samples.get(slug)!;
      const answered = pick(mix, random);
      const number = used.get(slug + answered) ?? 0;
      used.set(slug + answered, number + 1);
      sorts.set(answered, (sorts.get(answered) ?? 0) + 1);
      const [source, earned] = answerOf(answered, number, { right, stub, mistakes: wrong });
      points.set(slug, earned);
      if (source === undefined) continue;
      // A stub is handed in as it is; nobody else has the same file as another.
      const own = answered === "stub" ? source : `${source}\n// ${name} ${slug}\n`;
      contents.add(`${slug}\0${own}`);
      const path = join(folder, name, "exercises", slug, nameOf(slug));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, own);
    }
  }
  return { truth, seed, files: contents.size, sorts };
}

function pick(mix: Mix, random: () => number): Answered {
  const all = Object.entries(mix) as [Answered, number][];
  let left = random() * all.reduce((sum, [, share]) => sum + share, 0);
  for (const [answered, share] of all) {
    left -= share;
    if (left < 0) return answered;
  }
  return "right";
}

/** The k-th answer of its sort, so that each mistake and each attack has its turn. */
function answerOf(
  answered: Answered,
  k: number,
  { right, stub, mistakes }: Samples,
): readonly [string | undefined, number] {
  switch (answered) {
    case "right":
      return [right.source, right.points];
    case "mistake": {
      const sample = mistakes[k % mistakes.length];
      return sample === undefined ? [right.source, right.points] : [sample.source, sample.points];
    }
    case "stub":
      return [stub, 0];
    case "missing":
      return [undefined, 0];
    case "syntax":
      return [`${right.source}\nexport function (\n`, 0];
    case "throws":
      return [`throw new Error("not today");\n${right.source}`, 0];
    case "loop":
      return [`for (;;);\n${right.source}`, 0];
    case "hostile":
      return [hostile[k % hostile.length]!, 0];
  }
}

/** Points by folder and exercise of a written report, in the form of a made class's truth. */
export function pointsIn(resultsFile: string): Map<string, Map<string, number>> {
  const { students } = JSON.parse(readFileSync(resultsFile, "utf8")) as {
    students: { folder: string; exercises: { slug: string; score: number }[] }[];
  };
  return new Map(
    students.map(({ folder, exercises }) => [
      folder,
      new Map(exercises.map(({ slug, score }) => [slug, score])),
    ]),
  );
}

/** One file and one seed give one verdict, in a page as on the command line. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { createNodeBox as CreateNodeBox } from "../../grader/box/node-box.ts";
import type { readSubmission as ReadSubmission } from "../../grader/box/read.ts";
import type { loadExercise as LoadExercise } from "../../grader/course/exercises.ts";
import type { grade as Grade } from "../../grader/judge/grade.ts";
import type { Json } from "../../grader/verdict/to-json.ts";
import { toJson } from "../../grader/verdict/to-json.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { withLines } from "../../grader/verdict/with-lines.ts";
import { exerciseOf } from "../box/fixtures.ts";
import { isLong } from "../is-long.ts";
import { slugOf, slugs } from "../judge/course.ts";
import { shareOf } from "../share.ts";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { type PlaygroundSite, playgroundSite } from "./playground-site.ts";

const root = join(import.meta.dirname, "../..");
const seed = 7;

/** The command line as it was built: the judge and the exercises of one build share their modules. */
interface Library {
  readonly createNodeBox: typeof CreateNodeBox;
  readonly readSubmission: typeof ReadSubmission;
  readonly loadExercise: typeof LoadExercise;
  readonly grade: typeof Grade;
}

interface Job {
  readonly slug: string;
  readonly path: string;
}

const fixtures = (folder: string): readonly Job[] =>
  readdirSync(join(root, "tests/fixtures", folder))
    .filter((file) => /\.[jt]s$/.test(file))
    .map((file) => ({ slug: slugOf(exerciseOf(file)), path: join(root, "tests/fixtures", folder, file) }));

/** Hostile submissions whose verdicts cannot agree, with the reason. Each still ends at a deadline, with no points. */
const incomparable: Readonly<Record<string, string>> = {
  "heap-bomb": "a page cannot bound a worker's memory: the deadline ends it, or the browser ends the page",
  "buffer-bomb": "as heap-bomb",
  "huge-answer": "ends at the total deadline, after as many calls as the machine is fast",
  proxies: "as huge-answer",
  "deep-answer": "takes five seconds of calls: too near the deadline on a busy machine",
  recursion: "the stack of a worker has another size, and the time of the calls is near the deadline",
  "close-descriptors": "tries 3000 file descriptors a call, which is slow and means nothing in a page",
  timers:
    "a page lets promises run once the calls are answered, and the deadline ends them; Node never lets them",
};

/** Those that never end: graded with short deadlines on both sides. */
const endless = ["loop-in-call", "loop-in-catch", "loop-in-load", "regex", "getters", "hanging-error"];

const hostile = fixtures("hostile").filter(({ path }) => incomparable[nameOf(path)] === undefined);

function nameOf(path: string): string {
  return basename(path).replace(/\.[jt]s$/, "");
}

/** exp, log and tanh of two engines differ in the last places, and what is computed of them a little more. */
const SHARE = 1e-6;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

const sameNumber = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= SHARE * Math.max(Math.abs(a), Math.abs(b));

/** Texts are the same where their words are, and the numbers between them. */
function sameText(a: string, b: string): boolean {
  const [mine, theirs] = [a, b].map((text) => (text.match(NUMBER) ?? []).map(Number)) as [number[], number[]];
  return (
    a.replace(NUMBER, "#") === b.replace(NUMBER, "#") &&
    mine.every((x, i) => sameNumber(x, theirs[i] as number))
  );
}

expect.addEqualityTesters([
  (a, b) =>
    typeof a === "number" && typeof b === "number"
      ? sameNumber(a, b)
      : typeof a === "string" && typeof b === "string"
        ? sameText(a, b)
        : undefined,
]);

/** What both verdicts must say: all but the time it took, the layers of the box, and the file's path. */
function comparable(verdict: Verdict): Json {
  const { durationMs: _, box: __, file: ___, ...rest } = verdict;
  return toJson({
    ...rest,
    checks: rest.checks.map((check) => {
      // The two compilers map a place inside a line from different tokens: of an exception, the line is compared.
      const { finding } = check;
      if (finding?.code !== "threw") return check;
      const { column: ____, ...placed } = finding;
      return { ...check, finding: placed };
    }),
  } as unknown as Verdict);
}

describe.skipIf(!hasBrowser)(`a verdict in a page${browserNote}`, () => {
  let library: Library;
  let site: PlaygroundSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    library = (await import(pathToFileURL(join(root, "dist/library.js")).href)) as Library;
    [site, browser] = await Promise.all([playgroundSite(["ex10-mse-gradients"]), launch()]);
    page = await browser.newPage();
    await page.goto(site.served("ex10-mse-gradients"));
    await page.waitForSelector(".cm-content");
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function onCommandLine({ slug, path }: Job, deadlines: object): Promise<Verdict> {
    const { source, sha256 } = library.readSubmission(path);
    const box = library.createNodeBox(deadlines);
    try {
      const exercise = await library.loadExercise(slug);
      return withLines(await library.grade(exercise, { file: path, source, sha256 }, box, { seed }), source);
    } finally {
      box.close();
    }
  }

  const inPage = (where: Page, { slug, path }: Job, deadlines: object): Promise<Verdict> =>
    where.evaluate(
      async ([slug, source, seed, deadlines]) => {
        const folder = new URL("../play/", location.href).href;
        const grader = await chainrulePlayground.grader(slug, folder);
        try {
          return await grader.grade(source, seed, deadlines);
        } finally {
          grader.stop();
        }
      },
      [slug, library.readSubmission(path).source, seed, deadlines] as const,
    );

  async function compare(job: Job, where: Page = page): Promise<Verdict> {
    const deadlines = endless.includes(nameOf(job.path)) ? { loadMs: 500, callMs: 500 } : {};
    const [wanted, got] = await Promise.all([onCommandLine(job, deadlines), inPage(where, job, deadlines)]);
    expect(comparable(got)).toEqual(comparable(wanted));
    return got;
  }

  // Of other exercises the model answer stands for what is right.
  const right = fixtures("pass").filter(({ slug }) => isLong || slug.startsWith("ex10-"));
  for (const job of [...right, ...shareOf(fixtures("fail"), 8, ({ path }) => nameOf(path))]) {
    it(`on ${basename(job.path)} is the one of the command line`, async () => {
      const { status, score, maxScore } = await compare(job);
      if (job.path.includes("/pass/")) expect([status, score]).toEqual(["pass", maxScore]);
      else expect(status).toBe("fail");
    });
  }

  for (const job of shareOf(hostile, 11, ({ path }) => nameOf(path))) {
    it(`on ${basename(job.path)} gives it nothing, as on the command line`, async () => {
      expect((await compare(job)).score).toBe(0);
    });
  }

  for (const slug of shareOf(slugs, 3)) {
    it(`passes the model answer of ${slug}, and takes its stub for one`, async () => {
      const { status } = await compare({ slug, path: join(root, "solutions", `${slug}.ts`) });
      expect(status).toBe("pass");
      const stub = join(root, "exercises", slug, `${slug.replace(/^ex\d+-/, "")}.ts`);
      const { checks } = await compare({ slug, path: stub });
      const codes = checks.flatMap(({ finding }) => (finding === undefined ? [] : [finding.code]));
      expect(new Set(codes)).toEqual(new Set(["not-implemented"]));
    });
  }

  for (const name of ["fail/sign.ts", "fail/syntax.ts", "pass/loop.ts", "hostile/import-builtin.ts"]) {
    it(`opened from disk says of ${name} what the command itself prints`, async () => {
      const path = join(root, "tests/fixtures", name);
      const disk = await browser.newPage();
      await disk.goto(site.onDisk("ex10-mse-gradients"));
      await disk.waitForSelector(".cm-content");
      const got = comparable(await inPage(disk, { slug: "ex10-mse-gradients", path }, {}));
      const args = ["dist/chainrule.js", "grade", "ex10", "--json", "--seed", String(seed), "--file", path];
      let printed = "";
      try {
        printed = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
      } catch (error) {
        // Exit code 1: it fell short.
        printed = (error as { stdout: string }).stdout;
      }
      // The command names the file to replay it with.
      const wanted = JSON.parse(printed, (key, value) =>
        key === "replay" ? value.replace(/ --file \S+$/, "") : value,
      );
      expect(got).toEqual(comparable(wanted));
      await disk.close();
    });
  }

  it("leaves out no hostile submission without a reason, and none that is not there", () => {
    const names = fixtures("hostile").map(({ path }) => nameOf(path));
    expect(names).toEqual(expect.arrayContaining([...Object.keys(incomparable), ...endless]));
  });
});

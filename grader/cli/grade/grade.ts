/** `grade`: one exercise, all of them, or one after each save. */

import { resolve } from "node:path";
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import type { Box } from "../../box/box.ts";
import { aboutExercise, unitOf } from "../../course/about.ts";
import {
  derivationSlugs,
  findSlug,
  isDerivation,
  shortName,
  slugs,
  stubPath,
} from "../../course/exercises.ts";
import { shownPath } from "../../course/root.ts";
import type { Submission } from "../../judge/grade.ts";
import { usualPoints } from "../../judge/points.ts";
import { UsageError } from "../../usage-error.ts";
import { formatFor } from "../../verdict/ci/index.ts";
import { notGraded } from "../../verdict/not-graded.ts";
import { renderTerminal } from "../../verdict/render-terminal.ts";
import { toJson } from "../../verdict/to-json.ts";
import type { Verdict } from "../../verdict/verdict.ts";
import { closeEarly, takeBox } from "../box/early.ts";
import { assertStrong } from "../box/official.ts";
import { exitCode } from "../exit-code.ts";
import { seedOf } from "../flags/seed.ts";
import { userCourse, userFolder } from "../npm/user-folder.ts";
import { terminalOf } from "../terminal/terminal.ts";
import { tellActions } from "./actions.ts";
import { ciMeta } from "./ci-meta.ts";
import { closeOracle, openOracle, oracleOf } from "./oracle.ts";
import { judge, judgeWritten, readWork, type Work } from "./submission.ts";
import { ungraded, unjudged } from "./ungraded.ts";

export interface GradeOptions {
  readonly file?: string;
  readonly watch?: true;
  readonly json?: true;
  readonly seed?: string;
  readonly deep?: true;
  readonly path?: string;
  readonly oracle?: string;
  readonly ci?: string;
  readonly official?: true;
  readonly allowWeakBox?: true;
}

/** Runs the command; the exit code. */
export async function grade(name: string | undefined, options: GradeOptions): Promise<number> {
  const seed = checked(name, options);
  const root = userCourse();
  const slug = name === undefined ? undefined : findSlug(name);
  if (options.watch === true) {
    const { watch } = await import("./watch/watch.ts");
    return watch(root, slug === undefined ? undefined : workOf(root, slug, options.file), options.seed);
  }
  const gpu = await openOracle(oracleOf(options.oracle), slug);
  try {
    return slug === undefined
      ? await gradeAll(root, seed, options, gpu)
      : await gradeOne(root, slug, seed, options, gpu);
  } finally {
    await closeOracle(gpu);
  }
}

async function gradeOne(
  root: string,
  slug: string,
  seed: number,
  options: GradeOptions,
  gpu: Gpu | undefined,
): Promise<number> {
  const work = workOf(root, slug, options.file);
  const source = await readWork(work).catch(async (error: Error) => {
    await sayUngraded(work, seed, options, error.message);
    throw error;
  });
  const verdict = await verdictOn(work, source, seed, options, gpu);
  const next = await nextAfter(slug, verdict);
  say(options, [verdict], {
    page: () => renderTerminal(verdict, { ...terminalOf(process.stdout), next }),
    data: () => toJson(verdict),
  });
  return exitCodeOf([verdict]);
}

/** Other programs are told as data what people read on stderr. */
async function sayUngraded({ slug, file }: Work, seed: number, options: GradeOptions, problem: string) {
  if (options.json !== true && options.ci === undefined) return;
  const { title, points } = await aboutExercise(slug);
  const verdict = ungraded({ slug, title, points, problem }, seed, file);
  say(options, [verdict], { page: () => `${problem}\n`, data: () => toJson(verdict) });
}

/** Loads what searches only where it is asked for. */
async function deepened(...given: Parameters<typeof import("./deep.ts").deepen>): Promise<Verdict> {
  const { deepen } = await import("./deep.ts");
  return deepen(...given);
}

/** A derivation. People who read the page are told more at the second try; programs get the same each time. */
async function written(
  work: Work,
  source: Submission,
  seed: number,
  { json, ci }: GradeOptions,
): Promise<Verdict> {
  if (json === true || ci !== undefined || work.isGiven) return judgeWritten(work, source, seed);
  const { isToldAgain, keepTold } = await import("./told.ts");
  const root = userCourse();
  const verdict = await judgeWritten(work, source, seed, isToldAgain(root, work.slug, source.sha256));
  keepTold(root, verdict);
  return verdict;
}

/** The verdict, even where there is not so much as a box: every format has a way to say that. */
async function verdictOn(
  work: Work,
  source: Submission,
  seed: number,
  options: GradeOptions,
  gpu: Gpu | undefined,
): Promise<Verdict> {
  try {
    if (isDerivation(work.slug)) {
      closeEarly();
      return await written(work, source, seed, options);
    }
    const box = await boxFor(options);
    const verdict = await judge(work, source, box, seed, gpu);
    const { path } = options;
    const whole = isDeep(options) ? await deepened(work, source, box, verdict, { path, gpu }) : verdict;
    box.close();
    return whole;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (process.env.CHAINRULE_DEBUG === "1") console.error(error);
    const { slug, file } = work;
    const { sha256 } = source;
    const about = { slug, title: slug, unit: 0, unitTitle: "", requires: [], points: usualPoints(1) };
    return { ...unjudged(about, seed, error), file, sha256 };
  }
}

async function gradeAll(
  root: string,
  seed: number,
  options: GradeOptions,
  gpu: Gpu | undefined,
): Promise<number> {
  const { gradeBoard } = await import("./board.ts");
  const { renderBoard } = await import("./render-board.ts");
  const strong = options.official === true;
  const rows = await gradeBoard({ root, seed, strong, newBox: () => boxFor(options), gpu });
  const verdicts = rows.flatMap((row) => (row.verdict === undefined ? [] : [row.verdict]));
  const counted = rows.map((row) => row.verdict ?? ungraded(row, seed));
  say(options, counted, {
    page: () => renderBoard(rows, seed, terminalOf(process.stdout)),
    data: () => ({ schema: "chainrule/board@1", verdicts: counted.map(toJson) }),
  });
  for (const { problem } of rows) if (problem !== undefined) process.stderr.write(`${problem}\n`);
  if (options.ci === undefined && options.json !== true) sayNotGraded(counted);
  const code = exitCodeOf(verdicts);
  return code === exitCode.pass && verdicts.length < rows.length ? exitCode.short : code;
}

/** The seed, once all options are known to make sense together. */
function checked(name: string | undefined, options: GradeOptions): number {
  const { file, watch, json, seed, oracle, ci } = options;
  if (oracleOf(oracle) === "webgpu" && watch === true) {
    throw new UsageError("--watch: grades with the CPU, and so without --oracle webgpu; leave one out");
  }
  if (ci !== undefined && formatFor(ci) === undefined) {
    throw new UsageError(`--ci: a format that \`npm run grade -- --help\` lists, got ${JSON.stringify(ci)}`);
  }
  if (file !== undefined && name === undefined) {
    throw new UsageError("--file: needs the exercise as well: npm run grade ex04 -- --file FILE");
  }
  if (watch === true && (json === true || ci !== undefined)) {
    throw new UsageError("--watch: is for people and goes neither with --json nor with --ci; leave one out");
  }
  if (isDeep(options)) checkDeep(name, options);
  return seedOf(seed);
}

/** `--path` names an input of the deep round. */
const isDeep = ({ deep, path }: GradeOptions): boolean => deep === true || path !== undefined;

function checkDeep(name: string | undefined, { watch, ci, seed, path }: GradeOptions): void {
  if (name !== undefined && isDerivation(findSlug(name)))
    throw new UsageError("--deep: searches inputs of a function, and a derivation has none; leave it out");
  if (name === undefined) throw new UsageError("--deep: takes one exercise: npm run grade ex04 -- --deep");
  if (watch === true) throw new UsageError("--deep: takes its time, and --watch has none; leave one out");
  if (ci !== undefined)
    throw new UsageError("--deep: gives no points, and goes not with --ci; leave one out");
  if (path !== undefined && seed === undefined)
    throw new UsageError("--path: needs the seed that was printed with it: --seed N --path P");
}

/** The submission of an exercise: the stub, or the file that the user names from where the user is. */
function workOf(root: string, slug: string, file: string | undefined): Work {
  const path = file === undefined ? stubPath(root, slug) : resolve(userFolder(), file);
  return { slug, path, file: shownPath(path, root), isGiven: file !== undefined };
}

async function boxFor({ official, allowWeakBox }: GradeOptions): Promise<Box> {
  if (official !== true) return takeBox();
  const { createNodeBox, describeLayers } = await import("../../box/node-box.ts");
  assertStrong(describeLayers("strong"), process.versions.node, allowWeakBox === true);
  closeEarly();
  return createNodeBox({ isolation: "strong" });
}

/** Why there is no grade, for whoever reads no page. */
function sayNotGraded(verdicts: readonly Verdict[]): void {
  const line = notGraded(verdicts);
  if (line !== undefined) process.stderr.write(`${line}\n`);
}

/** One page, or one JSON object and nothing else. */
function say(
  { json, ci }: GradeOptions,
  verdicts: readonly Verdict[],
  forms: { readonly page: () => string; readonly data: () => unknown },
): void {
  const { stdout } = process;
  if (ci !== undefined || json === true) sayNotGraded(verdicts);
  const format = ci === undefined ? undefined : formatFor(ci);
  if (ci !== undefined && format !== undefined) {
    const result = format(verdicts, ciMeta(process.env)).stdout;
    tellActions({ format: ci, result, verdicts, page: forms.page });
    stdout.write(result);
  } else stdout.write(json === true ? `${JSON.stringify(forms.data())}\n` : forms.page());
}

/** What to do after a pass. */
async function nextAfter(slug: string, { status }: Verdict): Promise<string> {
  const all = isDerivation(slug) ? derivationSlugs() : slugs();
  const next = all[all.indexOf(slug) + 1];
  const unit = status === "pass" ? await capstoneAfter(slug, next, all) : undefined;
  if (unit !== undefined)
    return `npm run capstone ${unit}: your functions at real work${next === undefined ? "" : `; or npm run grade ${shortName(next)}`}`;
  return next === undefined
    ? "this is the last exercise; npm run grade shows all of them"
    : `npm run grade ${shortName(next)}`;
}

/** The unit that an exercise is the last of, where it has a capstone that this course can run. */
async function capstoneAfter(
  slug: string,
  next: string | undefined,
  all: readonly string[],
): Promise<number | undefined> {
  if (isDerivation(slug)) return undefined;
  const unit = await unitOf(slug);
  if (next !== undefined && (await unitOf(next)) === unit) return undefined;
  const { capstonesFor } = await import("../../capstone/capstones.ts");
  return capstonesFor(all.map(shortName)).find((one) => one.unit === unit)?.unit;
}

/** An error of the judge outweighs what fell short: it is a fault of ours. */
function exitCodeOf(verdicts: readonly Verdict[]): number {
  if (verdicts.some(({ status }) => status === "error")) return exitCode.fault;
  const passes = ({ status, deep }: Verdict): boolean =>
    status === "pass" && (deep === undefined || deep.findings.length === 0);
  return verdicts.every(passes) ? exitCode.pass : exitCode.short;
}

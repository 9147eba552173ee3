/**
 * Writes what is made of the author's texts anew: each stub, and each README.md. A stub that a person has worked in is
 * left alone.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { FormulaError } from "../derivation/formula-error.ts";
import type { DerivationExercise } from "../exercise/derivation.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { calledIn } from "../exercise/wanted.ts";
import { type Refusal, refuse } from "./check/refusal.ts";
import { derivationsIn, idsIn, pathsOf, pathsOfDerivation, type Slug, slugOf, slugsIn } from "./course.ts";
import { derivationReadme, derivationStub, isBare } from "./derivation-texts.ts";
import { docComment } from "./doc-comment.ts";
import { givenDeclarations } from "./given-declarations.ts";
import { type Comments, isUntouched, stubOf } from "./stub-of.ts";
import { RefusedText } from "./task/refused-text.ts";
import { taskPage } from "./task/task-page.ts";
import { textOf } from "./text-of.ts";
import { writeWhole } from "./write-whole.ts";

export interface StubReport {
  readonly file: string;
  /** `stale`: only compared, and not what it should be. `kept`: holds work. `broken`: cannot be made. */
  readonly state: "new" | "changed" | "same" | "stale" | "kept" | "broken";
  /** Why, for stale, kept and broken. */
  readonly refusal?: Refusal;
}

export interface StubOptions {
  /** Compare and write nothing. */
  readonly check?: boolean;
  /** Overwrite work, too. */
  readonly force?: boolean;
  /** These exercises alone. */
  readonly only?: readonly string[];
}

/**
 * Brings the stubs and tasks of all exercises up to date.
 *
 * @param load an exercise by its slug
 * @param loadWritten a derivation by its slug
 */
export async function writeStubs(
  root: string,
  load: (slug: string) => Promise<Exercise>,
  options: StubOptions = {},
  loadWritten?: (slug: string) => Promise<{ exercise: DerivationExercise; page: string }>,
): Promise<StubReport[]> {
  const reports: StubReport[] = [];
  const { only = slugsIn(root) } = options;
  for (const slug of only.map(slugOf)) {
    if (slug === undefined) continue;
    const { solution, stub, exercise: declaration } = pathsOf(slug);
    if (!existsSync(join(root, solution))) continue;
    const exercise = await load(slug.slug).catch((error: Error) => error);
    if (exercise instanceof Error) {
      const what = `does not load: ${exercise.message.split("\n")[0]}`;
      reports.push({ file: stub, state: "broken", refusal: refuse(declaration, what, "mend it") });
    } else reports.push(...writeStub(root, slug, exercise, options));
  }
  if (loadWritten !== undefined)
    for (const slug of derivationsIn(root)) {
      const { exercise, page } = await loadWritten(slug);
      reports.push(...writeDerivation(root, exercise, page, options));
    }
  return reports;
}

/** Brings the two texts of a derivation up to date. */
export function writeDerivation(
  root: string,
  exercise: DerivationExercise,
  page: string,
  options: StubOptions,
): StubReport[] {
  const { stub, readme, task, declaration } = pathsOfDerivation(exercise.slug);
  const makes: Make[] = [
    { file: stub, from: "derivation.ts", text: () => derivationStub(exercise), mayHoldWork: true },
    {
      file: readme,
      from: "task.md, derivation.ts and the page",
      text: () => derivationReadme(exercise, page, textOf(root, task)),
      mayHoldWork: false,
    },
  ];
  return makes.map((make) => written(root, { isUntouched: isBare, from: declaration }, make, options));
}

/** Brings the stub and the task of one exercise up to date. */
export function writeStub(
  root: string,
  slug: Slug,
  exercise: Exercise,
  options: StubOptions = {},
): StubReport[] {
  const paths = pathsOf(slug);
  const stub = (): string =>
    stubOf(
      textOf(root, paths.solution),
      slug.id,
      commentsOf(exercise, paths.exercise),
      givenDeclarations(root, exercise),
    );
  const makes: Make[] = [
    {
      file: paths.stub,
      from: `${paths.solution} and exercise.ts`,
      text: stub,
      mayHoldWork: true,
    },
  ];
  // That a task is missing is said by the check.
  if (existsSync(join(root, paths.task))) {
    const text = (): string => taskPage(slug, exercise, textOf(root, paths.task), stub(), idsIn(root));
    makes.push({ file: paths.readme, from: "task.md and exercise.ts", text, mayHoldWork: false });
  }
  const source = { isUntouched: (text: string) => isUntouched(text, slug.id), from: paths.solution };
  return makes.map((make) => written(root, source, make, options));
}

/** What a file is made of: what is refused, and how work in it is told. */
interface Origin {
  readonly from: string;
  readonly isUntouched: (text: string) => boolean;
}

/** The comments of the functions that the student writes; a class's stay in its solution. */
const commentsOf = (exercise: Exercise, file: string): Comments =>
  new Map(Object.entries(calledIn(exercise)).map(([name, fn]) => [name, docComment(name, fn, file)]));

interface Make {
  readonly file: string;
  /** What it is made from, in words. */
  readonly from: string;
  readonly text: () => string;
  readonly mayHoldWork: boolean;
}

function written(root: string, origin: Origin, make: Make, options: StubOptions): StubReport {
  const { file, from } = make;
  let fresh: string;
  try {
    fresh = make.text();
  } catch (error) {
    return { file, state: "broken", refusal: refusalOf(error, origin.from) };
  }
  const isThere = existsSync(join(root, file));
  const present = textOf(root, file);
  if (isThere && present === fresh) return { file, state: "same" };
  if (isThere && make.mayHoldWork && !options.force && !origin.isUntouched(present)) {
    const mend = "`npm run stubs -- --force` makes it bare again";
    return { file, state: "kept", refusal: refuse(file, "is solved, or edited", mend) };
  }
  if (options.check) {
    const what = isThere ? `is not what ${from} give` : "is missing";
    return { file, state: "stale", refusal: refuse(file, what, "run `npm run stubs`") };
  }
  writeWhole(join(root, file), fresh);
  return { file, state: isThere ? "changed" : "new" };
}

/** @throws what is no fault of an author's text */
function refusalOf(error: unknown, solution: string): Refusal {
  if (error instanceof RefusedText) return error.refusal;
  if (error instanceof FormulaError) return refuse(solution, error.message, "mend it, or the page");
  if (error instanceof SyntaxError) return refuse(solution, error.message, "mend the syntax");
  throw error;
}

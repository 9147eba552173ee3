/**
 * All checks of one exercise, the cheap ones first.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Box } from "../../box/box.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { derivationPath, pathsOf, type Slug } from "../course.ts";
import { writeStub } from "../stubs.ts";
import { undeclared } from "./declared.ts";
import { falseRelations } from "./derivation.ts";
import { untold } from "./distinctions/untold.ts";
import { wordsOfOneAnswer } from "./edge-words.ts";
import { formless, strayFields } from "./fields.ts";
import { openTodos, unexpectedFiles, unfinishedFiles } from "./files.ts";
import { fallsShortInDepth } from "./in-depth.ts";
import { MISTAKE_SEEDS, namelessMistakes, noisyStub, SEEDS, shortAnswers } from "./judged.ts";
import { idleLaws, unsoundRefusals, withoutLaws } from "./laws/refused-laws.ts";
import { tryLaws } from "./laws/tried.ts";
import { absentMentions, unknownRequirements } from "./mentions.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { wrongSignatures } from "./signatures.ts";
import { lostReaders } from "./steps.ts";
import { wrongSymbols } from "./symbols.ts";
import { wordless } from "./words.ts";
import { wrongExamples } from "./wrong-examples.ts";

/** Seeds on which the distinctions of a solution must be told apart. */
const TOLD_SEEDS = 5;
/** Seeds on which laws are held against right and wrong answers. */
const LAW_SEEDS = 2;

export interface Course {
  /** The folder that holds exercises/, solutions/ and site/. */
  readonly root: string;
  /** An exercise by its slug, built from the files under root. */
  readonly load: (slug: string) => Promise<Exercise>;
  /** Seeds for solutions, where not all are wanted. */
  readonly seeds?: readonly number[];
}

/** Everything that keeps an exercise from being ready; empty for one that is. */
export async function checkExercise(course: Course, slug: Slug, box: () => Box): Promise<Refusal[]> {
  const { root } = course;
  const paths = pathsOf(slug);
  const unfinished = unfinishedFiles(root, slug);
  const files = [...unfinished, ...unexpectedFiles(root, slug)];
  let exercise: Exercise;
  try {
    exercise = await course.load(slug.slug);
  } catch (error) {
    const why = (error as Error).message.split("\n")[0] ?? "";
    // Without the exercise nothing else can be said; a missing file has been said.
    return files.length > 0 ? files : [refuse(paths.exercise, `does not load: ${why}`, "mend it")];
  }
  const bare = formless(slug, exercise);
  if (bare.length > 0) return [...files, ...bare];
  const said = [...files, ...wronglyDeclared(root, slug, exercise)];
  // What is not written yet is not worth a judgement.
  if (unfinished.length > 0) return said;
  return [...said, ...(await judged(course, slug, exercise, box()))];
}

/** Everything that can be said without an answer to any call. */
export const wronglyDeclared = (root: string, slug: Slug, exercise: Exercise): Refusal[] => [
  ...wronglyWritten(root, slug, exercise),
  ...falseRelations(root, exercise.derivation),
];

/** Everything that can be said by reading, without a number. */
export const wronglyWritten = (root: string, slug: Slug, exercise: Exercise): Refusal[] => [
  ...openTodos(root, [derivationPath(exercise.derivation)]),
  ...strayFields(slug, exercise),
  ...undeclared(root, slug, exercise),
  ...unknownRequirements(root, slug, exercise),
  ...absentMentions(root, slug, exercise),
  ...wrongSymbols(root, slug, exercise),
  ...lostReaders(root, slug, exercise),
  ...wordless(root, slug, exercise),
  ...wrongSignatures(root, slug, exercise),
  ...stale(root, slug, exercise),
];

async function judged(course: Course, slug: Slug, declared: Exercise, box: Box): Promise<Refusal[]> {
  const { root, seeds = SEEDS } = course;
  try {
    const { sound, unsound } = tryLaws(declared, seeds.slice(0, LAW_SEEDS));
    const exercise = withoutLaws(declared, unsound);
    const { solution, provided } = pathsOf(slug);
    const answers = [solution, ...(existsSync(join(root, provided)) ? [provided] : [])];
    const short = await shortAnswers(root, slug, answers, exercise, box, seeds);
    const isRight = !short.has(solution);
    return [
      ...wordsOfOneAnswer(slug, exercise),
      ...(await noisyStub(root, slug, exercise, box)),
      ...short.values(),
      // Where solution and reference differ, the right answers may be wrong.
      ...unsoundRefusals(root, slug, isRight ? unsound : unsound.filter(({ isFalse }) => !isFalse)),
      ...(isRight ? await fallsShortInDepth(root, slug, exercise, box) : []),
      // What a wrong answer treats apart says nothing.
      ...(isRight ? await untold(root, slug, exercise, seeds.slice(0, TOLD_SEEDS)) : []),
      ...(isRight ? wrongExamples(root, slug, exercise) : []),
      ...(isRight ? await idleLaws(root, slug, exercise, sound) : []),
      ...(await namelessMistakes(slug, exercise, seeds.slice(0, MISTAKE_SEEDS))),
    ];
  } catch (error) {
    return [
      refuse(pathsOf(slug).exercise, `cannot be judged: ${(error as Error).message}`, "mend the exercise"),
    ];
  } finally {
    box.close();
  }
}

/** What `npm run stubs` would write otherwise, or cannot write. */
function stale(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  if (!existsSync(join(root, pathsOf(slug).solution))) return [];
  const refusals = writeStub(root, slug, exercise, { check: true }).flatMap(({ refusal }) => refusal ?? []);
  // A syntax error of the solution is said where signatures are compared; a missing file among the files.
  return refusals.filter(
    ({ file, what }, i) =>
      file !== pathsOf(slug).solution &&
      what !== "is missing" &&
      refusals.findIndex((one) => one.what === what) === i,
  );
}

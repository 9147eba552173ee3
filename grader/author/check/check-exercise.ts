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
import { openTodos, unexpectedFiles, unfinishedFiles } from "./files.ts";
import { namelessMistakes, noisyStub, SEEDS, shortSolution } from "./judged.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { wrongSignatures } from "./signatures.ts";
import { wordless } from "./words.ts";

/** Seeds on which the distinctions of a solution must be told apart. */
const TOLD_SEEDS = 5;

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
  const said = [
    ...files,
    ...openTodos(root, [derivationPath(exercise.derivation)]),
    ...undeclared(root, slug, exercise),
    ...falseRelations(root, exercise.derivation),
    ...wordless(root, slug, exercise),
    ...wrongSignatures(root, slug, exercise),
    ...stale(root, slug, exercise),
  ];
  // What is not written yet is not worth a judgement.
  if (unfinished.length > 0) return said;
  return [...said, ...(await judged(course, slug, exercise, box()))];
}

async function judged(course: Course, slug: Slug, exercise: Exercise, box: Box): Promise<Refusal[]> {
  try {
    const seeds = course.seeds ?? SEEDS;
    const { solution, provided } = pathsOf(slug);
    const short = await shortSolution(course.root, slug, solution, exercise, box, seeds);
    const isProvided = existsSync(join(course.root, provided));
    return [
      ...wordsOfOneAnswer(slug, exercise),
      ...(await noisyStub(course.root, slug, exercise, box)),
      ...short,
      ...(isProvided ? await shortSolution(course.root, slug, provided, exercise, box, seeds) : []),
      // What a wrong answer treats apart says nothing.
      ...(short.length === 0 ? await untold(course.root, slug, exercise, seeds.slice(0, TOLD_SEEDS)) : []),
      ...(await namelessMistakes(slug, exercise)),
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

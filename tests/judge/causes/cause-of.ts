/** The first finding of a wrong function, made from right answers or as a program of this process. */
import type { Exercise } from "../../../grader/exercise/exercise.ts";
import type { Inputs } from "../../../grader/exercise/inputs.ts";
import { grade } from "../../../grader/judge/grade.ts";
import type { Returned, Value } from "../../../grader/value.ts";
import type { Finding } from "../../../grader/verdict/verdict.ts";
import { answerBox } from "../answer-box.ts";
import { file, solutionOf } from "../course.ts";
import { functionBox } from "../function-box.ts";

const SEED = 5;

const firstOf = async (
  exercise: Exercise,
  box: Parameters<typeof grade>[2],
): Promise<Finding | undefined> => {
  const verdict = await grade(exercise, file, box, { seed: SEED });
  if (verdict.error !== undefined) throw new Error(verdict.error);
  return verdict.checks.find(({ finding }) => finding !== undefined)?.finding;
};

/** One function answers otherwise than right. */
export const findingOf = (
  exercise: Exercise,
  name: string,
  plant: (right: Value, inputs: Inputs) => unknown,
): Promise<Finding | undefined> =>
  firstOf(
    exercise,
    answerBox(exercise, (right, fn, inputs) =>
      fn === name ? (plant(right, inputs) as Returned) : (right as Returned),
    ),
  );

/** The model answer with functions of one's own in place of its own. */
export const findingWith = async (
  exercise: Exercise,
  wrong: Readonly<Record<string, (...args: never[]) => unknown>>,
): Promise<Finding | undefined> =>
  firstOf(exercise, functionBox({ ...(await solutionOf(exercise.slug)), ...wrong }));

export const idOf = (finding: Finding | undefined): string | undefined => finding?.cause?.id;

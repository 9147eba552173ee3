/** An exercise that is made up, and its task page. */
import { taskPage } from "../../../grader/author/task/task-page.ts";
import type { Exercise, ExerciseSpec } from "../../../grader/exercise/exercise.ts";
import { args, exercise, matrix, optional, scalar } from "../../../grader/exercise/form.ts";
import { mean } from "../../../reference/numbers/num.ts";

const slug = { slug: "ex99-made-up", id: "ex99", name: "made-up" };

/** An exercise in which only what a test is about is declared. */
export const made = (functions: object, more: Partial<ExerciseSpec> = {}): Exercise => ({
  ...exercise({
    title: "Made up",
    unit: 1,
    source: "A document, 1.2; another, 3",
    requires: [],
    derivation: "made-up",
    minutes: 20,
    symbols: { n: "number of examples", m: "number of features" },
    functions: functions as ExerciseSpec["functions"],
    hints: ["a?", "b?", "c"],
  }),
  ...more,
  slug: slug.slug,
  mistakes: {},
});

export const pageOf = (exercise: Exercise, task = "It is made up.", stub = ""): string =>
  taskPage(slug, exercise, task, stub, new Set(["ex01", "ex02", "ex03"]));

export const data = args({
  X: matrix("n m", "examples, one a row"),
  t: optional(scalar("threshold", { domain: "probability" }), 0.5),
});
export const share = data.answer<number>({
  says: "Share of entries",
  returns: scalar("share of the entries"),
  is: ({ X }) => mean(X.flat()).over(3),
  example: { X: [[1, 0]], t: undefined },
});

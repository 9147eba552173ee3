/**
 * Grading from a program: an exercise, a submission, a box, a verdict.
 *
 *     const boxes = createNodeBoxPool();
 *     const exercise = await loadExercise("ex10-mse-gradients");
 *     const submission = { ...readSubmission("answer.ts"), file: "answer.ts" };
 *     const verdict = await grade(exercise, submission, boxes.take(), { seed: 7 });
 */
export { createNodeBox } from "./box/node-box.ts";
export { createNodeBoxPool } from "./box/node-box-pool.ts";
export { readSubmission } from "./box/read.ts";
export { loadExercise } from "./course/exercises.ts";
export { grade } from "./judge/grade.ts";
export { toJson } from "./verdict/to-json.ts";

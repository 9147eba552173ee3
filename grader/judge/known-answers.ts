/**
 * A right answer and a wrong one whose verdicts are known, to be graded like any other: compiler, box, judge, verdict.
 * A grader that says anything else of them says nothing of a student's work.
 */
import type { Box } from "../box/box.ts";
import { CannotJudge } from "../box/cannot-judge.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { args, exercise, scalar } from "../exercise/form.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { grade } from "./grade.ts";

/** As small as an exercise can be: a class does not wait for it. */
const half: Exercise = {
  slug: "ex00-half",
  ...exercise({
    title: "Half of a number",
    unit: 1,
    source: "",
    requires: [],
    derivation: "",
    minutes: 20,
    functions: {
      half: args({ x: scalar("a number") }).answer({ returns: scalar("x/2"), is: ({ x }) => x.times(0.5) }),
    },
    hints: ["", "", ""],
  }),
};

const answerOf = (divisor: number): string =>
  `export function half(x: number): number {\n  return x / ${divisor};\n}\n`;

const known = [
  { name: "right", source: answerOf(2), status: "pass", score: 10, code: undefined },
  { name: "wrong", source: answerOf(3), status: "fail", score: 0, code: "wrong-value" },
] as const;

const judged = (source: string, box: Box): Promise<Verdict> =>
  grade(half, { file: "half.ts", source, sha256: "0".repeat(64) }, box, { seed: 1 });

/** How often an answer is tried whose box somebody else ends: that is no fault of the grader. */
const TRIES = 3;

/**
 * Grades both.
 *
 * @throws CannotJudge if one could not be judged, or came out otherwise than it is known to
 */
export async function proveSound(box: Box): Promise<void> {
  for (const { name, source, status, score, code } of known) {
    let verdict = await judged(source, box);
    for (let tries = 1; verdict.status === "error" && tries < TRIES; tries++)
      verdict = await judged(source, box);
    if (verdict.status === "error") throw new CannotJudge(verdict.error ?? "no reason given");
    const found = verdict.checks.find(({ finding }) => finding !== undefined)?.finding?.code;
    if (verdict.status === status && verdict.score === score && found === code) continue;
    throw new CannotJudge(
      `The grader is broken: it says ${verdict.score} of ${verdict.maxScore} points to an answer that is known to be ${name}; \`npm ci\` sets it up anew, \`npm run doctor\` says what works`,
    );
  }
}

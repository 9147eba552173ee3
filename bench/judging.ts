/** The judge alone, one exercise after another: right answers come from memory, at no cost. */
import type { Box, Call, CallOutcome } from "../grader/box/box.ts";
import { loadExercise, slugs } from "../grader/course/exercises.ts";
import type { Exercise } from "../grader/exercise/exercise.ts";
import { grade } from "../grader/judge/grade.ts";
import type { Returned } from "../grader/value.ts";
import { answerBox, type Plant } from "../tests/judge/answer-box.ts";
import { median } from "./rounds.ts";

const ROUNDS = 9;
const right: Plant = (value) => value as Returned;

export interface Judging {
  readonly slug: string;
  /** Milliseconds of the first submission of a seed, whose inputs have to be drawn, and of a further one. */
  readonly firstMs: number;
  readonly furtherMs: number;
}

/** A box that knows the answers; how long it took to find them does not count. */
function knowing(exercise: Exercise) {
  const box = answerBox(exercise, right);
  const known = new Map<readonly Call[], readonly CallOutcome[]>();
  const spent = { ms: 0 };
  const call = async (calls: readonly Call[]): Promise<readonly CallOutcome[]> => {
    const begun = performance.now();
    const outcomes = known.get(calls) ?? (await box.call(calls));
    known.set(calls, outcomes);
    spent.ms += performance.now() - begun;
    return outcomes;
  };
  return { box: { ...box, call } satisfies Box, spent };
}

async function timed(exercise: Exercise, { box, spent }: ReturnType<typeof knowing>, seed: number) {
  spent.ms = 0;
  const begun = performance.now();
  const { status, error } = await grade(exercise, { file: "answer.ts", source: "", sha256: "" }, box, {
    seed,
  });
  const ms = performance.now() - begun - spent.ms;
  if (status !== "pass") throw new Error(`${exercise.slug}, seed ${seed}: ${status} ${error ?? ""}`);
  return ms;
}

/** Every exercise, in the order of the course. */
export async function judging(): Promise<readonly Judging[]> {
  const all: Judging[] = [];
  for (const slug of slugs()) {
    const exercise = await loadExercise(slug);
    const [first, further]: [number[], number[]] = [[], []];
    for (let seed = 0; seed <= ROUNDS; seed++) {
      const box = knowing(exercise);
      const [one, another] = [await timed(exercise, box, seed), await timed(exercise, box, seed)];
      // The first seed warms the engine.
      if (seed === 0) continue;
      first.push(one);
      further.push(another);
    }
    all.push({ slug, firstMs: median(first), furtherMs: median(further) });
  }
  return all;
}

import type { Verdict } from "../verdict/verdict.ts";
import type { BoardRow } from "./board.ts";

/**
 * The verdict on an exercise that could not be graded, such as one whose file is gone: no point of all it is worth.
 * Left out, it would lower what the others are counted against, and deleting a file would raise the grade.
 */
export function ungraded(
  { slug, title, points, problem }: Pick<BoardRow, "slug" | "title" | "points" | "problem">,
  seed: number,
  file = `exercises/${slug}`,
): Verdict {
  return {
    schema: "chainrule/verdict@1",
    exercise: slug,
    title,
    file,
    // Of no bytes at all.
    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    seed,
    oracle: "cpu-f64",
    status: "fail",
    score: 0,
    maxScore: points,
    durationMs: 0,
    checks: [],
    ...(problem === undefined ? {} : { error: problem }),
    box: { inForce: [], missing: [] },
  };
}

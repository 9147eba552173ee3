import type { Verdict } from "../../verdict/verdict.ts";

/**
 * The verdict on an exercise that could not be graded, such as one whose file is gone: no point of all it is worth.
 * Left out, it would lower what the others are counted against, and deleting a file would raise the grade.
 */
export const ungraded = (
  { problem, ...row }: Row & { readonly problem?: string },
  seed: number,
  file?: string,
): Verdict => ({
  ...withoutChecks(row, seed, file),
  status: "fail",
  ...(problem === undefined ? {} : { error: problem }),
});

/** The verdict on an exercise that something of ours, or of the machine, kept from being judged. */
export const unjudged = (row: Row, seed: number, fault: unknown): Verdict => ({
  ...withoutChecks(row, seed),
  status: "error",
  error: fault instanceof Error ? fault.message : String(fault),
});

/** What a verdict says of its exercise, whatever becomes of the answer. */
interface Row {
  readonly slug: string;
  readonly title: string;
  readonly points: number;
}

function withoutChecks(
  { slug, title, points }: Row,
  seed: number,
  file = `exercises/${slug}`,
): Omit<Verdict, "status"> {
  return {
    schema: "chainrule/verdict@1",
    exercise: slug,
    title,
    file,
    // Of no bytes at all.
    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    seed,
    oracle: "cpu-f64",
    score: 0,
    maxScore: points,
    durationMs: 0,
    checks: [],
    box: { inForce: [], missing: [] },
  };
}

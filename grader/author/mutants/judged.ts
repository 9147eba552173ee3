/** What the judge makes of one edit of a right answer. */
import type { Exercise } from "../../exercise/exercise.ts";
import type { NeighbourProgram } from "../../judge/causes/neighbour-program.ts";
import { grade } from "../../judge/grade.ts";
import type { Finding } from "../../verdict/verdict.ts";
import { type Equivalence, equivalence } from "./equivalence.ts";
import { ProgramBox } from "./program-box.ts";
import { isSeenWrong } from "./seen-wrong.ts";

/** Findings that say by themselves what happened: an exception, a shape, a loop without end. */
const PLAIN: ReadonlySet<string> = new Set([
  "threw",
  "timeout",
  "crashed",
  "out-of-memory",
  "changed-input",
  "not-deterministic",
  "wrong-shape",
  "wrong-type",
  "syntax-error",
  "not-implemented",
  "missing-function",
  "not-allowed",
]);

/** What the first finding on a refused edit says. */
export interface Told {
  readonly code: string;
  /** Whether it says why: by a cause, or by what it is. */
  readonly isNamed: boolean;
  readonly message: string;
  /** Its cause's kind and id. */
  readonly cause?: string;
}

export type JudgedMutant =
  /** It gives right answers on whatever it is asked. */
  | { readonly fate: "equivalent"; readonly why: Equivalence }
  /** It passes, and is wrong on some input: the judge has overlooked it. */
  | { readonly fate: "survivor" }
  /** Refused; what is said of it is there where it was asked for. */
  | { readonly fate: "rejected"; readonly told?: Told }
  /** The judge gives no grade. */
  | { readonly fate: "not judged"; readonly error: string };

/** What an edge case says where its exception did not come. */
const NOTHING_THROWN = /^The contract asks for an exception here/;

/**
 * @param source the edited text, which tells some causes of NaN
 * @param isTold whether it is asked what is said of it, which takes many times as long as to refuse it
 */
export async function judgedMutant(
  exercise: Exercise,
  program: NeighbourProgram,
  edit: number,
  source: string,
  seed: number,
  isTold: boolean,
): Promise<JudgedMutant> {
  const submission = { file: `${exercise.slug}.ts`, source, sha256: "" };
  const box = new ProgramBox(exercise, program, edit);
  if (!isTold && (await isSeenWrong(exercise, box, seed))) return { fate: "rejected" };
  const { status, error, checks } = await grade(exercise, submission, box, { seed });
  if (status === "error") return { fate: "not judged", error: error ?? "" };
  if (status === "pass") {
    const why = equivalence(exercise, program, edit);
    return why === undefined ? { fate: "survivor" } : { fate: "equivalent", why };
  }
  const finding = checks.find((check) => check.finding !== undefined)?.finding;
  const { code = "", cause, message = "" } = finding ?? {};
  const told = { code, isNamed: isNamed(finding), message };
  return {
    fate: "rejected",
    told: cause === undefined ? told : { ...told, cause: `${cause.kind} ${cause.id}` },
  };
}

/** Whether a finding says why: by a cause, or by what it is. */
export const isNamed = (finding: Finding | undefined): boolean =>
  finding !== undefined &&
  (finding.cause !== undefined || PLAIN.has(finding.code) || NOTHING_THROWN.test(finding.message));

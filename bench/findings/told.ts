/** What a wrong answer is told, whether another seed's inputs contradict it, and what it took to find out. */
import { isNamed } from "../../grader/author/mutants/judged.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Check, Finding, Verdict } from "../../grader/verdict/verdict.ts";
import { isSoElsewhere } from "./so-elsewhere.ts";
import type { Subject } from "./subject.ts";
import { cpuMs, timedBox } from "./timed-box.ts";

export interface Told {
  readonly subject: Subject;
  /** What the first finding says. */
  readonly message: string;
  /** Its cause's kind and id. */
  readonly cause?: string;
  readonly isNamed: boolean;
  /** Whether an edge case's own words are its cause. */
  readonly isEdgeAlone: boolean;
  /** What other inputs have told instead; absent where they tell the same. */
  readonly instead?: string;
  /** Milliseconds of processor time that the grade took, without the box. */
  readonly ms: number;
}

/** An answer is graded again with so many seeds that follow: a cause that was chance is not met there. */
const FURTHER = 2;

type Graded = { readonly verdict: Verdict; readonly ms: number };

export async function graded(
  exercise: Exercise,
  { group, program, box: own }: Subject,
  seed: number,
): Promise<Graded> {
  const { box, spent } = group === "submissions" ? { box: own, spent: () => 0 } : timedBox(own);
  const begun = cpuMs();
  const verdict = await grade(exercise, { ...program, sha256: "" }, box, { seed });
  return { verdict, ms: cpuMs() - begun - spent() };
}

const firstOf = ({ checks }: Verdict): Check | undefined =>
  checks.find(({ finding }) => finding !== undefined);

/** All wrong answers of an exercise, seed by seed, since all share a seed's inputs; those that pass are left out. */
export async function toldOf(
  exercise: Exercise,
  subjects: readonly Subject[],
  seed: number,
): Promise<readonly Told[]> {
  const first = new Map<Subject, Graded>();
  for (const subject of subjects) {
    const one = await graded(exercise, subject, seed);
    // What is loaded or compiled for the first time is no work of this answer.
    const again = subject.wanted === undefined ? await graded(exercise, subject, seed) : one;
    if (one.verdict.status === "fail") first.set(subject, { ...one, ms: Math.min(one.ms, again.ms) });
  }
  const instead = new Map<Subject, string>();
  for (let further = seed + 1; further <= seed + FURTHER; further++)
    for (const [subject, { verdict }] of first) {
      const said = firstOf(verdict);
      if (subject.wanted !== undefined || said?.finding?.cause === undefined || instead.has(subject))
        continue;
      const other = (await graded(exercise, subject, further)).verdict.checks.find(
        ({ finding, function: name }) => finding !== undefined && name === said.function,
      );
      const { cause } = said.finding;
      if (claimOf(other?.finding) === claimOf(said.finding)) continue;
      if ((await isSoElsewhere(exercise, subject, said.function, cause, further)) !== true)
        instead.set(subject, other?.finding?.message ?? "nothing");
    }
  return [...first].map(([subject, { verdict, ms }]) => {
    const finding = firstOf(verdict)?.finding;
    const other = instead.get(subject);
    const named = subject.wanted === undefined ? isNamed(finding) : finding?.cause?.id === subject.wanted;
    return {
      subject,
      ms,
      message: finding?.message ?? "",
      isNamed: named,
      isEdgeAlone: finding?.cause?.id === "edge-case",
      ...(finding?.cause && { cause: `${finding.cause.kind} ${finding.cause.id}` }),
      ...(other !== undefined && { instead: other }),
    };
  });
}

/** A cause's sentence without its counts, which are the inputs'. */
const claimOf = (finding: Finding | undefined): string | undefined =>
  finding?.cause && `${finding.cause.id}: ${finding.cause.says.replaceAll(/\d[\d.,]*/g, "#")}`;

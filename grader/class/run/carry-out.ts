/** Carries out jobs in this process: each in a box of its own, each file in a fresh context of it. */
import { availableParallelism, loadavg } from "node:os";
import type { Box } from "../../box/box.ts";
import { createNodeBoxPool, type NodeBoxPool } from "../../box/node-box-pool.ts";
import { fileOf, isDerivation, loadExercise } from "../../course/exercises.ts";
import { distFolder } from "../../course/home.ts";
import { grade } from "../../judge/grade.ts";
import { proveSound } from "../../judge/known-answers.ts";
import type { Verdict } from "../../verdict/verdict.ts";
import { withLines } from "../../verdict/with-lines.ts";
import { courseDigests } from "./course-digest.ts";
import type { Job, JobFile, Outcome, Terms } from "./job.ts";

export class JobRoom {
  private boxes: { readonly terms: string; readonly pool: NodeBoxPool } | undefined;
  private isProven = false;
  private readonly checked = new Map<string, string>();

  /**
   * Before the first file, answers that are known are graded in the same box.
   *
   * @throws CannotJudge if they come out otherwise: nothing is graded here then
   */
  async carryOut({ terms, files }: Job, tell: (outcome: Outcome) => void): Promise<void> {
    const pool = this.poolFor(terms);
    let box = pool.take(
      files
        .filter(({ slug }) => !isDerivation(slug))
        .map(({ slug, source }) => ({ source, file: fileOf(slug) })),
    );
    try {
      if (!this.isProven) await proveSound(box);
      this.isProven = true;
      for (const file of files) {
        let verdict = await this.judge(file, terms, box);
        if (typeof verdict !== "string" && mayBeOurs(verdict)) {
          box.close();
          box = pool.take();
          verdict = await this.judge(file, terms, box);
        }
        tell(outcomeOf(file.key, verdict));
      }
    } finally {
      box.close();
    }
  }

  close(): void {
    this.boxes?.pool.close();
    this.boxes = undefined;
  }

  private async judge(file: JobFile, terms: Terms, box: Box): Promise<Verdict | string> {
    const { slug, source } = file;
    if (!this.hasCourse(slug, terms)) return "the course was built anew while it was graded; run it again";
    try {
      const submission = { ...file, file: fileOf(slug) };
      if (isDerivation(slug)) {
        // What reads formulas is loaded for derivations alone.
        const [{ loadDerivation }, { gradeDerivation }] = await Promise.all([
          import("../../course/derivations.ts"),
          import("../../judge/grade-derivation.ts"),
        ]);
        const { exercise, given } = await loadDerivation(slug, terms.points);
        return withLines(gradeDerivation(exercise, given, submission, { seed: terms.seed }), source);
      }
      const exercise = await loadExercise(slug, terms.points);
      return withLines(await grade(exercise, submission, box, { seed: terms.seed }), source);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Whether the exercise here is the one that the job means. */
  private hasCourse(slug: string, terms: Terms): boolean {
    const digest = this.checked.get(slug) ?? courseDigests(distFolder(), [slug])[slug]!;
    this.checked.set(slug, digest);
    return digest === terms.course[slug];
  }

  private poolFor({ isolation, limits }: Terms): NodeBoxPool {
    const terms = JSON.stringify([isolation, limits]);
    if (this.boxes?.terms !== terms) {
      this.close();
      this.boxes = { terms, pool: createNodeBoxPool({ isolation, ...limits }) };
    }
    return this.boxes.pool;
  }
}

const findingsOf = ({ checks }: Verdict) => checks.flatMap(({ finding }) => finding ?? []);

/** Whether it is worth a second look: an endless loop looks the same where far more wants to run than there are cores. */
const mayBeOurs = (verdict: Verdict): boolean =>
  findingsOf(verdict).some(({ code }) => code === "timeout") && isCrowded();

/** Our own workers and boxes come to less than two for each core. */
const isCrowded = (): boolean => (loadavg()[0] ?? 0) > 2 * availableParallelism();

function outcomeOf(key: string, verdict: Verdict | string): Outcome {
  if (typeof verdict === "string") return { key, fault: verdict };
  return verdict.status === "error" ? { key, fault: verdict.error ?? "not judged" } : { key, verdict };
}

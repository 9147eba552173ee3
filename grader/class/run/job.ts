/**
 * The unit of work: one student. A job says everything that its verdicts depend on, so that it can run in this
 * process, in another, or on another machine, and come to the same.
 */
import { createHash } from "node:crypto";
import type { Isolation } from "../../box/layers.ts";
import type { Text } from "../../box/text.ts";
import type { Verdict } from "../../verdict/verdict.ts";

/** What a submission may use. */
export interface Limits {
  readonly loadMs: number;
  readonly callMs: number;
  readonly totalMs: number;
  readonly memoryMb: number;
}

export const usualLimits: Limits = { loadMs: 2000, callMs: 2000, totalMs: 20_000, memoryMb: 192 };

/** How everything of a run is graded. */
export interface Terms {
  /** Digests of grader and exercise, by slug: a runner with another course must refuse. */
  readonly course: Readonly<Record<string, string>>;
  /** What exercises are worth, by slug, where it is not the course's own. */
  readonly points: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly limits: Limits;
  readonly isolation: Isolation;
  /** The layers of the box in force: a verdict from a weaker box is not one from a stronger. */
  readonly layers: readonly string[];
}

export interface JobFile extends Text {
  readonly slug: string;
  readonly sha256: string;
  /** Names the verdict: the same for the same file under the same terms. */
  readonly key: string;
}

export interface Job {
  /** Whose it is, for messages; no verdict depends on it. */
  readonly student: string;
  readonly terms: Terms;
  readonly files: readonly JobFile[];
}

/** What became of one file of a job. */
export type Outcome =
  | {
      readonly key: string;
      readonly verdict: Verdict;
      /** What it is compared with others by, where whoever graded it has taken them: fingerprints.ts. */
      readonly fingerprints?: Uint32Array;
    }
  /** It could not be judged; the same job may be tried again. */
  | { readonly key: string; readonly fault: string };

/** Whatever carries out jobs: the pool on this machine, or a queue to others. */
export interface Runner {
  /** How many jobs are worth giving to it at once. */
  readonly capacity: number;
  /** Carries out a job and tells each outcome as soon as it is known; each file has exactly one. */
  run(job: Job, tell: (outcome: Outcome) => void): Promise<void>;
  /** Ends everything that is under way. */
  close(): void;
}

/** The name of a verdict: a text of its own, since a slice of a longer one keeps all of it in memory. */
export function keyOf(
  slug: string,
  sha256: string,
  { course, points, seed, limits, isolation, layers }: Terms,
): string {
  const parts = [slug, sha256, course[slug], points[slug] ?? 0, seed, limits, isolation, layers];
  return createHash("sha256").update(JSON.stringify(parts)).digest().toString("hex", 0, 16);
}

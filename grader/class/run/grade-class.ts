/** Grades what a class handed in: every file that the journal does not know yet, and no file twice. */
import { existsSync } from "node:fs";
import { collect } from "../collect/collect.ts";
import { commitTime } from "../collect/commit-time.ts";
import type { Remark } from "../collect/remarks.ts";
import type { Submissions, Submitted } from "../collect/submissions.ts";
import { fingerprintsFor } from "../similar/fingerprints.ts";
import { Unusable } from "../usage.ts";
import { type Job, type JobFile, keyOf, type Outcome, type Runner, type Terms } from "./job.ts";
import type { Journal } from "./journal.ts";

export interface GradedFile {
  readonly key: string;
  readonly sha256: string;
  /** Where it lay, and other files that may be the work; there only where there are some. */
  readonly rivals?: { readonly path: string; readonly beside: readonly string[] };
}

/** What is remembered of a file: little, since a class has many. */
export type FileRecord = GradedFile | { readonly refused: string };

export interface AttemptRecord {
  /** The name of its folder; empty where there is one attempt only. */
  readonly name: string;
  readonly number: number;
  /** When the newest commit says that it was made. */
  readonly committedAt?: number;
  readonly files: ReadonlyMap<string, FileRecord>;
}

export interface StudentRecord {
  readonly folder: string;
  readonly attempts: readonly AttemptRecord[];
  readonly remarks: readonly Remark[];
  readonly problem?: string;
}

export interface Graded {
  /** In the order of the submissions. */
  readonly records: readonly StudentRecord[];
  /** Why a file could not be judged, by key. */
  readonly faults: ReadonlyMap<string, string>;
  /** Files judged in this run, and files whose verdict was there already. */
  readonly fresh: number;
  readonly known: number;
}

export interface Progress {
  readonly students: number;
  readonly of: number;
  readonly fresh: number;
  readonly known: number;
}

export interface ClassWork {
  readonly submissions: Submissions;
  readonly slugs: readonly string[];
  readonly terms: Terms;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly signal: AbortSignal;
  /** Grades again what the journal knows. */
  readonly force?: boolean;
  readonly show?: (progress: Progress) => void;
}

/** @throws what the journal or the signal throws; what was graded by then stays in the journal */
export async function gradeClass(work: ClassWork): Promise<Graded> {
  return new ClassRun(work).run();
}

class ClassRun {
  private readonly work: ClassWork;
  private readonly records: StudentRecord[] = [];
  private readonly faults = new Map<string, string>();
  /** Files that a job of this run has, done or not: two students may hand in the same. */
  private readonly taken = new Set<string>();
  private next = 0;
  private students = 0;
  private fresh = 0;
  private known = 0;
  private failure: unknown;

  constructor(work: ClassWork) {
    this.work = work;
  }

  async run(): Promise<Graded> {
    const { runner, signal } = this.work;
    signal.throwIfAborted();
    const stop = (): void => this.fail(signal.reason);
    signal.addEventListener("abort", stop);
    try {
      // More than work at once, so that the next job is read while the others run.
      await Promise.all(Array.from({ length: runner.capacity + 2 }, () => this.feed()));
    } finally {
      signal.removeEventListener("abort", stop);
    }
    if (this.failure !== undefined) throw this.failure;
    const { records, faults, fresh, known } = this;
    return { records, faults, fresh, known };
  }

  private fail(error: unknown): void {
    this.failure ??= error ?? new Error("stopped");
    this.work.runner.close();
  }

  private async feed(): Promise<void> {
    const { all } = this.work.submissions;
    while (this.next < all.length && this.failure === undefined) {
      const index = this.next++;
      try {
        await this.student(index, all[index]!);
      } catch (error) {
        this.fail(error);
      }
    }
  }

  private async student(index: number, submitted: Submitted): Promise<void> {
    const { runner, terms } = this.work;
    const files: JobFile[] = [];
    this.records[index] = this.recordOf(submitted, files);
    if (files.length > 0) {
      const job: Job = { student: submitted.folder, terms, files };
      await runner.run(job, (outcome) => this.take(outcome, files));
    }
    this.students++;
    this.show();
  }

  private take(outcome: Outcome, files: readonly JobFile[]): void {
    // After a failure nothing more is written: what comes now is graded again.
    if (this.failure !== undefined) return;
    try {
      const file = files.find(({ key }) => key === outcome.key);
      // The file's own text for its key, where the outcome's is another copy.
      const key = file?.key ?? outcome.key;
      // What could not be judged is never known from before.
      if ("fault" in outcome) this.faults.set(key, outcome.fault);
      else if (outcome.verdict.status === "error")
        this.faults.set(key, outcome.verdict.error ?? "no reason given");
      else {
        const { verdict, fingerprints = file && fingerprintsFor(verdict, file.source) } = outcome;
        this.work.journal.append(key, verdict, fingerprints);
      }
      this.fresh++;
      this.show();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Looks at a submission and puts aside what is to be judged of it. */
  private recordOf({ folder, tree, problem }: Submitted, files: JobFile[]): StudentRecord {
    const { slugs, submissions } = this.work;
    if (tree === undefined) return { folder, attempts: [], remarks: [], problem: problem ?? "unreadable" };
    const collected = collect(tree, slugs);
    if (collected.problem !== undefined) {
      if (!existsSync(submissions.place))
        throw new Unusable(`${submissions.place}: it is gone; put it back and run the same command again`);
      return { folder, attempts: [], remarks: collected.remarks, problem: collected.problem };
    }
    const attempts = collected.attempts.map((attempt): AttemptRecord => {
      const records = new Map<string, FileRecord>();
      for (const [slug, refused] of attempt.refused) records.set(slug, { refused });
      for (const { path, beside, ...file } of attempt.files) {
        const { slug, sha256 } = file;
        const key = keyOf(slug, sha256, this.work.terms);
        records.set(slug, beside.length === 0 ? { key, sha256 } : { key, sha256, rivals: { path, beside } });
        if (this.isToDo(key)) files.push({ ...file, key });
        else this.known++;
      }
      const committedAt = commitTime(attempt.tree);
      return {
        name: attempt.name,
        number: attempt.number,
        files: records,
        ...(committedAt === undefined ? {} : { committedAt }),
      };
    });
    return { folder, attempts, remarks: collected.remarks };
  }

  private isToDo(key: string): boolean {
    const { journal, force } = this.work;
    if (this.taken.has(key) || (journal.has(key) && force !== true)) return false;
    this.taken.add(key);
    return true;
  }

  private show(): void {
    const { students, fresh, known } = this;
    this.work.show?.({ students, of: this.work.submissions.all.length, fresh, known });
  }
}

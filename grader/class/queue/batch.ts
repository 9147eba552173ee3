/** A few files of one submission, graded in one box. */
import type { Job as Entry } from "bullmq";
import type { Job, JobFile, Outcome, Runner } from "../run/job.ts";
import { insist, type Patience } from "./insist.ts";
import type { Manner } from "./names.ts";
import { resultText } from "./result-text.ts";
import type { Begun, Store, Stored } from "./store.ts";
import { fileFrom, type Ticket } from "./ticket.ts";

/** A file that this many workers died of is set apart. */
const MOST_DEATHS = 3;

export interface Held {
  readonly entry: Entry;
  readonly ticket: Ticket;
  readonly key: string;
}

export interface BatchHands {
  readonly manner: Manner;
  readonly store: Store;
  readonly queue: string;
  readonly patience: Patience;
  /** The line that says who began. */
  readonly mark: string;
  /** Takes a job out of the queue. */
  readonly done: (held: Held, isGraded: boolean) => Promise<void>;
}

export class Batch {
  private readonly open: Map<string, Held>;
  private readonly hands: BatchHands;
  private readonly under = new Set<string>();
  private readonly writing: Promise<void>[] = [];
  private files: readonly JobFile[] = [];

  constructor(taken: readonly Held[], hands: BatchHands) {
    this.open = new Map(taken.map((held) => [held.key, held]));
    this.hands = hands;
  }

  /** Looks for what there is to grade. That may be long before it is graded: nothing is under way yet. */
  async look(): Promise<void> {
    this.files = await this.toGrade();
  }

  /**
   * Grades what there is to grade, and stores the results meanwhile.
   *
   * @param lastBegins called once, when no file of it waits any more
   * @throws CannotJudge if the pool does
   */
  async grade(pool: Runner, lastBegins: () => void): Promise<void> {
    const { files } = this;
    const first = [...this.open.values()][0];
    if (files.length === 0 || first === undefined) return;
    const points = Object.fromEntries(
      [...this.open.values()].flatMap(({ ticket }) =>
        ticket.points === undefined ? [] : [[ticket.slug, ticket.points]],
      ),
    );
    const job: Job = {
      student: first.ticket.owner,
      terms: { ...this.hands.manner, seed: first.ticket.seed, points },
      files,
    };
    const begun = this.begin(files[0]);
    if (begun !== undefined) await insist(() => this.hands.store.noteBegun(begun), this.hands.patience);
    let next = 1;
    if (next === files.length) lastBegins();
    // Outcomes come in the order of the files.
    await pool.run(job, (outcome) => {
      this.writing.push(this.end(outcome, files[next++]));
      if (next === files.length) lastBegins();
    });
  }

  /** Waits until all is stored; those that came to no end. */
  async settled(): Promise<readonly Held[]> {
    await Promise.all(this.writing);
    for (const key of this.under) await this.hands.store.noteLeft(key, this.hands.mark).catch(() => {});
    return [...this.open.values()];
  }

  /** Files that have no result yet, are there, and killed nobody. */
  private async toGrade(): Promise<readonly JobFile[]> {
    const { store, patience } = this.hands;
    const all = [...this.open.values()];
    const stored = (await insist(() => store.look(all.map(({ key }) => key)), patience)) ?? [];
    const files: JobFile[] = [];
    for (const [i, held] of all.entries()) {
      const found = stored[i];
      const file = found?.source === undefined ? undefined : fileFrom(found.source, held.ticket, held.key);
      if (found === undefined) continue;
      if (found.result !== undefined || file === undefined) await this.drop(held);
      else if (deathsIn(found).length >= MOST_DEATHS) await this.end(setApart(held.key, found));
      else files.push(file);
    }
    return files;
  }

  /** What is to be noted of a file that is under way now. */
  private begin(file: JobFile | undefined): Begun | undefined {
    const held = file === undefined ? undefined : this.open.get(file.key);
    if (held === undefined) return undefined;
    this.under.add(held.key);
    return { key: held.key, line: this.hands.mark, keep: held.ticket.keep };
  }

  private async end(outcome: Outcome, next?: JobFile): Promise<void> {
    const held = this.open.get(outcome.key);
    if (held === undefined) return;
    const { store, queue, patience } = this.hands;
    this.open.delete(held.key);
    this.under.delete(held.key);
    const result = { key: held.key, text: resultText(outcome), keep: held.ticket.keep };
    const begun = this.begin(next);
    await insist(() => store.putResult(queue, result, begun), patience);
    await this.hands.done(held, true);
  }

  /** There is nothing to do: it has a result, or its text is gone, and who waits asks again. */
  private async drop(held: Held): Promise<void> {
    this.open.delete(held.key);
    await this.hands.done(held, false);
  }
}

/** A line for each worker that died of it: one that could not know that it was noted has noted it twice. */
const deathsIn = ({ begun }: Stored): readonly string[] => [...new Set(begun)];

const setApart = (key: string, found: Stored): Outcome => {
  const deaths = deathsIn(found);
  return { key, fault: `it ended ${deaths.length} workers, and is set apart: ${deaths.join("; ")}` };
};

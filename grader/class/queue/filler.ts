/** Puts files into a queue as it has room for them. */
import { Queue } from "bullmq";
import type { JobFile, Terms } from "../run/job.ts";
import { insist, type Patience } from "./insist.ts";
import type { Link, Say } from "./link.ts";
import { jobIdOf, ownerOf, PREFIX } from "./names.ts";
import { Room } from "./room.ts";
import type { Store } from "./store.ts";
import { textFor, ticketFor } from "./ticket.ts";

/** BullMQ takes the smaller number first: somebody waits for these. */
const URGENT = 1;
const USUAL = 10;
const FILES_AT_ONCE = 16;

export interface Wanted {
  readonly file: JobFile;
  readonly job: { readonly student: string; readonly terms: Pick<Terms, "seed" | "points"> };
}

export interface FillTerms {
  readonly keepSeconds: number;
  readonly isUrgent: boolean;
  readonly say: Say;
}

export class Filler {
  private readonly terms: FillTerms;
  private readonly store: Store;
  private readonly queue: Queue;
  private readonly room: Room;
  private readonly patience: Patience;

  constructor(name: string, link: Link, store: Store, terms: FillTerms, isOver: () => boolean) {
    this.terms = terms;
    this.store = store;
    this.queue = new Queue(name, {
      connection: link.redis,
      prefix: PREFIX,
      streams: { events: { maxLen: 100 } },
    });
    this.queue.on("error", () => {});
    this.patience = { isOver, hindered: (error) => this.room.hindered(error) };
    this.room = new Room(link.redis, this.queue, terms.say, this.patience);
  }

  /** @param putIn is told of each that is in the queue now */
  async fill<T extends Wanted>(wanted: readonly T[], putIn: (each: T) => void): Promise<void> {
    for (let from = 0; from < wanted.length; from += FILES_AT_ONCE) {
      const some = wanted.slice(from, from + FILES_AT_ONCE);
      await this.room.fill(() => this.put(some));
      for (const each of some) putIn(each);
    }
  }

  /** Those that the server has lost, the job or its text. */
  async lost(keys: readonly string[]): Promise<readonly string[]> {
    const [jobs, sources] = await Promise.all([
      insist(() => this.room.hasJobs(keys.map(jobIdOf)), this.patience),
      insist(() => this.store.hasSources(keys), this.patience),
    ]);
    return keys.filter((_, i) => jobs?.[i] === false || sources?.[i] === false);
  }

  private async put(some: readonly Wanted[]): Promise<void> {
    const { keepSeconds: keep, isUrgent } = this.terms;
    const owned = some.map((each) => ({ ...each, owner: ownerOf(each.job.student) }));
    await this.store.putSources(
      owned.map(({ file, owner }) => ({ key: file.key, text: textFor(file), owner, keep })),
    );
    await this.queue.addBulk(
      owned.map(({ file, job, owner }, i) => ({
        name: "file",
        data: ticketFor(file, job.terms, { owner, keep, following: followers(owned, i) }),
        opts: {
          jobId: jobIdOf(file.key),
          priority: isUrgent ? URGENT : USUAL,
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
  }
}

/** How many of the same owner stand behind one, without a gap. */
function followers(owned: readonly { readonly owner: string }[], place: number): number {
  const behind = owned.slice(place + 1);
  const end = behind.findIndex(({ owner }) => owner !== owned[place]?.owner);
  return end < 0 ? behind.length : end;
}

/** Takes files from a queue and has them graded by this machine's own pool. It trusts nothing that it finds there. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { type Job as Entry, Worker } from "bullmq";
import type { Runner } from "../run/job.ts";
import { Batch, type Held } from "./batch.ts";
import { insist, type Patience } from "./insist.ts";
import type { Link, Say } from "./link.ts";
import { type Manner, PREFIX, queueOf } from "./names.ts";
import { Store } from "./store.ts";
import { keyOfTicket, ticketFrom } from "./ticket.ts";

/**
 * A worker that dies is missed after this long, and a look for such is taken every STALLED_MS. Two looks are needed,
 * so a job is given to another within 20 s.
 */
const LOCK_MS = 10_000;
const RENEW_MS = 3000;
const STALLED_MS = 5000;
/** Files of one submission that share a box: it costs more to start than most files to grade. */
const MOST_AT_ONCE = 8;
/** How long what is under way may take once the worker is to stop. */
const GRACE_MS = 10_000;

export interface Stopped {
  readonly graded: number;
  readonly givenBack: number;
  readonly refused: number;
}

export class QueueWorker {
  readonly id = randomUUID().slice(0, 8);
  readonly queue: string;
  private readonly manner: Manner;
  private readonly pool: Runner;
  private readonly say: Say;
  private readonly bull: Worker;
  private readonly store: Store;
  /** Entries that are this worker's. */
  private readonly held = new Map<string, Entry>();
  private turn: Promise<void> = Promise.resolve();
  private isStopping = false;
  private graded = 0;
  private givenBack = 0;
  private refused = 0;
  private readonly link: Link;
  private readonly patience: Patience = {
    isOver: () => this.link.isClosed,
    ask: (ask) => this.link.whileOpen(ask),
  };

  constructor(link: Link, manner: Manner, pool: Runner, say: Say) {
    this.link = link;
    this.manner = manner;
    this.pool = pool;
    this.say = say;
    this.queue = queueOf(manner);
    this.store = new Store(link.redis);
    this.bull = new Worker(this.queue, null, {
      connection: link.redis,
      prefix: PREFIX,
      autorun: false,
      drainDelay: 1,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_MS,
      // Deaths are counted for the file that was under way, and not for those that waited beside it.
      maxStalledCount: 1_000_000,
    });
    // A connection that is lost comes back; a lock that is lost means that somebody else has the job.
    this.bull.on("error", () => {});
  }

  /** Works until it is stopped. @throws CannotJudge if the machine gets known answers wrong */
  async run(): Promise<Stopped> {
    await this.bull.startStalledCheckTimer();
    const renewal = setInterval(() => void this.renew(), RENEW_MS);
    try {
      const lanes = Array.from({ length: this.pool.capacity }, () => this.lane());
      const ends = await Promise.allSettled(lanes);
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    } finally {
      clearInterval(renewal);
      this.pool.close();
      await this.giveBack([...this.held.values()]).catch(() => {});
      await this.bull.close(true).catch(() => {});
    }
    return { graded: this.graded, givenBack: this.givenBack, refused: this.refused };
  }

  /** Takes no more; finishes what is under way within the grace, and gives back the rest. */
  stop(): void {
    if (this.isStopping) this.giveUp();
    else setTimeout(() => this.giveUp(), GRACE_MS).unref();
    this.isStopping = true;
  }

  /** Ends what is under way. A server that is there is told; for one that is away nobody waits. */
  private giveUp(): void {
    this.pool.close();
    this.link.closeOnceAway();
  }

  /**
   * Grades one batch after the other. The next one is taken while the last file of the one before is graded, and that
   * one's results are stored while the next one is graded: else the pool would wait for six ways to the server and back.
   */
  private async lane(): Promise<void> {
    let ahead: Promise<Batch | undefined> = Promise.resolve(undefined);
    let storing: Promise<void> = Promise.resolve();
    try {
      while (!this.isStopping) {
        const batch = (await ahead) ?? (await this.take(true));
        ahead = Promise.resolve(undefined);
        if (batch === undefined || this.isStopping) continue;
        await batch.grade(this.pool, () => {
          ahead = this.take(false);
          ahead.catch(() => {});
        });
        await storing;
        storing = this.end(batch);
        storing.catch(() => {});
      }
      await storing;
    } catch (error) {
      // One lane that cannot judge ends all: this machine is not fit.
      this.isStopping = true;
      throw error;
    } finally {
      // What is held by then is given back.
      await Promise.allSettled([ahead, storing]);
    }
  }

  /**
   * Files of one submission, and what of them there is to grade.
   *
   * @param waits for some, if there are none; what is taken ahead is taken only while all others are busy
   */
  private async take(waits: boolean): Promise<Batch | undefined> {
    if (this.isStopping) return undefined;
    const taken = await this.inTurn(() => this.fetch(waits));
    if (taken.length === 0) return undefined;
    const batch = new Batch(taken, {
      manner: this.manner,
      store: this.store,
      queue: this.queue,
      patience: this.patience,
      mark: `worker ${this.id} on ${hostname()} began at ${new Date().toISOString()}`,
      done: (held, isGraded) => this.done(held, isGraded),
    });
    await batch.look();
    return batch;
  }

  private async end(batch: Batch): Promise<void> {
    const left = await batch.settled();
    await this.giveBack(left.map(({ entry }) => entry));
  }

  private async done({ entry }: Held, isGraded: boolean): Promise<void> {
    if (isGraded) this.graded++;
    this.held.delete(entry.id ?? "");
    // Whoever put it there: nothing stays that keeps the same file from being asked for again.
    entry.opts.removeOnComplete = true;
    await this.owned(() => entry.moveToCompleted("", this.id, false));
  }

  private async giveBack(entries: readonly Entry[]): Promise<void> {
    await this.putBack(entries);
    this.givenBack += entries.length;
  }

  /** To the front of those that are as urgent, in the order that they had. */
  private async putBack(entries: readonly Entry[]): Promise<void> {
    for (const entry of [...entries].reverse()) {
      this.held.delete(entry.id ?? "");
      await this.owned(() => entry.moveToWait(this.id));
    }
  }

  /** Does what only the holder of a job may do. Who is not any more leaves it to who is. */
  private async owned(ask: () => Promise<unknown>): Promise<void> {
    try {
      await insist(ask, this.patience);
    } catch (error) {
      if (!/lock|active|Missing key/i.test((error as Error).message)) throw error;
    }
  }

  /** One after another: files of a submission lie beside each other, and whoever takes them takes them together. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const before = this.turn;
    let end = (): void => {};
    this.turn = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    try {
      return await work();
    } finally {
      end();
    }
  }

  private async fetch(waits: boolean): Promise<readonly Held[]> {
    const first = await this.one(waits);
    if (first === undefined) return [];
    // At once: it is one way there and back, and no other worker takes of them meanwhile.
    const more = Math.min(first.ticket.following, MOST_AT_ONCE - 1);
    const rest = await Promise.all(Array.from({ length: more }, () => this.one(false)));
    const taken = [first];
    const strangers: Entry[] = [];
    for (const held of rest) {
      if (held === undefined) continue;
      const { owner, seed } = held.ticket;
      if (owner === first.ticket.owner && seed === first.ticket.seed) taken.push(held);
      // Not kept for later: the rest of its submission would go to somebody else, and two boxes start for it.
      else strangers.push(held.entry);
    }
    await this.putBack(strangers);
    return taken;
  }

  private async one(block: boolean): Promise<Held | undefined> {
    while (!this.isStopping) {
      const entry = await insist(() => this.bull.getNextJob(this.id, { block }), this.patience);
      if (entry === undefined) return undefined;
      this.held.set(entry.id ?? "", entry);
      const ticket = ticketFrom(entry.data, entry.id, this.manner);
      if (ticket !== undefined) return { entry, ticket, key: keyOfTicket(ticket, this.manner) };
      this.refused++;
      if (this.refused === 1)
        this.say("Refused a job that is of no form that this worker knows; it is dropped.");
      await this.done({ entry } as Held, false);
    }
    return undefined;
  }

  private async renew(): Promise<void> {
    const ids = [...this.held.keys()];
    if (ids.length === 0) return;
    const tokens = ids.map(() => this.id);
    await this.bull.extendJobLocks(ids, tokens, LOCK_MS).catch(() => {});
  }
}

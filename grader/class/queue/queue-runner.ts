/** Has jobs carried out by whatever workers are at a queue. It may die at any moment: the next one finds what it left. */
import type { Redis } from "ioredis";
import { aboutExercise } from "../../course/about.ts";
import { isDerivation } from "../../course/exercises.ts";
import type { Job, Outcome, Runner } from "../run/job.ts";
import { Filler, type FillTerms, type Wanted } from "./filler.ts";
import { insist, type Patience } from "./insist.ts";
import type { Link } from "./link.ts";
import { type Manner, names, queueOf } from "./names.ts";
import { absenceOf, type Card } from "./presence.ts";
import { outcomeFrom } from "./result.ts";
import { Store } from "./store.ts";

const SWEEP_MS = 2000;
/** What the server has lost is asked for again, this often in all. */
const MOST_ASKS = 5;
/** Students whose files are asked for at once: enough for hundreds of workers, little enough for any memory. */
const STUDENTS_AT_ONCE = 200;

export interface QueueTerms extends FillTerms {
  readonly manner: Manner;
  /** Grades again what the server has a result of. */
  readonly force: boolean;
  readonly build: Pick<Card, "node" | "version">;
}

interface Awaited extends Wanted {
  readonly job: Job;
  readonly tell: (outcome: Outcome) => void;
  readonly settle: () => void;
  asks: number;
  /** When it was put into the queue; later than ever while it is not. */
  askedAt: number;
}

export class QueueRunner implements Runner {
  readonly capacity = STUDENTS_AT_ONCE;
  private readonly link: Link;
  private readonly terms: QueueTerms;
  private readonly name: string;
  private readonly store: Store;
  private readonly filler: Filler;
  private readonly listener: Redis;
  private readonly awaited = new Map<string, Awaited>();
  private readonly told = new Set<string>();
  /** Results that this has, and the server does not know it yet. */
  private taken: string[] = [];
  private isCollecting = false;
  private readonly sweeper: NodeJS.Timeout;
  private readonly most = new Map<string, Promise<number>>();
  private failure: Error | undefined;
  private isClosed = false;
  private hasLooked = false;
  private readonly patience: Patience;

  constructor(link: Link, terms: QueueTerms) {
    this.link = link;
    this.terms = terms;
    this.name = queueOf(terms.manner);
    this.store = new Store(link.redis);
    const isOver = (): boolean => this.isClosed;
    this.patience = { isOver };
    this.filler = new Filler(this.name, link, this.store, terms, isOver);
    this.listener = link.another();
    this.listener.on("message", (_, key: string) => this.hear(key));
    this.listener.subscribe(names.done(this.name)).catch(() => {});
    this.sweeper = setInterval(() => void this.guard(this.sweep()), SWEEP_MS);
  }

  async run(job: Job, tell: (outcome: Outcome) => void): Promise<void> {
    const ends = job.files.map(
      (file) =>
        new Promise<void>((settle) => {
          this.awaited.set(file.key, { file, job, tell, settle, asks: 0, askedAt: Infinity });
        }),
    );
    await this.guard(this.ask(job.files.map(({ key }) => key)));
    await Promise.all(ends);
    if (this.failure !== undefined) throw this.failure;
  }

  close(): void {
    if (this.isClosed) return;
    void this.tellTaken().catch(() => {});
    this.isClosed = true;
    clearInterval(this.sweeper);
    this.listener.disconnect();
    this.link.close();
    for (const { settle } of this.awaited.values()) settle();
    this.awaited.clear();
  }

  /** A failure ends all that waits; after the end there is none. */
  private async guard(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (this.isClosed) return;
      this.failure ??= error as Error;
      for (const { settle } of this.awaited.values()) settle();
      this.awaited.clear();
    }
  }

  /** Takes what is known, and puts the rest into the queue. */
  private async ask(keys: readonly string[]): Promise<void> {
    const texts = await insist(() => this.store.results(keys), this.patience);
    if (texts === undefined) return;
    const again: Awaited[] = [];
    const stale: string[] = [];
    for (const [i, key] of keys.entries()) {
      const each = this.awaited.get(key);
      if (each === undefined) continue;
      each.askedAt = Infinity;
      const isFirst = each.asks++ === 0;
      const text = texts[i];
      const outcome = text === undefined ? undefined : await this.read(text, each);
      // What could not be judged before is tried again, like everything that is no result.
      const isKept = outcome !== undefined && !(isFirst && ("fault" in outcome || this.terms.force));
      if (isKept) this.settle(key, outcome);
      else if (each.asks > MOST_ASKS) this.settle(key, { key, fault: "the queue lost it again and again" });
      else {
        again.push(each);
        if (text !== undefined) stale.push(key);
      }
    }
    if (again.length === 0) return;
    await insist(() => this.store.forget(stale), this.patience);
    await this.filler.fill(again, (each) => {
      each.askedAt = performance.now();
    });
    this.lookForWorkers();
  }

  private async read(text: string, { file, job }: Awaited): Promise<Outcome | undefined> {
    const { points, seed, layers } = job.terms;
    let maxScore = this.most.get(file.slug);
    if (maxScore === undefined) {
      maxScore = aboutExercise(file.slug, points).then((about) => about.points);
      this.most.set(file.slug, maxScore);
    }
    // Nothing of a derivation runs: no layer is in force.
    const inForce = isDerivation(file.slug) ? [] : layers;
    return outcomeFrom(text, { file, seed, maxScore: await maxScore, layers: inForce });
  }

  private hear(key: string): void {
    if (!this.awaited.has(key)) return;
    this.told.add(key);
    if (this.isCollecting) return;
    this.isCollecting = true;
    void this.guard(this.collect());
  }

  private async collect(): Promise<void> {
    while (this.told.size > 0) {
      const keys = [...this.told];
      this.told.clear();
      await this.take(keys);
    }
    this.isCollecting = false;
  }

  /** Settles those that have a result, and gives back the others. */
  private async take(keys: readonly string[]): Promise<readonly string[]> {
    const taken = this.taken.splice(0);
    const texts = (await insist(() => this.store.results(keys, taken), this.patience)) ?? [];
    const open: string[] = [];
    for (const [i, key] of keys.entries()) {
      const each = this.awaited.get(key);
      const text = texts[i];
      if (each === undefined) continue;
      const outcome = text === undefined ? undefined : await this.read(text, each);
      if (outcome !== undefined) {
        this.settle(key, outcome);
        this.taken.push(key);
      } else if (text === undefined) open.push(key);
      else await this.ask([key]);
    }
    return open;
  }

  private async tellTaken(): Promise<void> {
    const taken = this.taken.splice(0);
    if (taken.length > 0) await insist(() => this.store.results([], taken), this.patience);
  }

  /** Nothing is lost for good: neither a message that nobody heard, nor a job that the server forgot. */
  private async sweep(): Promise<void> {
    const before = performance.now() - SWEEP_MS;
    const old = [...this.awaited].filter(([, { asks, askedAt }]) => asks > 0 && askedAt < before);
    const keys = old.slice(0, 1000).map(([key]) => key);
    if (keys.length === 0) return this.tellTaken();
    const open = await this.take(keys);
    const lost = await this.filler.lost(open);
    for (const key of open) {
      const each = this.awaited.get(key);
      if (each !== undefined) each.askedAt = performance.now();
    }
    if (lost.length > 0) await this.ask(lost);
  }

  private settle(key: string, outcome: Outcome): void {
    const each = this.awaited.get(key);
    if (each === undefined) return;
    this.awaited.delete(key);
    each.tell(outcome);
    each.settle();
  }

  /** Says once why nothing will come, if so. */
  private lookForWorkers(): void {
    if (this.hasLooked) return;
    this.hasLooked = true;
    setTimeout(() => {
      if (this.isClosed || this.awaited.size === 0) return;
      absenceOf(this.link.redis, this.name, this.terms.build)
        .then((line) => line !== undefined && this.terms.say(line))
        .catch(() => {});
    }, 1500).unref();
  }
}

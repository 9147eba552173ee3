/** Whether the queue has room for more: whoever fills it waits until it has. */
import type { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { insist, type Patience } from "./insist.ts";
import type { Say } from "./link.ts";
import { PREFIX } from "./names.ts";

/** Files that wait; more only make the server larger. */
const MOST_WAITING = 5000;
/** Of the memory that the server may have. The rest is for results, which make room again. */
const MOST_MEMORY = 0.7;
const PAUSE_MS = 250;

export class Room {
  private readonly redis: Redis;
  private readonly queue: Queue;
  private readonly say: Say;
  private readonly patience: Patience;
  private hasSaid = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(redis: Redis, queue: Queue, say: Say, patience: Patience) {
    this.redis = redis;
    this.queue = queue;
    this.say = say;
    this.patience = patience;
  }

  /** Puts something in as soon as there is room, one after another: many at once would all find the same room. */
  async fill(put: () => Promise<void>): Promise<void> {
    const before = this.turn;
    const mine = before.then(async () => {
      while ((await insist(() => this.isFull(), this.patience)) === true) {
        this.sayFull();
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      await insist(put, this.patience);
    });
    this.turn = mine.catch(() => {});
    await mine;
  }

  /** Is told what the server refused. */
  hindered({ message }: Error): void {
    if (/OOM/.test(message)) this.sayFull();
  }

  async hasJobs(ids: readonly string[]): Promise<readonly boolean[]> {
    if (ids.length === 0) return [];
    const pipeline = this.redis.pipeline();
    for (const id of ids) pipeline.exists(`${PREFIX}:${this.queue.name}:${id}`);
    return ((await pipeline.exec()) ?? []).map(([error, count]) => {
      if (error !== null) throw error;
      return count === 1;
    });
  }

  private async isFull(): Promise<boolean> {
    const { waiting = 0, prioritized = 0 } = await this.queue.getJobCounts("waiting", "prioritized");
    if (waiting + prioritized >= MOST_WAITING) return true;
    const info = await this.redis.info("memory");
    const [used, most] = ["used_memory", "maxmemory"].map((name) =>
      Number(new RegExp(`^${name}:(\\d+)`, "m").exec(info)?.[1] ?? 0),
    ) as [number, number];
    return most > 0 && used > MOST_MEMORY * most;
  }

  private sayFull(): void {
    if (!this.hasSaid) this.say("The queue is full: this goes on as workers make room.");
    this.hasSaid = true;
  }
}

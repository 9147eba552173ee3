/** Worker and producer in this process, with a pool that grades nothing: for what they believe, and in which order they work. */
import { Queue } from "bullmq";
import { afterAll, afterEach, beforeAll } from "vitest";
import { addressOf } from "../../../grader/class/queue/address.ts";
import { Link } from "../../../grader/class/queue/link.ts";
import { type Manner, PREFIX, queueOf } from "../../../grader/class/queue/names.ts";
import { QueueRunner } from "../../../grader/class/queue/queue-runner.ts";
import { QueueWorker } from "../../../grader/class/queue/queue-worker.ts";
import { Store } from "../../../grader/class/queue/store.ts";
import {
  type Job,
  type JobFile,
  keyOf,
  type Outcome,
  type Runner,
  usualLimits,
} from "../../../grader/class/run/job.ts";
import { Server } from "./server.ts";
import { sha256Of } from "./sha256-of.ts";

const slug = "ex10-mse-gradients";
export const manner: Manner = {
  course: { [slug]: "0".repeat(64) },
  limits: usualLimits,
  isolation: "strong",
  layers: [],
};
export const terms = { ...manner, seed: 7, points: {} };
export const fileOf = (source: string): JobFile => {
  const sha256 = sha256Of(source);
  return { slug, sha256, source, key: keyOf(slug, sha256, terms) };
};
export const jobOf = (student: string, ...sources: readonly string[]): Job => ({
  student,
  terms,
  files: sources.map(fileOf),
});

/** Says of each text that it was here. */
export class Echo implements Runner {
  readonly capacity = 1;
  readonly seen: string[] = [];
  readonly boxes: string[] = [];
  async run({ student, files }: Job, tell: (outcome: Outcome) => void): Promise<void> {
    this.boxes.push(student);
    for (const { key, source } of files) {
      this.seen.push(source.slice(0, 20));
      await new Promise((resolve) => setTimeout(resolve, 1));
      tell({ key, fault: `seen ${source.slice(0, 20)}` });
    }
  }
  close(): void {}
}

/** Holds what it was given until it is released or closed, and then says of each file what it is told to. */
export class Held implements Runner {
  readonly capacity = 1;
  release = (): void => {};
  private readonly says: string | undefined;
  constructor(says?: string) {
    this.says = says;
  }
  async run({ files }: Job, tell: (outcome: Outcome) => void): Promise<void> {
    await new Promise<void>((resolve) => {
      this.release = resolve;
    });
    if (this.says !== undefined) for (const { key } of files) tell({ key, fault: this.says });
  }
  close(): void {
    this.release();
  }
}

/** Who has begun a file, a line each. */
export async function begunOf(store: Store, source: string): Promise<readonly string[]> {
  return (await store.look([fileOf(source).key]))[0]?.begun ?? [];
}

/** Waits for what other ends of the queue bring about. @throws where it does not come within ten seconds */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const last = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > last) throw new Error(`this did not come: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Ends of a queue, to be opened in a suite: each test's are closed after it. */
export function queueInProcess() {
  let server: Server | undefined;
  const main = (): Server => {
    if (server === undefined) throw new Error("no server yet");
    return server;
  };
  const ends: (() => unknown)[] = [];
  const said: string[] = [];
  const link = async (to = main()): Promise<Link> => {
    const made = await Link.open(addressOf(to.url, {}), (line) => said.push(line));
    ends.push(() => made.close());
    return made;
  };
  const runner = async (more: { isUrgent?: boolean; to?: Server } = {}): Promise<QueueRunner> => {
    const made = new QueueRunner(await link(more.to), {
      manner,
      keepSeconds: 600,
      isUrgent: more.isUrgent === true,
      force: false,
      build: { node: "20", version: "0" },
      say: (line) => said.push(line),
    });
    ends.push(() => made.close());
    return made;
  };
  const worker = async (pool: Runner, to = main()): Promise<QueueWorker> => {
    const made = new QueueWorker(await link(to), manner, pool, (line) => said.push(line));
    const over = made.run();
    ends.push(async () => {
      made.stop();
      await over;
    });
    return made;
  };
  const outcomesOf = async (of: QueueRunner, job: Job): Promise<readonly string[]> => {
    const outcomes: string[] = [];
    await of.run(job, (outcome) => outcomes.push("fault" in outcome ? outcome.fault : "verdict"));
    return outcomes.sort();
  };

  beforeAll(async () => {
    server = await Server.start();
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    said.length = 0;
  });
  afterAll(() => server?.stop());

  /** What the server holds of those that wait. */
  const queue = async (): Promise<Queue> =>
    new Queue(queueOf(manner), { connection: (await link()).redis, prefix: PREFIX });
  /** A server of its own, for what would harm the others. */
  const another = async (config: readonly string[] = []): Promise<Server> => {
    const made = await Server.start(config);
    ends.push(() => made.stop());
    return made;
  };
  const store = async (at?: Server): Promise<Store> => new Store((await link(at)).redis);
  return { said, link, runner, worker, outcomesOf, queue, store, another };
}

/** Worker and producer in this process, with a pool that grades nothing: what they believe, and in which order they work. */
import { Queue } from "bullmq";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addressOf } from "../../../grader/class/queue/address.ts";
import { eraseFromQueue } from "../../../grader/class/queue/erase-from-queue.ts";
import { Link } from "../../../grader/class/queue/link.ts";
import { jobIdOf, type Manner, ownerOf, PREFIX, queueOf } from "../../../grader/class/queue/names.ts";
import { QueueRunner } from "../../../grader/class/queue/queue-runner.ts";
import { QueueWorker } from "../../../grader/class/queue/queue-worker.ts";
import { Store } from "../../../grader/class/queue/store.ts";
import { textFor, ticketFor } from "../../../grader/class/queue/ticket.ts";
import {
  type Job,
  type JobFile,
  keyOf,
  type Outcome,
  type Runner,
  usualLimits,
} from "../../../grader/class/run/job.ts";
import { hasServer, Server, serverNote } from "./server.ts";
import { sha256Of } from "./sha256-of.ts";

const slug = "ex10-mse-gradients";
const manner: Manner = {
  course: { [slug]: "0".repeat(64) },
  limits: usualLimits,
  isolation: "strong",
  layers: [],
};
const terms = { ...manner, seed: 7, points: {} };
const fileOf = (source: string): JobFile => {
  const sha256 = sha256Of(source);
  return { slug, sha256, source, key: keyOf(slug, sha256, terms) };
};
const jobOf = (student: string, ...sources: readonly string[]): Job => ({
  student,
  terms,
  files: sources.map(fileOf),
});

/** Says of each text that it was here. */
class Echo implements Runner {
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

describe.skipIf(!hasServer)(`what a queue is believed${serverNote}`, () => {
  let server: Server;
  const ends: (() => unknown)[] = [];
  const said: string[] = [];
  const link = async (to = server): Promise<Link> => {
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
  const worker = async (pool: Runner, to = server): Promise<QueueWorker> => {
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
  afterAll(() => server.stop());

  test("a worker drops what is of no form that it knows, and goes on", async () => {
    const queue = new Queue(queueOf(manner), { connection: (await link()).redis, prefix: PREFIX });
    const good = ticketFor(fileOf("// a"), terms, { owner: ownerOf("ada"), following: 0, keep: 600 });
    const bad: readonly (readonly [unknown, string])[] = [
      ["a text", "file-1x"],
      [{ ...good, slug: "../../etc/passwd" }, jobIdOf(fileOf("// a").key)],
      [{ ...good, more: 1 }, "file-2x"],
      [good, "file-of-another-name"],
      [{ ...good, seed: "7" }, "file-3x"],
      [{ ...good, following: -1 }, jobIdOf(fileOf("// a").key)],
    ];
    for (const [data, jobId] of bad) await queue.add("file", data, { jobId, removeOnComplete: true });
    const pool = new Echo();
    await worker(pool);
    expect(await outcomesOf(await runner(), jobOf("ada", "// b"))).toEqual(["seen // b"]);
    expect(pool.seen).toEqual(["// b"]);
    expect(said.filter((line) => line.startsWith("Refused a job"))).toHaveLength(1);
    expect(await queue.getJobCountByTypes()).toBe(0);
  });

  test("a text that is not the one that was named is not graded", async () => {
    const { redis } = await link();
    const file = fileOf("// honest");
    const store = new Store(redis);
    const source = { key: file.key, text: textFor(fileOf("// forged")), owner: ownerOf("ada"), keep: 600 };
    await store.putSources([source]);
    const queue = new Queue(queueOf(manner), { connection: redis, prefix: PREFIX });
    await queue.add("file", ticketFor(file, terms, { owner: source.owner, following: 0, keep: 600 }), {
      jobId: jobIdOf(file.key),
    });
    const pool = new Echo();
    await worker(pool);
    expect(await outcomesOf(await runner(), jobOf("ada", "// honest"))).toEqual(["seen // honest"]);
    expect(pool.seen).toEqual(["// honest"]);
  });

  test.each([
    ["no JSON", () => "{"],
    ["a verdict of another form", (key: string) => JSON.stringify({ key, verdict: { score: 9999 } })],
    ["another file's outcome", () => JSON.stringify({ key: "f".repeat(32), fault: "no" })],
  ])("a producer does not believe %s, and asks again", async (name, forge) => {
    const { redis } = await link();
    const file = fileOf(`// ${name}`);
    await new Store(redis).putResult(queueOf(manner), { key: file.key, text: forge(file.key), keep: 600 });
    await worker(new Echo());
    expect(await outcomesOf(await runner(), jobOf("ada", file.source))).toEqual([
      `seen // ${name}`.slice(0, 25),
    ]);
  });

  test("a file that ended three workers is set apart with its log, and those beside it are graded", async () => {
    const store = new Store((await link()).redis);
    const files = ["// first", "// killer", "// last"];
    for (const n of [1, 2, 3]) {
      const begun = { key: fileOf("// killer").key, line: `worker ${n} began`, keep: 600 };
      await store.noteBegun(begun);
    }
    const pool = new Echo();
    await worker(pool);
    const outcomes = await outcomesOf(await runner(), jobOf("ada", ...files));
    expect(outcomes).toEqual([
      "it ended 3 workers, and is set apart: worker 1 began; worker 2 began; worker 3 began",
      "seen // first",
      "seen // last",
    ]);
    expect(pool.seen).toEqual(["// first", "// last"]);
  });

  test("a worker that is stopped gives back what it has not begun, which is no death", async () => {
    const { redis } = await link();
    let release = (): void => {};
    const stuck: Runner = {
      capacity: 1,
      run: () =>
        new Promise((resolve) => {
          release = resolve;
        }),
      close: () => release(),
    };
    const first = new QueueWorker(await link(), manner, stuck, () => {});
    const over = first.run();
    const asked = (await runner()).run(jobOf("ada", "// stop 1", "// stop 2"), () => {});
    const store = new Store(redis);
    const begun = async () => (await store.look([fileOf("// stop 1").key]))[0]?.begun ?? [];
    for (let i = 0; i < 500 && (await begun()).length === 0; i++) await new Promise((r) => setTimeout(r, 10));
    expect(await begun()).toHaveLength(1);
    first.stop();
    first.stop();
    expect(await over).toEqual({ graded: 0, givenBack: 2, refused: 0 });
    expect(await begun()).toEqual([]);
    await worker(new Echo());
    await asked;
  });

  test("a worker that is stopped twice does not wait for a server that is away", async () => {
    const gone = await Server.start();
    ends.push(() => gone.stop());
    const made = new QueueWorker(await link(gone), manner, new Echo(), () => {});
    const over = made.run();
    const of = await runner({ to: gone });
    expect(await outcomesOf(of, jobOf("ada", "// away"))).toEqual(["seen // away"]);
    await gone.kill();
    made.stop();
    made.stop();
    expect(await over).toEqual({ graded: 1, givenBack: 0, refused: 0 });
  });

  test("a worker that is stopped twice while a server is away ends what it was about to tell", async () => {
    const gone = await Server.start();
    ends.push(() => gone.stop());
    let finish = (): void => {};
    const slow: Runner = {
      capacity: 1,
      run: async ({ files }, tell) => {
        await new Promise<void>((resolve) => (finish = resolve));
        for (const { key } of files) tell({ key, fault: "late" });
      },
      close: () => finish(),
    };
    const made = new QueueWorker(await link(gone), manner, slow, () => {});
    const over = made.run();
    void (await runner({ to: gone })).run(jobOf("ada", "// late"), () => {});
    const store = new Store((await link(gone)).redis);
    const begun = async () => (await store.look([fileOf("// late").key]))[0]?.begun ?? [];
    for (let i = 0; i < 500 && (await begun()).length === 0; i++) await new Promise((r) => setTimeout(r, 10));
    await gone.kill();
    made.stop();
    made.stop();
    expect((await over).givenBack).toBe(0);
  });

  test("students who wait come before a regrade, and files of one submission share a box", async () => {
    const pool = new Echo();
    const regrade = outcomesOf(await runner(), jobOf("old", "// old 1", "// old 2", "// old 3"));
    const urgent = outcomesOf(await runner({ isUrgent: true }), jobOf("new", "// new 1", "// new 2"));
    const queue = new Queue(queueOf(manner), { connection: (await link()).redis, prefix: PREFIX });
    for (let i = 0; i < 500 && (await queue.getPrioritizedCount()) < 5; i++)
      await new Promise((r) => setTimeout(r, 10));
    await worker(pool);
    await Promise.all([regrade, urgent]);
    expect(pool.seen).toEqual(["// new 1", "// new 2", "// old 1", "// old 2", "// old 3"]);
    expect(pool.boxes).toEqual([ownerOf("new"), ownerOf("old")]);
  });

  test("a submission is one worker's, whoever has the one before it", async () => {
    let release = (): void => {};
    const busy: Runner = {
      capacity: 1,
      run: () => new Promise((resolve) => (release = resolve)),
      close: () => release(),
    };
    const of = await runner();
    void of.run(jobOf("ada", "// ada 1", "// ada 2"), () => {});
    const later = outcomesOf(of, jobOf("bob", "// bob 1", "// bob 2"));
    const queue = new Queue(queueOf(manner), { connection: (await link()).redis, prefix: PREFIX });
    for (let i = 0; i < 500 && (await queue.getPrioritizedCount()) < 4; i++)
      await new Promise((r) => setTimeout(r, 10));
    const first = await worker(busy);
    const store = new Store((await link()).redis);
    const begun = async () => (await store.look([fileOf("// ada 1").key]))[0]?.begun ?? [];
    for (let i = 0; i < 500 && (await begun()).length === 0; i++) await new Promise((r) => setTimeout(r, 10));
    const second = new Echo();
    await worker(second);
    expect(await later).toEqual(["seen // bob 1", "seen // bob 2"]);
    expect([second.seen, second.boxes]).toEqual([["// bob 1", "// bob 2"], [ownerOf("bob")]]);
    first.stop();
    first.stop();
  });

  test("a full server slows the producer, and nothing is lost", async () => {
    const small = await Server.start(["maxmemory 5mb", "maxmemory-policy noeviction"]);
    ends.push(() => small.stop());
    const of = await runner({ to: small });
    const text = (i: number): string => `// ${i} ${"x".repeat(60_000)}`;
    const jobs = Array.from({ length: 120 }, (_, i) => outcomesOf(of, jobOf(`student ${i}`, text(i))));
    for (let i = 0; i < 500 && !said.some((line) => line.includes("full")); i++)
      await new Promise((r) => setTimeout(r, 10));
    expect(said).toContain("The queue is full: this goes on as workers make room.");
    await worker(new Echo(), small);
    expect((await Promise.all(jobs)).flat()).toHaveLength(120);
  });

  test("a student is erased from a queue in which the files still wait", async () => {
    const { redis } = await link();
    void (await runner()).run(jobOf("emmy", "// emmy 1", "// emmy 2"), () => {});
    const store = new Store(redis);
    const waits = async () => (await store.hasSources([fileOf("// emmy 2").key]))[0];
    const queue = new Queue(queueOf(manner), { connection: redis, prefix: PREFIX });
    for (let i = 0; i < 500 && (await queue.getPrioritizedCount()) < 2; i++)
      await new Promise((r) => setTimeout(r, 10));
    expect(await eraseFromQueue(await link(), "emmy")).toEqual({ texts: 2, results: 0, jobs: 2, left: 0 });
    expect(await waits()).toBe(false);
  });

  test("the server itself forgets texts and results", async () => {
    const { redis } = await link();
    const of = await runner();
    const over = of.run(jobOf("keep", "// keep"), () => {});
    const key = `${PREFIX}:source:${fileOf("// keep").key}`;
    for (let i = 0; i < 500 && (await redis.ttl(key)) < 0; i++) await new Promise((r) => setTimeout(r, 10));
    expect(await redis.ttl(key)).toBeGreaterThan(590);
    await worker(new Echo());
    for (let i = 0; i < 500 && (await redis.exists(key)) === 1; i++)
      await new Promise((r) => setTimeout(r, 10));
    await over;
    // What the producer has is kept for its journal to reach the disk; it says so at its end at the latest.
    of.close();
    const result = `${PREFIX}:result:${fileOf("// keep").key}`;
    for (let i = 0; i < 500 && (await redis.ttl(result)) > 120; i++)
      await new Promise((r) => setTimeout(r, 10));
    expect(await redis.ttl(result)).toBeLessThanOrEqual(120);
    const all = await redis.keys(`${PREFIX}:*:${fileOf("// keep").key}`);
    for (const each of all) expect(await redis.ttl(each), each).toBeGreaterThan(0);
  });
});

/** Files that wait: in which order they are taken, and for how long the server keeps them. */
import { describe, expect, test } from "vitest";
import { eraseFromQueue } from "../../../grader/class/queue/erase-from-queue.ts";
import { ownerOf, PREFIX } from "../../../grader/class/queue/names.ts";
import { begunOf, Echo, fileOf, Held, jobOf, queueInProcess, until } from "./in-process.ts";
import { hasServer, serverNote } from "./server.ts";

describe.skipIf(!hasServer)(`what waits in a queue${serverNote}`, () => {
  const { said, link, runner, worker, outcomesOf, queue, store, another } = queueInProcess();

  test("students who wait come before a regrade, and files of one submission share a box", async () => {
    const pool = new Echo();
    const regrade = outcomesOf(await runner(), jobOf("old", "// old 1", "// old 2", "// old 3"));
    const urgent = outcomesOf(await runner({ isUrgent: true }), jobOf("new", "// new 1", "// new 2"));
    const waiting = await queue();
    await until(async () => (await waiting.getPrioritizedCount()) >= 5);
    await worker(pool);
    await Promise.all([regrade, urgent]);
    expect(pool.seen).toEqual(["// new 1", "// new 2", "// old 1", "// old 2", "// old 3"]);
    expect(pool.boxes).toEqual([ownerOf("new"), ownerOf("old")]);
  });

  test("a submission is one worker's, whoever has the one before it", async () => {
    const of = await runner();
    void of.run(jobOf("ada", "// ada 1", "// ada 2"), () => {});
    const later = outcomesOf(of, jobOf("bob", "// bob 1", "// bob 2"));
    const waiting = await queue();
    await until(async () => (await waiting.getPrioritizedCount()) >= 4);
    const first = await worker(new Held());
    const kept = await store();
    const begun = () => begunOf(kept, "// ada 1");
    await until(async () => (await begun()).length > 0);
    const second = new Echo();
    await worker(second);
    expect(await later).toEqual(["seen // bob 1", "seen // bob 2"]);
    expect([second.seen, second.boxes]).toEqual([["// bob 1", "// bob 2"], [ownerOf("bob")]]);
    first.stop();
    first.stop();
  });

  test("a full server slows the producer, and nothing is lost", async () => {
    const small = await another(["maxmemory 5mb", "maxmemory-policy noeviction"]);
    const of = await runner({ to: small });
    const text = (i: number): string => `// ${i} ${"x".repeat(60_000)}`;
    const jobs = Array.from({ length: 120 }, (_, i) => outcomesOf(of, jobOf(`student ${i}`, text(i))));
    await until(async () => said.some((line) => line.includes("full")));
    expect(said).toContain("The queue is full: this goes on as workers make room.");
    await worker(new Echo(), small);
    expect((await Promise.all(jobs)).flat()).toHaveLength(120);
  });

  test("a student is erased from a queue in which the files still wait", async () => {
    void (await runner()).run(jobOf("emmy", "// emmy 1", "// emmy 2"), () => {});
    const kept = await store();
    const waits = async () => (await kept.hasSources([fileOf("// emmy 2").key]))[0];
    const waiting = await queue();
    await until(async () => (await waiting.getPrioritizedCount()) >= 2);
    expect(await eraseFromQueue(await link(), "emmy")).toEqual({ texts: 2, results: 0, jobs: 2, left: 0 });
    expect(await waits()).toBe(false);
  });

  test("the server itself forgets texts and results", async () => {
    const { redis } = await link();
    const of = await runner();
    const over = of.run(jobOf("keep", "// keep"), () => {});
    const key = `${PREFIX}:source:${fileOf("// keep").key}`;
    await until(async () => (await redis.ttl(key)) >= 0);
    expect(await redis.ttl(key)).toBeGreaterThan(590);
    await worker(new Echo());
    await until(async () => (await redis.exists(key)) === 0);
    await over;
    // What the producer has is kept for its journal to reach the disk; it says so at its end at the latest.
    of.close();
    const result = `${PREFIX}:result:${fileOf("// keep").key}`;
    await until(async () => (await redis.ttl(result)) <= 120);
    expect(await redis.ttl(result)).toBeLessThanOrEqual(120);
    const all = await redis.keys(`${PREFIX}:*:${fileOf("// keep").key}`);
    for (const each of all) expect(await redis.ttl(each), each).toBeGreaterThan(0);
  });
});

/** What comes from the server is believed where it has the form that it must have, and is what it says. */
import { describe, expect, test } from "vitest";
import { jobIdOf, ownerOf, queueOf } from "../../../grader/class/queue/names.ts";
import { textFor, ticketFor } from "../../../grader/class/queue/ticket.ts";
import { Echo, fileOf, jobOf, manner, queueInProcess, terms } from "./in-process.ts";
import { hasServer, serverNote } from "./server.ts";

describe.skipIf(!hasServer)(`what a queue is believed${serverNote}`, () => {
  const { said, runner, worker, outcomesOf, queue, store } = queueInProcess();

  test("a worker drops what is of no form that it knows, and goes on", async () => {
    const waiting = await queue();
    const good = ticketFor(fileOf("// a"), terms, { owner: ownerOf("ada"), following: 0, keep: 600 });
    const bad: readonly (readonly [unknown, string])[] = [
      ["a text", "file-1x"],
      [{ ...good, slug: "../../etc/passwd" }, jobIdOf(fileOf("// a").key)],
      [{ ...good, more: 1 }, "file-2x"],
      [good, "file-of-another-name"],
      [{ ...good, seed: "7" }, "file-3x"],
      [{ ...good, following: -1 }, jobIdOf(fileOf("// a").key)],
    ];
    for (const [data, jobId] of bad) await waiting.add("file", data, { jobId, removeOnComplete: true });
    const pool = new Echo();
    await worker(pool);
    expect(await outcomesOf(await runner(), jobOf("ada", "// b"))).toEqual(["seen // b"]);
    expect(pool.seen).toEqual(["// b"]);
    expect(said.filter((line) => line.startsWith("Refused a job"))).toHaveLength(1);
    expect(await waiting.getJobCountByTypes()).toBe(0);
  });

  test("a text that is not the one that was named is not graded", async () => {
    const file = fileOf("// honest");
    const kept = await store();
    const source = { key: file.key, text: textFor(fileOf("// forged")), owner: ownerOf("ada"), keep: 600 };
    await kept.putSources([source]);
    const waiting = await queue();
    await waiting.add("file", ticketFor(file, terms, { owner: source.owner, following: 0, keep: 600 }), {
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
    const file = fileOf(`// ${name}`);
    await (await store()).putResult(queueOf(manner), { key: file.key, text: forge(file.key), keep: 600 });
    await worker(new Echo());
    expect(await outcomesOf(await runner(), jobOf("ada", file.source))).toEqual([
      `seen // ${name}`.slice(0, 25),
    ]);
  });

  test("a file that ended three workers is set apart with its log, and those beside it are graded", async () => {
    const kept = await store();
    const files = ["// first", "// killer", "// last"];
    for (const n of [1, 2, 3]) {
      const begun = { key: fileOf("// killer").key, line: `worker ${n} began`, keep: 600 };
      await kept.noteBegun(begun);
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
});

/** A worker that is told to stop, once and twice. */
import { describe, expect, test } from "vitest";
import { QueueWorker } from "../../../grader/class/queue/queue-worker.ts";
import { begunOf, Echo, Held, jobOf, manner, queueInProcess, until } from "./in-process.ts";
import { hasServer, serverNote } from "./server.ts";

describe.skipIf(!hasServer)(`a worker that is stopped${serverNote}`, () => {
  const { link, runner, worker, outcomesOf, store, another } = queueInProcess();

  test("gives back what it has not begun, which is no death", async () => {
    const first = new QueueWorker(await link(), manner, new Held(), () => {});
    const over = first.run();
    const asked = (await runner()).run(jobOf("ada", "// stop 1", "// stop 2"), () => {});
    const kept = await store();
    const begun = () => begunOf(kept, "// stop 1");
    await until(async () => (await begun()).length > 0);
    expect(await begun()).toHaveLength(1);
    first.stop();
    first.stop();
    expect(await over).toEqual({ graded: 0, givenBack: 2, refused: 0 });
    expect(await begun()).toEqual([]);
    await worker(new Echo());
    await asked;
  });

  test("does not wait, stopped twice, for a server that is away", async () => {
    const gone = await another();
    const made = new QueueWorker(await link(gone), manner, new Echo(), () => {});
    const over = made.run();
    const of = await runner({ to: gone });
    expect(await outcomesOf(of, jobOf("ada", "// away"))).toEqual(["seen // away"]);
    await gone.kill();
    made.stop();
    made.stop();
    expect(await over).toEqual({ graded: 1, givenBack: 0, refused: 0 });
  });

  test("stopped twice while a server is away, ends what it was about to tell", async () => {
    const gone = await another();
    const made = new QueueWorker(await link(gone), manner, new Held("late"), () => {});
    const over = made.run();
    void (await runner({ to: gone })).run(jobOf("ada", "// late"), () => {});
    const kept = await store(gone);
    const begun = () => begunOf(kept, "// late");
    await until(async () => (await begun()).length > 0);
    await gone.kill();
    made.stop();
    made.stop();
    expect((await over).givenBack).toBe(0);
  });
});

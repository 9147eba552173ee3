/** Kills at random moments among producer, workers and server; the server keeps an append-only file. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MadeClass, makeClass, pointsIn, randomFrom } from "../made-class.ts";
import { temporary } from "../report.ts";
import { keysIn, type Started, start, startWorker } from "./programs.ts";
import { hasServer, Server, serverNote } from "./server.ts";

const isLong = process.env.CHAINRULE_LONG === "1";
const KILLS = isLong ? 50 : 3;
const seed = Number(process.env.CHAINRULE_SEED ?? Date.now() % 100_000);
const place = temporary("chaos");
const folder = join(place.path, "class");
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(!hasServer)(`a queue in which everybody may be killed (seed ${seed})${serverNote}`, () => {
  let server: Server;
  let made: MadeClass;
  let workers: Started[] = [];
  let producer: Started | undefined;
  beforeAll(async () => {
    server = await Server.start();
    const slugs = ["ex10-mse-gradients", "ex14-sigmoid"];
    made = await makeClass(folder, { students: isLong ? 12 : 4, slugs, seed, mistakes: 1 });
  });
  afterAll(async () => {
    for (const each of [...workers, producer]) if (each?.isOver() === false) each.kill("SIGKILL");
    await server.stop();
    place.remove();
  });

  test(`loses nothing and doubles nothing through ${KILLS} kills`, {
    timeout: isLong ? 3_600_000 : 480_000,
  }, async () => {
    const random = randomFrom(seed);
    const killed = { producer: 0, worker: 0, server: 0 };
    let kills = 0;
    let apart = 0;
    workers = [startWorker(server.url), startWorker(server.url)];
    for (let round = 1; kills < KILLS; round++) {
      const out = join(place.path, `round ${round}`);
      const again = (): Started =>
        start([
          ...["report", folder, "--out", out, "--exercises", "ex10,ex14", "--seed", `${round}`],
          ...["--queue", server.url, "--allow-weak-box", "--missing", "zero"],
        ]);
      producer = again();
      let kept = 0;
      for (let code: number | null = null; code !== 0; ) {
        const wanted = keysIn(out).length + Math.floor(4 * random());
        for (let i = 0; i < 150 && !producer.isOver() && keysIn(out).length < wanted; i++) await sleep(20);
        await sleep(600 * random());
        // What runs workers starts one again that gave up, here because the machine was too busy to answer.
        workers = workers.map((each) => (each.isOver() ? startWorker(server.url) : each));
        const keys = keysIn(out);
        expect(keys.length, `seed ${seed}: lost`).toBeGreaterThanOrEqual(kept);
        expect(new Set(keys).size, `seed ${seed}: doubled`).toBe(keys.length);
        kept = keys.length;
        if (producer.isOver()) {
          ({ code } = await producer.ended);
          // What ended three workers is not judged, and the same command tries again.
          expect([0, 3], `seed ${seed}: ${producer.said.out}`).toContain(code);
          if (code === 3) apart++;
          if (code === 3) producer = again();
        } else if (kills < KILLS) {
          kills++;
          const which = random();
          if (which < 0.3) {
            killed.producer++;
            producer.kill("SIGKILL");
            await producer.ended;
            producer = again();
          } else if (which < 0.75) {
            killed.worker++;
            const k = random() < 0.5 ? 0 : 1;
            workers[k]?.kill("SIGKILL");
            await workers[k]?.ended;
            workers[k] = startWorker(server.url);
          } else {
            killed.server++;
            await server.kill();
            await sleep(1500 * random());
            await server.start();
          }
        }
      }
      expect(pointsIn(join(out, "results.json")), `seed ${seed}, round ${round}`).toEqual(made.truth);
      expect(keysIn(out)).toHaveLength(made.files);
      rmSync(out, { recursive: true });
    }
    process.stdout.write(
      `kills: ${killed.producer} of the producer, ${killed.worker} of workers, ${killed.server} of the server; ${apart} runs with a file set apart\n`,
    );
  });
});

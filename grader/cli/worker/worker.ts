/** `worker`: grades what a queue holds, until it is told to stop. */
import { hostname } from "node:os";
import { setFlagsFromString } from "node:v8";
import { stayLean } from "../../box/engine-flags.ts";
import { describeLayers } from "../../box/layers.ts";
import { addressOf } from "../../class/queue/address.ts";
import { Link } from "../../class/queue/link.ts";
import type { Manner } from "../../class/queue/names.ts";
import { mannerOf } from "../../class/queue/open-queue.ts";
import { showPresence } from "../../class/queue/presence.ts";
import { QueueWorker } from "../../class/queue/queue-worker.ts";
import { Cores } from "../../class/run/cores.ts";
import { usualLimits } from "../../class/run/job.ts";
import { LocalPool } from "../../class/run/local-pool.ts";
import { Unusable } from "../../class/usage.ts";
import { distFolder } from "../../course/home.ts";
import { UsageError } from "../../usage-error.ts";
import { closeEarly } from "../box/early.ts";
import { assertStrong } from "../box/official.ts";
import { exitCode } from "../exit-code.ts";
import { hideSecrets } from "../queue/hide-secrets.ts";
import { versionOf } from "../report/version.ts";
import { workersOf } from "../report/workers.ts";

export interface WorkerOptions {
  readonly queue: string;
  readonly workers?: string;
  readonly allowWeakBox?: true;
  readonly allowPlainQueue?: true;
}

/** A machine may start its worker before another starts the server. */
const SERVER_STARTS_MS = 60_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs the command; the exit code. */
export async function worker(options: WorkerOptions): Promise<number> {
  try {
    return await work(options);
  } catch (error) {
    if (error instanceof Unusable) throw new UsageError(error.message);
    throw error;
  }
}

async function work(options: WorkerOptions): Promise<number> {
  const address = addressOf(options.queue, process.env, options.allowPlainQueue === true);
  hideSecrets();
  const lanes = workersOf(options.workers);
  const layers = describeLayers("strong");
  assertStrong(layers, process.versions.node, options.allowWeakBox === true, "worker");
  closeEarly();
  for (const flag of stayLean) setFlagsFromString(flag);
  // All of it, so that two workers on one machine take a core each.
  new Cores(lanes).confine(process.pid);
  const inForce = layers.filter((layer) => layer.inForce).map(({ name }) => name);
  const missing = layers.filter((layer) => !layer.inForce).map(({ name }) => name);
  const manner = mannerOf({ limits: usualLimits, isolation: "strong", layers: inForce });
  const pool = new LocalPool(lanes);
  try {
    // Nothing is taken before answers that are known come out right here.
    await pool.prepare({ ...manner, seed: 0, points: {} });
    say(`Known answers come out right. The box: ${inForce.join(", ")}.`);
    return await takePart(await Link.open(address, say, SERVER_STARTS_MS), manner, pool, missing);
  } finally {
    pool.close();
  }
}

async function takePart(
  link: Link,
  manner: Manner,
  pool: LocalPool,
  missing: readonly string[],
): Promise<number> {
  const hand = new QueueWorker(link, manner, pool, say);
  const stop = (): void => hand.stop();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  const version = versionOf(distFolder());
  const { id, queue } = hand;
  const card = {
    id,
    queue,
    host: hostname(),
    node: process.versions.node,
    version,
    lanes: pool.capacity,
    missing,
  };
  const leave = showPresence(link.redis, card);
  say(`Worker ${id} grades ${pool.capacity} at once from ${link.address.shown}, ${queue}. Ctrl-C stops it.`);
  try {
    const { graded, givenBack, refused } = await hand.run();
    await leave().catch(() => {});
    const more = refused === 0 ? "" : `, ${refused} refused`;
    say(`Stopped: ${graded} graded, ${givenBack} given back${more}.`);
    return exitCode.pass;
  } finally {
    link.close();
  }
}

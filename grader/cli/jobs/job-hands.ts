/** Worker threads that share the work of the reference's jobs. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Hand } from "../../../reference/jobs/hands.ts";
import { distFolder } from "../../course/home.ts";

export interface Hands {
  readonly hands: readonly Hand[];
  /** Ends the threads; whoever still waits for an answer is refused. */
  readonly dismiss: () => void;
}

/** Hires threads, one for each core unless told. They keep no process alive that has nothing else to do. */
export function hireHands(count = availableParallelism()): Hands {
  const workers = Array.from({ length: count }, () => new Worker(join(distFolder(), "job-worker.js")));
  return {
    hands: workers.map(handOf),
    dismiss: () => {
      for (const worker of workers) worker.terminate();
    },
  };
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

/** One question at a time: the next is asked when the last one is answered. */
function handOf(worker: Worker): Hand {
  let waiting: { resolve: (value: unknown) => void; reject: (reason: Error) => void } | undefined;
  let lost: Error | undefined;
  const settle = (then: (of: NonNullable<typeof waiting>) => void): void => {
    const of = waiting;
    waiting = undefined;
    // Only a thread that owes an answer is worth waiting for.
    worker.unref();
    if (of !== undefined) then(of);
  };
  const loseFor = (reason: Error): void => {
    lost ??= reason;
    settle(({ reject }) => reject(reason));
  };
  worker.unref();
  worker.on("message", ({ value, error }: Answer) =>
    settle(({ resolve, reject }) => (error === undefined ? resolve(value) : reject(new Error(error)))),
  );
  worker.on("error", loseFor);
  worker.on("exit", () => loseFor(new Error("the worker thread ended")));
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (lost !== undefined) return reject(lost);
        waiting = { resolve, reject };
        worker.ref();
        worker.postMessage(message);
      }),
  };
}

/** Calls as batches on the wire; a class is asked the same calls again and again. */
import { Batch } from "./batch.ts";
import type { Call } from "./box.ts";

/** A longer list goes as several batches, so that no answer outgrows its bounds. */
const most = { calls: 512, floats: 500_000 };

/** Batches of frozen lists of calls, by their first call. */
const kept = new WeakMap<readonly Call[], Map<number, Batch>>();

/** The batch that begins with a list's call number `start`. One of a frozen list is made once. */
export function batchFrom(calls: readonly Call[], start: number): Batch {
  if (!Object.isFrozen(calls)) return made(calls, start);
  const batches = kept.get(calls) ?? new Map<number, Batch>();
  kept.set(calls, batches);
  const batch = batches.get(start) ?? made(calls, start);
  batches.set(start, batch);
  return batch;
}

function made(calls: readonly Call[], start: number): Batch {
  const batch = new Batch();
  for (let i = start; i < calls.length && batch.count < most.calls && batch.length < most.floats; i++) {
    batch.add(calls[i]!);
  }
  return batch;
}

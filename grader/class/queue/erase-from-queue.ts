/** Takes one submission out of a queue: texts, results, and the jobs that mean them. */
import { Queue } from "bullmq";
import type { Link } from "./link.ts";
import { jobIdOf, ownerOf, PREFIX } from "./names.ts";
import { Store } from "./store.ts";

/** Longer than any file is under way. */
const PATIENCE_MS = 60_000;

export interface ErasedFromQueue {
  readonly texts: number;
  readonly results: number;
  readonly jobs: number;
  /** Jobs that a worker still has. */
  readonly left: number;
}

/** @param folder the name of the submission's folder */
export async function eraseFromQueue(link: Link, folder: string): Promise<ErasedFromQueue> {
  const store = new Store(link.redis);
  const { keys, texts, results } = await store.eraseOwner(ownerOf(folder));
  let jobs = 0;
  let left = 0;
  for (const name of await queuesOf(link)) {
    const queue = new Queue(name, { connection: link.redis, prefix: PREFIX });
    queue.on("error", () => {});
    const existing = async (ids: readonly string[]): Promise<readonly string[]> => {
      const there = await Promise.all(ids.map((id) => link.redis.exists(`${PREFIX}:${name}:${id}`)));
      return ids.filter((_, i) => there[i] === 1);
    };
    let open = await existing(keys.map(jobIdOf));
    const until = performance.now() + PATIENCE_MS;
    jobs += open.length;
    while (open.length > 0) {
      await Promise.all(open.map((id) => queue.remove(id)));
      // One that is under way is a worker's until it ends.
      open = await existing(open);
      if (performance.now() > until) break;
      if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, 500));
    }
    left += open.length;
    jobs -= open.length;
  }
  // What came of those.
  return { texts, results: results + (await store.forget(keys)), jobs, left };
}

async function queuesOf(link: Link): Promise<readonly string[]> {
  const found = new Set<string>();
  const [head, tail] = [`${PREFIX}:`, ":meta"];
  for await (const keys of link.redis.scanStream({ match: `${head}course-*${tail}`, count: 1000 }))
    for (const key of keys as string[]) found.add(key.slice(head.length, -tail.length));
  return [...found];
}

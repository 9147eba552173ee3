/**
 * Who works: threads that the caller brings, or this thread itself.
 *
 * A job is cut into pieces of bounded time. A hand is given the job's data once, then one piece after another; what
 * comes out is the same whoever did which piece, since results are put together in the order of the pieces.
 */
import type { Following } from "../gpu/gpu.ts";
import { type PieceOf, prepared, type ResultOf, type SetupOf, type WorkName } from "./works.ts";

/** A worker thread in Node, a worker of a page. */
export interface Hand {
  /** Sends one message and waits for its answer; rejects if the worker is lost. */
  readonly ask: (message: Message) => Promise<unknown>;
}

/** What a hand is asked; both kinds cross to another thread as they are. */
export type Message =
  | { readonly load: number; readonly work: WorkName; readonly setup: unknown }
  | { readonly job: number; readonly piece: unknown };

/** Milliseconds of work between two moments in which timers, clicks and signals are heard. */
export const SLICE_MS = 40;

/** Lets the event loop run once. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The worker's side: answers messages. A new job takes the place of the last one. */
export function answering(): (message: Message) => unknown {
  let job = -1;
  let work: (piece: unknown) => unknown = () => undefined;
  return (message) => {
    if ("load" in message) {
      work = prepared(message.work, message.setup as never) as typeof work;
      job = message.load;
      return true;
    }
    if (message.job !== job) throw new Error(`job ${message.job} was not loaded here`);
    return work(message.piece);
  };
}

/** Hands that hold one job's data. */
export interface Crew<N extends WorkName> {
  /**
   * Does pieces; their results come back in their order.
   *
   * @throws the signal's reason once it is aborted, and errors of the work itself
   */
  readonly all: (pieces: readonly PieceOf<N>[], following?: Following) => Promise<ResultOf<N>[]>;
}

let jobs = 0;

/**
 * Gives a job's data to all hands. A hand that is lost on the way is given no further piece, and its piece goes to
 * another one or to this thread, which does everything where no hand is left.
 */
export function crewFor<N extends WorkName>(
  work: N,
  setup: SetupOf<N>,
  hands: readonly Hand[] = [],
): Crew<N> {
  const job = ++jobs;
  let able = hands.map((hand) => ({ hand, loaded: false }));
  let here: ((piece: PieceOf<N>) => ResultOf<N>) | undefined;
  return {
    async all(pieces, { signal, progress } = {}) {
      const results = new Array<ResultOf<N>>(pieces.length);
      const open = pieces.map((_, at) => at).reverse();
      let done = 0;
      const finished = (at: number, result: ResultOf<N>): void => {
        results[at] = result;
        progress?.(++done / pieces.length);
      };
      const serve = async (one: (typeof able)[number]): Promise<void> => {
        let at: number | undefined;
        try {
          if (!one.loaded) await one.hand.ask({ load: job, work, setup });
          one.loaded = true;
          while (signal?.aborted !== true) {
            at = open.pop();
            if (at === undefined) return;
            finished(at, (await one.hand.ask({ job, piece: pieces[at] })) as ResultOf<N>);
          }
        } catch {
          // What went wrong there, this thread finds out by doing the piece itself.
          if (at !== undefined) open.push(at);
          able = able.filter((other) => other !== one);
        }
      };
      signal?.throwIfAborted();
      await Promise.all(able.map(serve));
      signal?.throwIfAborted();
      if (open.length === 0) return results;
      here ??= prepared(work, setup);
      let until = performance.now() + SLICE_MS;
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        signal?.throwIfAborted();
        finished(at, here(pieces[at]!));
        if (performance.now() < until) continue;
        await breathe();
        until = performance.now() + SLICE_MS;
      }
      return results;
    },
  };
}

/** 0 … count−1 cut into ranges of `size`. */
export const ranges = (count: number, size: number): { readonly first: number; readonly last: number }[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, r) => ({
    first: r * size,
    last: Math.min(count, (r + 1) * size),
  }));

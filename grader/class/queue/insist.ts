/** Asks the queue's server until it does what it is asked: it may be away, loading, or full. */
const PAUSE_MS = 300;
/** Refusals that pass by themselves. */
const passing = /OOM|LOADING|BUSY|READONLY|MISCONF|NOREPLICAS|TRYAGAIN|CLUSTERDOWN|NOSCRIPT|EXECABORT/;
const isLost = (error: Error): boolean =>
  /closed|ECONN|EPIPE|ETIMEDOUT|reset/i.test(
    `${error.message} ${(error as NodeJS.ErrnoException).code ?? ""}`,
  );

export interface Patience {
  /** True once nobody waits for it any more. */
  readonly isOver: () => boolean;
  /** Asks, and gives up where nobody waits any more: an answer may never come. */
  readonly ask?: <T>(ask: () => Promise<T>) => Promise<T>;
  /** Is told what stands in the way, each time. */
  readonly hindered?: (error: Error) => void;
}

/**
 * The answer; undefined if nobody waits for it any more.
 *
 * @throws what is no passing refusal
 */
export async function insist<T>(
  ask: () => Promise<T>,
  { isOver, hindered, ask: asked = (once) => once() }: Patience,
): Promise<T | undefined> {
  while (!isOver()) {
    try {
      return await asked(ask);
    } catch (caught) {
      const error = caught as Error;
      if (isOver()) return undefined;
      if (!passing.test(error.message) && !isLost(error)) throw error;
      hindered?.(error);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  return undefined;
}

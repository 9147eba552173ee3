/** Waits for a host's frames within deadlines. */
import type { End, Host } from "./host.ts";
import type { Frame } from "./replies.ts";

/** Why a wait came to nothing. */
export type Failure = End | { readonly kind: "timeout"; readonly message: string };

/** Time that a program may use: what is waited for it, not what the judge does in between. */
export class Budget {
  private left: number;
  readonly totalMs: number;

  constructor(totalMs: number) {
    this.totalMs = totalMs;
    this.left = totalMs;
  }

  get leftMs(): number {
    return Math.max(0, this.left);
  }

  spend(ms: number): void {
    this.left -= ms;
  }
}

/** Calls back when what has arrived meanwhile was read. */
const afterReading = (then: () => void): void => {
  // A browser has no such thing; there, messages that wait come before a timer that is set now.
  const next = (globalThis as { setImmediate?: (then: () => void) => unknown }).setImmediate ?? setTimeout;
  next(() => next(then));
};

/**
 * Hands frames to `take` until it says "done". "progress" begins the silence anew; "none" does not.
 * A host that is silent for `silenceMs`, or out of budget, is killed.
 */
export function waitFor(
  host: Host,
  silenceMs: number,
  budget: Budget,
  take: (frame: Frame) => "done" | "progress" | "none",
): Promise<Failure | undefined> {
  const begun = performance.now();
  let silentSince = begun;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const finish = (failure?: Failure): void => {
      clearTimeout(timer);
      // What a lost program did since it last answered, it does again elsewhere: that time is not its own.
      budget.spend((failure?.kind === "lost" ? silentSince : performance.now()) - begun);
      host.onFrame = () => {};
      host.onEnd = () => {};
      resolve(failure);
    };
    const arm = (): void => {
      const now = performance.now();
      const silence = silenceMs - (now - silentSince);
      const total = budget.leftMs - (now - begun);
      timer = setTimeout(late, Math.max(0, Math.ceil(Math.min(silence, total))));
    };
    /** Answers may lie unread because this process itself was busy: they are read before it is decided. */
    const late = (): void => {
      afterReading(() => {
        const now = performance.now();
        if (isOver) return;
        // A timer may fire a fraction early.
        const total = now - begun >= budget.leftMs - 1;
        if (!total && now - silentSince < silenceMs - 1) return arm();
        const what = total ? `${budget.totalMs} ms in all` : `${silenceMs} ms`;
        host.kill({ kind: "crashed", message: "late" });
        finish({ kind: "timeout", message: `No answer within ${what}.` });
      });
    };
    host.onEnd = (end) => {
      if (!isOver && end.message !== "late") finish(end);
      isOver = true;
    };
    host.onFrame = (frame) => {
      const state = take(frame);
      if (state !== "none") silentSince = performance.now();
      if (state === "done") {
        isOver = true;
        finish();
      }
    };
    if (host.ended === undefined) arm();
    else finish(host.ended);
  });
}

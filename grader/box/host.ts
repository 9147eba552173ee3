/** What a program runs in, as the box sees it: a child process, a worker of a page. */
import type { Frame } from "./replies.ts";

/** How a host came to its end. */
export interface End {
  readonly kind: "out-of-memory" | "crashed";
  readonly message: string;
}

/** Takes frames, answers in frames. Ends when it says anything that it cannot mean. */
export interface Host {
  /** The end, once it has come. */
  readonly ended: End | undefined;
  readonly isReady: boolean;
  onFrame: (frame: Frame) => void;
  onEnd: (end: End) => void;
  send(...pieces: readonly Uint8Array[]): void;
  /** Ends it at once; whoever waits is told `end`. */
  kill(end?: End): void;
}

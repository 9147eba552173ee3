/** What a program runs in, as the box sees it: a child process, a worker of a page. */
import type { Frame } from "./replies.ts";

/** An end that says something about the program: it took all memory, or answered with what means nothing. */
export interface OwnEnd {
  readonly kind: "out-of-memory" | "crashed";
  readonly message: string;
}

/** An end of which the program is not known to be the cause: a signal from outside, a start that failed. */
export interface Loss {
  readonly kind: "lost";
  readonly message: string;
  /** What mends it, where it happens again and again: a command, or what to do before the same one is run again. */
  readonly mend: string;
  /** Where it happening again and again is the program's own doing after all: what it is then. */
  readonly lasting?: OwnEnd;
}

/** How a host came to its end. */
export type End = OwnEnd | Loss;

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

/** Whose doing the end of a child was, as far as a status and the child's last words tell. */
import { constants } from "node:os";
import type { End } from "./host.ts";
import { dataLimit } from "./layers.ts";

/** What is known of a process that ended and was not ended by us. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  /** What the engine wrote to its standard error, which no submission reaches. */
  readonly said: string;
  /** Whether it had come so far as to take programs. */
  readonly isReady: boolean;
}

/** V8 at its own heap limit: nothing but the program's hunger. */
const atHeapLimit = /JavaScript heap out of memory/;
/** The system gave no more memory: the limit of the box, or the machine's. */
const refused = /out of memory|std::bad_alloc|Cannot allocate memory/i;

const memoryRanOut: End = { kind: "out-of-memory", message: "The memory ran out." };

/**
 * A process that dies for want of memory says so, since it is its own engine that gives up. The system's killer takes
 * it without a word, and so does anybody outside: a signal alone says nothing about the program.
 */
export function endOf({ code, signal, said, isReady }: Ended, free: () => number = freeBytes): End {
  // What the process gave back by its end counts as free: had it reached the limit of the box, so much is there now.
  if (atHeapLimit.test(said) || (isReady && refused.test(said) && free() >= dataLimit)) return memoryRanOut;
  const killed = signal ?? signalOf(code);
  if (killed !== undefined)
    return {
      kind: "lost",
      message: refused.test(said)
        ? "The machine had no memory left for the process that ran it"
        : `The process that ran it was ended from outside (${killed})`,
      mend: "close what takes memory, then run the same command again",
    };
  const words = firstLine(said) ?? `code ${code}`;
  if (!isReady)
    return {
      kind: "lost",
      message: `The box does not start (${words})`,
      mend: "`npm ci` sets it up anew, `npm run doctor` says what works",
    };
  const message = `The process that ran it ended (${words})`;
  const lasting = { kind: "crashed", message: `The process that ran it ended (code ${code}).` } as const;
  return { kind: "lost", message, mend: "run the same command again", lasting };
}

/** The signal in the exit code of a wrapper, such as bubblewrap, that passes it on; Windows names faults by large codes. */
function signalOf(code: number | null): string | undefined {
  if (code === null || code <= 128) return undefined;
  const [name] = Object.entries(constants.signals).find(([, number]) => number === code - 128) ?? [];
  return name ?? `code 0x${code.toString(16)}`;
}

const firstLine = (text: string): string | undefined =>
  text
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line !== "")
    ?.slice(0, 200);

/** What a process of this system could still have, within the limits of its container. */
const freeBytes = (): number => process.availableMemory();

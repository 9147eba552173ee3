/** Answers made into frames and sent, by whatever runs a program: the child's script, a worker's. */
import { frame, headerBytes } from "./wire.ts";

/** What is needed of the inside of a context. */
export interface Inside {
  /** The memory that answers are written to. */
  answers(): ArrayBufferLike;
  /** Writes what was printed; the length of all answers. */
  print(): number;
  /** Forgets the answers written so far. */
  clear(): void;
  /** Begins the batch in the reserved memory; the number of its calls. */
  begin(): number;
  /** How many of its first answers are to be sent one by one. */
  singles(): number;
  /** Makes the next call; the length of all answers. */
  step(): number;
}

/** Most milliseconds and floats that wait for being sent together. */
const together = { ms: 5, floats: 8192 };

/** A frame that is its type alone. */
export const bareHeader = (type: number): Uint8Array => new Uint8Array(new Uint32Array([type, 0]).buffer);

/** Taken now: in a worker, the submission shares this global. */
const Bytes = Uint8Array;
const Words = Uint32Array;
const done = bareHeader(frame.done);

export class AnswerSheet<Room extends Inside> {
  private readonly send: (bytes: Uint8Array, length: number) => void;
  private readonly now: () => number;
  /** Views of the answers' memory, made again when it has grown. */
  private view: { buffer: ArrayBufferLike; bytes: Uint8Array; words: Uint32Array } | undefined;
  /** Floats of the present answers that have their header. */
  private framed = 0;

  /**
   * @param send sends the first bytes of an array, and keeps none of them
   * @param now milliseconds since some moment
   */
  constructor(send: (bytes: Uint8Array, length: number) => void, now: () => number) {
    this.send = send;
    this.now = now;
  }

  private viewOf(buffer: ArrayBufferLike): { bytes: Uint8Array; words: Uint32Array } {
    if (this.view?.buffer !== buffer)
      this.view = { buffer, bytes: new Bytes(buffer), words: new Words(buffer) };
    return this.view;
  }

  /** Puts the header on the floats up to `length`. */
  close(from: Room, type: number, length: number): void {
    const { words } = this.viewOf(from.answers());
    words[2 * this.framed] = type;
    words[2 * this.framed + 1] = (length - this.framed - 1) * 8;
    this.framed = length;
  }

  /** Forgets all answers. */
  clear(from: Room): void {
    from.clear();
    this.framed = 0;
  }

  /** Sends all answers, with what was printed behind them. */
  private flush(from: Room): void {
    const length = from.print();
    // A header alone: nothing was printed.
    if (length > this.framed + 1) this.close(from, frame.output, length);
    this.send(this.viewOf(from.answers()).bytes, this.framed * 8);
    this.clear(from);
  }

  /** Says that everything is said. */
  private finish(from: Room): void {
    this.flush(from);
    this.send(done, headerBytes);
  }

  /** Sends the answer to load, which ends at `length`. */
  answerLoad(from: Room, length: number): void {
    this.close(from, frame.loaded, length);
    this.finish(from);
  }

  /**
   * Runs the batch in the reserved memory. The first answers go one by one, so that the judge's side knows which
   * call it waits for: a call that hangs mostly is among the first. Later ones go together.
   */
  answerCalls(from: Room): void {
    const n = from.begin();
    const singles = from.singles();
    let flushed = this.now();
    for (let i = 0; i < n; i++) {
      this.close(from, frame.outcome, from.step());
      if (i >= singles && this.framed < together.floats && this.now() - flushed < together.ms) continue;
      this.flush(from);
      flushed = this.now();
    }
    this.finish(from);
  }
}

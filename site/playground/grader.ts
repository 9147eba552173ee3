/** Grading from a page: starts the judge, asks it, and ends it with all its workers. */
import judgeText from "playground:judge";
import type { Deadlines } from "../../grader/box/frame-box.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { makeFence } from "./box/fence.ts";
import boxScript from "./box/worker.ts?bundle";
import type { FromJudge, ToJudge, Wanted } from "./judge/messages.ts";
import { judgeTextOf, type PlayExercise } from "./load-exercise.ts";
import { sha256 } from "./sha256.ts";

/** The script's own names are no names of the global that it leaves to a submission. */
const ownScope = `(() => {${boxScript}})();`;

/** Longer than every deadline of the box together: whoever answers later than this does not answer. */
const longestMs = 60_000;

/** Was ended before there was a verdict. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

interface Running {
  readonly fence: HTMLIFrameElement;
  /** Comes once the fence is loaded, and never if that was removed before. */
  readonly judge: Promise<Worker>;
}

export class Grader {
  private readonly exercise: PlayExercise;
  private running: Running | undefined;
  private abort: (why: Error) => void = () => {};

  constructor(exercise: PlayExercise) {
    this.exercise = exercise;
  }

  /** Starts the judge, so that the first verdict does not wait for it. Runs nothing of anybody's. */
  warm(): void {
    this.running ??= this.start();
  }

  /**
   * The verdict on a text.
   *
   * @throws Stopped if `stop` was called meanwhile
   */
  async grade(source: string, seed: number, deadlines: Deadlines = {}): Promise<Verdict> {
    this.running ??= this.start();
    const stopped = new Promise<never>((_, reject) => {
      this.abort = reject;
    });
    const timer = setTimeout(
      () => this.stop(new Error("The judge has not answered for a minute, and was ended.")),
      longestMs,
    );
    try {
      const judge = await Promise.race([this.running.judge, stopped]);
      const answer = new Promise<Verdict>((resolve, reject) => {
        judge.onmessage = ({ data }: MessageEvent<FromJudge>) => {
          if ("verdict" in data) resolve(data.verdict);
          else this.bring(data.wants, judge);
        };
        judge.onerror = ({ message }) => reject(new Error(message));
      });
      const submission = {
        file: this.exercise.file,
        source,
        sha256: sha256(new TextEncoder().encode(source)),
      };
      judge.postMessage({ kind: "grade", submission, seed, deadlines } satisfies ToJudge);
      return await Promise.race([answer, stopped]);
    } catch (error) {
      // After a fault nobody knows what still runs.
      this.stop();
      throw error;
    } finally {
      clearTimeout(timer);
      this.abort = () => {};
    }
  }

  /** Ends the judge and whatever runs, at once, also while it starts. The next grading starts anew. */
  stop(why: Error = new Stopped("Stopped. Nothing was graded.")): void {
    const ended = this.running;
    this.running = undefined;
    this.abort(why);
    ended?.fence.remove();
    ended?.judge.then(
      (judge) => judge.terminate(),
      () => {},
    );
  }

  private async bring(kind: Wanted, judge: Worker): Promise<void> {
    judge.postMessage({ kind, brought: await this.exercise[kind]() } as ToJudge);
  }

  private start(): Running {
    const fence = makeFence(document);
    const loaded = new Promise((resolve) => fence.addEventListener("load", resolve, { once: true }));
    document.body.append(fence);
    return { fence, judge: loaded.then(() => this.begin(fence)) };
  }

  private begin(fence: HTMLIFrameElement): Worker {
    const url = URL.createObjectURL(new Blob([judgeText, "\n", judgeTextOf(this.exercise)]));
    const judge = new Worker(url);
    URL.revokeObjectURL(url);
    const { port1, port2 } = new MessageChannel();
    // A frame without origin has no name that a message could be addressed to.
    fence.contentWindow?.postMessage({ script: ownScope }, "*", [port1]);
    judge.postMessage({ kind: "begin" } satisfies ToJudge, [port2]);
    return judge;
  }
}

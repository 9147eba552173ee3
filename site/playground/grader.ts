/** Grading from a page: starts the judge, asks it, and ends it with all its workers. */
import judgeText from "playground:judge";
import type { Deadlines } from "../../grader/box/frame-box.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { type BehindFence, endBehindFence, startBehindFence } from "./behind-fence.ts";
import type { FromJudge, ToJudge, Wanted } from "./judge/messages.ts";
import { judgeTextOf, type PlayExercise } from "./load-exercise.ts";
import { sha256 } from "./sha256.ts";

/** Longer than every deadline of the box together: whoever answers later than this does not answer. */
const longestMs = 60_000;

/** Was ended before there was a verdict. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

export class Grader {
  private readonly exercise: PlayExercise;
  private running: BehindFence | undefined;
  private abort: (why: Error) => void = () => {};

  constructor(exercise: PlayExercise) {
    this.exercise = exercise;
  }

  /** Starts the judge, and a worker for the next text, since somebody turns to it. Runs nothing of anybody's. */
  warm(): void {
    this.tell({ kind: "start" });
  }

  /** Has drawn what will be asked with this seed, and the stub compiled, while nobody waits. Runs nothing of anybody's. */
  draw(seed: number): void {
    this.tell({ kind: "draw", stub: this.exercise.stub, seed });
  }

  private tell(message: ToJudge): void {
    this.running ??= this.start();
    this.running.worker
      .then((judge) => judge.postMessage(message))
      // Why there is no judge is said when somebody asks for a verdict.
      .catch(() => {});
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
      const judge = await Promise.race([this.running.worker, stopped]);
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
    if (ended !== undefined) endBehindFence(ended);
  }

  private async bring(kind: Wanted, judge: Worker): Promise<void> {
    judge.postMessage({ kind, brought: await this.exercise[kind]() } as ToJudge);
  }

  private start(): BehindFence {
    return startBehindFence(`${judgeText}\n${judgeTextOf(this.exercise)}`);
  }
}

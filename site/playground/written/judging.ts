/**
 * Has lines judged aside. What is newer takes over between two lines, and ends a judge that stays on one for long. The
 * judge's text is loaded when it is first asked for.
 */
import type { LineReport } from "../../../grader/derivation/written/report.ts";
import type { Asked, FromJudge, Judged, Task, ToJudge } from "./messages.ts";

declare global {
  /** Brought by its script. It is never called here: its text is what the worker runs. */
  var chainruleLinesJudge: (() => void) | undefined;
}

/** Milliseconds that something newer waits for the line that is being judged. */
const PATIENCE = 1500;
/** Milliseconds that one line may take: several times what the judge's own budget of steps comes to. */
const LONGEST = 8000;

export interface Answers {
  set(html: readonly (string | undefined)[]): void;
  line(at: number, report: LineReport): void;
  judged(judged: Judged): void;
  /** There is no answer, and why. */
  failed(why: "time" | "load" | "fault"): void;
}

export class Judging {
  private readonly task: Task;
  private readonly script: string;
  private readonly answers: Answers;
  private worker: Worker | undefined;
  private isLoading = false;
  private isReady = false;
  /** What was asked last, until it is answered. */
  private open: Asked | undefined;
  private hasBegun = false;
  private timer = 0;
  private count = 0;

  /** @param script the address of the judge's text */
  constructor(task: Task, script: string, answers: Answers) {
    this.task = task;
    this.script = script;
    this.answers = answers;
  }

  /** Loads and starts the judge, so that the first line does not wait for it. */
  warm(): void {
    if (this.worker !== undefined || this.isLoading) return;
    if (globalThis.chainruleLinesJudge !== undefined) {
      this.start();
      return;
    }
    this.isLoading = true;
    const script = document.createElement("script");
    script.src = this.script;
    script.charset = "utf-8";
    script.onload = () => {
      this.isLoading = false;
      this.start();
    };
    script.onerror = () => {
      this.isLoading = false;
      script.remove();
      this.answers.failed("load");
    };
    document.head.append(script);
  }

  /** What was asked before is answered no more. */
  ask(asked: Omit<Asked, "id">): void {
    const isBusy = this.open !== undefined;
    this.open = { ...asked, id: ++this.count };
    this.warm();
    this.post(isBusy ? PATIENCE : LONGEST);
  }

  private start(): void {
    const text = `(${String(globalThis.chainruleLinesJudge)})();`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<FromJudge>) => this.hear(data);
    worker.onerror = () => {
      this.end();
      this.answers.failed("fault");
    };
    this.worker = worker;
    worker.postMessage({ kind: "begin", task: this.task } satisfies ToJudge);
  }

  private post(patience: number): void {
    if (!this.isReady || this.open === undefined) return;
    this.hasBegun = false;
    this.worker?.postMessage({ kind: "ask", ...this.open } satisfies ToJudge);
    this.wait(patience);
  }

  private hear(said: FromJudge): void {
    if (said.kind === "ready") {
      this.isReady = true;
      this.post(LONGEST);
      return;
    }
    if (said.id !== this.open?.id) return;
    this.hasBegun = true;
    this.wait(LONGEST);
    if (said.kind === "set") this.answers.set(said.html);
    if (said.kind === "line") this.answers.line(said.at, said.report);
    if (said.kind !== "judged" && said.kind !== "fault") return;
    clearTimeout(this.timer);
    this.open = undefined;
    if (said.kind === "judged") this.answers.judged(said);
    else this.answers.failed("fault");
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.late(), ms);
  }

  /** A line has had its time: a newer text gets a judge of its own, and else the line is not decided. */
  private late(): void {
    const { open } = this;
    const isAnswered = this.hasBegun;
    this.end();
    if (isAnswered || open === undefined) {
      this.answers.failed("time");
      return;
    }
    this.open = open;
    this.warm();
  }

  private end(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = undefined;
    this.isReady = false;
    this.open = undefined;
  }
}

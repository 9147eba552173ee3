/**
 * Has lines judged aside: what is newer takes the place of what waits, and of what takes its time. The judge's text is
 * loaded when it is first asked for.
 */
import type { Asked, FromJudge, Judged, Task, ToJudge } from "./messages.ts";

declare global {
  /** Brought by its script. It is never called here: its text is what the worker runs. */
  var chainruleLinesJudge: (() => void) | undefined;
}

/** Milliseconds that something newer waits for what is being judged. */
const PATIENCE = 400;
/** Milliseconds after which an answer comes no more. */
const LONGEST = 6000;

export interface Answers {
  set(html: readonly (string | undefined)[]): void;
  judged(judged: Judged): void;
  /** There is no answer, and why. */
  failed(why: "time" | "load" | "fault"): void;
}

export class Judging {
  private readonly task: Task;
  private readonly script: string;
  private readonly answers: Answers;
  private worker: Worker | undefined;
  private isReady = false;
  private waiting: Asked | undefined;
  private running: { readonly id: number; readonly since: number } | undefined;
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
  private isLoading = false;

  /** What was asked before is answered no more. */
  ask(asked: Omit<Asked, "id">): void {
    this.waiting = { ...asked, id: ++this.count };
    this.warm();
    this.next();
  }

  private start(): void {
    const text = `(${String(globalThis.chainruleLinesJudge)})();`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<FromJudge>) => this.hear(data);
    worker.onerror = () => this.end("fault");
    this.worker = worker;
    this.isReady = false;
    worker.postMessage({ kind: "begin", task: this.task } satisfies ToJudge);
  }

  private hear(said: FromJudge): void {
    if (said.kind === "ready") {
      this.isReady = true;
      this.next();
      return;
    }
    const isNewest = said.id === this.count;
    if (said.kind === "set") {
      if (isNewest) this.answers.set(said.html);
      return;
    }
    clearTimeout(this.timer);
    this.running = undefined;
    if (isNewest && said.kind === "judged") this.answers.judged(said);
    else if (isNewest) this.answers.failed("fault");
    this.next();
  }

  private next(): void {
    if (this.worker === undefined || !this.isReady || this.waiting === undefined) return;
    if (this.running !== undefined) {
      this.wait(this.running.since + PATIENCE);
      return;
    }
    const { waiting } = this;
    this.waiting = undefined;
    this.running = { id: waiting.id, since: performance.now() };
    this.wait(this.running.since + LONGEST);
    this.worker.postMessage({ kind: "ask", ...waiting } satisfies ToJudge);
  }

  private wait(until: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.late(), Math.max(0, until - performance.now()));
  }

  /** What runs has had its time: something newer waits, or it takes too long altogether. */
  private late(): void {
    if (this.running === undefined) return;
    if (this.waiting === undefined) {
      this.end("time");
      return;
    }
    this.end();
    this.warm();
  }

  private end(why?: "time" | "fault"): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = undefined;
    this.isReady = false;
    this.running = undefined;
    if (why !== undefined) this.answers.failed(why);
  }
}

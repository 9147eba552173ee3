/** Runs jobs on this machine, each in one of a few processes that do nothing else. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { CannotJudge } from "../../box/cannot-judge.ts";
import { oneThread, optimiseLate } from "../../box/engine-flags.ts";
import { distFolder } from "../../course/home.ts";
import { Cores } from "./cores.ts";
import type { Job, JobFile, Outcome, Runner, Terms } from "./job.ts";

type Said =
  | { readonly ready: true }
  | { readonly outcome: Outcome }
  | { readonly done: true; readonly fault?: string }
  /** It cannot judge at all. */
  | { readonly unfit: string };

/** Longer than any box may take: a worker that is silent for so long is stuck. */
const patienceMs = (job: Job): number => 3 * job.terms.limits.totalMs + 60_000;
/** A file during which a worker ended is tried again, this often in all. */
const MOST_DEATHS = 3;

export class LocalPool implements Runner {
  readonly capacity: number;
  private readonly idle: ChildProcess[] = [];
  private readonly living = new Set<ChildProcess>();
  private readonly waiting: (() => void)[] = [];
  /** Workers that nobody has needed yet. */
  private unborn: number;
  private isClosed = false;
  private readonly cores: Cores;

  constructor(workers: number) {
    this.capacity = workers;
    this.unborn = workers;
    this.cores = new Cores(workers);
  }

  /**
   * Starts all workers and has each prove itself, as it else does before its first job.
   *
   * @throws CannotJudge if one gets known answers wrong, or ends
   */
  async prepare(terms: Terms): Promise<void> {
    const each = async (): Promise<void> => {
      const worker = await this.take();
      if (worker === undefined) return;
      const fault = await this.session(worker, { student: "", terms, files: [] }, () => {});
      if (fault !== undefined) throw new CannotJudge(fault);
    };
    await Promise.all(Array.from({ length: this.capacity }, each));
  }

  /** @throws CannotJudge if a worker gets known answers wrong */
  async run(job: Job, tell: (outcome: Outcome) => void): Promise<void> {
    const deaths = new Map<string, number>();
    let files = job.files;
    while (files.length > 0) {
      const worker = await this.take();
      if (worker === undefined) return;
      const told = new Set<string>();
      const fault = await this.session(worker, { ...job, files }, (outcome) => {
        told.add(outcome.key);
        tell(outcome);
      });
      files = files.filter(({ key }) => !told.has(key));
      if (fault === undefined || files.length === 0) continue;
      // Outcomes come in the order of the files: the first that has none is the one that was under way.
      const [current, ...rest] = files as [JobFile, ...JobFile[]];
      const count = (deaths.get(current.key) ?? 0) + 1;
      deaths.set(current.key, count);
      if (count < MOST_DEATHS) continue;
      tell({ key: current.key, fault });
      files = rest;
    }
  }

  /** Gives a worker a job; what went wrong, if something did. */
  private session(
    worker: ChildProcess,
    job: Job,
    tell: (outcome: Outcome) => void,
  ): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const finish = (fault?: string, isOver = false): void => {
        clearTimeout(timer);
        worker.off("message", hear).off("exit", ended);
        if (isOver) this.give(worker);
        else this.replace(worker);
        resolve(fault);
      };
      const arm = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => finish("the process that graded it did not answer"), patienceMs(job));
      };
      const hear = (said: Said): void => {
        arm();
        if ("outcome" in said) tell(said.outcome);
        else if ("done" in said) finish(said.fault, said.fault === undefined);
        else if ("unfit" in said) {
          reject(new CannotJudge(said.unfit));
          finish(said.unfit);
        }
      };
      const ended = (): void => finish("the process that graded it ended");
      worker.on("message", hear).on("exit", ended);
      arm();
      if (!worker.connected) return ended();
      worker.send(job, (error) => {
        if (error !== null) ended();
      });
    });
  }

  private start(): ChildProcess {
    const worker = fork(join(distFolder(), "class-worker.js"), {
      cwd: "/",
      // Hundreds of laws and formulas are each called a little: to optimise them takes longer than it saves. And a
      // larger young generation than this saves no time.
      execArgv: [...optimiseLate, ...oneThread, "--max-semi-space-size=8"],
      // The compiler's process is a worker's own: on one core at a time, collecting garbage seldom.
      env: { ...process.env, GOMAXPROCS: "1", GOGC: "1000" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", process.env.CHAINRULE_DEBUG === "1" ? "inherit" : "ignore", "ipc"],
    });
    this.cores.confine(worker.pid);
    this.living.add(worker);
    worker.on("error", () => {});
    worker.on("exit", () => this.living.delete(worker));
    return worker;
  }

  /** A worker that has nothing to do; undefined once the pool is closed. */
  private async take(): Promise<ChildProcess | undefined> {
    while (!this.isClosed) {
      const worker = this.idle.pop();
      if (worker !== undefined) return worker.connected ? worker : this.start();
      if (this.unborn > 0) {
        this.unborn--;
        return this.start();
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return undefined;
  }

  private give(worker: ChildProcess): void {
    this.idle.push(worker);
    this.waiting.shift()?.();
  }

  private replace(worker: ChildProcess): void {
    this.end(worker);
    if (!this.isClosed) this.give(this.start());
  }

  private end(worker: ChildProcess): void {
    // It ends its boxes by itself; a stuck one is ended, and its boxes with it where the system does that.
    if (worker.connected) worker.disconnect();
    const timer = setTimeout(() => worker.kill("SIGKILL"), 300).unref();
    worker.once("exit", () => clearTimeout(timer));
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    for (const worker of this.living) this.end(worker);
    for (const wake of this.waiting.splice(0)) wake();
  }
}

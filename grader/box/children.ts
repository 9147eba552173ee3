/** Children that have started already, and the next ones behind them. */
import { Child } from "./child.ts";
import { type Isolation, launch } from "./layers.ts";
import { runnerFile } from "./runner-file.ts";

const refillMs = 30;

export interface ChildOptions {
  /** Most megabytes of V8's heap. */
  readonly memoryMb?: number;
  readonly isolation?: Isolation;
}

/** A stock of `count` started children. */
export class Children {
  private readonly spares: Child[] = [];
  private readonly count: number;
  private readonly start: () => Child;
  private refill: NodeJS.Timeout | undefined;

  constructor({ isolation = "standard", memoryMb = 192 }: ChildOptions, count: number) {
    this.count = count;
    const command = launch(runnerFile(), isolation, memoryMb);
    this.start = () => new Child(command);
    this.fill();
  }

  private fill(): void {
    this.refill = undefined;
    while (this.spares.length < this.count) this.spares.push(this.start());
  }

  take(): Child {
    let child = this.spares.shift();
    while (child?.ended !== undefined) child = this.spares.shift();
    // Not at once: the start of another process would slow the one that is waited for.
    if (this.count > 0) this.refill ??= setTimeout(() => this.fill(), refillMs).unref();
    return child ?? this.start();
  }

  close(): void {
    clearTimeout(this.refill);
    for (const child of this.spares.splice(0)) child.kill();
  }
}

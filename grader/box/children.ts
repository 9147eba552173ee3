/** Children that have started already, and the next ones behind them. */
import { Child } from "./child.ts";
import { type Isolation, type Launch, launch } from "./layers.ts";
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
  private readonly options: ChildOptions;
  private command: Launch | undefined;
  private refill: NodeJS.Timeout | undefined;

  constructor(options: ChildOptions, count: number) {
    this.options = options;
    this.count = count;
    this.fill();
  }

  private start(): Child {
    const { isolation = "standard", memoryMb = 192 } = this.options;
    this.command ??= launch(runnerFile(), isolation, memoryMb);
    return new Child(this.command);
  }

  private fill(): void {
    this.refill = undefined;
    try {
      while (this.spares.length < this.count) this.spares.push(this.start());
    } catch {
      // Whoever takes a child is told why there is none.
    }
  }

  /** @throws CannotJudge where none can be started */
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

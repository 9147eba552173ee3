/** Processes that grade the board beside this one, a core each. */
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { distFolder } from "../../course/home.ts";
import type { Answered, HelperTask } from "./board-helper.ts";
import type { BoardRow } from "./board-row.ts";

/** A judge and its box take some 200 MB. */
const MOST = 3;

export class BoardHelper {
  private readonly process: ChildProcess;
  /** Whoever waits for a row, in the order of their asking. */
  private readonly waiting: ((row: BoardRow | undefined) => void)[] = [];
  private isGone = false;

  constructor(task: HelperTask) {
    this.process = fork(join(distFolder(), "board-helper.js"), {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", process.env.CHAINRULE_DEBUG === "1" ? "inherit" : "ignore", "ipc"],
    });
    const gone = (): void => {
      this.isGone = true;
      for (const wake of this.waiting.splice(0)) wake(undefined);
    };
    this.process.on("error", gone).on("exit", gone);
    this.process.on("message", ({ row }: Answered) => this.waiting.shift()?.(row));
    this.send(task);
  }

  /** The line of an exercise, after those that were asked for before; nothing where the process is gone, and somebody else has to grade it. */
  grade(slug: string): Promise<BoardRow | undefined> {
    return new Promise((resolve) => {
      if (this.isGone) return resolve(undefined);
      this.waiting.push(resolve);
      this.send({ slug });
    });
  }

  private send(message: HelperTask | { readonly slug: string }): void {
    if (this.process.connected) this.process.send(message, () => {});
  }

  close(): void {
    if (this.process.connected) this.process.disconnect();
  }
}

/** As many as there are cores beside this process's own. */
export const boardHelpers = (task: HelperTask, exercises: number): readonly BoardHelper[] =>
  Array.from(
    { length: Math.max(0, Math.min(MOST, availableParallelism() - 1, exercises - 1)) },
    () => new BoardHelper(task),
  );

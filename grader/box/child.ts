/** One child process: started, spoken to in frames, ended by force. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { End, Host } from "./host.ts";
import type { Launch } from "./layers.ts";
import { type Frame, Frames } from "./replies.ts";
import { frame } from "./wire.ts";

// A child could send this signal, which opens Node's inspector: whoever listens for it closes that way in.
process.on("SIGUSR1", () => {});

const living = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of living) killGroup(child);
});

function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** How V8 ends a process that has no memory left. */
const memorySignals = new Set(["SIGABRT", "SIGTRAP", "SIGILL"]);

function endOf(code: number | null, signal: string | null): End {
  if (memorySignals.has(signal ?? "") || code === 134 || code === 133 || code === 132) {
    return { kind: "out-of-memory", message: "The memory ran out." };
  }
  return { kind: "crashed", message: `The process that ran it ended (${signal ?? `code ${code}`}).` };
}

/** A child process that runs programs. */
export class Child implements Host {
  ended: End | undefined;
  isReady = false;
  onFrame: (frame: Frame) => void = () => {};
  onEnd: (end: End) => void = () => {};
  private readonly process: ChildProcess;
  private readonly frames = new Frames();

  constructor({ command, args }: Launch) {
    const child = spawn(command, args, {
      env: {},
      cwd: "/",
      stdio: ["pipe", "pipe", "ignore"],
      detached: true,
      windowsHide: true,
    });
    this.process = child;
    living.add(child);
    // An idle child does not keep the parent alive; a deadline's timer does, while somebody waits.
    for (const handle of [child, child.stdin, child.stdout] as unknown as { unref(): void }[]) handle.unref();
    child.on("error", () =>
      this.end({ kind: "crashed", message: "The process of the box could not be started." }),
    );
    child.on("exit", (code, signal) => {
      living.delete(child);
      // What it said last may still lie in the pipe; a stranger that holds the pipe open does not matter long.
      child.once("close", () => this.end(endOf(code, signal)));
      setTimeout(() => this.end(endOf(code, signal)), 100).unref();
    });
    (child.stdin as Writable).on("error", () => {});
    (child.stdout as Readable).on("error", () => {}).on("data", (piece: Buffer) => this.take(piece));
  }

  private take(piece: Buffer): void {
    if (this.ended !== undefined) return;
    try {
      this.frames.push(piece, (f) => {
        if (f.type !== frame.ready) return this.onFrame(f);
        this.isReady = true;
        this.onFrame(f);
      });
    } catch {
      this.kill({ kind: "crashed", message: "The box answered with bytes that mean nothing." });
    }
  }

  private end(end: End): void {
    living.delete(this.process);
    if (this.ended !== undefined) return;
    this.ended = end;
    this.onEnd(end);
  }

  send(...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) this.process.stdin?.write(piece);
  }

  /** Ends the process and its group. */
  kill(end: End = { kind: "crashed", message: "The box was closed." }): void {
    killGroup(this.process);
    this.process.stdin?.destroy();
    this.process.stdout?.destroy();
    this.end(end);
  }
}

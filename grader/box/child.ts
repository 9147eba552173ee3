/** One child process: started, spoken to in frames, ended by force. */
import { type ChildProcess, spawn } from "node:child_process";
import { endOf } from "./end-of.ts";
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

/** Characters of an engine's last words that are kept: its reason comes before its stack. */
const mostWords = 8192;

/** The system gave no process. */
const notStarted = (error: Error): End => ({
  kind: "lost",
  message: `The system starts no process for it (${(error as NodeJS.ErrnoException).code ?? error.message})`,
  mend: "close what takes memory and processes, then run the same command again",
});

/** A child process that runs programs. */
export class Child implements Host {
  ended: End | undefined;
  isReady = false;
  onFrame: (frame: Frame) => void = () => {};
  onEnd: (end: End) => void = () => {};
  private readonly process: ChildProcess | undefined;
  private readonly frames = new Frames();
  private said = "";

  constructor(launch: Launch) {
    try {
      this.process = this.start(launch);
    } catch (error) {
      this.ended = notStarted(error as Error);
    }
  }

  /** @throws Error where the system gives no process */
  private start({ command, args }: Launch): ChildProcess {
    const child = spawn(command, args, {
      env: {},
      cwd: "/",
      stdio: "pipe",
      detached: true,
      windowsHide: true,
    });
    child.on("error", (error) => this.end(notStarted(error)));
    // Where nothing was started, the error comes next; there may not even be pipes.
    if (child.pid === undefined) return child;
    living.add(child);
    const { stdin, stdout, stderr } = child;
    // An idle child does not keep the parent alive; a deadline's timer does, while somebody waits.
    for (const handle of [child, stdin, stdout, stderr] as unknown as { unref(): void }[]) handle.unref();
    child.on("exit", (code, signal) => {
      living.delete(child);
      const end = (): void => this.end(endOf({ code, signal, said: this.said, isReady: this.isReady }));
      // What it said last may still lie in the pipe; a stranger that holds the pipe open does not matter long.
      child.once("close", end);
      setTimeout(end, 100).unref();
    });
    stdin.on("error", () => {});
    stdout.on("error", () => {}).on("data", (piece: Buffer) => this.take(piece));
    stderr
      .on("error", () => {})
      .on("data", (piece: Buffer) => {
        if (this.said.length < mostWords) this.said += piece.toString("latin1").slice(0, mostWords);
      });
    return child;
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
    if (this.process !== undefined) living.delete(this.process);
    if (this.ended !== undefined) return;
    this.ended = end;
    this.onEnd(end);
  }

  send(...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) this.process?.stdin?.write(piece);
  }

  /** Ends the process and its group. */
  kill(end: End = { kind: "crashed", message: "The box was closed." }): void {
    if (this.process !== undefined) {
      killGroup(this.process);
      for (const pipe of [this.process.stdin, this.process.stdout, this.process.stderr]) pipe?.destroy();
    }
    this.end(end);
  }
}

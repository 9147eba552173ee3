/** One worker: started inside the fence, spoken to in frames, ended by force. */
import type { End, Host } from "../../../grader/box/host.ts";
import { type Frame, Frames } from "../../../grader/box/replies.ts";
import { frame } from "../../../grader/box/wire.ts";
import type { Fence } from "./fence-port.ts";

/** Most bytes of one message: what a batch's answers come to, and far below what a page could not hold. */
const mostBytes = 64 * 1024 * 1024;

export class WorkerHost implements Host {
  ended: End | undefined;
  isReady = false;
  onFrame: (frame: Frame) => void = () => {};
  onEnd: (end: End) => void = () => {};
  private readonly fence: Fence;
  private readonly number: number;
  private readonly port: MessagePort;
  private readonly frames = new Frames();

  constructor(fence: Fence) {
    const { port1, port2 } = new MessageChannel();
    this.fence = fence;
    this.port = port1;
    this.number = fence.start(port2, () =>
      this.kill(
        this.isReady
          ? { kind: "crashed", message: "The worker that ran it ended." }
          : { kind: "lost", message: "The worker of the box does not start", mend: "reload the page" },
      ),
    );
    port1.onmessage = ({ data }) => this.take(data);
  }

  /** Takes whatever the worker has sent: it is bytes in frames, or the worker is ended. */
  private take(data: unknown): void {
    if (this.ended !== undefined) return;
    try {
      if (!(data instanceof Uint8Array) || data.byteLength > mostBytes) throw new Error("no bytes");
      this.frames.push(data, (f) => {
        if (f.type === frame.ready) this.isReady = true;
        this.onFrame(f);
      });
    } catch {
      this.kill({ kind: "crashed", message: "The box answered with bytes that mean nothing." });
    }
  }

  send(...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) this.port.postMessage(piece.buffer);
  }

  kill(end: End = { kind: "crashed", message: "The box was closed." }): void {
    if (this.ended !== undefined) return;
    this.ended = end;
    this.port.close();
    this.fence.end(this.number);
    this.onEnd(end);
  }
}

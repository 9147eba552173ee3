/** The fence as the judge sees it: a port that orders go through. */
import type { FenceOrder, FenceReport } from "./fence.ts";

export class Fence {
  private readonly port: MessagePort;
  private readonly onEnd = new Map<number, () => void>();
  private started = 0;

  constructor(port: MessagePort) {
    this.port = port;
    port.onmessage = ({ data }: MessageEvent<FenceReport>) => this.onEnd.get(data.ended)?.();
  }

  /** Starts a worker that is spoken to through `port`; its number. */
  start(port: MessagePort, onEnd: () => void): number {
    const number = ++this.started;
    this.onEnd.set(number, onEnd);
    this.order({ start: number }, [port]);
    return number;
  }

  end(number: number): void {
    if (this.onEnd.delete(number)) this.order({ end: number });
  }

  private order(order: FenceOrder, ports: readonly MessagePort[] = []): void {
    this.port.postMessage(order, [...ports]);
  }
}

/** A worker of ours, with a frame beside it in which submissions run. */
import { makeFence } from "./box/fence.ts";
import boxScript from "./box/worker.ts?bundle";

/** The script's own names are no names of the global that it leaves to a submission. */
const ownScope = `(() => {${boxScript}})();`;

export interface BehindFence {
  readonly fence: HTMLIFrameElement;
  /** Comes once the fence is loaded, and never if that was removed before. */
  readonly worker: Promise<Worker>;
}

/**
 * Starts a worker from a text. Its first message is `{ kind: "begin" }`, with the port of the fence.
 */
export function startBehindFence(text: string): BehindFence {
  const fence = makeFence(document);
  const loaded = new Promise((resolve) => fence.addEventListener("load", resolve, { once: true }));
  document.body.append(fence);
  return { fence, worker: loaded.then(() => begin(fence, text)) };
}

function begin(fence: HTMLIFrameElement, text: string): Worker {
  const url = URL.createObjectURL(new Blob([text]));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  const { port1, port2 } = new MessageChannel();
  // A frame without origin has no name that a message could be addressed to.
  fence.contentWindow?.postMessage({ script: ownScope }, "*", [port1]);
  worker.postMessage({ kind: "begin" }, [port2]);
  return worker;
}

/** Ends the worker and whatever runs behind the fence, at once. */
export function endBehindFence({ fence, worker }: BehindFence): void {
  fence.remove();
  worker.then(
    (started) => started.terminate(),
    () => {},
  );
}

/**
 * The fence around the workers: an invisible frame of no origin, without network. It starts workers and ends them.
 *
 * A worker inherits what its maker may do. The page may load scripts from its own origin, and a submission must not:
 * so not the page makes the workers but this frame, whose policy allows a script that it makes itself and nothing
 * else. Having no origin, it has no storage either.
 */

/** What the fence is told. A number names a worker. */
export type FenceOrder =
  /** The first order, with the port that the others come through. */
  | { readonly script: string }
  /** With the port that the worker is spoken to through. */
  | { readonly start: number }
  | { readonly end: number };

/** What the fence tells: a worker came to its end by itself. */
export interface FenceReport {
  readonly ended: number;
}

const policy = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:";

/** Runs inside the frame, as text: it sees nothing of this module. */
export const fenceScript = `
onmessage = ({ data: { script }, ports: [orders] }) => {
  onmessage = null;
  const url = URL.createObjectURL(new Blob([script]));
  const workers = new Map();
  orders.onmessage = ({ data: { start, end }, ports }) => {
    if (start === undefined) {
      workers.get(end)?.terminate();
      workers.delete(end);
      return;
    }
    const worker = new Worker(url);
    workers.set(start, worker);
    worker.onerror = (event) => {
      event.preventDefault();
      orders.postMessage({ ended: start });
    };
    worker.postMessage(0, ports);
  };
};`;

/** The frame, to be put into a page. It is ready once it has loaded. */
export function makeFence(page: Document): HTMLIFrameElement {
  const fence = page.createElement("iframe");
  fence.setAttribute("sandbox", "allow-scripts");
  fence.setAttribute("aria-hidden", "true");
  fence.tabIndex = -1;
  fence.hidden = true;
  fence.title = "Where submissions run";
  fence.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Where submissions run</title><script>${fenceScript}</script>`;
  return fence;
}

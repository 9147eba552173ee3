/** Boxes whose children have started already: for watching a file, and for a whole class. */
import type { Box } from "./box.ts";
import { Children } from "./children.ts";
import { warmCompiler } from "./compile.ts";
import { NodeBox, type NodeBoxOptions } from "./node-box.ts";

export interface NodeBoxPool {
  /** A box of one's own; its successor starts at once. To be closed by whoever takes it. */
  take(): Box;
  /** Ends the children that nobody took. */
  close(): void;
}

/** A pool that keeps `spare` children ready, one unless said otherwise. */
export function createNodeBoxPool({
  spare = 1,
  ...options
}: Omit<NodeBoxOptions, "spare"> & { spare?: number } = {}): NodeBoxPool {
  const children = new Children(options, spare);
  warmCompiler().catch(() => {});
  return { take: () => new NodeBox(options, children), close: () => children.close() };
}

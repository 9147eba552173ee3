/** Boxes whose children have started already: for watching a file, and for a whole class. */
import type { Box, Program } from "./box.ts";
import { Children } from "./children.ts";
import { compileAhead } from "./compile.ts";
import { warmCompiler } from "./compiler.ts";
import { NodeBox, type NodeBoxOptions } from "./node-box.ts";

export interface NodeBoxPool {
  /**
   * A box of one's own; its successor starts at once. To be closed by whoever takes it.
   *
   * @param expected what will be loaded, so that it is compiled by then
   */
  take(expected?: readonly Program[]): Box;
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
  return {
    take: (expected) =>
      new NodeBox(options, children, expected === undefined ? undefined : compileAhead(expected)),
    close: () => children.close(),
  };
}

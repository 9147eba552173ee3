import type { Tree } from "./tree.ts";

/** When the newest commit of a clone says that it was made, in milliseconds since 1970. */
export function commitTime(_tree: Tree): number | undefined {
  return undefined;
}

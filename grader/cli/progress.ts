import { cut } from "../verdict/width.ts";
import { isLive } from "./terminal.ts";

/** One line that is written over and over, and gone when the work is done. */
export interface Progress {
  show(line: string): void;
  clear(): void;
}

const ERASE = "\r\u001b[K";

/** Progress on a terminal; silence anywhere else. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!isLive(stream)) return { show: () => {}, clear: () => {} };
  return {
    show: (line) => stream.write(ERASE + cut(line, Math.max(20, (stream.columns || 80) - 1))),
    clear: () => stream.write(ERASE),
  };
}

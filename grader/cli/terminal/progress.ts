import { cut } from "../../verdict/width.ts";
import { isLive } from "./is-live.ts";

/** One line that is written over and over, and gone when the work is done. */
export interface Progress {
  show(line: string): void;
  clear(): void;
}

const ERASE = "\r\u001b[K";

/** Progress on a terminal; silence anywhere else. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!isLive(stream)) return { show: () => {}, clear: () => {} };
  const clear = (): void => void stream.write(ERASE);
  // Ctrl-C ends the program in the middle of the work.
  process.once("exit", clear);
  return {
    show: (line) => void stream.write(ERASE + cut(line, Math.max(20, (stream.columns || 80) - 1))),
    clear: () => {
      process.off("exit", clear);
      clear();
    },
  };
}

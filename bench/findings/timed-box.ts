/** A box of this process with its time told apart: what the program takes is no work of the judge. */
import type { Box } from "../../grader/box/box.ts";

export interface TimedBox {
  readonly box: Box;
  /** Milliseconds of processor time that loading and calls have taken. */
  readonly spent: () => number;
}

export function timedBox(own: Box): TimedBox {
  let spent = 0;
  const timed = async <T>(task: () => Promise<T>): Promise<T> => {
    const begun = cpuMs();
    const result = await task();
    spent += cpuMs() - begun;
    return result;
  };
  const box: Box = {
    output: own.output,
    layers: own.layers,
    load: (program) => timed(() => own.load(program)),
    call: (calls) => timed(() => own.call(calls)),
    close: () => own.close(),
  };
  return { box, spent: () => spent };
}

/** Milliseconds of processor time of this process: a busy machine does not count. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A box of this process with its time told apart: what the program takes is no work of the judge. */
import type { Box } from "../../grader/box/box.ts";

export interface TimedBox {
  readonly box: Box;
  /** Milliseconds of processor time that its calls have taken. */
  readonly spent: () => number;
}

export function timedBox(own: Box): TimedBox {
  let spent = 0;
  const box: Box = {
    output: own.output,
    layers: own.layers,
    load: (program) => own.load(program),
    call: async (calls) => {
      const begun = cpuMs();
      const outcomes = await own.call(calls);
      spent += cpuMs() - begun;
      return outcomes;
    },
    close: () => own.close(),
  };
  return { box, spent: () => spent };
}

/** Milliseconds of processor time of this process: a busy machine does not count. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

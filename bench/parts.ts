import type { Part } from "./part.ts";

/** All parts, one a line; loaded when they run. */
export const parts: readonly Part[] = [
  {
    name: "grading",
    what: "a cold grade, watching, a class, the judge alone",
    run: async (progress) => (await import("./grading.ts")).grading(progress),
  },
  {
    name: "network",
    what: "784-100-10: the complete gradient check and a training step, beside loops by hand, tfjs and jax-js",
    run: async (progress, options) => (await import("./network.ts")).network(progress, options),
  },
  {
    name: "jobs",
    what: "landscape, decision grid, clusters, components at full size, on one thread and on all",
    onlyIfAsked: true,
    run: async (progress) => (await import("./jobs.ts")).jobs(progress),
  },
  {
    name: "figures",
    what: "a frame of each figure in Chromium; `-- figures fig13` tells all moves of one",
    onlyIfAsked: true,
    run: async (progress, asked) => (await import("./figures.ts")).figureFrames(progress, asked),
  },
  {
    name: "figure-work",
    what: "the processor time of what each figure does between two pictures, without a browser",
    onlyIfAsked: true,
    run: async (progress) => (await import("./figure-work.ts")).figureWork(progress),
  },
  {
    name: "numbers",
    what: "the document's circle run, 50,000 points and 50,000 iterations, beside what it printed",
    onlyIfAsked: true,
    run: async (progress) => (await import("./numbers.ts")).numbers(progress),
  },
  {
    name: "findings",
    what: "how often a wrong answer is told its cause, how often a false one, and what that takes",
    onlyIfAsked: true,
    run: async (progress, options) => (await import("./findings.ts")).findings(progress, options),
  },
  {
    name: "queue",
    what: "a class through a queue, by one worker and by two, beside the local pool (needs redis-server)",
    onlyIfAsked: true,
    run: async (progress) => (await import("./queue/queue.ts")).queue(progress),
  },
  {
    name: "last-hour",
    what: "how long students wait before a deadline, by number of workers, simulated with measured times",
    onlyIfAsked: true,
    run: async () => (await import("./queue/last-hour.ts")).lastHour(),
  },
  {
    name: "gpu",
    what: "kernels and jobs on this machine's GPU, beside the CPU",
    onlyIfAsked: true,
    run: async () => (await import("./on-gpu.ts")).onGpu(),
  },
];

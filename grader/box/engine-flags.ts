/**
 * Flags of the engine, which change with it, and with one that it does not know Node does not start: they are given
 * where they were measured.
 */
interface Flags {
  /**
   * Grading once is a few hundred small calls. Optimised code for them costs more than it gives: half of the time of
   * a cold `grade`, and two thirds of the child's, which begins anew in each fresh context. A long loop still gets it.
   */
  readonly optimiseLate: readonly string[];
  /** Later still in a box, where every context is new to the optimiser: a twentieth less for a student of twelve. */
  readonly optimiseInBox: readonly string[];
  /**
   * Processes are as many as cores where a class is graded: a second thread for garbage or for the optimiser has no
   * core to run on, and costs switches. Where a core is free, a box is as fast without them. It collects garbage
   * itself then, and seldomer with four megabytes for what is new than with one.
   */
  readonly oneThread: readonly string[];
  /** A process that mostly waits, a class's, need not let garbage lie until its memory has doubled. */
  readonly stayLean: readonly string[];
  /** A seed of its own for the hash tables takes 4 of a child's 28 ms; who makes them slow there harms himself. */
  readonly startSoon: readonly string[];
}

const turbofanLate = ["--invocation-count-for-turbofan=30000"];
const newer: Flags = {
  optimiseLate: turbofanLate,
  optimiseInBox: turbofanLate,
  startSoon: [],
  oneThread: [],
  stayLean: [],
};

const measured: Readonly<Record<string, Flags>> = {
  20: {
    optimiseLate: ["--interrupt-budget=850000"],
    optimiseInBox: ["--interrupt-budget=1300000"],
    startSoon: ["--no-rehash-snapshot"],
    oneThread: ["--single-threaded", "--min-semi-space-size=4"],
    stayLean: ["--heap-growing-percent=20"],
  },
  22: newer,
  24: newer,
};

export const { optimiseLate, optimiseInBox, startSoon, oneThread, stayLean }: Flags = measured[
  process.versions.node.split(".")[0] ?? ""
] ?? {
  optimiseLate: [],
  optimiseInBox: [],
  startSoon: [],
  oneThread: [],
  stayLean: [],
};

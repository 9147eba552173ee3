/**
 * Flags that let the engine optimise later than it would by itself.
 *
 * Grading once is a few hundred small calls. Optimised code for them costs more than it gives: half of the time of
 * a cold `grade`, and two thirds of the child's, which begins anew in each fresh context. A long loop still gets it.
 *
 * Such flags change with the engine, and Node does not start with one that it does not know: they are given where
 * they were measured.
 */
const flags: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=600000",
  22: "--invocation-count-for-turbofan=30000",
  24: "--invocation-count-for-turbofan=30000",
};

const flag = flags[process.versions.node.split(".")[0] ?? ""];

export const optimiseLate: readonly string[] = flag === undefined ? [] : [flag];

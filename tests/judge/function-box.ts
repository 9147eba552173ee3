/**
 * A box for tests of the judge: the submission is a record of functions of this process.
 */
import { asReturned } from "../../grader/author/check/distinctions/as-returned.ts";
import type { Box, CallOutcome } from "../../grader/box/box.ts";
import type { Value } from "../../grader/value.ts";
import { handed } from "../../reference/functions/handed.ts";

type Submission = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Functions by name become functions, everything is copied, as in the real box. */
function argument(value: Value): unknown {
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(argument);
  if ("fn" in value) return handed(value as { fn: string });
  return Object.fromEntries(Object.entries(value).map(([k, x]) => [k, argument(x as Value)]));
}

/** @param scenarios what is called in place of the submission's functions, with them as first argument */
export function functionBox(submission: Submission, scenarios: Submission = {}): Box {
  return {
    output: "",
    layers: [],
    load: async () => ({
      kind: "loaded",
      exports: Object.entries(submission).map(([name, f]) => ({ name, type: typeof f })),
    }),
    call: async (calls) =>
      calls.map((call): CallOutcome => {
        const scenario = scenarios[call.fn]?.bind(undefined, submission as never);
        const f = scenario ?? submission[call.fn];
        if (f === undefined) return { kind: "missing" };
        try {
          const args = call.args.map(argument);
          const before = JSON.stringify(args);
          const value = asReturned(f(...(args as never[])));
          return { kind: "returned", value, changed: JSON.stringify(args) === before ? [] : [0] };
        } catch (error) {
          return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
        }
      }),
    close: () => {},
  };
}

/**
 * A box for tests of the judge: the submission is a record of functions of this process.
 */
import type { Box, CallOutcome } from "../../grader/box/box.ts";
import type { Returned, Value } from "../../grader/value.ts";
import { callableOf } from "../../reference/functions.ts";
import { generatorOf, isGenerator } from "../../reference/generators.ts";

type Submission = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Functions by name become functions, everything is copied, as in the real box. */
function argument(value: Value): unknown {
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(argument);
  if ("fn" in value) {
    const name = value as { fn: string };
    return isGenerator(name) ? generatorOf(name) : callableOf(name);
  }
  return Object.fromEntries(Object.entries(value).map(([k, x]) => [k, argument(x as Value)]));
}

export function functionBox(submission: Submission): Box {
  return {
    output: "",
    layers: [],
    load: async () => ({
      kind: "loaded",
      exports: Object.entries(submission).map(([name, f]) => ({ name, type: typeof f })),
    }),
    call: async (calls) =>
      calls.map((call): CallOutcome => {
        const f = submission[call.fn];
        if (f === undefined) return { kind: "missing" };
        try {
          const args = call.args.map(argument);
          const before = JSON.stringify(args);
          const value = f(...(args as never[])) as Returned;
          return { kind: "returned", value, changed: JSON.stringify(args) === before ? [] : [0] };
        } catch (error) {
          return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
        }
      }),
    close: () => {},
  };
}

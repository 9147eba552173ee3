/**
 * A box whose answers are made from the reference: right, or with an error planted.
 */
import type { Box, Call, CallOutcome } from "../../grader/box/box.ts";
import type { AnyFunction, Exercise } from "../../grader/exercise/exercise.ts";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { wantedOf } from "../../grader/exercise/wanted.ts";
import { expectedOf, valuesOf } from "../../grader/judge/expected.ts";
import type { Returned, Value } from "../../grader/value.ts";
import { Ambiguous } from "../../reference/numbers/ambiguous.ts";

/** Changes a right answer; `fn` is the function that was called. */
export type Plant = (right: Value, fn: string, inputs: Inputs) => Returned;

/** Right answers to the calls of a plan, which grades with one seed share. */
const kept = new WeakMap<Call, Value>();

function rightAnswer(spec: AnyFunction, inputs: Inputs, call: Call): Value {
  const answer = kept.get(call) ?? decided(spec, inputs);
  kept.set(call, answer);
  return answer;
}

/** The reference's answer; the one that an edge case says itself only where rounding leaves the reference undecided. */
function decided(spec: AnyFunction, inputs: Inputs): Value {
  try {
    return valuesOf(expectedOf(spec, inputs));
  } catch (error) {
    const said = error instanceof Ambiguous ? saidOf(spec, inputs) : undefined;
    if (said === undefined) throw error;
    return said;
  }
}

/** The answer that an edge case says itself. */
function saidOf(spec: AnyFunction, inputs: Inputs): Value | undefined {
  const said = Object.values(spec.edges).find(
    ({ given, expected }) => isSaid(expected) && sameGiven(given, inputs),
  );
  return said?.expected as Value | undefined;
}

/** An answer in finite numbers; a function of the inputs is the judge's to ask. */
const isSaid = (expected: unknown): boolean =>
  typeof expected === "object" && expected !== null && !/null/.test(JSON.stringify(expected));

export function answerBox(exercise: Exercise, plant: Plant): Box {
  return {
    output: "",
    layers: [],
    load: async () => ({
      kind: "loaded",
      exports: wantedOf(exercise).map(([name]) => ({
        name,
        type: "function",
      })),
    }),
    call: async (calls) =>
      calls.map((call): CallOutcome => {
        const { fn, args } = call;
        const spec = exercise.functions[fn];
        if (spec === undefined) return { kind: "missing" };
        const inputs: Inputs = Object.fromEntries(Object.keys(spec.inputs).map((name, i) => [name, args[i]]));
        const edge = Object.values(spec.edges).find(
          ({ given, throws }) => throws === true && sameGiven(given, inputs),
        );
        if (edge !== undefined) return { kind: "threw", message: "RangeError: as the contract asks" };
        try {
          return {
            kind: "returned",
            value: plant(rightAnswer(spec, inputs, call), fn, inputs),
            changed: [],
          };
        } catch (error) {
          return { kind: "threw", message: String(error) };
        }
      }),
    close: () => {},
  };
}

const sameGiven = (given: object, inputs: Inputs): boolean =>
  Object.entries(given).every(([name, value]) => JSON.stringify(value) === JSON.stringify(inputs[name]));

/** A value with its k-th number changed; as it is if it has fewer. */
export const changeNumber = (value: Value, k: number, change: (x: number) => number): Returned =>
  changed(value, k, (x) => (typeof x === "number" ? change(x) : undefined));

/** A value with its k-th boolean turned; as it is if it has fewer. */
export const turnBoolean = (value: Value, k: number): Returned =>
  changed(value, k, (x) => (typeof x === "boolean" ? !x : undefined));

/** A value with its k-th text changed: the first number in it, or the order of its letters; as it is if it has fewer. */
export const turnText = (value: Value, k: number): Returned =>
  changed(value, k, (x) => {
    if (typeof x !== "string") return undefined;
    const other = x.replace(/\[-?(?=\d)/, (before) => `${before}1`);
    return other === x ? [...x].reverse().join("") : other;
  });

/** @param change nothing for what is not counted */
function changed(value: Value, k: number, change: (x: Value) => Value | undefined): Returned {
  let i = 0;
  const walk = (x: Value): Returned => {
    const other = change(x);
    if (other !== undefined) return (i++ === k ? other : x) as Returned;
    if (typeof x !== "object") return x as Returned;
    if (Array.isArray(x)) return x.map(walk);
    return Object.fromEntries(Object.entries(x).map(([name, inner]) => [name, walk(inner as Value)]));
  };
  return walk(value);
}

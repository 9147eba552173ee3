/**
 * A box without a submission: one function answers by a mistake's formula, the others are right.
 *
 * It asks of the judge what no fixture can ask for every mistake: that it is caught, and called by its name.
 */
import type { Box, Call, CallOutcome } from "../box/box.ts";
import type { AnyFunction, Edge, Exercise } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { wantedOf } from "../exercise/wanted.ts";
import type { Returned, Value } from "../value.ts";
import { valuesOf } from "./expected.ts";
import { mistakeCase } from "./mistake-case.ts";
import { edgeExpected } from "./plan.ts";

/**
 * @param fn the function that is wrong
 * @param slug the mistake's name
 * @throws RangeError if the exercise has no such mistake
 */
export function mistakeBox(exercise: Exercise, fn: string, slug: string): Box {
  const mistake = exercise.mistakes[fn]?.[slug];
  if (mistake === undefined)
    throw new RangeError(`mistakeBox: a mistake of ${exercise.slug}, got ${fn}/${slug}`);
  const wrong = (spec: AnyFunction, call: Call): Returned => {
    const inputs = inputsOf(spec, call.args);
    // A copy: a formula may change what it gets.
    const right = (): Value => structuredClone(rightAnswer(spec, call));
    return mistake.is(mistakeCase(exercise, fn, inputs, right)) as Returned;
  };
  // A class is a function, too, where a box looks at its type.
  const exports = wantedOf(exercise).map(([name]) => ({
    name,
    type: "function",
  }));

  const answer = (call: Call): CallOutcome => {
    const spec = exercise.functions[call.fn];
    if (spec === undefined) return { kind: "missing" };
    if (call.fn !== fn && edgeOf(spec, call)?.throws === true) return { kind: "threw", message: "as asked" };
    try {
      const value = call.fn === fn ? wrong(spec, call) : (rightAnswer(spec, call) as Returned);
      return { kind: "returned", value, changed: [] };
    } catch (error) {
      return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
    }
  };
  return {
    output: "",
    layers: [],
    load: async () => ({ kind: "loaded", exports }),
    call: async (calls) => calls.map(answer),
    close: () => {},
  };
}

/** The edge case with these arguments. */
function edgeOf(spec: AnyFunction, call: Call): Edge<Inputs> | undefined {
  const inputs = inputsOf(spec, call.args);
  return Object.values(spec.edges).find(({ given }) =>
    Object.entries(given).every(([name, value]) => textOf(value) === textOf(inputs[name])),
  );
}

/** A value as a text that tells NaN, the infinities and −0 apart. */
const textOf = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part) =>
    typeof part === "number" && !(Number.isFinite(part) && !Object.is(part, -0)) ? `#${part}` : part,
  );

/** Arguments by name; those left out stay out. */
function inputsOf(spec: AnyFunction, args: readonly Value[]): Inputs {
  return Object.fromEntries(Object.keys(spec.inputs).map((name, i) => [name, args[i]]));
}

/** Mistakes that are tried with one seed are asked the same calls, one after another. */
const kept = new WeakMap<Call, Value>();

function rightAnswer(spec: AnyFunction, call: Call): Value {
  const answer =
    kept.get(call) ?? valuesOf(edgeExpected(spec, edgeOf(spec, call), inputsOf(spec, call.args)));
  kept.set(call, answer);
  return answer;
}

/**
 * A law under watch: what it is run on, and how it calls.
 */
import type { AnyFunction, Claims, Law } from "../../../exercise/exercise.ts";
import type { Inputs } from "../../../exercise/inputs.ts";
import { numbersIn } from "../../../judge/entries.ts";
import { valuesIn } from "../../../judge/expected.ts";

/** A call that no right answer belongs to. */
export class OddCall extends Error {
  override readonly name = "OddCall";
}

interface Watched {
  readonly law: Law<Inputs>;
  /** Drawn inputs of which it said something. */
  applied: number;
}

/** The law, refusing a call whose arguments are missing or NaN where the drawn ones are not. */
export function watched(law: Law<Inputs>, fn: AnyFunction): Watched {
  const claims: Claims<Inputs> = (f, inputs, tools) => {
    const said = law.claims(
      (changed) => {
        if (changed !== undefined) refuseOdd(fn, inputs, changed);
        return f(changed);
      },
      inputs,
      tools,
    );
    if (said !== false) found.applied++;
    return said;
  };
  const found: Watched = { law: { ...law, claims }, applied: 0 };
  return found;
}

function refuseOdd(fn: AnyFunction, inputs: Inputs, changed: object): void {
  for (const [name, value] of Object.entries(changed)) {
    if (!Object.hasOwn(fn.inputs, name)) throw new OddCall(`an argument ${name}, which there is not`);
    const isOptional = fn.text?.arguments[name]?.standard !== undefined;
    if (value === undefined && isOptional) continue;
    const was = inputs[name];
    if (value === undefined || holdsNothing(value)) throw new OddCall(`${name} undefined`);
    if (hasNaN(value) && (was === undefined || !hasNaN(was))) throw new OddCall(`${name} NaN`);
  }
}

const holdsNothing = (value: unknown): boolean => {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.some(holdsNothing);
};

const hasNaN = (value: unknown): boolean => numbersIn(valuesIn(value)).some(Number.isNaN);

/**
 * What is done with a student's class, written once and generic in the number: the same function runs on the
 * submission inside the box, on a model over tracked numbers, and on a class with a mistake.
 */
import { Num } from "../../reference/numbers/num.ts";
import { lift, type Plain, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";
import type { InputSpec, Inputs } from "./inputs.ts";
import type { Domain, Type } from "./types.ts";

/** Its first argument holds the classes by name; the others are the arguments of the function that it grades. */
export type Scenario = (made: never, ...args: never[]) => unknown;

/** The classes that a scenario is played on, by name. */
export type Classes = Readonly<Record<string, unknown>>;

/** Whole numbers count and choose; they are never differentiated, and stay as they are. */
const COUNTING: readonly Domain[] = ["integer", "label", "binary"];

/** What a scenario gives on classes over tracked numbers. */
export function played(
  scenario: Scenario,
  made: Classes,
  inputs: Readonly<Record<string, InputSpec>>,
  given: Inputs,
): Tracked {
  const args = Object.entries(inputs).map(([name, { type }]) => argument(type, given[name]));
  return tracked((scenario as (...all: unknown[]) => unknown)(made, ...args));
}

/** The same in plain numbers, for a class with a mistake. */
export const wronglyPlayed = (...what: Parameters<typeof played>): Plain => plainOf(played(...what));

function argument(type: Type, value: Inputs[string]): unknown {
  if (type.kind === "record")
    return Object.fromEntries(
      Object.entries(type.fields).map(([name, field]) => [
        name,
        argument(field, (value as Record<string, Inputs[string]>)[name]),
      ]),
    );
  return type.kind === "tensor" && COUNTING.includes(type.domain) ? value : lift(value);
}

/** Counts that a scenario gives back beside tracked numbers become such. */
function tracked(answer: unknown): Tracked {
  if (answer instanceof Num) return answer;
  if (typeof answer === "number") return new Num(answer);
  if (Array.isArray(answer)) return answer.map(tracked);
  if (typeof answer !== "object" || answer === null)
    throw new TypeError(`a scenario gives numbers, lists and records, this one gives ${typeof answer}`);
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, tracked(part)]));
}

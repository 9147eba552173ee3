/**
 * What is done with a student's class, written once and generic in the number: the same function runs on the
 * submission inside the box, on a model over tracked numbers, and on a class with a mistake.
 */

import { generatorOf, isGenerator } from "../../reference/functions/generators.ts";
import { formulaOf } from "../../reference/functions/known.ts";
import { Num } from "../../reference/numbers/num.ts";
import { lift, type Plain, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";
import type { FunctionValue } from "../value.ts";
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
  if (type.kind === "function") return functionOver(value as FunctionValue);
  return type.kind === "tensor" && COUNTING.includes(type.domain) ? value : lift(value);
}

/** A stream of numbers, or a known function over tracked ones. */
const functionOver = (name: FunctionValue): unknown =>
  isGenerator(name) ? generatorOf(name) : formulaOf(name);

/** Counts that a scenario gives back beside tracked numbers become such; what gives its items one by one, a list. */
function tracked(answer: unknown): Tracked {
  if (answer instanceof Num || typeof answer === "string" || typeof answer === "boolean") return answer;
  if (typeof answer === "number") return new Num(answer);
  if (typeof answer !== "object" || answer === null)
    throw new TypeError(
      `a scenario gives numbers, texts, lists and records, this one gives ${typeof answer}`,
    );
  if (Symbol.iterator in answer) return Array.from(answer as Iterable<unknown>, tracked);
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, tracked(part)]));
}

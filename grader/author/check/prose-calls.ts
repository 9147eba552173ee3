/**
 * Calls that a text shows with their answers, in code or in a formula: "`deriv(square, 2)` is 4".
 */
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { isFunctionValue, type Value } from "../../value.ts";

export interface ProseCall {
  readonly name: string;
  /** The call as it is written. */
  readonly call: string;
  readonly inputs: Inputs;
  /** The answer as it is written. */
  readonly said: string;
  /** The numbers of that answer, in print. */
  readonly numbers: readonly string[];
}

const NUMBER = String.raw`[-−]?(?:\d+(?:\.\d+)?(?:e[-+−]?\d+)?|Infinity|NaN)`;
/** Between a call and its answer. */
const GIVES = String.raw`[\`$]*\s*(?:=|≈|→|->|//|\bis(?: about)?\b|\bgives\b|\breturns\b)\s*[\`$]*\s*(?:≈\s*)?`;
const ANSWER = String.raw`(?:${NUMBER}|\[[-−\d.,e+\s[\]]*\])`;
/** What follows makes a formula of the number, and no answer. */
const ENDS = String.raw`(?![\w^(]|\s*[/·*^+]|\s*[-−]\s*\d|\s*\\|[.,]\d)`;

/** Those of the functions named; a call with anything but literals is passed over. */
export function proseCalls(
  text: string,
  functions: Readonly<Record<string, AnyFunction>>,
): readonly ProseCall[] {
  const plain = text.replace(/\\(?:mathrm|operatorname|text)\{(\w+)\}/g, "$1").replace(/\\approx\b/g, "≈");
  return Object.entries(functions).flatMap(([name, fn]) => {
    const pattern = new RegExp(`\\b${name}\\(([^()]*)\\)${GIVES}(${ANSWER})${ENDS}`, "g");
    return [...plain.matchAll(pattern)].flatMap(([, args = "", said = ""]) => {
      const inputs = inputsOf(fn, args);
      return inputs === undefined
        ? []
        : [
            {
              name,
              call: `${name}(${args})`,
              inputs,
              said,
              numbers: said.match(new RegExp(NUMBER, "g")) ?? [],
            },
          ];
    });
  });
}

/** Arguments by name; nothing where one is no literal. */
function inputsOf({ inputs }: AnyFunction, args: string): Inputs | undefined {
  const names = Object.keys(inputs);
  const json = args
    .replaceAll("−", "-")
    .replace(/(?<![\w"])(-?)Infinity\b/g, "$11e999")
    .replace(/\b([A-Za-z]\w*)\b(?!")/g, (word) => (/^e\d*$/.test(word) ? word : `{"fn":"${word}"}`));
  try {
    const values = JSON.parse(`[${json}]`) as Value[];
    const fits = names.every((name, i) => isNamed(values[i]) === (inputs[name]?.type.kind === "function"));
    if (values.length === 0 || values.length > names.length || !fits) return undefined;
    return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  } catch {
    return undefined;
  }
}

/** Whether an argument is a name, as known functions have. */
const isNamed = (value: Value | undefined): boolean => value !== undefined && isFunctionValue(value);

/** A number in print. */
export const numberIn = (text: string): number => Number(text.replaceAll("−", "-"));

/** How far a number may lie from the one in print: half a unit of the last digit. */
export function halfDigit(text: string): number {
  const [, decimals = "", exponent = "0"] = /^[-−]?\d*\.?(\d*)(?:e([-+−]?\d+))?$/.exec(text) ?? [];
  return 0.5 * 10 ** (numberIn(exponent) - decimals.length);
}

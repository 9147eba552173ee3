/** Calls with the answers that the reference gives, as code: `mseLossDw([1, 2], [3, 5], 1, 0)   // -8`. */
import type { AnyFunction, Exercise } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { programText } from "../../exercise/program-text.ts";
import { expectedOf, valuesOf } from "../../judge/expected.ts";
import type { Value } from "../../value.ts";
import { printInline, printValue } from "../../verdict/print-value.ts";
import { padEnd, widthOf } from "../../verdict/width.ts";
import { RefusedText } from "./refused-text.ts";

const COLUMNS = 84;
/** Digits of an answer that has more. */
const DIGITS = 5;

interface Shown {
  readonly code: string;
  readonly answer: Value;
}

/** An argument with its value in print. */
type Printed = readonly [name: string, text: string];

/** @param file that refusals name */
export function exampleLines({ functions, scenarios }: Exercise, file: string): readonly string[] {
  const examples = Object.entries(functions).flatMap(([name, fn]) => {
    const example = fn.text?.example;
    if (example === undefined) return [];
    const lacks = Object.entries(fn.text?.arguments ?? {})
      .filter(([arg, { standard }]) => example[arg] === undefined && standard === undefined)
      .map(([arg]) => arg);
    if (lacks.length > 0)
      throw new RefusedText(
        file,
        `the example of ${name} lacks ${lacks.join(", ")}`,
        "give all its arguments",
      );
    try {
      const answer = plain(valuesOf(expectedOf(fn, example)));
      return [{ name, fn, example, args: printedArguments(fn, example), answer }];
    } catch (error) {
      throw new RefusedText(
        file,
        `the example of ${name} has no answer: ${(error as Error).message}`,
        "give it inputs that have a right answer",
      );
    }
  });
  const constants = scenarios === undefined ? constantsOf(examples) : new Map<string, string>();
  const shown = examples.map(({ name, fn, example, args, answer }) => ({
    code: fn.show?.(example) ?? codeOf(name, args, constants, scenarios),
    answer,
  }));
  return [...constantLines(constants), ...callLines(withoutRepeats(shown))];
}

/** What stands above a call stands there once, where the call before it has the same. */
function withoutRepeats(shown: readonly Shown[]): readonly Shown[] {
  const headOf = (code: string): string => code.slice(0, code.lastIndexOf("\n") + 1);
  return shown.map(({ code, answer }, i) => {
    const head = headOf(code);
    const isRepeated = i > 0 && head !== "" && headOf((shown[i - 1] as Shown).code) === head;
    return { code: isRepeated ? code.slice(head.length) : code, answer };
  });
}

/** Lists and records, once and above all calls, where a call with them would be too wide. */
function constantsOf(
  examples: readonly { readonly name: string; readonly args: readonly Printed[] }[],
): ReadonlyMap<string, string> {
  if (examples.every(({ name, args }) => widthOf(callOf(name, args)) <= COLUMNS)) return new Map();
  const lists = examples.flatMap(({ args }) => args.filter(([, text]) => /^[[{]/.test(text)));
  // A name that has two values is no constant.
  return new Map(
    lists.filter(([name, text]) => lists.every(([other, its]) => other !== name || its === text)),
  );
}

const constantLines = (constants: ReadonlyMap<string, string>): readonly string[] =>
  constants.size === 0 ? [] : [...[...constants].map(([name, text]) => `const ${name} = ${text};`), ""];

/** Answers beside their calls, or below them where there is no room. */
function callLines(shown: readonly Shown[]): readonly string[] {
  const beside = shown.every(({ code, answer }) => fitsBeside(code, answer, shown));
  const width = Math.max(0, ...shown.map(({ code }) => widthOf(lastLine(code))));
  return beside
    ? shown.flatMap(({ code, answer }) => [
        ...code.split("\n").slice(0, -1),
        `${padEnd(lastLine(code), width)}   ${besideText(answer)}`,
      ])
    : shown.flatMap(({ code, answer }, i) => [
        ...(i === 0 ? [] : [""]),
        ...code.split("\n"),
        ...belowLines(answer),
      ]);
}

/** Those that are given, in the order of the call. */
function printedArguments(fn: AnyFunction, example: Inputs): readonly Printed[] {
  const args = Object.keys(fn.inputs).map((arg) => [arg, example[arg]] as const);
  const given = args.slice(0, args.findLastIndex(([, value]) => value !== undefined) + 1);
  return given.map(([arg, value]) => [arg, value === undefined ? "undefined" : printInline(value, 17)]);
}

const codeOf = (
  name: string,
  args: readonly Printed[],
  constants: ReadonlyMap<string, string>,
  scenarios: string | undefined,
): string =>
  (scenarios === undefined ? undefined : programText(scenarios, name, Object.fromEntries(args))) ??
  callOf(
    name,
    args.map(([arg, text]) => [arg, constants.has(arg) ? arg : text]),
  );

const callOf = (name: string, args: readonly Printed[]): string =>
  `${name}(${args.map(([, text]) => text).join(", ")})`;

const lastLine = (code: string): string => code.slice(code.lastIndexOf("\n") + 1);

const fitsBeside = (code: string, answer: Value, all: readonly Shown[]): boolean =>
  Math.max(...all.map((other) => widthOf(lastLine(other.code))), widthOf(lastLine(code))) +
    3 +
    widthOf(besideText(answer)) <=
  COLUMNS;

const besideText = (answer: Value): string => `// ${about(answer)}${printInline(answer, DIGITS)}`;

const belowLines = (answer: Value): readonly string[] =>
  printValue(answer, { columns: COLUMNS - 3, digits: DIGITS, dots: "…" }).map((line) => `// ${line}`);

/** Whether digits were left out; the last ones are rounding, as in 0.2·3. */
const about = (answer: Value): string =>
  printInline(answer, DIGITS) === printInline(answer, 14) ? "" : "≈ ";

/** No −0 in an answer: it is no other number than 0. */
function plain(answer: Value): Value {
  if (typeof answer === "number") return answer + 0;
  if (typeof answer !== "object") return answer;
  if (Array.isArray(answer)) return answer.map(plain);
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, plain(part as Value)]));
}

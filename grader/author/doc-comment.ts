/** The comment above a function of a stub, from its declaration. */
import { FormulaError } from "../derivation/formula-error.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Arg } from "../exercise/symbols.ts";
import { axes, type Type } from "../exercise/types.ts";
import { wrap } from "../verdict/width.ts";
import { printFormula } from "./formula/print-formula.ts";
import { RefusedText } from "./task/refused-text.ts";
import { domainText, leftOutText, shapeText } from "./task/shape-text.ts";

const COLUMNS = 100;

/**
 * @param file that refusals name
 * @throws RefusedText where the formula cannot be printed
 */
export function docComment(name: string, { text }: AnyFunction, file: string): string {
  if (text === undefined) return "";
  const { says, formula, returns } = text;
  const lines = [
    ...(says === undefined ? [] : [...wrap(sentence(says), COLUMNS), ""]),
    ...(formula === undefined ? [] : [`    ${printed(name, formula, file)}`, ""]),
    ...Object.entries(text.arguments).flatMap(([arg, meaning]) => tag(`@param ${arg}`, meaning)),
    ...tag("@returns", returns),
  ];
  // What would end the comment is no part of it.
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd().replaceAll("*/", "* /")).join("\n")}\n */\n`;
}

function printed(name: string, formula: string, file: string): string {
  try {
    return printFormula(formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new RefusedText(
      file,
      `the formula of ${name} cannot be printed in one line: ${error.message}`,
      "give it shorter, or leave it out",
    );
  }
}

/** A line for an argument or the result, and one for each field that it has. */
function tag(head: string, arg: Arg<unknown>): readonly string[] {
  const [first = "", ...more] = wrap(`${head} ${wordsOf(arg)}`, COLUMNS);
  const parts = Object.entries(arg.parts ?? {}).flatMap(([name, part]) => tag(`  ${name}:`, part));
  return [
    first,
    ...more.map((line) => `  ${line}`),
    ...parts.map((line) => (line.startsWith(" ") ? line : `  ${line}`)),
  ];
}

function wordsOf({ says, type, parts, standard }: Arg<unknown>): string {
  const meaning = says.replaceAll(/\*\*|`/g, "");
  const known = [meaning, parts === undefined ? shapeIn(type) : "", domainText(type)];
  return known.filter((part) => part !== "").join(", ") + leftOutText(standard);
}

/** As code has it: "shape [n, d]"; that something is a function, its type says beside it. */
function shapeIn(type: Type): string {
  if (type.kind !== "tensor") return isFunctions(type) ? "" : shapeText(type);
  return type.shape === "" ? "" : `shape [${axes(type.shape).join(", ").replaceAll("+", " + ")}]`;
}

const isFunctions = (type: Type): boolean =>
  type.kind === "function" || (type.kind === "list" && isFunctions(type.of));

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

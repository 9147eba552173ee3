/**
 * The table of symbols: it explains every argument and size, and nothing that nobody uses.
 */
import type { Exercise } from "../../exercise/exercise.ts";
import { isSizeName, lengthsIn, sizeNameIn } from "../../exercise/types.ts";
import { derivationPath, pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { textsOf } from "./texts.ts";
import { symbolsIn } from "./tokens.ts";

export const wrongSymbols = (root: string, slug: Slug, exercise: Exercise): Refusal[] => [
  ...unexplained(slug, exercise),
  ...unused(root, slug, exercise),
];

/** Arguments and sizes of the functions that the table does not explain, and symbols without a meaning. */
function unexplained(slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  const missing = [...namesOf(exercise)].filter(([symbol]) => !Object.hasOwn(exercise.symbols, symbol));
  const empty = Object.entries(exercise.symbols).filter(([, meaning]) => meaning.trim() === "");
  return [
    ...missing.map(([symbol, words]) =>
      refuse(file, `${words} is not among the symbols`, `say in \`symbols\` what ${symbol} means`),
    ),
    ...empty.map(([symbol]) =>
      refuse(file, `symbol ${symbol} has no meaning`, "say in a few words what it is"),
    ),
  ];
}

/** Arguments and the sizes of their types, with the words for each. */
function namesOf({ functions }: Exercise): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, fn] of Object.entries(functions)) {
    for (const [argument, { type }] of Object.entries(fn.inputs)) {
      found.set(argument, `argument ${argument} of ${name}`);
      for (const size of lengthsIn(type).filter(isSizeName)) {
        if (!found.has(size)) found.set(size, `size ${size} of ${name}'s ${argument}`);
      }
    }
  }
  return found;
}

/** Symbols that stand in no shape, no formula and no text, the task's and the derivation's included. */
function unused(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const { exercise: file, task } = pathsOf(slug);
  const declared = new Set(
    Object.values(exercise.functions).flatMap(({ text, returns, sizes }) => [
      ...Object.keys({ ...text?.arguments, ...text?.returns.parts, ...sizes }),
      ...lengthsIn(returns).map(sizeNameIn),
    ]),
  );
  const names = namesOf(exercise);
  const texts = [
    textOf(root, task),
    textOf(root, derivationPath(exercise.derivation)),
    ...Object.values(exercise.functions).map(({ text }) => text?.formula ?? ""),
    ...textsOf(exercise)
      .filter(({ where }) => !where.startsWith("symbol "))
      .map(({ text }) => text),
    // One symbol may be explained by another.
    ...Object.values(exercise.symbols),
  ].join("\n");
  const letters = new Set(symbolsIn(texts));
  return Object.keys(exercise.symbols)
    .filter((symbol) => !names.has(symbol) && !declared.has(symbol) && !stands(symbol, texts, letters))
    .map((symbol) => refuse(file, `symbol ${symbol} is used nowhere`, "take it out of `symbols`"));
}

/** Whether a symbol stands in texts as it is, or as the letter that it is made from: ŷ for \hat y. */
function stands(symbol: string, texts: string, letters: ReadonlySet<string>): boolean {
  const plain = symbol.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (new RegExp(`(?<![\\p{L}\\d])${plain}(?![\\p{L}\\d])`, "u").test(texts)) return true;
  const made = symbolsIn(symbol);
  return made.length > 0 && made.every((letter) => letters.has(letter)) && !/^[A-Za-z]{2,}$/.test(symbol);
}

/** The functions of an exercise, their arguments, and the parts of records, as tables. */
import type { AnyFunction, Exercise } from "../../exercise/exercise.ts";
import type { Arg } from "../../exercise/symbols.ts";
import { axesIn } from "../../exercise/types.ts";
import { knownFunctions } from "./known-functions.ts";
import { markdownTable } from "./markdown-table.ts";
import { domainText, leftOutText, shapeText } from "./shape-text.ts";

type Row = readonly [symbol: string, shape: string, values: string, meaning: string];
const HEAD = ["shape", "values", "meaning"] as const;

/** Tables in the order in which they are read, and what the sizes mean. */
export function functionTables(exercise: Exercise): readonly string[] {
  const { functions, symbols } = exercise;
  const all = Object.entries(functions);
  const calls = all.map(([name, fn]) => [`\`${callOf(name, fn)}\``, ...resultOf(fn)]);
  return [
    markdownTable(["function", "returns", "shape", "values"], calls),
    markdownTable(["argument", ...HEAD], argumentRows(all)),
    markdownTable(["field", ...HEAD], fieldRows(all)),
    sizesLine(all, symbols),
    knownFunctions(exercise),
  ].filter((part) => part !== undefined);
}

/** "chainDeriv(chain, x, h?)" */
const callOf = (name: string, { inputs, text }: AnyFunction): string =>
  `${name}(${Object.keys(inputs)
    .map((arg) => (text?.arguments[arg]?.standard === undefined ? arg : `${arg}?`))
    .join(", ")})`;

/** What a function returns, its shape, and which values that has. */
function resultOf({ returns, text }: AnyFunction): readonly string[] {
  const shape =
    returns.kind === "record"
      ? `\`{ ${Object.keys(returns.fields).join(", ")} }\``
      : shapeText(returns) || "a number";
  return [text?.returns.says ?? "", shape, domainText(returns)];
}

/** Arguments of all functions; where two differ under one name, each names its function. */
function argumentRows(all: readonly (readonly [string, AnyFunction])[]): readonly Row[] {
  const rows = all.flatMap(([fn, { text }]) =>
    Object.entries(text?.arguments ?? {}).flatMap(([name, arg]) =>
      [rowOf(name, arg), ...partsOf(name, arg)].map((row) => ({ fn, row })),
    ),
  );
  return merged(rows);
}

/** Fields of results. */
function fieldRows(all: readonly (readonly [string, AnyFunction])[]): readonly Row[] {
  return merged(
    all.flatMap(([fn, { text }]) =>
      Object.entries(text?.returns.parts ?? {}).flatMap(([name, part]) =>
        [rowOf(name, part), ...partsOf(name, part)].map((row) => ({ fn, row })),
      ),
    ),
  );
}

const rowOf = (name: string, arg: Arg<unknown>): Row => [
  name,
  arg.parts === undefined ? shapeText(arg.type) : "",
  domainText(arg.type),
  arg.says + leftOutText(arg.standard),
];

/** Fields of a record, as they are written: `p.W1`. */
const partsOf = (name: string, { parts = {} }: Arg<unknown>): readonly Row[] =>
  Object.entries(parts).flatMap(([part, arg]) => [
    rowOf(`${name}.${part}`, arg),
    ...partsOf(`${name}.${part}`, arg),
  ]);

/** Each row once; those that share a symbol and differ say whose they are. */
function merged(rows: readonly { readonly fn: string; readonly row: Row }[]): readonly Row[] {
  const found = new Map<string, { readonly row: Row; readonly fns: string[] }>();
  for (const { fn, row } of rows) {
    const key = JSON.stringify(row);
    const same = found.get(key);
    if (same === undefined) found.set(key, { row, fns: [fn] });
    else same.fns.push(fn);
  }
  const all = [...found.values()];
  return all.map(({ row: [symbol, ...rest], fns }) => {
    const differs = all.filter(({ row }) => row[0] === symbol).length > 1;
    const of = differs ? ` of ${fns.map((fn) => `\`${fn}\``).join(", ")}` : "";
    return [`\`${symbol}\`${of}`, ...rest];
  });
}

/** Sizes that are no arguments, in the order of the tables. */
function sizesLine(
  all: readonly (readonly [string, AnyFunction])[],
  symbols: Readonly<Record<string, string>>,
): string | undefined {
  const args = new Set(all.flatMap(([, { inputs }]) => Object.keys(inputs)));
  const sizes = new Set(
    all.flatMap(([, fn]) =>
      [...Object.values(fn.inputs).map(({ type }) => type), fn.returns].flatMap(axesIn),
    ),
  );
  const said = [...sizes].filter((size) => !args.has(size) && symbols[size] !== undefined);
  return said.length === 0
    ? undefined
    : `Sizes: ${said.map((size) => `${size}, ${symbols[size]}`).join("; ")}.`;
}

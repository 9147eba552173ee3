/**
 * The task text against the declaration: its tables name each function and each argument, and no other.
 */
import type { Exercise } from "../../exercise/exercise.ts";
import { pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What README.md leaves out, and what it names that the exercise does not declare. */
export function misprints(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const { readme, exercise: declaration } = pathsOf(slug);
  const text = textOf(root, readme);
  if (text === "") return [];
  const rows = tableRows(text);
  const symbols = rows.filter(({ column }) => /^(argument|symbol|size|field|name)s?$/i.test(column));
  const calls = rows.filter(({ column }) => /^functions?$/i.test(column));
  // `p.W1` explains the field W1 of p.
  const explained = new Set(symbols.flatMap(({ names }) => names.flatMap(partsOf)));
  const fields = fieldsOf(exercise);
  const isKnown = (part: string): boolean => Object.hasOwn(exercise.symbols, part) || fields.has(part);

  const foreign = symbols.flatMap(({ names, line }) =>
    names
      .filter((name) => !partsOf(name).every(isKnown))
      .map((name) =>
        refuse(
          `${readme}:${line}`,
          `${name} is not declared`,
          `add it to \`symbols\` in ${declaration}, or take it out`,
        ),
      ),
  );
  const args = new Set(Object.values(exercise.functions).flatMap((fn) => Object.keys(fn.inputs)));
  const silent = exercise.scenarios === undefined ? [...args].filter((name) => !explained.has(name)) : [];
  return [
    ...foreign,
    ...silent.map((name) =>
      refuse(readme, `does not explain the argument ${name}`, "add it to the table of arguments"),
    ),
    ...(exercise.scenarios === undefined ? wrongCalls(readme, calls, exercise) : []),
  ];
}

/** Calls in the table of functions that differ from the declared ones. */
function wrongCalls(readme: string, calls: readonly Row[], exercise: Exercise): Refusal[] {
  const printed = new Map(
    calls.flatMap(({ names, line }) => names.map((call) => [nameOf(call), { call, line }])),
  );
  const declared = Object.entries(exercise.functions).flatMap(([name, fn]) => {
    const right = `${name}(${Object.keys(fn.inputs).join(", ")})`;
    const row = printed.get(name);
    if (row === undefined)
      return [refuse(readme, `does not name ${name}`, `add \`${right}\` to the table of functions`)];
    return bare(row.call) === bare(right)
      ? []
      : [refuse(`${readme}:${row.line}`, `shows ${row.call}`, `write \`${right}\``)];
  });
  const others = [...printed]
    .filter(([name]) => !Object.hasOwn(exercise.functions, name))
    .map(([name, { line }]) =>
      refuse(`${readme}:${line}`, `names ${name}`, "which is no function of the exercise"),
    );
  return [...declared, ...others];
}

/** "p.W1" → "p", "W1"; "X, y" → "X", "y"; "tau?" → "tau" */
const partsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}_$]+/u).filter((part) => part !== "");

const nameOf = (call: string): string => call.replace(/\(.*/s, "").trim();

/** A call without spaces and without the marks of optional arguments: `f(x, tau?)` and `f(x,tau)` are one. */
const bare = (call: string): string => call.replace(/\s|\?|=[^,)]*|\[(?=,|\w)|\]/g, "");

/** Fields of record arguments may be explained as well. */
function fieldsOf(exercise: Exercise): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (type: object): void => {
    for (const [key, inner] of Object.entries(type)) {
      if (key === "fields") for (const field of Object.keys(inner as object)) names.add(field);
      if (typeof inner === "object" && inner !== null) collect(inner as object);
    }
  };
  for (const fn of Object.values(exercise.functions)) {
    collect(fn.returns);
    for (const { type } of Object.values(fn.inputs)) collect(type);
  }
  return names;
}

interface Row {
  /** Heading of the table's first column. */
  readonly column: string;
  /** What stands in backticks in the first cell. */
  readonly names: readonly string[];
  readonly line: number;
}

function tableRows(markdown: string): Row[] {
  const rows: Row[] = [];
  let column: string | undefined;
  for (const [i, text] of markdown.split(/\r?\n/).entries()) {
    if (!/^\s*\|/.test(text)) {
      column = undefined;
      continue;
    }
    const cell = (text.split("|")[1] ?? "").trim();
    if (column === undefined) column = cell;
    else if (!/^[-: ]*$/.test(cell)) rows.push({ column, names: inBackticks(cell), line: i + 1 });
  }
  return rows;
}

const inBackticks = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? "");

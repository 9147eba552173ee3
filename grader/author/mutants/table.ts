/** How often the judge is wrong, as a table: what became of the edits of the right answers, by exercise. */
import type { Mutant, MutantsOf } from "./mutants-of.ts";

export interface Count {
  readonly made: number;
  readonly equivalent: { readonly exact: number; readonly rounded: number };
  readonly rejected: number;
  /** Of how many of the rejected it was asked what is said of them, and how many of these are told why. */
  readonly asked: number;
  readonly named: number;
  /** Wrong, and passed. */
  readonly passed: number;
  readonly notJudged: number;
}

export function countOf(mutants: readonly Mutant[]): Count {
  const count = (is: (mutant: Mutant["judged"]) => boolean): number =>
    mutants.filter(({ judged }) => is(judged)).length;
  return {
    made: mutants.length,
    equivalent: {
      exact: count((one) => one.fate === "equivalent" && one.why === "the same to the last bit"),
      rounded: count((one) => one.fate === "equivalent" && one.why === "the same but for rounding"),
    },
    rejected: count(({ fate }) => fate === "rejected"),
    asked: count((one) => one.fate === "rejected" && one.told !== undefined),
    named: count((one) => one.fate === "rejected" && one.told?.isNamed === true),
    passed: count(({ fate }) => fate === "survivor"),
    notJudged: count(({ fate }) => fate === "not judged"),
  };
}

const HEAD = ["", "made", "same bits", "same rounded", "rejected", "named", "survive"];

/** The table, and below it every survivor and, of one exercise alone, everything that was not named. */
export function mutantsText(all: readonly MutantsOf[]): string {
  const row = (name: string, { made, equivalent, rejected, asked, named, passed }: Count): string[] => [
    name,
    `${made}`,
    `${equivalent.exact}`,
    `${equivalent.rounded}`,
    `${rejected}`,
    `${named} of ${asked}${asked === 0 ? "" : ` (${((100 * named) / asked).toFixed(1)} %)`}`,
    `${passed}`,
  ];
  const rows = all.map(({ slug, mutants }) => row(slug, countOf(mutants)));
  const sum = all.length > 1 ? [row("all", countOf(all.flatMap(({ mutants }) => mutants)))] : [];
  const table = [HEAD, ...rows, ...sum];
  const widths = HEAD.map((_, k) => Math.max(...table.map((cells) => cells[k]?.length ?? 0)));
  const lines = table.map((cells) =>
    cells
      .map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
      .join("  "),
  );
  const told = all.flatMap(({ mutants }) => mutants.flatMap((mutant) => remarkOn(mutant, all.length === 1)));
  return [...lines, ...(told.length === 0 ? [] : ["", ...told])].join("\n");
}

function remarkOn({ file, line, from, to, judged }: Mutant, isAlone: boolean): string[] {
  const place = `${file}:${line}: ${from} → ${to}`;
  if (judged.fate === "survivor") return [`${place}\n    passes: an edge case where it is wrong mends that`];
  if (judged.fate === "not judged") return [`${place}\n    ${judged.error}`];
  return isAlone && judged.fate === "rejected" && judged.told?.isNamed === false
    ? [
        `${place}\n    is told by no cause (${judged.told.code}): a noun for the place in \`nouns\` may be missing`,
      ]
    : [];
}

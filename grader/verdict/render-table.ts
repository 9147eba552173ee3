/**
 * The checks of a verdict: a line a function, a column a kind of check, points at the end.
 */
import type { Look } from "./look.ts";
import type { Check, CheckKind, CheckStatus } from "./verdict.ts";
import { cut, headOf, padEnd, padStart, widthOf } from "./width.ts";

/** The kinds of check in the order in which they are judged. */
export const KINDS: readonly CheckKind[] = ["contract", "value", "edge", "law", "gradient", "line"];
const WORDS: Readonly<Record<CheckStatus, string>> = {
  pass: "pass",
  fail: "FAIL",
  skipped: "-",
  inconclusive: "unclear",
};
/** The worst first: what a cell with several checks shows. */
const WORST: readonly CheckStatus[] = ["fail", "inconclusive", "skipped", "pass"];
const NAME = 26;

/** The table, or a list where the table would be too wide. */
export function renderTable(checks: readonly Check[], look: Look): readonly string[] {
  if (checks.length === 0) return [];
  const kinds = KINDS.filter((kind) => checks.some((check) => check.kind === kind));
  const functions = [...new Set(checks.map((check) => check.function))];
  const names = functions.map((name) => cut(look.say(name), NAME, look.dots));
  const cells = functions.map((name) =>
    kinds.map((kind) => checks.filter((check) => check.function === name && check.kind === kind)),
  );
  const totals = cells.map((row) => pointsOf(row.flat()));
  const nameWidth = Math.max(...names.map(widthOf)) + 3;
  const needed = kinds.map((kind, j) =>
    Math.max(kind.length, ...cells.map((row) => cellText(row[j] ?? []).length)),
  );
  const totalWidth = Math.max(...totals.map((total) => total.length));
  const room = look.columns - nameWidth - totalWidth - needed.reduce((all, width) => all + width, 0);
  const gap = Math.min(4, Math.floor(room / kinds.length));
  if (gap < 2) return listOf(checks, look);
  const widths = needed.map((width) => width + gap);
  const header = " ".repeat(nameWidth) + kinds.map((kind, j) => kind.padEnd(widths[j] ?? 0)).join("");
  const rows = cells.map(
    (row, i) =>
      padEnd(names[i] ?? "", nameWidth) +
      row.map((cell, j) => paintCell(cell, widths[j] ?? 0, look)).join("") +
      padStart(totals[i] ?? "", totalWidth),
  );
  return [look.dim(header.trimEnd()), ...rows];
}

/** What a function's checks of one kind came to, in words and points. */
export function cellText(cell: readonly Check[]): string {
  const status = statusOf(cell);
  if (status === undefined) return "";
  const most = sum(cell, "maxPoints");
  // A check that is worth nothing, or was never made, has no points to speak of.
  if (status === "skipped" || most === 0) return WORDS[status];
  return `${WORDS[status]} ${headOf(`${sum(cell, "points")}/${most}`, 16)}`;
}

function paintCell(cell: readonly Check[], width: number, look: Look): string {
  const text = cellText(cell).padEnd(width);
  const status = statusOf(cell);
  if (status === "fail") return look.bold(look.red(text));
  if (status === "pass") return look.green(text);
  return status === "skipped" ? look.dim(text) : text;
}

function listOf(checks: readonly Check[], look: Look): readonly string[] {
  const functions = [...new Set(checks.map((check) => check.function))];
  return functions.flatMap((name) => {
    const own = checks.filter((check) => check.function === name);
    const lines = own.map((check) => `  ${check.kind.padEnd(10)}${paintCell([check], 12, look)}`.trimEnd());
    const total = pointsOf(own);
    const label = cut(look.say(name), look.columns - total.length - 2, look.dots);
    return [`${padEnd(label, Math.max(22, widthOf(label)))}  ${total}`.trimEnd(), ...lines];
  });
}

/** The worst that happened in a cell. */
export const statusOf = (cell: readonly Check[]): CheckStatus | undefined =>
  WORST.find((status) => cell.some((check) => check.status === status));

const sum = (checks: readonly Check[], field: "points" | "maxPoints"): number =>
  checks.reduce((total, check) => total + check[field], 0);

/** "14 of 20" */
export const pointsOf = (checks: readonly Check[]): string =>
  headOf(`${sum(checks, "points")} of ${sum(checks, "maxPoints")}`, 16);

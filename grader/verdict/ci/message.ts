/**
 * What a row says to the student, as plain text of a bounded length.
 */
import { entryAt } from "../entry-at.ts";
import { type Printable, printInline } from "../print-value.ts";
import type { Finding } from "../verdict.ts";
import { whereToRead } from "../where-to-read.ts";
import type { Row } from "./tally.ts";
import { oneLine, plain } from "./text.ts";

/** Why a row fell short, where to read, how to see it again; empty for a row that passed. */
export function messageOf(row: Row, limit: number): string {
  if (row.status === "pass" || limit <= 0) return "";
  const check = row.check;
  if (check === undefined) return plain(row.title, limit);
  const finding = check.finding;
  if (finding === undefined) return plain(check.reason ?? row.title, limit);
  const lines = [finding.title];
  if (finding.case !== undefined) lines.push(`At ${oneLine(finding.case.call, 200)}`);
  if (finding.message !== "") lines.push(finding.message);
  else lines.push(...comparison(finding));
  if (finding.read !== undefined) lines.push(`Read ${whereToRead(finding.read)}`);
  lines.push(`Replay ${finding.replay}`);
  return plain(lines.join("\n"), limit);
}

/** The entry that differs, where nothing is said about it. */
function comparison({ yours, expected, at = "" }: Finding): readonly string[] {
  const [mine, ours] = [entryAt(yours, at), entryAt(expected, at)].map((value) =>
    value === undefined ? undefined : printInline(value as Printable),
  );
  const where = at === "" ? "" : `At ${at.replace(/^\./, "")} `;
  return mine === undefined || ours === undefined ? [] : [`${where}yours is ${mine}, expected ${ours}`];
}

/** The line of the submission that a row is about, 0 when unknown. */
export function lineOf(row: Row): number {
  const line = row.check?.finding?.line ?? row.check?.line;
  return typeof line === "number" && Number.isInteger(line) && line > 0 && line <= 1_000_000 ? line : 0;
}

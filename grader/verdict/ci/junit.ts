/**
 * JUnit XML, as most test reporters read it: a failure is a wrong answer, an error a crash or a time-out.
 */
import { firstThatFits, messageLimits } from "./fit.ts";
import type { CiFormat } from "./format.ts";
import { messageOf } from "./message.ts";
import { type Graded, type Row, type Tally, tally, whole } from "./tally.ts";
import { oneLine, plain } from "./text.ts";

const byteLimit = 2_000_000;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** For text and attributes alike; `plain` has left only characters that XML 1.0 allows. */
const escaped = (text: string): string => text.replace(/[&<>"'\t\n]/g, (char) => entities[char] ?? char);

/** Text between tags keeps its line ends. */
const content = (text: string): string => text.replace(/[&<>]/g, (char) => entities[char] ?? char);

const time = (ms: unknown): string => (whole(ms) / 1000).toFixed(3);

function outcome(row: Row, limit: number): string {
  if (row.status === "pass") return "";
  const message = messageOf(row, limit);
  const said = escaped(oneLine(message || row.title, 200));
  if (row.status === "skipped") return `<skipped message="${said}"/>`;
  const tag = row.status === "error" ? "error" : "failure";
  const type = row.check?.finding?.code ?? (row.check === undefined ? "not-judged" : row.check.status);
  return `<${tag} message="${said}" type="${escaped(oneLine(type, 40))}">${content(message)}</${tag}>`;
}

const count = (rows: readonly Row[], status: Row["status"]): number =>
  rows.filter((row) => row.status === status).length;

const counts = (rows: readonly Row[]): string =>
  `tests="${rows.length}" failures="${count(rows, "fail")}" errors="${count(rows, "error")}"`;

function suite(graded: Pick<Graded, "rows"> & Partial<Graded>, stamp: string, limit: number): string {
  const { rows, verdict } = graded;
  const name = escaped(oneLine(verdict?.exercise ?? "none", 60));
  const file = escaped(oneLine(verdict?.file ?? "", 200));
  const cases = rows.map(
    (row) =>
      `    <testcase classname="${name}" name="${escaped(row.name)}"${file && ` file="${file}"`} time="0.000">${outcome(row, limit)}</testcase>`,
  );
  const printed = plain(verdict?.output, Math.min(limit, 2000));
  return [
    `  <testsuite name="${name}" ${counts(rows)} skipped="${count(rows, "skipped")}" time="${time(verdict?.durationMs)}" timestamp="${stamp}">`,
    ...(graded.status === undefined || graded.status === "error"
      ? []
      : [
          `    <properties><property name="score" value="${graded.score}"/><property name="maxScore" value="${graded.maxScore}"/></properties>`,
        ]),
    ...cases,
    ...(printed === "" ? [] : [`    <system-out>${content(printed)}</system-out>`]),
    "  </testsuite>",
  ].join("\n");
}

function document(total: Tally, stamp: string, limit: number): string {
  const groups = total.graded.length === 0 ? [{ rows: total.rows }] : total.graded;
  const spent = total.graded.reduce((sum, { verdict }) => sum + whole(verdict.durationMs), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="chainrule" ${counts(total.rows)} time="${time(spent)}">`,
    ...groups.map((graded) => suite(graded, stamp, limit)),
    "</testsuites>",
  ].join("\n");
}

export const junit: CiFormat = (verdicts, meta) => {
  const total = tally(verdicts);
  const parsed = Date.parse(meta.now);
  const stamp = new Date(Number.isNaN(parsed) ? 0 : parsed).toISOString().slice(0, 19);
  function* candidates(): Generator<string> {
    for (const limit of messageLimits) yield document(total, stamp, limit);
  }
  return { stdout: `${firstThatFits(byteLimit, candidates())}\n` };
};

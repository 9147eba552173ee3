/**
 * A run as Markdown for the summary of a step: a table, and the first findings. Below GitHub's 1 MiB. Whatever a
 * student wrote stays text: every sign that means something in Markdown or HTML is written as an entity.
 */
import { notGraded } from "../not-graded.ts";
import { isNotStarted } from "../not-started.ts";
import type { Finding, Verdict } from "../verdict.ts";
import { whereToRead } from "../where-to-read.ts";
import { toldFirst } from "./first-row.ts";
import { firstThatFits, messageLimits } from "./fit.ts";
import { messageOf } from "./message.ts";
import { type Graded, type Row, tally } from "./tally.ts";
import { oneLine } from "./text.ts";

const byteLimit = 900_000;
const FINDINGS = 10;

/** Letters, digits and the signs of a sentence stay; all others are named by their number. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N} .,;?()\n/−·Σ√≤≥≈±]/gu, (sign) => `&#${sign.codePointAt(0)};`);

const cell = (text: string, limit: number): string => escaped(oneLine(text, limit));

const states: Readonly<Record<Graded["status"], string>> = {
  pass: "passed",
  fail: "falls short",
  error: "not judged",
};

const firstOf = (rows: readonly Row[]): Row | undefined => toldFirst(rows)[0];

/** A cause in a few words: the name of a mistake, or of what was seen. */
const causeOf = ({ cause }: Finding): string =>
  cause === undefined ? "" : `, ${cause.id.replaceAll("-", " ")}`;

function row(graded: Graded): string {
  const { id, verdict, status, score, maxScore, rows } = graded;
  const finding = firstOf(rows)?.check?.finding;
  const first =
    finding === undefined
      ? ""
      : `${finding.title} ${firstOf(rows)?.check?.function ?? ""}${causeOf(finding)}`;
  const state = isNotStarted(verdict) ? "not started" : states[status];
  const points = status === "error" ? "" : `${score} of ${maxScore}`;
  const read = finding?.read === undefined ? "" : whereToRead(finding.read);
  return `| ${cell(id, 60)} | ${cell(verdict.title, 100)} | ${state} | ${points} | ${cell(first, 100)} | ${cell(read, 80)} |`;
}

/** A finding below its exercise; stubs say nothing that the table does not. */
function details(graded: Graded, limit: number): readonly string[] {
  const found = firstOf(graded.rows);
  const finding = found?.check?.finding;
  if (found === undefined || finding === undefined || finding.code === "not-implemented") return [];
  const name = cell(`${graded.id} ${found.check?.function ?? ""}`, 120);
  return [`### ${name}`, "", `<pre>${escaped(messageOf(found, limit)).replaceAll("\n", "&#10;")}</pre>`, ""];
}

/** Text to append to the file that GITHUB_STEP_SUMMARY names. */
export function stepSummary(verdicts: readonly Verdict[]): string {
  const total = tally(verdicts);
  const passed = total.graded.filter(({ status }) => status === "pass").length;
  const message = notGraded(verdicts);
  const head = [
    message === undefined ? `## ${total.score} of ${total.maxScore} points` : "## Not graded",
    "",
    ...(message === undefined ? [] : [cell(message, 1500), ""]),
    `${passed} of ${total.graded.length} exercises passed. This grade is advisory; the official one is made by the instructor.`,
    "",
    "| exercise | title | state | points | first finding | read |",
    "| --- | --- | --- | ---: | --- | --- |",
    ...total.graded.map(row),
    "",
  ];
  function* candidates(): Generator<string> {
    for (const limit of messageLimits)
      yield `${[
        ...head,
        ...total.graded
          .map((graded) => details(graded, limit))
          .filter((lines) => lines.length > 0)
          .slice(0, FINDINGS)
          .flat(),
      ].join("\n")}\n`;
    yield `${head.slice(0, 3).join("\n")}\n`;
  }
  return firstThatFits(byteLimit, candidates());
}

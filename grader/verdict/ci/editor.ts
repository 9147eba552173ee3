/**
 * Findings for an editor, one a line, as compilers print errors: `FILE:LINE:COLUMN: error: …`. The task of a student's
 * repository puts each at its function.
 */

import { notGraded } from "../not-graded.ts";
import { isNotStarted } from "../not-started.ts";
import { printInline } from "../print-value.ts";
import { findingsOf } from "../render-terminal.ts";
import type { Finding, Verdict } from "../verdict.ts";
import { whereToRead } from "../where-to-read.ts";
import type { CiFormat } from "./format.ts";
import { tally, whole } from "./tally.ts";
import { oneLine } from "./text.ts";

const LONGEST = 900;
const VALUE = 80;

export const editor: CiFormat = (verdicts) => {
  const error = notGraded(verdicts);
  const { score, maxScore } = tally(verdicts);
  const lines = [
    ...verdicts
      // Of a whole course, what nobody has begun is no problem yet.
      .filter((verdict) => verdicts.length === 1 || !isNotStarted(verdict))
      .flatMap(linesOf),
    error === undefined ? `${score} of ${maxScore} points` : oneLine(error, LONGEST),
  ];
  return { stdout: `${lines.join("\n")}\n` };
};

/** A line without a file is no problem of any, and two colons would be a command to a runner of GitHub's. */
const fileOf = ({ file, exercise }: Verdict): string =>
  oneLine(file, 300).replace(/[\s:]+$/, "") || oneLine(exercise, 60).replace(/[\s:]+$/, "") || "file";

function linesOf(verdict: Verdict): readonly string[] {
  if (verdict.status === "error")
    return [`${fileOf(verdict)}:1:1: warning: not judged: ${oneLine(verdict.error ?? "", LONGEST)}`];
  return findingsOf(verdict).map(({ finding, functions, line }) => {
    const severity = finding.code === "not-implemented" ? "info" : "error";
    const place = `${placeOf(finding.line ?? line)}:${placeOf(finding.column)}`;
    const whose = functions.join(", ");
    const text = oneLine(`${finding.title} ${whose}: ${said(finding)}`, LONGEST);
    return `${fileOf(verdict)}:${place}: ${severity}: ${text}`;
  });
}

const placeOf = (place: number | undefined): number => Math.max(1, whole(place));

/** The message, the call, both values where they are short, and where to read. */
function said({ message, case: given, yours, expected, read }: Finding): string {
  const values = [yours, expected].map((value) => (value === undefined ? "" : printInline(value)));
  const [mine = "", ours = ""] = values.map((text) => (text.length > VALUE ? "" : text));
  const compared = mine !== "" && ours !== "" ? `yours ${mine}, expected ${ours}` : "";
  const call = given === undefined ? "" : `At ${oneLine(given.call, 160)}${compared === "" ? "." : ":"}`;
  return [
    message,
    call,
    compared === "" ? "" : `${compared}.`,
    read === undefined ? "" : `Read ${whereToRead(read)}.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}

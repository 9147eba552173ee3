/** The lines of source that findings are about. */
import type { Finding, Verdict } from "./verdict.ts";

/** A verdict whose findings carry the line that they name, so that it can be shown without the file. */
export function withLines(verdict: Verdict, source: string): Verdict {
  const lines = linesOf(source);
  const checks = verdict.checks.map((check) =>
    check.finding === undefined ? check : { ...check, finding: placed(check.finding, lines) },
  );
  return { ...verdict, checks };
}

/** One finding with the line that it names. */
export const withLine = (finding: Finding, source: string): Finding => placed(finding, linesOf(source));

const linesOf = (source: string): readonly string[] => source.split(/\r\n|[\n\r\u2028\u2029]/);

function placed(finding: Finding, lines: readonly string[]): Finding {
  const text = finding.line === undefined ? undefined : lines[finding.line - 1];
  return finding.lineText !== undefined || text === undefined
    ? finding
    : { ...finding, lineText: text.slice(0, 500) };
}

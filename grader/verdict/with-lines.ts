/** The lines of source that findings are about. */
import type { Finding, Verdict } from "./verdict.ts";

/** A verdict whose findings carry the line that they name, so that it can be shown without the file. */
export function withLines(verdict: Verdict, source: string): Verdict {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const checks = verdict.checks.map((check) =>
    check.finding === undefined ? check : { ...check, finding: placed(check.finding, lines) },
  );
  if (verdict.deep === undefined) return { ...verdict, checks };
  const findings = verdict.deep.findings.map((found) => ({
    ...found,
    finding: placed(found.finding, lines),
  }));
  return { ...verdict, checks, deep: { ...verdict.deep, findings } };
}

function placed(finding: Finding, lines: readonly string[]): Finding {
  const text = finding.line === undefined ? undefined : lines[finding.line - 1];
  return finding.lineText !== undefined || text === undefined
    ? finding
    : { ...finding, lineText: text.slice(0, 500) };
}

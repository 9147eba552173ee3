import type { Finding, Verdict } from "../verdict/verdict.ts";

/** A verdict whose findings hold the lines of source that they are about. */
export function placed(verdict: Verdict, source: string): Verdict {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const checks = verdict.checks.map((check) =>
    check.finding === undefined ? check : { ...check, finding: withLine(check.finding, lines) },
  );
  return { ...verdict, checks };
}

function withLine(finding: Finding, lines: readonly string[]): Finding {
  const text = finding.line === undefined ? undefined : lines[finding.line - 1];
  return finding.lineText !== undefined || text === undefined
    ? finding
    : { ...finding, lineText: text.slice(0, 500) };
}

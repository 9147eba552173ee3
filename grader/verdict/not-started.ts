import type { Verdict } from "./verdict.ts";

/** True if nobody has begun: every finding is that nothing is written yet. */
export function isNotStarted({ checks, score }: Verdict): boolean {
  if (score !== 0) return false;
  const findings = checks.flatMap(({ finding }) => finding ?? []);
  return findings.length > 0 && findings.every(({ code }) => code === "not-implemented");
}

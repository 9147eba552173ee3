import type { Verdict } from "./verdict.ts";

/** True if nobody has begun: every finding is that nothing is written yet. */
export function isNotStarted({ checks, score }: Verdict): boolean {
  const findings = checks.flatMap(({ finding }) => finding ?? []);
  return score === 0 && findings.length > 0 && findings.every(({ code }) => code === "not-implemented");
}

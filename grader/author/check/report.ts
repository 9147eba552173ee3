import type { Report } from "./check-course.ts";
import { refusalLine } from "./refusal.ts";

/** A check's outcome as text: a line for each refusal, and how many exercises passed. */
export function reportText(reports: readonly Report[]): string {
  // Of a derivation that two exercises share the same is said.
  const lines = new Set(reports.flatMap(({ refusals }) => refusals.map(refusalLine)));
  const failed = reports.filter(({ refusals }) => refusals.length > 0).length;
  return [...lines, `${reports.length - failed} passed, ${failed} failed`].join("\n");
}

/**
 * All results for other programs, as results.schema.json describes them. JSON has no NaN, no infinities and no
 * negative zero: they are written as strings.
 */
import type { ClassResults } from "../results.ts";

const named = (_: string, value: unknown): unknown =>
  typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
    ? Object.is(value, -0)
      ? "-0"
      : String(value)
    : value;

/** One student a line, so that two runs can be compared line by line. */
export function resultsJson({ students, ...rest }: ClassResults): string {
  const head = JSON.stringify(rest, named).slice(0, -1);
  return `${head},"students":[\n${students.map((student) => JSON.stringify(student, named)).join(",\n")}\n]}\n`;
}

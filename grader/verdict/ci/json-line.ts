/**
 * JSON on one line that a log reader cannot take for a command.
 */

/** Numbers that JSON lacks, by name, so that a finding that turns on one of them keeps it. */
const named = (_key: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;

/** `value` as one line of JSON in which `::` and `##[` occur as escapes only. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value, named)
    .replace(/::/g, "\\u003a\\u003a")
    .replace(/##\[/g, "\\u0023\\u0023[")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");

/** Length in UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;

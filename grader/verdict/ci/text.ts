/**
 * Text that some other program will print: whatever a submission put into it, it stays text.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
const ansi = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])?/g;
const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Marks that reorder or hide what is read. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/**
 * Plain text of at most `limit` code points: no escape sequences, no control characters but line ends and tabs,
 * no lone surrogates, nothing that reads as a workflow command of GitHub Actions (`::error::`, `##[error]`).
 */
export function plain(text: unknown, limit: number): string {
  if (typeof text !== "string") return "";
  // Four code units a code point are more than enough of a text that may be megabytes long.
  const clean = text
    .slice(0, 4 * limit + 64)
    .replace(lineEnd, "\n")
    .replace(ansi, "")
    .replace(control, "")
    .replace(invisible, "")
    .replace(lone, "\ufffd")
    .replace(/:(?=:)/g, ": ")
    .replace(/#(?=#\[)/g, "# ");
  return clip(clean, limit);
}

/** The same on one line. */
export const oneLine = (text: unknown, limit: number): string =>
  clip(plain(text, limit).replace(/\s+/g, " ").trim(), limit);

/** The first `limit` code points, with an ellipsis where something was cut. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = Array.from(text.slice(0, 2 * limit + 2));
  return points.length <= limit ? text : `${points.slice(0, Math.max(0, limit - 1)).join("")}…`;
}

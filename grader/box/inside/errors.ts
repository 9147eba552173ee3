/** What was thrown, in words, and where. */
import { limit, putText, type Writer } from "../wire.ts";
import { nameOf } from "./answer.ts";
import * as c from "./captured.ts";

/** The file name that compiled submissions carry in stacks. */
const mark = "submission.ts:";

function textOf(value: unknown): string {
  return typeof value === "string" ? c.clip(value, 300) : "";
}

/** "RangeError: message" for an error, the text itself for a text, a name for the rest. */
export function messageOf(thrown: unknown): string {
  try {
    if (typeof thrown === "string") return textOf(thrown);
    if (typeof thrown !== "object" || thrown === null) return `threw ${nameOf(thrown)}`;
    const { name, message } = thrown as { name?: unknown; message?: unknown };
    if (typeof message !== "string") return `threw ${nameOf(thrown)}`;
    const kind = textOf(name);
    return kind === "" ? textOf(message) : `${kind}: ${textOf(message)}`;
  } catch {
    return "threw something that cannot be read";
  }
}

/** The digits of `text` from `at` on, and where they end. */
function digits(text: string, at: number): { value: number; end: number } {
  let value = 0;
  let end = at;
  for (; end < text.length && end < at + 7; end++) {
    const digit = text[end]!;
    if (!(digit >= "0" && digit <= "9")) break;
    value = value * 10 + +digit;
  }
  return { value, end };
}

/** Line and column of the innermost frame in the submission, 0 and 0 where there is none. */
export function placeOf(thrown: unknown): { line: number; column: number } {
  const nowhere = { line: 0, column: 0 };
  try {
    if (typeof thrown !== "object" || thrown === null) return nowhere;
    const { message, stack } = thrown as { message?: unknown; stack?: unknown };
    if (typeof stack !== "string" || (typeof message === "string" && message.length > 10_000)) return nowhere;
    const at = c.apply(c.indexOf, stack, [mark]) as number;
    if (at < 0) return nowhere;
    const line = digits(stack, at + mark.length);
    return { line: line.value, column: digits(stack, line.end + 1).value };
  } catch {
    return nowhere;
  }
}

/** Writes a failure: its kind, its words, its place. */
export function putThrown(w: Writer, kind: number, thrown: unknown): void {
  // Taken first: reading may run code of the submission, which may throw.
  const message = messageOf(thrown);
  const { line, column } = placeOf(thrown);
  w.put(kind);
  putText(w, message, limit.text);
  w.put(line);
  w.put(column);
}

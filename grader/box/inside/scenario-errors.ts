/**
 * What goes wrong in a scenario because of the class that it was given, in the words of whoever wrote the class: the
 * engine's own message names a variable of the scenario, which nobody has seen.
 */
import * as c from "./captured.ts";
import { messageOf } from "./errors.ts";

const NO_FUNCTION = " is not a function";
const UNREADABLE = "Cannot read properties of ";
const NO_LIST = " is not iterable";
const READING = " (reading '";

/** The same error, or one that says what the class lacks. */
export function inTheirWords(thrown: unknown, exported: Record<string, unknown>): unknown {
  try {
    const said = isOurs(thrown) ? reworded(messageOf(thrown), exported) : undefined;
    if (said === undefined) return thrown;
    const error = new c.TheError(said);
    c.put(error, "name", "");
    return error;
  } catch {
    // What cannot be read is thrown on as it came.
    return thrown;
  }
}

const find = (text: string, part: string): number => c.apply(c.indexOf, text, [part]) as number;
const cut = (text: string, from: number, to: number): string =>
  c.apply(c.substring, text, [from, to]) as string;

/** Whether the innermost frame of the two programs is the scenario's. */
function isOurs(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null) return false;
  const { stack } = thrown as { stack?: unknown };
  if (typeof stack !== "string" || stack.length > 100_000) return false;
  const ours = find(stack, "scenarios.ts:");
  const theirs = find(stack, "submission.ts:");
  return ours >= 0 && (theirs < 0 || ours < theirs);
}

function reworded(message: string, exported: Record<string, unknown>): string | undefined {
  const noFunction = find(message, NO_FUNCTION);
  if (noFunction >= 0) {
    const method = lastName(cut(message, 0, noFunction));
    return method === undefined
      ? "What it gave is called, and is no function."
      : `There is no method ${method}. ${methodsIn(exported)}`;
  }
  const unreadable = find(message, UNREADABLE);
  if (unreadable >= 0) {
    const what = find(message, `${UNREADABLE}null`) >= 0 ? "null" : "undefined";
    const reading = find(message, READING);
    const field = reading < 0 ? "" : cut(message, reading + READING.length, message.length - 2);
    return `A method or a field gave ${what}, of which ${field === "" ? "something" : field} is read. Does each method return what it makes?`;
  }
  return find(message, NO_LIST) >= 0 ? "A method or a field gave something that is no list." : undefined;
}

/** "step" of "momentum.step"; nothing where no dot stands before a name. */
function lastName(text: string): string | undefined {
  for (let i = text.length - 1; i >= 0; i--) {
    const char = text[i]!;
    if (char === ".") return cut(text, i + 1, text.length);
    if (char === " " || char === ")" || char === "]") return undefined;
  }
  return undefined;
}

/** The methods that each class has. */
function methodsIn(exported: Record<string, unknown>): string {
  const names = c.ownKeys(exported) as string[];
  let text = "";
  for (let i = 0; i < names.length; i++) {
    const made = exported[names[i]!];
    if (typeof made !== "function") continue;
    const found = c.getOwnPropertyDescriptor(made, "prototype");
    const prototype = found?.value as unknown;
    if (typeof prototype !== "object" || prototype === null) continue;
    const listed = listOf(c.ownKeys(prototype));
    // Of a class the prototype cannot be exchanged; a plain function without methods is none.
    if (listed === "" && found?.writable === true) continue;
    text += `${text === "" ? "" : " "}${names[i]} has ${listed === "" ? "none" : listed}.`;
  }
  return text;
}

function listOf(keys: readonly PropertyKey[]): string {
  let text = "";
  for (let i = 0; i < keys.length && text.length < 120; i++) {
    const key = keys[i];
    if (typeof key !== "string" || key === "constructor") continue;
    text += `${text === "" ? "" : ", "}${key}`;
  }
  return text;
}

/**
 * A finding as a student reads it: what fell short, at which input, yours and ours, one clue, where to read on.
 */

import { isFunctionValue, type Value } from "../value.ts";
import type { Look } from "./look.ts";
import { printInline, printValue } from "./print-value.ts";
import { renderComparison } from "./render-comparison.ts";
import { fileEnd, renderPlace } from "./render-source.ts";
import type { Finding, FindingCase } from "./verdict.ts";
import { linked, readingOf } from "./where-to-read.ts";
import { cleanLines, cut, widthOf, wrap } from "./width.ts";

export interface FindingOf {
  readonly finding: Finding;
  /** The functions that it holds for. */
  readonly functions: readonly string[];
  /** Where the first of them is declared, from 1. */
  readonly line?: number;
  readonly file: string;
}

export interface OnThePage {
  /** As few lines as leave nothing out that has to be known first. */
  readonly isTight?: boolean;
  /** The findings that stand above it: what they say is not said again. */
  readonly above?: readonly FindingOf[];
}

/** Lines of a finding, none wider than the look. */
export function renderFinding(
  found: FindingOf,
  look: Look,
  { isTight = false, above = [] }: OnThePage = {},
): readonly string[] {
  const { finding } = found;
  if (finding.code === "not-implemented") return notImplemented(found, look);
  const place = finding.line === undefined ? [] : placeOf(found, look, isTight);
  const given = finding.case === undefined ? [] : renderCase(finding.case, look, isTight);
  const compared = renderComparison(finding, look, isTight);
  const title = titleLine(found, look);
  const parts = [
    ...(isTight
      ? [
          [title, ...place],
          [...given, ...compared],
        ]
      : [[title], place, given, compared]),
    lawOf(finding, look),
    messageOf(finding, above, look),
    whereNext(finding, above.at(-1)?.finding, look),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : ["", ...part]));
}

/** The message; a long one of an earlier finding by that one's functions. */
function messageOf({ message }: Finding, above: readonly FindingOf[], look: Look): readonly string[] {
  const lines = cleanLines(message).flatMap((line) => wrap(look.say(line), look.columns));
  const same = above.find(({ finding }) => finding.message === message);
  if (same === undefined) return lines;
  const brief = wrap(look.say(`The same as in ${same.functions.join(", ")}.`), look.columns);
  return brief.length < lines.length ? brief : lines;
}

/** The line that is meant, with its place; of little room the line alone, whose number stands before it. */
function placeOf({ finding, file }: FindingOf, look: Look, isTight: boolean): readonly string[] {
  const lines = renderPlace({ ...finding, file }, look);
  return isTight && lines.length > 2 ? lines.slice(2, 3) : lines;
}

/** A stub needs no counterexample: which functions wait, where, and what to read first. */
function notImplemented({ finding, functions, file }: FindingOf, look: Look): readonly string[] {
  const where = finding.line === undefined ? file : `${file}:${finding.line}`;
  const isWritten = functions[0] === "derivation";
  const waiting =
    functions.length === 1 ? "This function is still the stub:" : "These functions are still stubs:";
  const reading = finding.read === undefined ? undefined : readingOf(finding.read, look);
  return [
    titleLine({ finding, functions: functions.slice(0, 1), file }, look),
    "",
    ...wrap(look.say(isWritten ? finding.message : `${waiting} ${functions.join(", ")}.`), look.columns),
    "",
    ...[
      `Write   ${fileEnd(look.say(where), look.columns - 8, look)}`,
      ...(reading === undefined ? [] : [linked(`Read    ${reading.text}`, reading, look)]),
    ].map(look.dim),
  ];
}

/** `-- WRONG GRADIENT ------- mseLossDw`, filled to the width. */
export function titleLine({ finding, functions }: FindingOf, look: Look): string {
  const name = cut(look.say(finding.title), 24, look.dots);
  const whose = cut(look.say(functions.join(", ")), look.columns - widthOf(name) - 9, look.dots);
  const fill = look.columns - widthOf(name) - widthOf(whose) - (whose === "" ? 4 : 5);
  return `-- ${look.bold(look.red(name))} ${look.dim("-".repeat(fill))}${whose === "" ? "" : ` ${look.bold(whose)}`}`;
}

/** The inputs: short ones in a sentence, long ones on lines of their own. */
export function renderCase(given: FindingCase, look: Look, isTight = false): readonly string[] {
  // A call of several lines is a program that says more than its encoded inputs.
  if (given.call.includes("\n")) return renderProgram(given, look, isTight);
  const call = look.say(given.call);
  if (Object.values(given.inputs).some(hasFunction) && widthOf(call) + 3 <= look.columns)
    return [`At ${call}`];
  const entries = Object.entries(given.inputs);
  if (entries.length === 0) return call === "" ? [] : wrap(`In ${call}`, look.columns).slice(0, 4);
  const short: string[] = [];
  const long: (readonly [string, Value])[] = [];
  for (const [name, value] of entries) {
    const text = look.say(`${name} = ${shortForm(value)}`);
    if (isLong(value) || widthOf(text) > look.columns - 12) long.push([name, value]);
    else short.push(text);
  }
  const edge = given.name === undefined ? undefined : `At "${look.say(given.name)}"`;
  const opening = edge === undefined ? (short.length > 0 ? "At " : "At these inputs") : `${edge}: `;
  const lines = flow(opening, short, look);
  const blocks = long.map(([name, value]) => {
    const label = `    ${cut(look.say(name), 20, look.dots)} = `;
    if (isTight) return [cut(look.say(`    ${name} = ${printInline(value)}`), look.columns, look.dots)];
    const block = printValue(value, { columns: look.columns - widthOf(label), dots: look.dots });
    return block.map((line, i) => (i === 0 ? label : " ".repeat(widthOf(label))) + look.say(line));
  });
  if (isTight) return [...lines, ...blocks.flat()];
  return [lines, ...blocks].flatMap((block, i) => (i > 0 && lines.length > 0 ? ["", ...block] : block));
}

/** Lines of a program that are shown where there is little room. */
const PROGRAM = 4;

function renderProgram({ call, name }: FindingCase, look: Look, isTight: boolean): readonly string[] {
  const lines = cleanLines(call).flatMap((line) =>
    codeLines(look.say(line), look).map((part) => `    ${part}`),
  );
  const opening = name === undefined ? "In this program" : `In the program "${look.say(name)}"`;
  const first = cut(opening, look.columns, look.dots);
  if (!isTight) return [first, "", ...lines];
  const more = lines.length > PROGRAM ? [`    ${look.dots}`] : [];
  return [first, ...lines.slice(0, PROGRAM), ...more];
}

/** A line of a program, broken behind commas where it is too long. */
function codeLines(line: string, look: Look): readonly string[] {
  const room = look.columns - 4;
  const indent = `${/^ */.exec(line)?.[0] ?? ""}  `;
  const lines = [""];
  for (const piece of line.split(/(?<=, )/)) {
    const last = lines.at(-1) as string;
    if (last.trim() === "" || widthOf((last + piece).trimEnd()) <= room)
      lines[lines.length - 1] = last + piece;
    else lines.push(indent + piece);
  }
  return lines.map((part) => cut(part.trimEnd(), room, look.dots));
}

/** Items after each other with commas, broken between items and not within. */
function flow(opening: string, items: readonly string[], look: Look): string[] {
  const lines: string[] = [];
  let line = cut(opening, look.columns - 1, look.dots);
  items.forEach((item, i) => {
    const piece = i < items.length - 1 ? `${item},` : item;
    const gap = line.endsWith(" ") || line === "" ? "" : " ";
    if (widthOf(line) + gap.length + widthOf(piece) <= look.columns) {
      line += gap + piece;
    } else {
      lines.push(line.trimEnd());
      line = `   ${piece}`;
    }
  });
  return [...lines, line.trimEnd()];
}

const shortForm = (value: Value): string => (isLong(value) ? "" : printInline(value));

/** Lists of more than eight entries, matrices of more than one row and such: a sentence is no place for them. */
function isLong(value: Value): boolean {
  if (typeof value !== "object" || isFunctionValue(value)) return false;
  const items: readonly Value[] = Array.isArray(value) ? value : Object.values(value);
  if (items.length > 8) return true;
  return (
    items.some((item) => typeof item === "object" && !isFunctionValue(item) && items.length > 1) ||
    items.some(isLong)
  );
}

function hasFunction(value: Value): boolean {
  if (typeof value !== "object") return false;
  return isFunctionValue(value) || Object.values(value).some((item) => hasFunction(item as Value));
}

/** The law, where the message does not say it. */
export function lawOf(finding: Finding, look: Look): readonly string[] {
  if (finding.law === undefined || finding.message.includes(finding.law)) return [];
  return wrap(look.say(`The law: ${finding.law}.`.replace(/\.\.$/, ".")), look.columns);
}

/** Where to read and how to see it again, on one line where that fits; not what the finding above says as well. */
function whereNext(
  { read: page, replay: command }: Finding,
  above: Finding | undefined,
  look: Look,
): readonly string[] {
  const reading = page === undefined || page === above?.read ? undefined : readingOf(page, look);
  const read = reading === undefined ? "" : `Read    ${reading.text}`;
  // Of a stub no command is shown.
  const shown = above?.code === "not-implemented" ? undefined : above?.replay;
  const replay = command === "" || command === shown ? [] : replayOf(look.say(command), look);
  const line = [read, ...replay].filter((text) => text !== "").join("      ");
  const lines = replay.length < 2 && widthOf(line) <= look.columns ? [line] : [read, ...replay];
  return (
    lines
      .filter((text) => text !== "")
      // Half of a place leads nowhere: a terminal breaks it, and whoever copies it has it whole.
      .map((text) => (PLACE.test(text) ? text : cut(text, look.columns, look.dots)))
      .map((text) => look.dim(reading === undefined ? text : linked(text, reading, look)))
  );
}

/** An option that names an input of the deep round. */
const PLACE = /^ *--path [\w$/:]+( \\)?$/;

/** The command, broken before its options where it is too long for a line, so that a shell still takes it whole. */
function replayOf(command: string, look: Look): readonly string[] {
  const whole = `Replay  ${command}`;
  if (widthOf(whole) <= look.columns) return [whole];
  const room = look.columns - widthOf("Replay  ") - widthOf(" \\");
  const lines: string[] = [];
  for (const piece of command.split(/ (?=--\w)/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && widthOf(last) + 1 + widthOf(piece) <= room)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines.map((line, i) => {
    const start = i === 0 ? "Replay  " : "        ";
    return `${start}${line}${i < lines.length - 1 ? " \\" : ""}`;
  });
}

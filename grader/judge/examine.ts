/**
 * What is wrong with one outcome of one case. Pure: the same case and outcome give the same fault.
 */
import { leavesOf } from "../../reference/numbers/tracked.ts";
import type { CallOutcome } from "../box/box.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Returned, Value } from "../value.ts";
import { printInline } from "../verdict/print-value.ts";
import type { FindingCode } from "../verdict/verdict.ts";
import { AgreeingAnswer, type Answer, arrivedRight } from "./answer.ts";
import type { Case } from "./cases.ts";
import { type Difference, differenceOf, type OtherText, otherTextOf } from "./compare.ts";
import { conform, nameOf, otherForm, placeNamed } from "./conform.ts";
import { cutHint } from "./cut-hint.ts";
import { firstAlong, numbersAlong, pathsOf, sameStructure } from "./entries.ts";
import { valuesOf } from "./expected.ts";
import { transposed } from "./transposed.ts";

/** Why an outcome fell short. Faults of the contract come before wrong values. */
export interface Fault {
  readonly code: FindingCode;
  readonly message: string;
  readonly returned?: Returned;
  readonly difference?: Difference;
  readonly at?: string;
  readonly line?: number;
  readonly column?: number;
  /** What was thrown, in its own words. */
  readonly thrown?: string;
}

/** Faults that end the box, or that no other case says more about. */
export const FATAL: ReadonlySet<FindingCode> = new Set([
  "timeout",
  "out-of-memory",
  "crashed",
  "missing-function",
  "not-implemented",
]);

export interface Examined {
  readonly answer?: Answer;
  readonly fault?: Fault;
}

/** The message by which a stub says that it is one. */
const STUB = /^(Error: )?not implemented/i;

/** How a driver says that a method changed what it was handed. */
const CHANGED = /^ChangedInput: (?<what>.*)$/s;

/** True for codes that the contract check reports; everything else is about the value. */
export const breaksContract = (fault: Fault): boolean => fault.code !== "wrong-value";

/** Examines one outcome: first the contract, then every entry of the value. */
export function examine(fn: AnyFunction, name: string, given: Case, outcome: CallOutcome): Examined {
  switch (outcome.kind) {
    case "missing":
      return { fault: { code: "missing-function", message: `The file does not export ${name}.` } };
    case "threw":
      return { fault: thrown(fn, name, outcome) };
    case "timeout":
    case "out-of-memory":
    case "crashed":
      return { fault: { code: outcome.kind, message: outcome.message } };
    case "not-run":
      return {};
    case "returned":
      return arrivedRight(given, outcome)
        ? { answer: new AgreeingAnswer(given, outcome) }
        : examineReturned(fn, given, outcome);
  }
}

function thrown(fn: AnyFunction, name: string, outcome: Extract<CallOutcome, { kind: "threw" }>): Fault {
  const { message } = outcome;
  const changed = CHANGED.exec(message)?.groups?.what;
  if (changed !== undefined) return { code: "changed-input", message: changed };
  return STUB.test(message)
    ? { code: "not-implemented", message: `${name} is still the stub.`, ...position(outcome) }
    : {
        code: "threw",
        message: `${fn.scenario === undefined ? name : "The program"} threw: ${message}`,
        thrown: message,
        ...position(outcome),
      };
}

function examineReturned(
  fn: AnyFunction,
  given: Case,
  { value: returned, changed, again, overwritten }: Extract<CallOutcome, { kind: "returned" }>,
): Examined {
  const base = { inputs: given.inputs, sizes: given.sizes, expected: given.expected };
  const conformed = conform(fn.returns, returned, given.sizes);
  if ("broken" in conformed) {
    const { code, message, at } = conformed.broken;
    return {
      answer: { ...base, returned },
      fault: {
        code,
        message: message + (transposeHint(given, returned, at) || cutHint(given.expected, returned, at)),
        returned,
        at,
      },
    };
  }
  const value = align(fn, given, conformed.value);
  const form = otherForm(value, given.expected);
  if (form !== undefined)
    return {
      answer: { ...base, returned: value as Returned },
      fault: { ...form, message: form.message + cutHint(given.expected, returned, form.at), returned },
    };
  const answer: Answer = { ...base, returned: value as Returned, value };
  const names = Object.keys(fn.inputs);
  if (changed.length > 0) {
    const inputs = changed.map((i) => names[i] ?? `argument ${i + 1}`).join(" and ");
    const message =
      fn.scenario === undefined
        ? `The call changes ${inputs}. A function of this course leaves its arguments as they are: work on a copy.`
        : `A method changes ${inputs}, which the program hands to it. A method of this course leaves its arguments as they are: make new lists.`;
    return { answer, fault: { code: "changed-input", message } };
  }
  if (again !== undefined) {
    const message =
      fn.scenario === undefined
        ? "Two calls with equal arguments give different answers. Keep no state between calls, and draw no random numbers."
        : "The same program gives different answers when it runs again. State is kept outside the object, in a variable of the file or a static field: keep it in `this`, set it in the constructor, and draw no random numbers.";
    return { answer, fault: { code: "not-deterministic", message, returned } };
  }
  if (overwritten !== undefined) {
    const message =
      "This call changes the answer that the call before gave: both hold the same list. Give each call a list of its own.";
    return { answer, fault: { code: "not-deterministic", message } };
  }
  const notFinite = firstNotFinite(given, value);
  if (notFinite !== undefined) {
    const { at, number } = notFinite;
    const message = `${placeNamed(at)} is ${number}, and the right one is finite.`;
    return { answer, fault: { code: "not-finite", message, returned: value as Returned, at } };
  }
  const other = otherTextOf(value, given.expected);
  if (other !== undefined)
    return {
      answer,
      fault: { code: "wrong-value", message: otherText(other), returned: value as Returned, at: other.at },
    };
  const difference = differenceOf(value, given.expected);
  if (difference === undefined) return { answer };
  return {
    answer,
    fault: { code: "wrong-value", message: "", returned: value as Returned, difference, at: difference.at },
  };
}

/** Where two texts part: of long ones, neither end says much. */
function otherText({ at, yours, expected }: OtherText): string {
  if (typeof yours !== "string" || typeof expected !== "string") return "";
  if (at !== "") return `${placeNamed(at)} should be ${printInline(expected)}.`;
  const common = [...expected].findIndex((sign, i) => sign !== yours[i]);
  const parted = common < 0 ? expected.length : common;
  // From the beginning of the word in which they part, where neither ends.
  const ends = parted >= Math.min(yours.length, expected.length);
  const word = ends ? "" : (/[\p{L}\p{N}_.-]*$/u.exec(expected.slice(0, parted))?.[0] ?? "");
  const from = parted - word.length;
  const wordOf = (text: string): string => {
    const next = /^[^\p{L}\p{N}_-]*[\p{L}\p{N}_.-]*/u.exec(text.slice(from, from + LONGEST_WORD))?.[0] ?? "";
    return next === "" ? "ends there" : `has ${JSON.stringify(next)}`;
  };
  const where = from === 0 ? "At its beginning" : `After ${from} characters`;
  return `${where} your text ${wordOf(yours)}, and the right one ${wordOf(expected)}.`;
}

const LONGEST_WORD = 30;

function align(fn: AnyFunction, given: Case, value: Value): Value {
  return fn.align === undefined ? value : fn.align(value, valuesOf(given.expected), given.inputs);
}

function firstNotFinite(given: Case, value: Value): { at: string; number: number } | undefined {
  const numbers = numbersAlong(given.expected, value as Returned);
  const leaves = leavesOf(given.expected);
  const index = numbers.findIndex((x, i) => !Number.isFinite(x) && Number.isFinite(leaves[i]?.value));
  if (index < 0) return undefined;
  return { at: pathsOf(given.expected)[index] as string, number: numbers[index] as number };
}

/** Whether the matrix that is short has the shape of the right one with rows and columns exchanged. */
function transposeHint(given: Case, returned: Returned, at: string): string {
  const right = firstAlong(given.expected, returned as Value, (part, yours, place) => {
    if (!at.startsWith(place)) return undefined;
    const matrix = valuesOf(part);
    const turned = transposed(matrix);
    const isTurned = turned !== undefined && yours !== undefined && sameStructure(turned, yours);
    return isTurned && !sameStructure(matrix, yours) ? matrix : undefined;
  });
  return right === undefined ? "" : ` Rows and columns are exchanged: expected ${nameOf(right as Returned)}.`;
}

const position = (at: { readonly line?: number; readonly column?: number }) => ({
  ...(at.line === undefined ? {} : { line: at.line }),
  ...(at.column === undefined ? {} : { column: at.column }),
});

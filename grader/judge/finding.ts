/**
 * Makes findings: from a fault and its case, with what the numbers say about it.
 */
import { textsOf } from "../../reference/functions/known.ts";
import type { Plain } from "../../reference/numbers/tracked.ts";
import { each } from "../exercise/each.ts";
import type { Exercise } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { programText } from "../exercise/program-text.ts";
import {
  type FunctionValue,
  isForeign,
  isFunctionValue,
  isIterated,
  type Returned,
  type Value,
} from "../value.ts";
import { printInline } from "../verdict/print-value.ts";
import type { Cause, Finding, FindingCase, FindingCode } from "../verdict/verdict.ts";
import type { Case } from "./cases.ts";
import type { Diagnosis } from "./causes/diagnosis.ts";
import type { SoFar } from "./causes/work.ts";
import type { Fault } from "./examine.ts";
import { valuesOf } from "./expected.ts";
import { numericalGradient } from "./gradient-entries.ts";
import type { Plan } from "./plan.ts";

/** What a finding needs to know about the run. */
export interface Setting {
  readonly exercise: Exercise;
  /** The command that shows the finding again. */
  readonly replay: string;
  /** The submission as handed in. */
  readonly source: string;
  readonly soFar: SoFar;
}

export const TITLES: Readonly<Record<FindingCode, string>> = {
  "not-implemented": "NOT IMPLEMENTED",
  "syntax-error": "SYNTAX ERROR",
  "missing-function": "MISSING FUNCTION",
  threw: "EXCEPTION",
  timeout: "TIMEOUT",
  "out-of-memory": "OUT OF MEMORY",
  crashed: "CRASHED",
  "wrong-type": "WRONG TYPE",
  "wrong-shape": "WRONG SHAPE",
  "not-finite": "NOT FINITE",
  "changed-input": "CHANGED INPUT",
  "not-deterministic": "NOT DETERMINISTIC",
  "wrong-value": "WRONG VALUE",
  "wrong-edge": "WRONG EDGE CASE",
  "breaks-law": "BREAKS A LAW",
  "wrong-gradient": "WRONG GRADIENT",
  "not-allowed": "NOT ALLOWED",
};

/** Enough digits that the printed call is the call. */
const ALL_DIGITS = 17;
const CALL_LENGTH = 2000;
/** Longest text that a finding carries in full. */
const TEXT = 2000;
/** Largest list that a finding carries in full. */
const ENTRIES = 256;

/** The call of a case as a student would type it, and its arguments by name. */
export function findingCase(plan: Plan, given: Pick<Case, "inputs">, name?: string): FindingCase {
  const inputs = Object.fromEntries(
    Object.entries(given.inputs).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
  const printed = Object.entries(inputs).map(
    ([arg, value]) => [arg, printInline(value, ALL_DIGITS)] as const,
  );
  const call =
    plan.fn.show?.(given.inputs) ??
    (plan.scenarios && programText(plan.scenarios, plan.name, Object.fromEntries(printed))) ??
    `${plan.name}(${printed.map(([, value]) => value).join(", ")})`;
  return {
    call: call.length > CALL_LENGTH ? `${call.slice(0, CALL_LENGTH)}…` : call,
    inputs,
    ...(name === undefined ? {} : { name }),
  };
}

/** Lists of a returned value cut to a size that can be shown; what is cut off is named. */
export function clip(value: Returned, room = { entries: ENTRIES }): Returned {
  room.entries--;
  if (typeof value === "string" && value.length > TEXT)
    return { foreign: `${JSON.stringify(value.slice(0, TEXT))} … ${value.length - TEXT} more characters` };
  if (typeof value !== "object" || isForeign(value)) return value;
  if (isIterated(value))
    return {
      foreign: value.ends ? `${value.iterable} of ${value.items.length}` : `${value.iterable} without end`,
    };
  if (!Array.isArray(value)) {
    const fields = Object.entries(value);
    const record: Record<string, Returned> = {};
    for (const [i, [name, field]] of fields.entries()) {
      if (room.entries <= 0) {
        record["…"] = { foreign: `… ${fields.length - i} more fields` };
        break;
      }
      record[name] = clip(field as Returned, room);
    }
    return record;
  }
  const kept: Returned[] = [];
  for (const entry of value) {
    if (room.entries <= 0) {
      kept.push({ foreign: `… ${value.length - kept.length} more entries` });
      break;
    }
    kept.push(clip(entry, room));
  }
  return kept;
}

/** The finding of a fault. */
export function findingOf(
  setting: Setting,
  plan: Plan,
  given: Case,
  fault: Fault,
  diagnosis: Diagnosis | undefined,
  extra: { readonly code?: FindingCode; readonly name?: string; readonly says?: string } = {},
): Finding {
  const gradient = plan.fn.gradient !== undefined && fault.code === "wrong-value";
  const code = extra.code ?? (gradient ? "wrong-gradient" : fault.code);
  const difference = fault.difference;
  const numerical =
    gradient && difference !== undefined
      ? numericalGradient(plan.fn, given.inputs, [difference.index]).find((n) => Number.isFinite(n.errorBar))
      : undefined;
  const said = [fault.message, diagnosis?.text ?? "", extra.says ?? ""].filter((text) => text !== "");
  const says = [
    ...said,
    ...(said.length > 1 || diagnosis !== undefined ? [] : clue(fault, said)),
    ...knownIn(given.inputs),
  ];
  return {
    code,
    title: TITLES[code],
    case: findingCase(plan, given, extra.name),
    ...(fault.returned === undefined ? {} : { yours: clip(fault.returned) }),
    ...(fault.code !== "not-finite" && fault.code !== "wrong-value"
      ? {}
      : {
          expected: clip(each(valuesOf(given.expected), withoutSignOfZero) as Returned),
          ...(fault.at === undefined ? {} : { at: fault.at }),
        }),
    ...(difference === undefined ? {} : { tolerance: difference.tolerance }),
    ...(numerical === undefined ? {} : { numerical: numerical.value, errorBar: numerical.errorBar }),
    ...causeFields(diagnosis?.cause),
    message: sentences(says),
    read: diagnosis?.read ?? setting.exercise.derivation,
    replay: setting.replay,
    ...(fault.line === undefined ? {} : { line: fault.line }),
    ...(fault.column === undefined ? {} : { column: fault.column }),
  };
}

/** The formulas of known functions that a call is shown with. */
export function knownIn(inputs: Inputs): readonly string[] {
  const names = Object.values(inputs)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isKnown)
    .flatMap(textsOf);
  return names.length === 0 ? [] : [`Here ${[...new Set(names)].join("; ")}.`];
}

const isKnown = (value: Value | undefined): value is FunctionValue =>
  value !== undefined && isFunctionValue(value);

/** A cause as a finding carries it; `mistake` and `matched` are what it was called before there were other kinds. */
function causeFields(cause: Cause | undefined): Pick<Finding, "cause" | "mistake" | "matched"> {
  if (cause === undefined) return {};
  const matched = { count: cause.matched, of: cause.of };
  return { cause, ...(cause.kind === "mistake" ? { mistake: cause.id } : {}), matched };
}

/** 0 and −0 are both right where one of them is, and a right answer shows the one that everybody writes. */
const withoutSignOfZero = (x: number): number => x + 0;

/** Where an answer differs by more than this, nobody takes it for rounding. */
const NEAR = 1e-3;

/** What the numbers of one case say where nothing else is said. */
function clue({ code, difference, message }: Fault, said: readonly string[]): readonly string[] {
  if (code === "not-finite" && message.includes(" is NaN")) {
    return ["NaN comes of 0/0, of Infinity − Infinity, or of an entry that does not exist."];
  }
  if (difference === undefined || said.length > 0) return [];
  const { yours, expected, tolerance } = difference;
  const off = Math.abs(yours - expected);
  return off <= NEAR * Math.abs(expected)
    ? [`Nearly right: off by ${off.toPrecision(2)}, of which rounding explains ${tolerance.toPrecision(1)}.`]
    : [
        "No slip that is known here gives these numbers: work this call out by hand, and compare line by line.",
      ];
}

/** Texts after each other; the message of an exception often ends in no full stop. */
const sentences = (texts: readonly string[]): string =>
  texts.map((text, i) => (i < texts.length - 1 && /[\w)\]'"]$/.test(text) ? `${text}.` : text)).join(" ");

/** The two sides of a broken law or edge case, for a finding. */
export const sidesOf = (left: Plain | undefined, right: Plain | undefined) => ({
  ...(left === undefined ? {} : { yours: clip(left as Returned) }),
  ...(right === undefined ? {} : { expected: clip(each(right as Value, withoutSignOfZero) as Returned) }),
});

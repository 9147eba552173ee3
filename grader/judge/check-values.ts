/**
 * The contract check and the value check: two readings of the same answers.
 */
import { leavesOf, type Tracked, textsIn } from "../../reference/numbers/tracked.ts";
import type { Box, CallOutcome } from "../box/box.ts";
import type { Answer } from "./answer.ts";
import { BadExercise, type Case } from "./cases.ts";
import { asking } from "./causes/asking.ts";
import { diagnose } from "./causes/diagnose.ts";
import type { Asked, Diagnosis } from "./causes/diagnosis.ts";
import { contractSlip } from "./causes/language/contract-slip.ts";
import { causeOfSlip, type Slip } from "./causes/language/slip.ts";
import { type CauseOfNan, causeOfNan } from "./causes/nan/cause.ts";
import { neverFinite } from "./causes/nan/never-finite.ts";
import { breaksContract, type Examined, examine, type Fault } from "./examine.ts";
import { valuesOf } from "./expected.ts";
import { findingOf, type Setting } from "./finding.ts";
import type { Judged } from "./judged.ts";
import type { Plan } from "./plan.ts";
import { type Counterexample, shrink, smallest } from "./shrink.ts";

/** A check must be able to fail: this share of its cases must have an answer that is not all zero. */
const INFORMATIVE_SHARE = 0.1;

/** Faults that end the box, or that no other case says more about. */
const FATAL: ReadonlySet<string> = new Set([
  "timeout",
  "out-of-memory",
  "crashed",
  "missing-function",
  "not-implemented",
]);
/** Faults whose message says it all. */
const SILENT: ReadonlySet<string> = new Set([...FATAL, "changed-input", "not-deterministic"]);

/** Examines the answers to the value cases. */
export function examineAll(
  plan: Plan,
  cases: readonly Case[],
  outcomes: readonly CallOutcome[],
): readonly Examined[] {
  return cases.map((given, i) => examine(plan.fn, plan.name, given, outcomes[i] ?? { kind: "not-run" }));
}

/** Judges the contract of the answers, or their values. */
export async function judgeValues(
  kind: "contract" | "value",
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  values: readonly Examined[],
  answers: readonly Answer[],
  more: Pick<Asked, "edges" | "laws">,
): Promise<Judged> {
  const contract = kind === "contract";
  const executed = values.filter(({ answer, fault }) => answer !== undefined || fault !== undefined).length;
  const failing = values.flatMap(({ fault }, i): Counterexample[] =>
    fault !== undefined && breaksContract(fault) === contract
      ? [{ given: plan.values[i] as Case, fault }]
      : [],
  );
  const found = smallest(plan.fn, failing);
  if (found === undefined) {
    if (!contract) refuseVacuous(plan);
    return { kind, status: "pass", cases: executed };
  }
  const shown = FATAL.has(found.fault.code) ? found : await shrink(box, plan, seed, found);
  const { fault, diagnosis } = await explained(setting, plan, shown.fault, values, {
    answers,
    ...more,
    ...asking(setting.exercise, box, plan, seed),
  });
  return {
    kind,
    status: "fail",
    cases: executed,
    finding: findingOf(setting, plan, shown.given, fault, diagnosis),
  };
}

/** A fault with what all answers say about it. */
async function explained(
  { exercise, source }: Setting,
  plan: Plan,
  fault: Fault,
  values: readonly Examined[],
  more: Pick<Asked, "answers" | "edges" | "laws" | "ask" | "near">,
): Promise<{ readonly fault: Fault; readonly diagnosis: Diagnosis | undefined }> {
  const { name, fn } = plan;
  const slip = contractSlip(source, name, fn, fault);
  if (slip !== undefined) {
    const message = fault.message.replace(/ Is a return missing\?$/, "");
    return { fault: { ...fault, message, ...placeIn(slip) }, diagnosis: fromSlip(slip, fault, values) };
  }
  if (SILENT.has(fault.code)) return { fault, diagnosis: undefined };
  const never = fault.code === "not-finite" ? neverFinite(fn, more.answers, values.length) : undefined;
  if (never === undefined) {
    const tried = values.map((examined, i) => ({
      given: plan.values[i] as Case,
      fails: examined.fault !== undefined,
    }));
    return { fault, diagnosis: await diagnose({ exercise, name, fn, tried, ...more }) };
  }
  const isNan = Number.isNaN(never.number);
  const own = exercise.exports === undefined ? name : undefined;
  const cause = isNan ? causeOfNan(source, own, Object.keys(fn.inputs)) : undefined;
  const place = cause === undefined ? {} : { line: cause.line, column: cause.column };
  return {
    fault: { ...fault, message: never.says, ...place },
    diagnosis: cause && fromSource(cause, more.answers.length),
  };
}

const placeIn = ({ line, column }: Slip): Pick<Fault, "line" | "column"> =>
  line === undefined ? {} : { line, ...(column === undefined ? {} : { column }) };

/** What the source says of a broken contract, on all cases that break it so. A call that ended the box is the only one. */
function fromSlip(slip: Slip, { code }: Fault, values: readonly Examined[]): Diagnosis {
  const matched = values.filter(({ fault }) => fault?.code === code).length;
  const of = values.filter(({ answer, fault }) => answer !== undefined || fault !== undefined).length;
  return { text: slip.says, cause: causeOfSlip(slip, matched, of) };
}

/** Each answer is NaN, and the source says why. */
const fromSource = ({ id, says }: CauseOfNan, matched: number): Diagnosis => ({
  text: says,
  cause: { id, kind: "language", says, matched, of: matched },
});

/** Plans that were found able to show an error: that says nothing about a submission. */
const able = new WeakSet<Plan>();

/** A text always tells, and a number that is not 0. */
const tells = (expected: Tracked): boolean =>
  textsIn(expected).length > 0 || leavesOf(expected).some((leaf) => leaf.value !== 0);

/** Refuses a check whose inputs could not have shown an error. */
function refuseVacuous(plan: Plan): void {
  if (able.has(plan)) return;
  const { name, fn, values } = plan;
  const informative = values.filter(({ expected, inputs }) => {
    const value = valuesOf(expected);
    return fn.informative?.(value, inputs) ?? tells(expected);
  }).length;
  if (informative < INFORMATIVE_SHARE * values.length) {
    throw new BadExercise(
      `${name}: only ${informative} of ${values.length} inputs can tell right from wrong`,
    );
  }
  able.add(plan);
}

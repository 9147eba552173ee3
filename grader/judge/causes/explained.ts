/** A fault of drawn inputs with what all answers say about it: the language first, then the numbers. */
import type { Case } from "../cases.ts";
import { type Examined, FATAL, type Fault } from "../examine.ts";
import { asking } from "./asking.ts";
import { diagnose } from "./diagnose.ts";
import type { Asked, Diagnosis } from "./diagnosis.ts";
import { callsOneOf } from "./follow-ons.ts";
import { contractSlip } from "./language/contract-slip.ts";
import { causeOfSlip, type Slip } from "./language/slip.ts";
import { type CauseOfNan, causeOfNan } from "./nan/cause.ts";
import { neverFinite } from "./nan/never-finite.ts";
import type { Run } from "./run.ts";
import { workOf } from "./work.ts";

/** Faults whose message says it all. */
const SILENT: ReadonlySet<string> = new Set([...FATAL, "changed-input", "not-deterministic"]);

export async function explained(
  { exercise, source, box, plan, seed, soFar }: Run,
  fault: Fault,
  values: readonly Examined[],
  more: Pick<Asked, "answers" | "edges" | "laws">,
): Promise<{ readonly fault: Fault; readonly diagnosis: Diagnosis | undefined }> {
  const { name, fn } = plan;
  const slip = contractSlip(source, name, fn, fault);
  if (slip !== undefined) {
    const message = fault.message.replace(/ Is a return missing\?$/, "");
    return { fault: { ...fault, message, ...placeIn(slip) }, diagnosis: fromSlip(slip, fault, values) };
  }
  if (SILENT.has(fault.code) || callsOneOf(source, name, soFar.short)) return { fault, diagnosis: undefined };
  const never = fault.code === "not-finite" ? neverFinite(fn, more.answers, values.length) : undefined;
  if (never === undefined) {
    const tried = values.map((examined, i) => ({
      given: plan.values[i] as Case,
      fails: examined.fault !== undefined,
    }));
    const edgeOf: Asked["edgeOf"] = ({ inputs }) => plan.edges.find((edge) => edge.inputs === inputs);
    const further = { edgeOf, ...asking(exercise, box, plan, seed), ...workOf(soFar) };
    return { fault, diagnosis: await diagnose({ exercise, name, fn, tried, ...more, ...further }) };
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

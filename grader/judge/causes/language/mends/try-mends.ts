/**
 * Runs a submission with one slip mended. A slip is the cause where that makes every answer right, or where every call
 * broke the contract and, mended, none does.
 */
import { besideOf } from "../../../../exercise/wanted.ts";
import { breaksContract, examine } from "../../../examine.ts";
import { breaksEdge } from "../../../short-of-edge.ts";
import type { Closer, Short, Told } from "../../closer.ts";
import { causeOfSlip } from "../slip.ts";
import { type Mend, withEdits } from "./mend.ts";
import { mendsOf } from "./mends.ts";

/** Calls that are asked before all others: most mends change nothing. */
const FIRST = 4;

type Outcome = "right" | "keeps-the-contract" | "wrong" | "late";

export async function mendThatHelps(closer: Closer, short: Short): Promise<Told | undefined> {
  const { plan, finding, kind } = short;
  if (kind !== "contract" && kind !== "value" && kind !== "edge") return undefined;
  const { source } = closer.submission;
  const own = plan.fn.scenario === undefined ? plan.name : undefined;
  for (const mend of mendsOf(source, own, lengthsIn(short))) {
    const outcome = await withMend(closer, short, withEdits(source, mend.edits));
    if (outcome === "late") return undefined;
    if (outcome === "wrong") continue;
    if (
      outcome === "keeps-the-contract" &&
      (mend.ifRight === true || kind !== "contract" || finding.code === "wrong-shape")
    )
      continue;
    // Loaded anew it may be right as it is: what outlived the calls before is gone.
    if ((await withMend(closer, short, source)) === outcome) return undefined;
    return toldOf(mend, plan.values.length, outcome);
  }
  return undefined;
}

function toldOf(mend: Mend, cases: number, outcome: "right" | "keeps-the-contract"): Told {
  const { says, line, column } = mend;
  const proof =
    outcome === "right"
      ? ` So mended, it is right on all ${cases} inputs.`
      : " So mended, it goes on, but is not right yet.";
  return {
    cause: { ...causeOfSlip(mend, cases), kind: mend.kind ?? "language" },
    says: says + proof,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** Entries of the lists that the shown call hands over. */
const lengthsIn = ({ plan, finding }: Short): readonly (number | undefined)[] =>
  Object.keys(plan.fn.inputs).map((name) => {
    const value = finding.case?.inputs[name];
    return Array.isArray(value) ? value.length : undefined;
  });

async function withMend(
  { exercise, submission, box }: Closer,
  { plan, kind }: Short,
  source: string,
): Promise<Outcome> {
  const loaded = await box.load({ source, file: submission.file, ...besideOf(exercise) });
  if (loaded.kind === "timeout") return "late";
  if (loaded.kind !== "loaded") return "wrong";
  let isRight = true;
  for (const [from, to] of [
    [0, FIRST],
    [FIRST, plan.values.length],
  ] as const) {
    const outcomes = await box.call(plan.calls.slice(from, to));
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.kind === "timeout") return "late";
      const { answer, fault } = examine(plan.fn, plan.name, plan.values[from + i]!, outcome);
      if (answer === undefined || (fault !== undefined && breaksContract(fault))) return "wrong";
      if (fault !== undefined) isRight = false;
    }
    if (!isRight && kind !== "contract") return "wrong";
  }
  if (!isRight) return "keeps-the-contract";
  if (kind !== "edge") return "right";
  const { length } = plan.values;
  const edges = await box.call(plan.calls.slice(length, length + plan.edges.length));
  return plan.edges.some((edge, i) => breaksEdge(plan, edge, edges[i] ?? { kind: "not-run" }))
    ? "wrong"
    : "right";
}

/**
 * What is asked of a wrong answer beyond its checks: calls that it would be right for, and slips that, mended, make it
 * right. Asked only where a function fell short and no listed mistake says why; the grade stands before it begins.
 */
import type { CauseKind, Finding } from "../../verdict/verdict.ts";
import type { Judged } from "../judged.ts";
import type { Plan } from "../plan.ts";
import type { Closer, Short, Told } from "./closer.ts";
import { withCause } from "./finding-cause.ts";
import { keptBetweenCalls } from "./kept-between-calls.ts";
import { mendThatHelps } from "./language/mends/try-mends.ts";
import { otherCall } from "./other-calls.ts";
import { ownRandom } from "./own-random.ts";

type Judgements = ReadonlyMap<string, readonly Judged[]>;

/** Causes that are believed as they are. */
const SURE: ReadonlySet<CauseKind> = new Set<CauseKind>(["mistake", "language", "follow-on"]);
/** Of these the source says that they are there, and a call or a mend says more. */
const TO_BE_HELD = new Set(["one-too-far", "no-list", "entry-not-there"]);
/** Faults of which no further call says more, or that end the box. */
const SHUT = new Set<Finding["code"]>([
  "not-implemented",
  "missing-function",
  "syntax-error",
  "not-allowed",
  "timeout",
  "out-of-memory",
  "crashed",
]);
/** So many functions are looked at: a file that is wrong all over has one cause, or too many. */
const MOST = 3;

/** The judgements with what a closer look says. A fault of the look is no fault of the grade. */
export async function lookCloser(
  closer: Closer,
  plans: readonly Plan[],
  judgements: Judgements,
): Promise<Judgements> {
  const shorts = plans.flatMap((plan) => shortOf(plan, judgements) ?? []).slice(0, MOST);
  if (shorts.length === 0) return judgements;
  const told = new Map<string, Told>();
  try {
    for (const short of shorts) await note(told, short, ownRandom(closer, short));
    for (const short of shorts) await note(told, short, otherCall(closer, short));
    for (const short of shorts)
      if (!told.has(short.plan.name)) await note(told, short, keptBetweenCalls(closer, short));
    for (const short of shorts)
      if (!told.get(short.plan.name)?.isExact) await note(told, short, mendThatHelps(closer, short));
  } catch {
    // What was learnt before it stays.
  }
  return new Map(
    [...judgements].map(([name, judged]) => {
      const found = told.get(name);
      return [name, found === undefined ? judged : judged.map((one) => retold(one, found))] as const;
    }),
  );
}

async function note(
  told: Map<string, Told>,
  { plan }: Short,
  found: Promise<Told | undefined>,
): Promise<void> {
  const answer = await found;
  if (answer !== undefined) told.set(plan.name, answer);
}

function shortOf(plan: Plan, judgements: Judgements): Short | undefined {
  const found = judgements.get(plan.name)?.find(({ finding }) => finding !== undefined);
  const { finding } = found ?? {};
  if (found === undefined || finding === undefined || SHUT.has(finding.code)) return undefined;
  const { cause } = finding;
  if (cause !== undefined && SURE.has(cause.kind) && !TO_BE_HELD.has(cause.id)) return undefined;
  return { plan, kind: found.kind, finding };
}

function retold(judged: Judged, { cause, says, line, column }: Told): Judged {
  if (judged.finding === undefined) return judged;
  const { line: _, column: __, ...finding } = withCause(judged.finding, cause, says);
  const at = line === undefined ? judged.finding : { line, column };
  const place = {
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.column === undefined ? {} : { column: at.column }),
  };
  return { ...judged, finding: { ...finding, ...place } };
}

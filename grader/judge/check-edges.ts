/**
 * The edge check: cases written out by the author, each with what it asks for.
 */
import type { Box, CallOutcome } from "../box/box.ts";
import type { Relation } from "../exercise/relations.ts";
import type { Finding } from "../verdict/verdict.ts";
import type { Answer } from "./answer.ts";
import { edgeWords } from "./edge-words.ts";
import type { Fault } from "./examine.ts";
import { findingOf, type Setting, sidesOf } from "./finding.ts";
import type { Judged } from "./judged.ts";
import { loadCauses } from "./load-causes.ts";
import { asText } from "./measured.ts";
import type { EdgeCase, Plan } from "./plan.ts";
import { isOfValue, shortOfEdge } from "./short-of-edge.ts";

/** Judges the edge cases; every one is executed, the first that falls short is shown. */
export async function judgeEdges(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  outcomes: readonly CallOutcome[],
  answers: readonly Answer[],
  edges: () => readonly Answer[],
): Promise<Judged> {
  let executed = 0;
  let finding: Finding | undefined;
  for (const [i, given] of plan.edges.entries()) {
    const outcome = outcomes[i] ?? { kind: "not-run" };
    if (outcome.kind === "not-run") continue;
    executed++;
    finding ??= await edgeFinding(setting, box, plan, seed, given, outcome, answers, edges);
  }
  return {
    kind: "edge",
    status: finding === undefined ? "pass" : "fail",
    cases: executed,
    ...(finding && { finding }),
  };
}

async function edgeFinding(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  given: EdgeCase,
  outcome: CallOutcome,
  answers: readonly Answer[],
  edges: () => readonly Answer[],
): Promise<Finding | undefined> {
  const short = shortOfEdge(plan, given, outcome);
  if (short === undefined) return undefined;
  const { answer, fault, broken } = short;
  const extra = { name: given.name, says: edgeWords(given.edge, outcome, answer) };
  if (broken !== undefined) return brokenFinding(setting, plan, given, fault, broken, extra);
  if (fault === undefined) return undefined;
  const causes = isOfValue(fault) && answer !== undefined ? await loadCauses() : undefined;
  const run = { exercise: setting.exercise, soFar: setting.soFar, box, plan, seed };
  const diagnosis = answer && (await causes?.edgeDiagnosis(run, answers, answer, edges));
  return findingOf(setting, plan, given, fault, diagnosis, {
    ...extra,
    ...(isOfValue(fault) ? { code: "wrong-edge" as const } : {}),
  });
}

function brokenFinding(
  setting: Setting,
  plan: Plan,
  given: EdgeCase,
  fault: Fault | undefined,
  broken: Relation,
  extra: { readonly name: string; readonly says: string },
): Finding {
  const shown = { code: "wrong-edge", message: fault?.code === "not-finite" ? fault.message : "" } as const;
  const { expected: _, ...base } = findingOf(setting, plan, given, shown, undefined, extra);
  const message = [base.message, asText(broken)].filter(Boolean).join(" ");
  return { ...base, ...sidesOf(broken.left, broken.right), message };
}

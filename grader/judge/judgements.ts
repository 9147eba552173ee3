/** What each function of a file comes to, whether it can be called or not. */
import type { Box, LoadFailure, LoadOutcome } from "../box/box.ts";
import type { Finding } from "../verdict/verdict.ts";
import { type Exported, missingExport } from "./exports.ts";
import { type Setting, TITLES } from "./finding.ts";
import { judgeFunction } from "./judge-function.ts";
import type { Judged } from "./judged.ts";
import { loadCauses } from "./load-causes.ts";
import type { Plan } from "./plan.ts";

/** The judgement on one function, by check. */
export type Judgement = readonly Judged[];

/** By function, in the order of the plans. */
export async function judgementsOf(
  setting: Setting,
  box: Box,
  plans: readonly Plan[],
  loaded: LoadOutcome,
  seed: number,
): Promise<ReadonlyMap<string, Judgement>> {
  if (loaded.kind !== "loaded") {
    const judgement = await notLoaded(setting, loaded);
    return new Map(plans.map(({ name }) => [name, judgement]));
  }
  const judged = new Map<string, Judgement>();
  for (const plan of plans) {
    const judgement = await judgementOf(setting, box, plan, loaded.exports, seed);
    judged.set(plan.name, judgement);
    const first = judgement.find(({ finding }) => finding !== undefined)?.kind;
    if (first === "contract" || first === "value") setting.soFar.short.add(plan.name);
  }
  return judged;
}

async function judgementOf(
  setting: Setting,
  box: Box,
  plan: Plan,
  exported: readonly Exported[],
  seed: number,
): Promise<Judgement> {
  const { exercise, source } = setting;
  const missing = missingExport(exercise, plan.name, exported);
  if (missing === undefined) return judgeFunction(setting, box, plan, seed);
  const causes = await loadCauses();
  return fellShort(setting, {
    code: "missing-function",
    message: `The file does not export the ${missing.kind} ${missing.name}.`,
    ...causes?.ofMissing(exercise, missing, exported, source),
  });
}

/** What is said of each function of a file that did not load. */
async function notLoaded(setting: Setting, failure: LoadFailure): Promise<Judgement> {
  const { kind: code, ...fields } = failure;
  const causes = await loadCauses();
  const told = causes?.ofFailure(setting.exercise, setting.source, failure);
  return fellShort(setting, { code, ...(told ?? fields) });
}

/** The judgement on what could not be called. */
const fellShort = (setting: Setting, finding: Omit<Finding, "title" | "replay">): Judgement => [
  {
    kind: "contract",
    status: "fail",
    cases: 0,
    finding: { ...finding, title: TITLES[finding.code], replay: setting.replay },
  },
];

/**
 * The deep round: after all checks of a function have passed, thousands of further inputs at the edges of what its
 * declaration draws, its values first and then its laws.
 */
import type { Gpu } from "../../reference/gpu/gpu.ts";
import type { Box } from "../box/box.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { besideOf } from "../exercise/wanted.ts";
import { faultInDepth } from "../judge/check-full-size.ts";
import { findingCase, type Setting } from "../judge/finding.ts";
import type { Submission } from "../judge/grade.ts";
import { type Plan, plansOf } from "../judge/plan.ts";
import type { DeepFinding, DeepRound, Verdict } from "../verdict/verdict.ts";
import { foundAt, type Place, placeText } from "./place.ts";
import { BATCH, searchBatch, shrunk } from "./search.ts";
import { idOf, type Kind, searchOf } from "./searches.ts";
import { firstOf, reported, unsteady } from "./shown.ts";
import type { Doubt } from "./trial.ts";

/** How much is tried. Whole batches, so that a replay meets the same ones. */
export interface Depth {
  /** Inputs for the values of a function, and for its laws. */
  readonly values: number;
  readonly laws: number;
  /** Most milliseconds for all functions together. */
  readonly ms: number;
}

export const USUAL: Depth = { values: 16 * BATCH, laws: 4 * BATCH, ms: 10_000 };

export interface Deepening {
  readonly exercise: Exercise;
  readonly submission: Submission;
  readonly box: Box;
  /** What the checks said. */
  readonly verdict: Verdict;
  /** The command that `--path` is added to. */
  readonly replay: string;
  readonly depth?: Depth;
  /** Only this input, in place of a search. */
  readonly place?: Place;
  /** Where right values of large sizes come from for functions with a GPU half; the CPU unless told. */
  readonly gpu?: Gpu;
}

/** What makes an author doubt an exercise, and the first call at which it was met. */
export type Doubts = readonly { readonly id: string; readonly doubt: string; readonly call: string }[];

export interface Deepened {
  readonly round: DeepRound;
  readonly doubts: Doubts;
}

/** What is known so far. */
interface Tally {
  inputs: number;
  readonly findings: DeepFinding[];
  readonly doubts: (Doubts[number] & { readonly sides: string })[];
}

/** Searches all functions whose checks have passed, or looks at one place. */
export async function deepRound(deepening: Deepening): Promise<Deepened> {
  const { exercise, submission, box, verdict, depth = USUAL, place, replay, gpu } = deepening;
  const start = performance.now();
  const { source, file } = submission;
  /** Loaded anew, so that it has the time of a fresh program. */
  const loadAnew = () => box.load({ source, file, ...besideOf(exercise) });
  await loadAnew();
  const soFar = { spent: { units: 0 }, short: new Set<string>(), edits: new Set<number>() };
  const setting: Setting = { exercise, source, replay, soFar };
  const all = plansOf(exercise, verdict.seed);
  const plans = all.filter(({ name }) => hasPassed(verdict, name));
  const tally: Tally = { inputs: 0, findings: [], doubts: [] };
  for (const [i, plan] of plans.entries()) {
    if (place === undefined) {
      const until = start + ((i + 1) / plans.length) * depth.ms;
      await searchFunction(setting, box, plan, verdict.seed, { ...depth, until }, tally);
    } else if (place.function === plan.name) {
      tally.inputs++;
      tally.findings.push(...(await foundAt(setting, box, plan, verdict.seed, place)));
    }
  }
  const sound = plans.filter(({ name }) => !tally.findings.some((one) => one.function === name));
  const large = { loadAnew, gpu, says: new Set<string>() };
  if (place === undefined) await askLargeSizes(setting, box, sound, verdict.seed, tally, large);
  const { inputs, findings, doubts } = tally;
  const left = all.filter((plan) => !plans.includes(plan)).map(({ name }) => name);
  return {
    round: {
      inputs,
      durationMs: Math.round(performance.now() - start),
      ...(large.says.size === 0 ? {} : { large: [...large.says] }),
      findings,
      left,
    },
    doubts: doubts.map(({ id, doubt, sides, call }) => ({ id, doubt: `${doubt}${sides}`, call })),
  };
}

const hasPassed = ({ checks }: Verdict, name: string): boolean =>
  checks.filter((check) => check.function === name).every(({ status }) => status === "pass");

/** What was right at small sizes, at the large ones. */
async function askLargeSizes(
  setting: Setting,
  box: Box,
  plans: readonly Plan[],
  seed: number,
  tally: Tally,
  {
    loadAnew,
    gpu,
    says,
  }: { readonly loadAnew: () => Promise<unknown>; readonly gpu: Gpu | undefined; readonly says: Set<string> },
): Promise<void> {
  for (const plan of plans) {
    const sizes = plan.fn.fullSize?.deep ?? [];
    if (sizes.length === 0) continue;
    await loadAnew();
    tally.inputs += sizes.length;
    for (const one of sizes) says.add(one.partOf ?? one.says);
    const finding = await faultInDepth(setting, box, plan, seed, gpu);
    if (finding !== undefined) tally.findings.push({ function: plan.name, kind: "value", finding });
  }
}

/** Values first: laws say nothing new where they are wrong. */
async function searchFunction(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  { values, laws, until }: Pick<Depth, "values" | "laws"> & { readonly until: number },
  tally: Tally,
): Promise<void> {
  for (const [kind, most] of [
    ["value", values],
    ["law", laws],
  ] as const) {
    const finding = await searchKind(setting, box, plan, seed, { kind, most, until }, tally);
    if (finding === undefined) continue;
    tally.findings.push({ function: plan.name, kind, finding });
    return;
  }
}

async function searchKind(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  { kind, most, until }: { readonly kind: Kind; readonly most: number; readonly until: number },
  tally: Tally,
) {
  const search = searchOf(setting, plan, kind, seed);
  if (search === undefined) return undefined;
  for (let start = 0; start < most && (start === 0 || performance.now() < until); start += BATCH) {
    const batch = await searchBatch(search, box, start);
    tally.inputs += batch.tries;
    doubt(tally, plan, kind, batch.doubts);
    const first = firstOf(plan, batch.found);
    if (first === undefined) continue;
    const { path, shortfall, isUnsteady } = await shrunk(search, box, first);
    if (isUnsteady === true) return unsteady(setting, plan, shortfall);
    return reported(setting, shortfall, placeText({ function: plan.name, kind, path }), batch);
  }
  return undefined;
}

/** Keeps one of those that say the same but for their numbers. */
function doubt({ doubts }: Tally, plan: Plan, kind: Kind, all: readonly Doubt[]): void {
  const id = idOf(plan.name, kind);
  for (const { doubt, sides = "", inputs } of all)
    if (!doubts.some((one) => one.id === id && one.doubt === doubt))
      doubts.push({ id, doubt, sides, call: findingCase(plan, { inputs }).call });
}

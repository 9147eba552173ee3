/**
 * Grades one submission of one exercise: what asks the box, compares with the reference and decides.
 */
import type { Gpu } from "../../reference/gpu/gpu.ts";
import type { Box, LoadFailure, LoadOutcome } from "../box/box.ts";
import { CannotJudge } from "../box/cannot-judge.ts";
import type { Text } from "../box/text.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { besideOf } from "../exercise/wanted.ts";
import {
  type Check,
  type CheckKind,
  type Finding,
  type OracleName,
  SCHEMA,
  type Verdict,
} from "../verdict/verdict.ts";
import { notCompiled } from "./causes/language/not-compiled.ts";
import { notRun } from "./causes/language/not-run.ts";
import { causeOfSlip, type Slip } from "./causes/language/slip.ts";
import { titleOf } from "./check-title.ts";
import { missingExport } from "./exports.ts";
import { type Setting, TITLES } from "./finding.ts";
import { markFollowOns } from "./follow-ons.ts";
import { judgeFunction } from "./judge-function.ts";
import type { Judged } from "./judged.ts";
import { lookCloser } from "./look-closer.ts";
import { gpuFunctions, onGpu } from "./on-gpu.ts";
import { kindsOf, manifestOf, type Plan, plansOf } from "./plan.ts";
import { pointsByFunction, pointsOf } from "./points.ts";
import { linesOfFunctions } from "./where-declared.ts";

/** A file as handed in. */
export interface Submission extends Text {
  /** The name shown in messages. */
  readonly file: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface GradeOptions {
  readonly seed: number;
  /** The command that shows the findings again; made from the exercise and the seed unless told. */
  readonly replay?: string;
  /** Where right values come from for functions with a GPU half; the CPU unless told. */
  readonly gpu?: Gpu;
  /** Is told in one line why the CPU was asked after all. */
  readonly say?: (line: string) => void;
}

/** The judgement on one function, by check. */
type Judgement = readonly Judged[];

/**
 * The verdict on a submission. Never throws on account of a submission; a fault of the judge, the box or the
 * exercise gives status "error".
 */
export async function grade(
  exercise: Exercise,
  submission: Submission,
  box: Box,
  options: GradeOptions,
): Promise<Verdict> {
  const start = performance.now();
  const { seed } = options;
  const number = exercise.slug.split("-")[0] ?? exercise.slug;
  const setting: Setting = {
    exercise,
    source: submission.source,
    replay: options.replay ?? `npm run grade ${number} -- --seed ${seed}`,
  };
  let judgements: ReadonlyMap<string, Judgement> = new Map();
  let error: string | undefined;
  /** What the submission printed while it was judged. */
  let output: string | undefined;
  let oracle: OracleName = "cpu-f64";
  try {
    const loading = loadOf(exercise, submission, box);
    // The child boots and compiles meanwhile. A rejection is met at the await below.
    loading.catch(() => {});
    let plans = plansOf(exercise, seed);
    if (options.gpu !== undefined && gpuFunctions(exercise).length > 0) {
      try {
        plans = await Promise.all(plans.map((plan) => onGpu(options.gpu as Gpu, plan)));
        oracle = "webgpu-f32";
      } catch (fault) {
        options.say?.(`The CPU grades: ${fault instanceof Error ? fault.message : fault}`);
      }
    }
    const loaded = await loading;
    const { source } = submission;
    const judged = new Map<string, Judgement>();
    judgements = judged;
    for (const plan of plans)
      judged.set(plan.name, await judgementOf(setting, source, box, plan, loaded, seed));
    output = box.output;
    judgements = markFollowOns(judged, source);
    if (loaded.kind === "loaded")
      judgements = await lookCloser({ exercise, submission, box, seed }, plans, judgements);
  } catch (fault) {
    error = reasonOf(fault);
  }
  const printed = output ?? box.output;
  const judged = checksOf(exercise, judgements);
  const failed = error ?? shortOfManifest(exercise, judged);
  // What a part of the checks came to is no part of a grade where there is none.
  const checks =
    failed === undefined ? withPlaces(exercise, judged, submission.source) : checksOf(exercise, new Map());
  return {
    schema: SCHEMA,
    exercise: exercise.slug,
    title: exercise.title,
    file: submission.file,
    sha256: submission.sha256,
    seed,
    oracle,
    status:
      failed !== undefined ? "error" : checks.every(({ status }) => status === "pass") ? "pass" : "fail",
    score: failed !== undefined ? 0 : checks.reduce((sum, { points }) => sum + points, 0),
    maxScore: checks.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    durationMs: Math.round(performance.now() - start),
    checks,
    ...(failed === undefined ? {} : { error: failed }),
    ...(printed === "" ? {} : { output: printed }),
    box: {
      inForce: box.layers.filter(({ inForce }) => inForce).map(({ name }) => name),
      missing: box.layers.filter(({ inForce }) => !inForce).map(({ name }) => name),
    },
  };
}

/** What is no text is not loaded: it is a syntax error as it stands. */
async function loadOf(exercise: Exercise, submission: Submission, box: Box): Promise<LoadOutcome> {
  const { source, file, garbled } = submission;
  if (garbled !== undefined) return { kind: "syntax-error", ...garbled };
  return box.load({ source, file, ...besideOf(exercise) });
}

/** What a fault says; that of a machine or a compiler is a sentence by itself. */
function reasonOf(fault: unknown): string {
  if (fault instanceof CannotJudge) return fault.message;
  return fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
}

async function judgementOf(
  setting: Setting,
  source: string,
  box: Box,
  plan: Plan,
  loaded: LoadOutcome,
  seed: number,
): Promise<Judgement> {
  const fails = (finding: Omit<Finding, "title" | "replay">): Judgement => [
    {
      kind: "contract",
      status: "fail",
      cases: 0,
      finding: { ...finding, title: TITLES[finding.code], replay: setting.replay },
    },
  ];
  if (loaded.kind !== "loaded") {
    const slip = slipInText(setting.exercise, source, loaded);
    return fails({
      code: loaded.kind,
      message: loaded.message,
      ...placeOf(slip, loaded),
      ...slipFields(slip),
    });
  }
  const missing = missingExport(setting.exercise, plan.name, loaded.exports, source);
  if (missing !== undefined) {
    const { line, column } = missing;
    const place = line === undefined || column === undefined ? {} : { line, column };
    return fails({ code: "missing-function", ...place, ...slipFields(missing), message: missing.says });
  }
  return judgeFunction(setting, box, plan, seed);
}

function slipInText(exercise: Exercise, source: string, failure: LoadFailure): Slip | undefined {
  return notCompiled(exercise, source, failure) ?? notRun(source, failure);
}

/** Where a slip is; the line that the compiler names, where the slip has none. */
function placeOf(
  slip: Slip | undefined,
  { line, column, lineText }: LoadFailure,
): Pick<Finding, "line" | "column" | "lineText"> {
  if (slip?.line !== undefined && slip.line !== line)
    return { line: slip.line, ...(slip.column === undefined ? {} : { column: slip.column }) };
  return {
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column: slip?.column ?? column }),
    ...(lineText === undefined ? {} : { lineText }),
  };
}

/** What the compiler says is no help to whom a slip is explained; what an exception says is what happened. */
const slipFields = (slip: Slip | undefined): Pick<Finding, "cause"> & { message?: string } =>
  slip === undefined ? {} : { cause: causeOfSlip(slip), message: slip.says };

/** All checks of the exercise, those that were not reached as skipped. */
function checksOf(exercise: Exercise, judgements: ReadonlyMap<string, Judgement>): readonly Check[] {
  const functions = Object.entries(exercise.functions);
  const kinds = functions.map(([, fn]) => kindsOf(fn));
  const points = pointsByFunction(kinds, pointsOf(exercise));
  const slots = functions.flatMap(([name, fn], f) =>
    (kinds[f] ?? []).map((kind, k) => ({ name, fn, kind, maxPoints: points[f]?.[k] ?? 0 })),
  );
  return slots.map(({ name, fn, kind, maxPoints }) => {
    const judgement = judgements.get(name);
    const judged = judgement?.find((one) => one.kind === kind);
    const base = { id: `${name}/${kind}`, function: name, kind, title: titleOf(fn, kind) };
    if (judged === undefined) {
      return { ...base, status: "skipped", points: 0, maxPoints, cases: 0, reason: whySkipped(judgement) };
    }
    const { status, cases, finding, reason } = judged;
    return {
      ...base,
      status,
      points: status === "pass" ? maxPoints : 0,
      maxPoints,
      cases,
      ...(reason === undefined ? {} : { reason }),
      ...(finding === undefined ? {} : { finding }),
    };
  });
}

/** Checks that fell short, with the line that their function is declared in. */
function withPlaces(exercise: Exercise, checks: readonly Check[], source: string): readonly Check[] {
  if (checks.every(({ finding }) => finding === undefined)) return checks;
  const lines = linesOfFunctions(exercise, source);
  return checks.map((check) => {
    const line = lines.get(check.function);
    return check.finding === undefined || line === undefined ? check : { ...check, line };
  });
}

const NAMES: Readonly<Record<CheckKind, string>> = {
  contract: "contract",
  value: "value",
  edge: "edge cases",
  law: "laws",
  gradient: "gradient",
};

function whySkipped(judgement: Judgement | undefined): string {
  const first = judgement?.find(({ status }) => status !== "pass");
  return first === undefined ? "not judged" : `waits for ${NAMES[first.kind]}`;
}

/** Fail closed: a check that passed on fewer cases than its exercise declares has not been judged. */
function shortOfManifest(exercise: Exercise, checks: readonly Check[]): string | undefined {
  for (const check of checks) {
    const fn = exercise.functions[check.function];
    const declared = fn === undefined ? Number.POSITIVE_INFINITY : manifestOf(fn)[check.kind];
    if (check.status === "pass" && check.cases < declared) {
      return `${check.id}: ${check.cases} of ${declared} declared cases were executed`;
    }
  }
  return undefined;
}

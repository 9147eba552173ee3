/**
 * Grades one submission of one exercise: what asks the box, compares with the reference and decides.
 */
import type { Gpu } from "../../reference/gpu/gpu.ts";
import type { Box, LoadOutcome } from "../box/box.ts";
import { CannotJudge } from "../box/cannot-judge.ts";
import type { Text } from "../box/text.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { besideOf } from "../exercise/wanted.ts";
import { type Check, type FunctionCheck, type OracleName, SCHEMA, type Verdict } from "../verdict/verdict.ts";
import { titleOf } from "./check-title.ts";
import type { Setting } from "./finding.ts";
import { type Judgement, judgementsOf } from "./judgements.ts";
import { loadCauses } from "./load-causes.ts";
import { gpuFunctions, onGpu } from "./on-gpu.ts";
import { kindsOf, manifestOf, plansOf } from "./plan.ts";
import { pointsByFunction, pointsOf } from "./points.ts";

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
    soFar: { spent: { units: 0 }, short: new Set(), edits: new Set() },
    replay: options.replay ?? `npm run grade ${number} -- --seed ${seed}`,
  };
  let judgements: ReadonlyMap<string, Judgement> = new Map();
  /** Where each function is declared; known where one fell short. */
  let lines: ReadonlyMap<string, number> | undefined;
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
    judgements = await judgementsOf(setting, box, plans, loaded, seed);
    output = box.output;
    if ([...judgements.values()].flat().some(({ finding }) => finding !== undefined)) {
      const causes = await loadCauses();
      const closer = { exercise, submission, box, seed, soFar: setting.soFar };
      const told = await causes?.ofFile(closer, plans, judgements, loaded.kind === "loaded");
      judgements = told?.judgements ?? judgements;
      lines = told?.lines;
    }
  } catch (fault) {
    error = reasonOf(fault);
  }
  const printed = output ?? box.output;
  const judged = checksOf(exercise, judgements);
  const failed = error ?? shortOfManifest(exercise, judged);
  // What a part of the checks came to is no part of a grade where there is none.
  const checks = failed === undefined ? withPlaces(judged, lines) : checksOf(exercise, new Map());
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
function withPlaces(
  checks: readonly Check[],
  lines: ReadonlyMap<string, number> | undefined,
): readonly Check[] {
  return checks.map((check) => {
    const line = lines?.get(check.function);
    return check.finding === undefined || line === undefined ? check : { ...check, line };
  });
}

const NAMES: Readonly<Record<FunctionCheck, string>> = {
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
    const declared =
      fn === undefined ? Number.POSITIVE_INFINITY : manifestOf(fn)[check.kind as FunctionCheck];
    if (check.status === "pass" && check.cases < declared) {
      return `${check.id}: ${check.cases} of ${declared} declared cases were executed`;
    }
  }
  return undefined;
}

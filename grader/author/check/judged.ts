/**
 * What only the judge can tell: the solution passes, the stub is not implemented, each mistake is called by its name.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Box } from "../../box/box.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { grade } from "../../judge/grade.ts";
import { mistakeBox } from "../../judge/mistake-box.ts";
import type { Check, Verdict } from "../../verdict/verdict.ts";
import { pathsOf, type Slug } from "../course.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Seeds that a solution is held against. */
export const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, i) => i + 1);
/** Seeds on which a mistake must be named. */
const MISTAKE_SEEDS: readonly number[] = SEEDS.slice(0, 2);

/** One file as the judge takes it. */
function submissionOf(root: string, file: string) {
  const source = readFileSync(join(root, file), "utf8");
  return { file, source, sha256: createHash("sha256").update(source).digest("hex") };
}

/** The first seed on which a file falls short: the solution, or the course's own version of it. */
export async function shortSolution(
  root: string,
  slug: Slug,
  file: string,
  exercise: Exercise,
  box: Box,
  seeds: readonly number[],
): Promise<Refusal[]> {
  const submission = submissionOf(root, file);
  for (const seed of seeds) {
    const verdict = await grade(exercise, submission, box, { seed });
    if (verdict.status === "pass" && verdict.score === verdict.maxScore) continue;
    const replay = `npm run grade ${slug.id} -- --file ${file} --seed ${seed}`;
    return [refuse(file, `falls short with seed ${seed}: ${reasonOf(verdict)}`, `\`${replay}\` shows it`)];
  }
  return [];
}

/** A stub that ends in anything but `not-implemented`, or that earns points. */
export async function noisyStub(root: string, slug: Slug, exercise: Exercise, box: Box): Promise<Refusal[]> {
  const file = pathsOf(slug).stub;
  const verdict = await grade(exercise, submissionOf(root, file), box, { seed: 1 });
  if (verdict.status === "error")
    return [refuse(file, `cannot be judged: ${reasonOf(verdict)}`, "mend the exercise")];
  if (verdict.score > 0)
    return [refuse(file, `earns ${verdict.score} points`, "it solves what the student should")];
  const odd = verdict.checks.find(
    ({ finding }) => finding !== undefined && finding.code !== "not-implemented",
  );
  const silent = Object.keys(exercise.functions).find(
    (fn) => !verdict.checks.some((check) => check.function === fn && check.finding !== undefined),
  );
  if (odd === undefined && silent === undefined) return [];
  const what =
    odd === undefined ? `${silent} is found at no fault` : `${odd.id} ends in ${odd.finding?.code}`;
  return [refuse(file, `${what}, not in not-implemented`, "run `npm run stubs`, or mend the scenarios")];
}

/** Mistakes that are not caught, or called by another name. */
export async function namelessMistakes(slug: Slug, exercise: Exercise): Promise<Refusal[]> {
  const found: Refusal[] = [];
  const file = pathsOf(slug).exercise;
  for (const [fn, mistakes] of Object.entries(exercise.mistakes)) {
    for (const name of Object.keys(mistakes)) {
      const refusal = await namelessMistake(file, exercise, fn, name);
      if (refusal !== undefined) found.push(refusal);
    }
  }
  return found;
}

async function namelessMistake(
  file: string,
  exercise: Exercise,
  fn: string,
  name: string,
): Promise<Refusal | undefined> {
  for (const seed of MISTAKE_SEEDS) {
    const submission = { file, source: "", sha256: "" };
    const verdict = await grade(exercise, submission, mistakeBox(exercise, fn, name), { seed });
    const checks = verdict.checks.filter((check) => check.function === fn);
    const caught = checks.find((check) => check.finding !== undefined);
    const on = `with seed ${seed}`;
    if (verdict.status === "error")
      return refuse(file, `${fn}/${name} cannot be judged ${on}: ${reasonOf(verdict)}`, "mend the exercise");
    if (caught === undefined)
      return refuse(
        file,
        `${fn}/${name} is not caught ${on}`,
        "add an input on which it differs, or take it out",
      );
    const named = caught.finding?.mistake;
    if (named === name) continue;
    const as =
      named === undefined
        ? `is caught by ${caught.id} (${caught.finding?.code}) but not named`
        : `is called ${named}`;
    return refuse(
      file,
      `${fn}/${name} ${as} ${on}`,
      "let the formula give what such an answer gives, and differ from the others",
    );
  }
  return undefined;
}

/** A verdict in a few words. */
function reasonOf(verdict: Verdict): string {
  if (verdict.error !== undefined) return verdict.error;
  const check: Check | undefined = verdict.checks.find(({ status }) => status !== "pass");
  if (check === undefined) return `${verdict.score} of ${verdict.maxScore} points`;
  const why = check.finding?.message ?? check.reason ?? check.status;
  return `${check.id}, ${check.finding?.code ?? check.status}: ${why.split("\n")[0] ?? ""}`.replace(
    /[.\s]+$/,
    "",
  );
}

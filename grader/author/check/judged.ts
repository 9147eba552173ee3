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
import { pathsOf, type Slug } from "../course.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { reasonOf, shortfall } from "./shortfall.ts";

/** Seeds that a solution is held against. */
export const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, i) => i + 1);
/** How many of them a mistake must be named on. */
export const MISTAKE_SEEDS = 2;

/** One file as the judge takes it. */
export function submissionOf(root: string, file: string) {
  const source = readFileSync(join(root, file), "utf8");
  return { file, source, sha256: createHash("sha256").update(source).digest("hex") };
}

/** By file, what is wrong on the first seed on which it falls short: the solution, and the course's own version. */
export async function shortAnswers(
  root: string,
  slug: Slug,
  files: readonly string[],
  exercise: Exercise,
  box: Box,
  seeds: readonly number[],
): Promise<ReadonlyMap<string, Refusal>> {
  const found = new Map<string, Refusal>();
  const submissions = files.map((file) => submissionOf(root, file));
  // Seed after seed: the judge keeps what it drew for the last one.
  for (const seed of seeds) {
    for (const submission of submissions) {
      const { file } = submission;
      if (found.has(file)) continue;
      const verdict = await grade(exercise, submission, box, { seed });
      if (verdict.status !== "pass" || verdict.score !== verdict.maxScore)
        found.set(file, shortfall(slug, file, exercise, verdict, seed));
    }
  }
  return found;
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
export async function namelessMistakes(
  slug: Slug,
  exercise: Exercise,
  seeds: readonly number[],
): Promise<Refusal[]> {
  const found = new Map<string, Refusal>();
  const all = Object.entries(exercise.mistakes).flatMap(([fn, mistakes]) =>
    Object.keys(mistakes).map((name) => ({ fn, name })),
  );
  // Seed after seed: the judge keeps what it drew for the last one.
  for (const seed of seeds) {
    for (const { fn, name } of all) {
      const id = `${fn}/${name}`;
      const refusal = found.get(id) ?? (await namelessMistake(slug, exercise, fn, name, seed));
      if (refusal !== undefined) found.set(id, refusal);
    }
  }
  return all.flatMap(({ fn, name }) => found.get(`${fn}/${name}`) ?? []);
}

async function namelessMistake(
  slug: Slug,
  exercise: Exercise,
  fn: string,
  name: string,
  seed: number,
): Promise<Refusal | undefined> {
  const { exercise: file } = pathsOf(slug);
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
  if (named === name) return undefined;
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

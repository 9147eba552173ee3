/** Whether what a cause says of inputs is so of others, drawn by another seed. */
import type { CallOutcome } from "../../grader/box/box.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { besideOf } from "../../grader/exercise/wanted.ts";
import { joined, splitOf } from "../../grader/judge/causes/features/feature.ts";
import { featuresOf } from "../../grader/judge/causes/features/of-inputs.ts";
import { isKept } from "../../grader/judge/check-laws.ts";
import { examine } from "../../grader/judge/examine.ts";
import { type Plan, plansOf } from "../../grader/judge/plan.ts";
import type { Cause } from "../../grader/verdict/verdict.ts";
import type { Subject } from "./subject.ts";

/**
 * What failing inputs share is so where no input fails without it, and a law is broken where it breaks on most inputs:
 * both say nothing else of why, so that a more exact cause does not speak against them.
 *
 * @returns nothing where the cause says more than that
 */
export async function isSoElsewhere(
  exercise: Exercise,
  { program, box }: Subject,
  name: string,
  { kind, says }: Cause,
  seed: number,
): Promise<boolean | undefined> {
  if (kind !== "feature" && kind !== "law") return undefined;
  const plan = plansOf(exercise, seed).find((one) => one.name === name);
  if (plan === undefined) return undefined;
  if ((await box.load({ ...program, ...besideOf(exercise) })).kind !== "loaded") return undefined;
  const outcomes = await box.call(plan.calls);
  return kind === "law" ? breaksLaw(plan, says, outcomes) : partsInputs(plan, says, outcomes);
}

function partsInputs(plan: Plan, says: string, outcomes: readonly CallOutcome[]): boolean | undefined {
  const { fn, name, values } = plan;
  const fails = values.map(
    (given, i) => examine(fn, name, given, outcomes[i] ?? { kind: "not-run" }).fault !== undefined,
  );
  // What nothing fails is no other cause.
  if (!fails.includes(true)) return true;
  const all = featuresOf(fn, values, fails);
  const named = (text: string) => all.find((feature) => feature.says === text);
  const [, where = ""] = /^Wrong only where (.*?)\.(?: |$)/.exec(says) ?? [];
  const both = (how: "and" | "or") =>
    all.flatMap((a) => {
      const b = where.startsWith(`${a.says} ${how} `)
        ? named(where.slice(`${a.says} ${how} `.length))
        : undefined;
      return b === undefined ? [] : [joined(a, b, how)];
    })[0];
  const feature = named(where) ?? both("and") ?? both("or");
  // A threshold is another one for other inputs.
  return feature && splitOf(feature.holds, fails).failingElsewhere === 0;
}

/** As often as a finding asks for. */
const MOST = 2 / 3;

function breaksLaw(plan: Plan, says: string, outcomes: readonly CallOutcome[]): boolean | undefined {
  const law = plan.fn.laws.find((one) => says.startsWith(`This law breaks: ${one.says}.`));
  if (law === undefined) return undefined;
  const kept = plan.laws.flatMap((lawCase, i) => {
    const own = (plan.lawsAt[i] ?? []).map((at) => outcomes[at] ?? ({ kind: "not-run" } as const));
    return lawCase.law === law ? (isKept(plan, lawCase, own) ?? []) : [];
  });
  return kept.filter((one) => !one).length >= MOST * kept.length;
}

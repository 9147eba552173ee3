/**
 * The contract check and the value check: two readings of the same answers.
 */
import { Num } from "../../reference/numbers/num.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";
import type { Box, CallOutcome } from "../box/box.ts";
import type { Answer } from "./answer.ts";
import { BadExercise, type Case } from "./cases.ts";
import type { Asked } from "./causes/diagnosis.ts";
import { breaksContract, type Examined, examine, FATAL } from "./examine.ts";
import { valuesOf } from "./expected.ts";
import { findingOf, type Setting } from "./finding.ts";
import type { Judged } from "./judged.ts";
import { loadCauses } from "./load-causes.ts";
import type { Plan } from "./plan.ts";
import { type Counterexample, shrink, smallest } from "./shrink.ts";

/** A check must be able to fail: this share of its cases must have an answer that is not all zero. */
const INFORMATIVE_SHARE = 0.1;

/** Examines the answers to the value cases. */
export function examineAll(
  plan: Plan,
  cases: readonly Case[],
  outcomes: readonly CallOutcome[],
): readonly Examined[] {
  return cases.map((given, i) => examine(plan.fn, plan.name, given, outcomes[i] ?? { kind: "not-run" }));
}

/** Judges the contract of the answers, or their values. */
export async function judgeValues(
  kind: "contract" | "value",
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  values: readonly Examined[],
  answers: readonly Answer[],
  more: Pick<Asked, "edges" | "laws">,
): Promise<Judged> {
  const contract = kind === "contract";
  const executed = values.filter(({ answer, fault }) => answer !== undefined || fault !== undefined).length;
  const failing = values.flatMap(({ fault }, i): Counterexample[] =>
    fault !== undefined && breaksContract(fault) === contract
      ? [{ given: plan.values[i] as Case, fault }]
      : [],
  );
  const found = smallest(plan.fn, failing);
  if (found === undefined) {
    if (!contract) refuseVacuous(plan);
    return { kind, status: "pass", cases: executed };
  }
  const shown = FATAL.has(found.fault.code) ? found : await shrink(box, plan, seed, found);
  const causes = await loadCauses();
  const { exercise, source, soFar } = setting;
  const run = { exercise, source, soFar, box, plan, seed };
  const { fault, diagnosis } = (await causes?.explained(run, shown.fault, values, { answers, ...more })) ?? {
    fault: shown.fault,
    diagnosis: undefined,
  };
  return {
    kind,
    status: "fail",
    cases: executed,
    finding: findingOf(setting, plan, shown.given, fault, diagnosis),
  };
}

/** Plans that were found able to show an error: that says nothing about a submission. */
const able = new WeakSet<Plan>();

/** A text always tells, and a number that is not 0. */
const tells = (expected: Tracked): boolean =>
  expected instanceof Num
    ? expected.value !== 0
    : typeof expected !== "object" || Object.values(expected).some((inner) => tells(inner as Tracked));

/** Refuses a check whose inputs could not have shown an error. */
function refuseVacuous(plan: Plan): void {
  if (able.has(plan)) return;
  const { name, fn, values } = plan;
  const informative = values.filter(
    ({ expected, inputs }) => fn.informative?.(valuesOf(expected), inputs) ?? tells(expected),
  ).length;
  if (informative < INFORMATIVE_SHARE * values.length) {
    throw new BadExercise(
      `${name}: only ${informative} of ${values.length} inputs can tell right from wrong`,
    );
  }
  able.add(plan);
}

/** Trials of the contract and the value of one function. */
import { type Case, caseOf } from "../judge/cases.ts";
import type { Diagnosis } from "../judge/causes/diagnosis.ts";
import { listedMistake } from "../judge/causes/listed-mistake.ts";
import { type Examined, examine } from "../judge/examine.ts";
import { findingOf, type Setting } from "../judge/finding.ts";
import { callOf, type Plan } from "../judge/plan.ts";
import type { Drawn } from "./inputs.ts";
import { isDoubt, isJudgeable, type Remark, type Shortfall, type Tried, triedOn } from "./trial.ts";

/** A trial of drawn inputs. */
export function valueTrial(setting: Setting, plan: Plan, { inputs, family }: Drawn): Tried {
  const { fn, name } = plan;
  const given = triedOn(inputs, () => caseOf(fn, inputs, family));
  if (given === undefined || isDoubt(given)) return given;
  if (!isJudgeable(given)) return undefined;
  return {
    calls: [callOf(fn, name, given)],
    judge: ([outcome = { kind: "not-run" }]) =>
      shortfallOf(setting, plan, given, examine(fn, name, given, outcome)),
  };
}

function shortfallOf(
  setting: Setting,
  plan: Plan,
  given: Case,
  { fault, answer }: Examined,
): Shortfall | undefined {
  return (
    fault && {
      given,
      fault,
      ...(answer === undefined ? {} : { answer }),
      finding: (remark) =>
        findingOf(
          { ...setting, replay: remark.replay },
          plan,
          given,
          fault,
          diagnosed(setting, plan, remark),
        ),
    }
  );
}

/** So many answers must be a mistake's before it is named. */
const ENOUGH = 3;

/** What the answers that fell short have in common. */
function diagnosed({ exercise }: Setting, { name }: Plan, { others, tries }: Remark): Diagnosis | undefined {
  const answers = others.flatMap(({ answer }) => answer ?? []);
  const where = `of the ${tries} inputs that were tried together`;
  if (answers.length === 0 || answers.length < others.length) return undefined;
  const listed = listedMistake(exercise, name, answers, ({ informative }) => informative >= ENOUGH);
  const count = answers.length;
  if (listed?.cause !== undefined) {
    const { id, says } = listed.cause;
    const text = `This is "${id.replaceAll("-", " ")}" on the ${count} ${where} that fall short. ${says}`;
    return { ...listed, text };
  }
  return { text: `Your answer is right on ${tries - count} ${where}, but not on this one.` };
}

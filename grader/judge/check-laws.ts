/**
 * The law check: properties that hold for all inputs, tried on drawn ones.
 */
import type { Tracked } from "../../reference/numbers/tracked.ts";
import type { CallOutcome } from "../box/box.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Finding } from "../verdict/verdict.ts";
import { type Answer, arrivedRight } from "./answer.ts";
import type { Case } from "./cases.ts";
import { breaksContract, examine } from "./examine.ts";
import { findingCase, findingOf, knownIn, type Setting, sidesOf, TITLES } from "./finding.ts";
import type { Judged } from "./judged.ts";
import type { LawCase } from "./law-cases.ts";
import { asText, isBroken, measuredAnswer } from "./measured.ts";
import type { Plan } from "./plan.ts";

/** Judges the laws; every case is executed, the first that breaks is shown. */
export function judgeLaws(
  setting: Setting,
  plan: Plan,
  outcomes: readonly (readonly CallOutcome[])[],
): Judged {
  let executed = 0;
  let finding: Finding | undefined;
  for (const [i, lawCase] of plan.laws.entries()) {
    const answered = outcomes[i] ?? [];
    if (answered.some(({ kind }) => kind === "not-run")) continue;
    executed++;
    const isRight = lawCase.calls.every((given, j) => arrivedRight(given, answered[j]));
    if (isRight && isSettled(lawCase)) continue;
    finding ??= lawFinding(setting, plan, lawCase, answered);
  }
  return {
    kind: "law",
    status: finding === undefined ? "pass" : "fail",
    cases: executed,
    ...(finding && { finding }),
  };
}

const settled = new WeakMap<LawCase, boolean>();

/**
 * Whether a law's case has nothing to say of answers that agree with the right ones: of those it holds, by relations
 * that allow for rounding. A class asks it once.
 */
export function isSettled(lawCase: LawCase): boolean {
  let known = settled.get(lawCase);
  if (known === undefined) {
    const right = lawCase.calls.map(({ expected }) => expected);
    known = lawCase.relations(right).every(({ holds, isExact }) => holds && isExact !== true);
    settled.set(lawCase, known);
  }
  return known;
}

/** Whether a law's case holds of these outcomes; nothing where an answer is no answer of the declared shape. */
export function isKept(
  { fn, name }: Plan,
  { calls, relations }: LawCase,
  outcomes: readonly CallOutcome[],
): boolean | undefined {
  const examined = calls.map((given, i) => examine(fn, name, given, outcomes[i] ?? { kind: "not-run" }));
  const answers = examined.flatMap(({ answer }) => (answer?.value === undefined ? [] : [answer]));
  if (answers.length < calls.length) return undefined;
  return !relations(answers.map(measuredAnswer)).some(isBroken);
}

/** The call on the inputs as they were drawn, where the law makes it, and else its first. */
const shownCase = (inputs: Inputs, calls: readonly Case[]): Case =>
  calls.find((given) => given.inputs === inputs) ?? (calls[0] as Case);

/** The finding of a law's case, where it breaks on these outcomes. */
export function lawFinding(
  setting: Setting,
  plan: Plan,
  { law, inputs, calls, relations }: LawCase,
  outcomes: readonly CallOutcome[],
): Finding | undefined {
  const answers: Tracked[] = [];
  for (const [i, given] of calls.entries()) {
    const { answer, fault } = examine(plan.fn, plan.name, given, outcomes[i] as CallOutcome);
    if (fault !== undefined && breaksContract(fault)) {
      return { ...findingOf(setting, plan, given, fault, undefined), law: law.says };
    }
    answers.push(measuredAnswer(answer as Answer));
  }
  const broken = relations(answers).find(isBroken);
  if (broken === undefined) return undefined;
  const given = shownCase(inputs, calls);
  return {
    code: "breaks-law",
    title: TITLES["breaks-law"],
    case: findingCase(plan, given),
    ...sidesOf(broken.left, broken.right),
    message: [`The law: ${law.says}.`, asText(broken), ...knownIn(given.inputs)]
      .filter((text) => text !== "")
      .join(" "),
    law: law.says,
    read: setting.exercise.derivation,
    replay: setting.replay,
  };
}

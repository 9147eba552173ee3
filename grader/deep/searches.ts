/** What is searched of a function: the inputs that its values are wrong at, and those that break its laws. */
import { hash } from "../../reference/randomness/random.ts";
import type { Setting } from "../judge/finding.ts";
import type { Plan } from "../judge/plan.ts";
import { inputsOf } from "./inputs.ts";
import { type LawChoice, lawTrial } from "./law-trial.ts";
import type { Search } from "./search.ts";
import { valueTrial } from "./value-trial.ts";

export type Kind = "value" | "law";

/** A check as verdicts name it: "mseLossDw/value". */
export const idOf = (name: string, kind: Kind): string => `${name}/${kind}`;

/** The search of one kind; nothing where a function has no laws. */
export function searchOf(setting: Setting, plan: Plan, kind: Kind, seed: number): Search | undefined {
  const { fn, name } = plan;
  const laws = fn.laws.length;
  if (kind === "law" && laws === 0) return undefined;
  const choice = (choose: (most: number) => number): LawChoice =>
    kind === "law" ? { law: choose(laws - 1), seed: choose(0xffff) } : { law: 0, seed: 0 };
  const trialOf = kind === "law" ? lawTrial : valueTrial;
  return {
    arbitrary: inputsOf(fn, choice),
    trialOf: (drawn) => trialOf(setting, plan, drawn),
    seed: hash(`${seed}/${setting.exercise.slug}/${idOf(name, kind)}`) | 0,
  };
}

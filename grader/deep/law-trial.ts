/** Trials of the laws of one function. */
import { random } from "../../reference/randomness/random.ts";
import { Draw } from "../exercise/draw.ts";
import type { Law } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Relation } from "../exercise/relations.ts";
import type { Sizes } from "../exercise/types.ts";
import type { Case } from "../judge/cases.ts";
import { lawFinding } from "../judge/check-laws.ts";
import { examine } from "../judge/examine.ts";
import type { Setting } from "../judge/finding.ts";
import { lawCaseOf } from "../judge/law-cases.ts";
import { isBroken } from "../judge/measured.ts";
import { callOf, type Plan } from "../judge/plan.ts";
import { sizesOf } from "../judge/sizes.ts";
import type { Value } from "../value.ts";
import { printInline } from "../verdict/print-value.ts";
import type { Drawn } from "./inputs.ts";
import { isDoubt, isJudgeable, type Tried, triedOn } from "./trial.ts";

/** Which law is tried, and the seed of the numbers that it draws. */
export interface LawChoice {
  readonly law: number;
  readonly seed: number;
}

/** A trial of a law on drawn inputs. */
export function lawTrial(setting: Setting, plan: Plan, drawn: Drawn<LawChoice>): Tried {
  const { fn, name } = plan;
  const own = sizesOf(fn, drawn.inputs);
  const lawCase = triedOn(drawn.inputs, () => lawCaseAt(setting, plan, drawn, own));
  if (lawCase === undefined || isDoubt(lawCase)) return lawCase;
  const { calls, law } = lawCase;
  if (calls.length === 0 || !calls.every(isJudgeable)) return undefined;
  // What a law leaves of a list of one is no list that it was declared for.
  if (calls.some(({ sizes }) => Object.entries(sizes).some(([axis, n]) => n === 0 && own[axis] === 1)))
    return undefined;
  const broken = lawCase.relations(calls.map(({ expected }) => expected)).find(isBroken);
  // That is the law's fault: nobody's answers are held to it here.
  if (broken !== undefined)
    return {
      doubt: `the law "${law.says}" is false of right answers`,
      sides: sides(broken),
      inputs: drawn.inputs,
    };
  return {
    calls: calls.map((given) => callOf(fn, name, given, { answerOnly: true })),
    judge: (outcomes) => {
      if (outcomes.some(({ kind }) => kind === "not-run")) return undefined;
      // Where all answers are right there is nothing to say: an exact claim may break by rounding alone.
      const wrong = calls.find(
        (given, i) => examine(fn, name, given, outcomes[i] ?? { kind: "not-run" }).fault !== undefined,
      );
      const finding = wrong && lawFinding(setting, plan, lawCase, outcomes);
      if (finding === undefined) return undefined;
      return {
        given: wrong as Case,
        fault: { code: finding.code },
        finding: ({ replay }) => ({ ...finding, replay }),
      };
    },
  };
}

const sides = ({ left, right, sign }: Relation): string =>
  left === undefined || right === undefined
    ? ""
    : `: ${printInline(left as Value)} ${sign} ${printInline(right as Value)}`;

function lawCaseAt(
  { exercise }: Setting,
  plan: Plan,
  { inputs, family, more }: Drawn<LawChoice>,
  sizes: Sizes,
) {
  const { fn, name } = plan;
  const law = fn.laws[more.law] as Law<Inputs>;
  const draw = () => new Draw(random(more.seed, `${name}/${law.says}`), sizes, family);
  return lawCaseOf({ name, functions: exercise.functions }, law, inputs, draw, undefined);
}

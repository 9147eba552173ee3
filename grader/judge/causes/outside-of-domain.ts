/** Numbers that are no classes, labels or counts, where those are asked for: the distance in place of its index. */
import type { Domain, Type } from "../../exercise/types.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersIn } from "../entries.ts";
import { isWrong, partsOf } from "../parts.ts";
import { because, type Diagnosis, type Source } from "./diagnosis.ts";
import { onlyParts } from "./views/view.ts";

interface Kept {
  readonly holds: (x: number) => boolean;
  /** What is said of a number that is none. */
  readonly says: (x: string) => string;
}

const KEPT: Partial<Record<Domain, Kept>> = {
  binary: {
    holds: (x) => x === 0 || x === 1,
    says: (x) => `${x} is no class here: there are 0 and 1 alone.`,
  },
  sign: {
    holds: (x) => Math.abs(x) === 1,
    says: (x) => `${x} is no label here: there are −1 and 1 alone.`,
  },
  label: {
    holds: (x) => Number.isInteger(x) && x >= 0,
    says: (x) => `${x} is no label: labels are whole numbers from 0. Is it a value in place of its index?`,
  },
  integer: { holds: Number.isInteger, says: (x) => `${x} is no whole number, and that is asked for.` },
};

/** Of the wrong answers so many have such a number. */
const MOST = 0.8;

export const outsideOfDomain: Source = ({ fn, answers }) => {
  const whole = told(fn.returns, answers, "");
  if (whole !== undefined) return whole;
  for (const part of partsOf(fn)) {
    const found = told(part.type, onlyParts(answers, part), `${part.name}: `);
    if (found !== undefined) return found;
  }
  return undefined;
};

function told(type: Type, answers: readonly Answer[], name: string): Diagnosis | undefined {
  const kept = type.kind === "tensor" ? KEPT[type.domain] : undefined;
  if (kept === undefined) return undefined;
  const wrong = answers.filter(isWrong);
  const strange = wrong.flatMap(({ value }) => {
    const one = numbersIn(value as Value).find((x) => Number.isFinite(x) && !kept.holds(x));
    return one === undefined ? [] : [one];
  });
  const [first] = strange;
  if (first === undefined || strange.length < MOST * wrong.length) return undefined;
  const shown = `${Number(first.toPrecision(5))}`.replace("-", "−");
  return because("generic", "outside-of-domain", name + kept.says(shown), {
    count: strange.length,
    of: wrong.length,
  });
}

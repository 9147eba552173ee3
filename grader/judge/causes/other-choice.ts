/** An argument that names one of a few ways, and a way that is taken for another. */
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { expectedOf, valuesOf } from "../expected.ts";
import { isWrong } from "../parts.ts";
import { because, isEnough, type Source } from "./diagnosis.ts";
import { isValue } from "./recognise.ts";

/** More of them are no choice. */
const MOST = 8;

export const otherChoice: Source = ({ fn, answers, work }) => {
  for (const [name, { type }] of Object.entries(fn.inputs)) {
    if (type.kind !== "text") continue;
    const all = [...new Set(answers.map(({ inputs }) => inputs[name]))];
    const wrong = answers.filter(isWrong);
    const [taken, ...others] = [...new Set(wrong.map(({ inputs }) => inputs[name]))];
    if (all.length > MOST || taken === undefined || others.length > 0) continue;
    for (const other of all) {
      if (other === taken || other === undefined) continue;
      const like = (answer: Answer): boolean =>
        isValue(
          answer,
          work.counted(() => valuesOf(expectedOf(fn, { ...answer.inputs, [name]: other })) as Value),
        );
      if (!isEnough(wrong.length, answers) || !wrong.every(like)) continue;
      return because(
        "generic",
        `other-choice-${name}`,
        `Where ${name} is "${taken}", your answer is that for "${other}": is the name spelt as in the task, and does its case end before the next begins?`,
        { count: wrong.length, of: wrong.length },
      );
    }
  }
  return undefined;
};

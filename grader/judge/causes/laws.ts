/**
 * Where nothing else is known of a wrong answer: which of the exercise's laws hold of it, and which break.
 */
import type { Answer } from "../answer.ts";
import { isWrong } from "../parts.ts";
import type { LawTried, Source } from "./diagnosis.ts";
import { entriesOf } from "./views/view.ts";
import { wrongPartsText } from "./wrong-parts.ts";

/** What is off by less than this share breaks every law, and tells nothing by it. */
const NEAR = 1e-3;

export const lawsSpeak: Source = (asked) => {
  const wrong = asked.answers.filter(isWrong);
  if (2 * wrong.filter(isNear).length > wrong.length) return undefined;
  const tried = asked.laws().filter(({ of }) => of > 0);
  const [broken] = tried.filter(breaks).sort((a, b) => telling(b) - telling(a));
  if (broken === undefined) return undefined;
  const kept = tried.find((law) => law.broken === 0);
  const parts = wrongPartsText(asked.fn, asked.answers);
  const { says, ifBroken = "", of } = broken;
  const counted = `This law breaks, on ${broken.broken} of ${of} inputs: ${says}.`;
  const holds = kept === undefined ? "" : `This one holds: ${kept.says}.`;
  return {
    text: [parts, counted, ifBroken, holds].filter((one) => one !== "").join(" "),
    cause: {
      id: "law-broken",
      kind: "law",
      says: [`This law breaks: ${says}.`, ifBroken].filter((one) => one !== "").join(" "),
      matched: broken.broken,
      of,
    },
  };
};

/** A law breaks where it breaks on most inputs: about half of them are chance, and another seed has another half. */
const MOST = 2 / 3;
const breaks = ({ broken, of }: LawTried): boolean => broken >= MOST * of;

/** One that its author says more about tells most; of the others the first, whichever breaks once more often. */
const telling = ({ ifBroken }: LawTried): number => (ifBroken === undefined ? 0 : 1);

function isNear(answer: Answer): boolean {
  const { mine, right } = entriesOf(answer);
  const scale = Math.max(...right.map(({ value }) => Math.abs(value)));
  return mine.every((x, i) => Math.abs(x - (right[i]?.value ?? Number.NaN)) <= NEAR * scale);
}

/**
 * Where nothing else is known of a wrong answer: which of the exercise's laws hold of it, and which break.
 */
import { type LawTried, type Source } from "./diagnosis.ts";
import { wrongParts } from "./wrong-parts.ts";

export const lawsSpeak: Source = async (asked) => {
  const tried = asked.laws().filter(({ of }) => of > 0);
  const [broken] = tried.filter(breaks).sort((a, b) => telling(b) - telling(a));
  if (broken === undefined) return undefined;
  const kept = tried.find((law) => law.broken === 0);
  const parts = await wrongParts(asked);
  const before = parts === undefined ? "" : `${parts.text} `;
  const { says, ifBroken = "", of } = broken;
  const counted = `This law breaks, on ${broken.broken} of ${of} inputs: ${says}.`;
  const holds = kept === undefined ? "" : `This one holds: ${kept.says}.`;
  return {
    text: before + [counted, ifBroken, holds].filter((one) => one !== "").join(" "),
    cause: {
      id: "law-broken",
      kind: "law",
      says: [`This law breaks: ${says}.`, ifBroken].filter((one) => one !== "").join(" "),
      matched: broken.broken,
      of,
    },
  };
};

/** A law breaks where it breaks on most inputs. */
const breaks = ({ broken, of }: LawTried): boolean => 2 * broken > of;

/** One that its author says more about tells most, and then one that always breaks. */
const telling = ({ ifBroken, broken, of }: LawTried): number => (ifBroken === undefined ? 0 : 2) + broken / of;

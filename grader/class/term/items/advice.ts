/** What to do with a check, in a line. */
import { percent } from "../../outputs/names.ts";
import { FEWEST, type Item, type ItemCounts } from "./item.ts";

const EASY = 0.95;
const HARD = 0.05;
/** What textbooks ask of a good item. */
const GOOD = 0.3;

export function adviceOn(item: ItemCounts): Item["advice"] {
  const advice = mainAdvice(item);
  const [first] = item.tries;
  const needsTries = item.passed >= FEWEST && first * 3 < item.passed;
  return needsTries
    ? {
        ...advice,
        says: `${advice.says}; most pass only after a further try: its text may ask for more than it says`,
      }
    : advice;
}

function mainAdvice({ begun, reached, passed, discrimination }: ItemCounts): Item["advice"] {
  if (begun >= FEWEST && reached === 0)
    return { kind: "unreached", says: "nobody reaches it: teach again what falls short before it" };
  if (reached < FEWEST) return { kind: "few", says: `${reached} reached it: too few to tell anything` };
  const share = passed / reached;
  if (share >= EASY)
    return { kind: "easy", says: "nearly all pass: it tells nobody apart; keep it as a floor" };
  if (share <= HARD)
    return {
      kind: "hard",
      says: `${percent(passed, reached)} pass: teach it again, and read the check yourself`,
    };
  if (discrimination === undefined) return { kind: "unsure", says: "no other work to compare it with" };
  const { r, low, high } = discrimination;
  if (high < 0)
    return {
      kind: "reversed",
      says: "who does well elsewhere fails it more often: read its text and its findings",
    };
  if (low > 0)
    return r >= GOOD
      ? { kind: "good", says: "tells who is sure of the rest: keep it" }
      : { kind: "good", says: "tells a little about the rest: keep it" };
  if (high < GOOD)
    return {
      kind: "flat",
      says: "tells nothing about the rest: see whether it asks for something else, or a guess passes it",
    };
  return { kind: "unsure", says: `cannot be told from chance with ${reached} submissions` };
}

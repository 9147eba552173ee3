/**
 * Names what is wrong with an answer, if the numbers of all cases say it.
 */
import type { AnyFunction, Exercise } from "../../exercise/exercise.ts";
import type { Answer } from "../answer.ts";
import { isWrong } from "../parts.ts";
import { axesOf } from "../sizes.ts";
import { constantOff, constantTimes } from "./constants.ts";
import { because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import { fromList } from "./listed-mistake.ts";
import type { Near } from "./near.ts";
import { fromNeighbours } from "./neighbours.ts";
import { matchAll } from "./recognise.ts";
import { wrongParts } from "./wrong-parts.ts";
import { wrongWays } from "./wrong-ways.ts";

/**
 * What the answers say about how they were made, or nothing.
 *
 * @param answers all cases of the function that came back
 * @param total how many cases there were: a case that did not come back speaks against every diagnosis
 * @param near what else the answers are held against
 */
export function diagnose(
  exercise: Exercise,
  name: string,
  fn: AnyFunction,
  answers: readonly Answer[],
  total: number,
  near?: Near,
): Diagnosis | undefined {
  if (answers.length < total || answers.length === 0) return undefined;
  const asked = { exercise, name, fn, answers, near };
  const listed = fromList(asked);
  if (listed !== undefined || answers.some((answer) => answer.value === undefined)) return listed;
  for (const source of SOURCES) {
    const found = source(asked);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first way to be wrong that gives all answers. */
const fromWays: Source = ({ exercise, name, fn, answers }) => {
  const others = Object.fromEntries(Object.entries(exercise.functions).filter(([other]) => other !== name));
  for (const way of wrongWays(fn, axesOf(fn), others)) {
    const match = matchAll(answers, way.formula);
    if (match !== undefined && isEnough(match.informative, answers))
      return because("generic", way.id, way.says, match);
  }
  return undefined;
};

/** Nothing fits all cases. Where most are right, that is what follows: few right ones are chance. */
const howOften: Source = ({ answers }) => {
  const wrong = answers.filter(isWrong).length;
  if (wrong === 0 || 2 * wrong > answers.length) return undefined;
  return {
    text: `Your answer is right on ${answers.length - wrong} of ${answers.length} inputs, but not on this one.`,
  };
};

/** Who is asked where no listed mistake fits, the most certain first. */
const SOURCES: readonly Source[] = [
  fromWays,
  fromNeighbours,
  constantTimes,
  constantOff,
  wrongParts,
  howOften,
];

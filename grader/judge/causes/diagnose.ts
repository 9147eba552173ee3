/**
 * Names what is wrong with an answer, if the numbers of all cases say it.
 */
import type { Answer } from "../answer.ts";
import { isWrong } from "../parts.ts";
import { axesOf } from "../sizes.ts";
import { alwaysOne, constantOff, constantTimes } from "./constants.ts";
import { type Asked, because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import { differenceQuotient } from "./difference-quotient.ts";
import { factorParts } from "./factor-parts.ts";
import { rareAtEdge } from "./features/rare.ts";
import { feature } from "./features/source.ts";
import { ignoredArgument } from "./ignored-argument.ts";
import { lawsSpeak } from "./laws.ts";
import { fromList, fromOtherLists } from "./listed-mistake.ts";
import { fromNeighbours } from "./neighbours.ts";
import { otherChoice } from "./other-choice.ts";
import { outerFunction } from "./outer-function.ts";
import { outsideOfDomain } from "./outside-of-domain.ts";
import { pairs } from "./pairs.ts";
import { matchAll } from "./recognise.ts";
import { singlePrecision } from "./single-precision.ts";
import { stoppedEarly } from "./stopped-early.ts";
import { turnedArgument } from "./turned-argument.ts";
import { everyPart, somePart, wholeAnswer } from "./views/source.ts";
import { wrongParts } from "./wrong-parts.ts";
import { wrongWays } from "./wrong-ways.ts";

/**
 * What the answers say about how they were made, or nothing. A case that did not come back speaks against every
 * diagnosis but of what parts right inputs from wrong ones.
 */
export async function diagnose(asked: Asked): Promise<Diagnosis | undefined> {
  const { answers, tried } = asked;
  if (answers.length === tried.length && answers.length > 0) {
    const listed = fromList(asked);
    if (listed !== undefined) return listed;
    if (answers.every((answer) => answer.value !== undefined))
      return firstOf(SOURCES, { ...asked, answers: tellingFirst(answers) });
  }
  return firstOf(WITHOUT_ANSWERS, asked);
}

/** A wrong answer first: what does not give it is ruled out at once. */
function tellingFirst(answers: readonly Answer[]): readonly Answer[] {
  const telling = answers.findLast(isWrong);
  return telling === undefined ? answers : [telling, ...answers.filter((answer) => answer !== telling)];
}

async function firstOf(sources: readonly Source[], asked: Asked): Promise<Diagnosis | undefined> {
  for (const source of sources) {
    // A source may ask the reference for what it was not made for, or be out of work: then it says nothing.
    const found = await Promise.resolve()
      .then(() => source(asked))
      .catch(() => undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first way to be wrong that gives all answers. */
const fromWays: Source = ({ exercise, name, fn, answers, work }) => {
  const others = Object.fromEntries(Object.entries(exercise.functions).filter(([other]) => other !== name));
  for (const way of wrongWays(fn, axesOf(fn), others, answers[0])) {
    const match = matchAll(answers, way.formula, work);
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
  factorParts,
  alwaysOne,
  fromWays,
  outerFunction,
  otherChoice,
  fromNeighbours,
  constantTimes,
  constantOff,
  wholeAnswer,
  ignoredArgument,
  differenceQuotient,
  stoppedEarly,
  singlePrecision,
  turnedArgument,
  fromOtherLists,
  everyPart,
  pairs,
  outsideOfDomain,
  somePart,
  feature,
  rareAtEdge,
  lawsSpeak,
  wrongParts,
  howOften,
];

/** Who is asked where some inputs, or all, gave no answer of the declared shape. */
const WITHOUT_ANSWERS: readonly Source[] = [turnedArgument, feature];

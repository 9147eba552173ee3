/**
 * An answer that is the right program's with one edit: a sign, a term, a bound, an index.
 *
 * What keeps it honest: all drawn inputs and all edge cases match, where both sides are finite; an input counts only
 * where the edit changes the answer by more than rounding; an answer that is 0 everywhere is never named; in an
 * exercise of classes one edit explains all functions; and where edits in different places give the same numbers, the
 * sentence names two of them.
 */
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersIn } from "../entries.ts";
import { because, isEnough, type Source } from "./diagnosis.ts";
import type { Near } from "./near.ts";
import { answerOf, isRightValue, isSame, tells } from "./neighbour-answer.ts";

export const fromNeighbours: Source = async ({ name, fn, answers, edges, near: ask }) => {
  if (answers.some(({ value }) => value === undefined)) return undefined;
  if (answers.every(({ returned }) => numbersIn(returned).every((x) => x === 0))) return undefined;
  const near = await ask();
  if (near === undefined) return undefined;
  for (const { edit, id, says } of near.neighbours) {
    const informative = matching(answers, (answer) => answerOf(near.program, edit, name, { ...answer, fn }));
    if (informative === undefined || !isEnough(informative, answers)) continue;
    if (!agreesOnEdges(near, edges(), edit, name, fn) || !explainsOthers(near, edit)) continue;
    return because("generic", id, says, { count: answers.length, of: answers.length });
  }
  return undefined;
};

/** On how many answers a neighbour could have been told from the right one; nothing where one is not its. */
function matching(
  answers: readonly Answer[],
  theirs: (answer: Answer) => Value | undefined,
): number | undefined {
  let informative = 0;
  for (const answer of answers) {
    const value = theirs(answer);
    if (value === undefined || !isSame(answer, answer.value as Value, value)) return undefined;
    if (tells(answer, value)) informative++;
  }
  return informative;
}

const bothFinite = (x: number, y: number): boolean => Number.isFinite(x) && Number.isFinite(y);

/** An edge case has limits that a student's own way may meet otherwise: what is not finite there says nothing. */
function agreesOnEdges(
  near: Near,
  edges: readonly Answer[],
  edit: number,
  name: string,
  fn: Parameters<Source>[0]["fn"],
): boolean {
  return edges.every((answer) => {
    const value = answerOf(near.program, edit, name, { ...answer, fn });
    return value === undefined || isSame(answer, answer.value as Value, value, bothFinite);
  });
}

/** Each answer of another function is the edited program's, or right where that is. */
const explainsOthers = (near: Near, edit: number): boolean =>
  near.others.every(({ plan, drawn }) =>
    drawn.every((answer) => {
      const value = answerOf(near.program, edit, plan.name, { ...answer, fn: plan.fn });
      if (value === undefined) return isRightValue(answer, answer.value as Value);
      return isSame(answer, answer.value as Value, value);
    }),
  );

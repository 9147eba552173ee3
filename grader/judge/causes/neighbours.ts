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
import { isWrong } from "../parts.ts";
import { because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import type { Near } from "./near.ts";
import { answerOf, isRightValue, isSame, tells } from "./neighbour-answer.ts";

/** A search that takes longer is given up: a cause that comes late helps less than one that comes from the next source. */
const MOST_TURNS = 150_000;

export const fromNeighbours: Source = async ({ name, fn, answers, edges, near: ask }) => {
  if (answers.some(({ value }) => value === undefined)) return undefined;
  if (answers.every(({ returned }) => numbersIn(returned).every((x) => x === 0))) return undefined;
  const near = await ask();
  if (near === undefined) return undefined;
  const ordered = wrongFirst(answers);
  const most = near.program.spent + MOST_TURNS;
  for (const { edit, id, says } of near.neighbours) {
    if (near.program.spent > most) return undefined;
    const informative = matching(ordered, (answer) => answerOf(near.program, edit, name, fn, answer));
    if (informative === undefined || !isEnough(informative, answers)) continue;
    if (!agreesOnEdges(near, edges(), edit, name, fn) || !explainsOthers(near, edit)) continue;
    return because("generic", id, says, { count: answers.length, of: answers.length });
  }
  return undefined;
};

/**
 * An edit that is felt by edge cases alone: right on all drawn inputs, as the answer is, and its value on every edge
 * case. A number that is neither 0 nor right tells it, and so do two edge cases.
 */
export function atEdgesAlone(
  near: Near | undefined,
  name: string,
  fn: Parameters<Source>[0]["fn"],
  drawn: readonly Answer[],
  edges: readonly Answer[],
): Diagnosis | undefined {
  for (const { edit, id, says } of near?.neighbours ?? []) {
    const theirs = (answer: Answer): Value | undefined =>
      answerOf((near as Near).program, edit, name, fn, answer);
    const wrong = edges.filter((answer) => !isRightValue(answer, answer.value as Value));
    const isTold =
      wrong.length > 1 ||
      wrong.some(
        (answer) => tells(answer, answer.value as Value) && numbersIn(answer.returned).some((x) => x !== 0),
      );
    if (!isTold) return undefined;
    const matches = edges.every((answer) => {
      const value = theirs(answer);
      return value !== undefined && isSame(answer, answer.value as Value, value);
    });
    const isRightElsewhere = (answer: Answer): boolean => {
      const value = theirs(answer);
      return value !== undefined && isRightValue(answer, value);
    };
    if (!matches || !drawn.every(isRightElsewhere) || !explainsOthers(near as Near, edit)) continue;
    const text = `${says} That holds on ${edges.length} of ${edges.length} edge cases.`;
    return { text, cause: { id, kind: "generic", says, matched: edges.length, of: edges.length } };
  }
  return undefined;
}

/** What is wrong rules most neighbours out, and what is small does so at the least cost. */
function wrongFirst(answers: readonly Answer[]): readonly Answer[] {
  const wrong = new Set(answers.filter(isWrong));
  const sizeOf = ({ inputs }: Answer): number => JSON.stringify(inputs).length;
  const sized = answers.map((answer) => ({ answer, rank: wrong.has(answer) ? 0 : 1, size: sizeOf(answer) }));
  return sized.sort((a, b) => a.rank - b.rank || a.size - b.size).map(({ answer }) => answer);
}

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
    const value = answerOf(near.program, edit, name, fn, answer);
    return value === undefined || isSame(answer, answer.value as Value, value, bothFinite);
  });
}

/** Each answer of another function is the edited program's, or right where that is. */
const explainsOthers = (near: Near, edit: number): boolean =>
  near.others.every(({ plan, drawn }) =>
    drawn.every((answer) => {
      const value = answerOf(near.program, edit, plan.name, plan.fn, answer);
      if (value === undefined) return isRightValue(answer, answer.value as Value);
      return isSame(answer, answer.value as Value, value);
    }),
  );

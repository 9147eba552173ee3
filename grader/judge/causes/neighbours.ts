/**
 * An answer that is the right program's with one edit: a sign, a term, a bound, an index.
 *
 * What keeps it honest: all drawn inputs and all edge cases match, where both sides are finite; an input counts only
 * where the edit changes the answer by more than rounding; an answer that is 0 everywhere is never named; in an
 * exercise of classes one edit explains all functions; and where edits in different places give the same numbers, the
 * sentence names two of them.
 */
import type { Neighbour } from "../../exercise/neighbourhood.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { argumentsOf } from "../cases.ts";
import { numbersIn } from "../entries.ts";
import { isWrong } from "../parts.ts";
import { because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import type { Near } from "./near.ts";
import { answerOf, isRightValue, isSame, tells } from "./neighbour-answer.ts";
import { usable } from "./neighbour-program.ts";
import { wrongFirst } from "./wrong-first.ts";

/**
 * A search that takes longer is given up: what comes late helps less than what the next source says. A turn takes 0.1 to
 * 20 µs, and the likeliest neighbours come first.
 */
const MOST_TURNS = 40_000;

/** So many times what the right program takes, and so many turns more, may a neighbour take on the same input. */
const TIMES = 20;
const MORE = 200;

type Fn = Parameters<Source>[0]["fn"];
type Theirs = (edit: number, answer: Answer) => Value | undefined;

/** What the neighbours of a function answer to an input, each unless it takes much longer than the right program. */
function answersOf({ program }: Near, name: string, fn: Fn): Theirs {
  const limits = new Map<Answer, number[]>();
  return (edit, answer) => {
    const mine = limits.get(answer) ?? [];
    limits.set(answer, mine);
    const form = program.formOf(edit);
    mine[form] ??= MORE + TIMES * program.turnsOf(form, name, argumentsOf(fn, answer.inputs).map(usable));
    return answerOf(program, edit, name, fn, answer, mine[form]);
  };
}

/** The neighbours, the likeliest first, as long as turns are left for the next. */
function* within({ neighbours, program }: Near): Iterable<Neighbour> {
  const most = program.spent + MOST_TURNS;
  for (const neighbour of neighbours) {
    if (program.spent > most) return;
    yield neighbour;
  }
}

export const fromNeighbours: Source = async ({ name, fn, answers, edges, near: ask }) => {
  if (answers.some(({ value }) => value === undefined)) return undefined;
  if (answers.every(({ returned }) => numbersIn(returned).every((x) => x === 0))) return undefined;
  const near = await ask();
  if (near === undefined) return undefined;
  const ordered = wrongFirst(answers);
  const theirs = answersOf(near, name, fn);
  for (const { edit, id, says } of within(near)) {
    const informative = matching(ordered, edit, theirs);
    if (informative === undefined || !isEnough(informative, answers)) continue;
    if (!agreesOnEdges(edges(), edit, theirs) || !explainsOthers(near, edit)) continue;
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
  fn: Fn,
  drawn: readonly Answer[],
  edges: readonly Answer[],
): Diagnosis | undefined {
  if (near === undefined) return undefined;
  const wrong = edges.filter(isWrong);
  const isTold =
    wrong.length > 1 ||
    wrong.some(
      (answer) => tells(answer, answer.value as Value) && numbersIn(answer.returned).some((x) => x !== 0),
    );
  if (!isTold) return undefined;
  const theirs = answersOf(near, name, fn);
  const felt = wrongFirst(edges);
  const [smallest, ...others] = wrongFirst(drawn);
  for (const { edit, id, says } of within(near)) {
    const isRightOn = (answer: Answer): boolean => {
      const value = theirs(edit, answer);
      return value !== undefined && isRightValue(answer, value);
    };
    // Most edits are felt by a small drawn input, at less cost than by an edge case.
    if (smallest !== undefined && !isRightOn(smallest)) continue;
    if (matching(felt, edit, theirs) === undefined) continue;
    if (!others.every(isRightOn) || !explainsOthers(near, edit)) continue;
    const text = `${says} That holds on ${edges.length} of ${edges.length} edge cases.`;
    return { text, cause: { id, kind: "generic", says, matched: edges.length, of: edges.length } };
  }
  return undefined;
}

/** On how many answers a neighbour could have been told from the right one; nothing where one is not its. */
function matching(answers: readonly Answer[], edit: number, theirs: Theirs): number | undefined {
  let informative = 0;
  for (const answer of answers) {
    const value = theirs(edit, answer);
    if (value === undefined || !isSame(answer, answer.value as Value, value)) return undefined;
    if (tells(answer, value)) informative++;
  }
  return informative;
}

const bothFinite = (x: number, y: number): boolean => Number.isFinite(x) && Number.isFinite(y);

/** An edge case has limits that a student's own way may meet otherwise: what is not finite there says nothing. */
const agreesOnEdges = (edges: readonly Answer[], edit: number, theirs: Theirs): boolean =>
  edges.every((answer) => {
    const value = theirs(edit, answer);
    return value === undefined || isSame(answer, answer.value as Value, value, bothFinite);
  });

/** Each answer of another function is the edited program's, or right where that is. */
const explainsOthers = (near: Near, edit: number): boolean =>
  near.others.every(({ plan, drawn }) =>
    drawn.every((answer) => {
      const value = answerOf(near.program, edit, plan.name, plan.fn, answer);
      if (value === undefined) return isRightValue(answer, answer.value as Value);
      return isSame(answer, answer.value as Value, value);
    }),
  );

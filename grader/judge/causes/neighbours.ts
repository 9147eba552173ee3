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
import { argumentsOf } from "../cases.ts";
import { numbersIn } from "../entries.ts";
import { isWrong } from "../parts.ts";
import { because, type Diagnosis, isEnough, type Source } from "./diagnosis.ts";
import type { Near } from "./near.ts";
import { answerOf, isRightValue, isSame, tells } from "./neighbour-answer.ts";
import { usable } from "./neighbour-program.ts";
import { unitsOf } from "./recognise.ts";
import type { Work } from "./work.ts";
import { wrongFirst } from "./wrong-first.ts";

/** What they may take, the likeliest first, and what a turn counts. */
const OF_NEIGHBOURS = 240_000;
/** One that has given so many answers is gone through to the end, by work of its own: a training run is long. */
const PROMISING = 4;
const OF_PROMISING = 360_000;
const A_TURN = 4;

/** So many times what the right program takes, and so many turns more, may a neighbour take on the same input. */
interface Patience {
  readonly times: number;
  readonly more: number;
}
const LONG: Patience = { times: 20, more: 200 };
/** At first little: what does not end would take all that there is from what comes after it. */
const ROUNDS: readonly Patience[] = [{ times: 2, more: 50 }, LONG];

type Fn = Parameters<Source>[0]["fn"];
/** @param of what it is taken, where not of the search's own */
type Theirs = (edit: number, answer: Answer, of?: Work) => Value | undefined;

/**
 * What the neighbours of a function answer to an input, each unless it takes much longer than the right program.
 *
 * @param late where those are noted that did
 */
function answersOf(
  { program }: Near,
  name: string,
  fn: Fn,
  work: Work,
  { times, more }: Patience,
  late = new Set<number>(),
): Theirs {
  const limits = new Map<Answer, number[]>();
  return (edit, answer, of = work) => {
    const before = program.spent;
    const mine = limits.get(answer) ?? [];
    limits.set(answer, mine);
    const form = program.formOf(edit);
    mine[form] ??= more + times * program.turnsOf(form, name, argumentsOf(fn, answer.inputs).map(usable));
    const begun = program.spent;
    const value = answerOf(program, edit, name, fn, answer, mine[form]);
    if (program.spent - begun >= mine[form]) late.add(edit);
    of.take(unitsOf(answer) + A_TURN * (program.spent - before));
    return value;
  };
}

export const fromNeighbours: Source = async ({ name, fn, answers, edges, near: ask, work: all, edits }) => {
  if (answers.some(({ value }) => value === undefined)) return undefined;
  if (answers.every(({ returned }) => numbersIn(returned).every((x) => x === 0))) return undefined;
  const near = await ask();
  if (near === undefined) return undefined;
  const ordered = wrongFirst(answers);
  const search = all.share(OF_NEIGHBOURS);
  // What gave another function's answers is tried first.
  const [likely, others] = parted(near.neighbours, ({ edit }) => edits.has(edit));
  let open = [...likely, ...others];
  for (const patience of ROUNDS) {
    const late = new Set<number>();
    const theirs = answersOf(near, name, fn, search, patience, late);
    for (const { edit, id, says } of open) {
      const informative = matching(ordered, edit, theirs, () => all.share(OF_PROMISING));
      if (informative === undefined || !isEnough(informative, answers)) continue;
      if (
        !agreesOnEdges(edges(), edit, (one, answer) => theirs(one, answer, all)) ||
        !explainsOthers(near, edit, all)
      )
        continue;
      edits.add(edit);
      return because("generic", id, says, { count: answers.length, of: answers.length });
    }
    open = open.filter(({ edit }) => late.has(edit));
  }
  return undefined;
};

const parted = <T>(all: readonly T[], is: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(is),
  all.filter((one) => !is(one)),
];

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
  all: Work,
): Diagnosis | undefined {
  if (near === undefined) return undefined;
  const wrong = edges.filter(isWrong);
  const isTold =
    wrong.length > 1 ||
    wrong.some(
      (answer) => tells(answer, answer.value as Value) && numbersIn(answer.returned).some((x) => x !== 0),
    );
  if (!isTold) return undefined;
  const work = all.share(OF_NEIGHBOURS);
  const theirs = answersOf(near, name, fn, work, LONG);
  const felt = wrongFirst(edges);
  const [smallest, ...others] = wrongFirst(drawn);
  for (const { edit, id, says } of near.neighbours) {
    const isRightOn = (answer: Answer): boolean => {
      const value = theirs(edit, answer);
      return value !== undefined && isRightValue(answer, value);
    };
    // Most edits are felt by a small drawn input, at less cost than by an edge case.
    if (smallest !== undefined && !isRightOn(smallest)) continue;
    if (matching(felt, edit, theirs) === undefined) continue;
    if (!others.every(isRightOn) || !explainsOthers(near, edit, work)) continue;
    const text = `${says} That holds on ${edges.length} of ${edges.length} edge cases.`;
    return { text, cause: { id, kind: "generic", says, matched: edges.length, of: edges.length } };
  }
  return undefined;
}

/**
 * On how many answers a neighbour could have been told from the right one; nothing where one is not its.
 *
 * @param further work of its own, once a neighbour is promising
 */
function matching(
  answers: readonly Answer[],
  edit: number,
  theirs: Theirs,
  further?: () => Work,
): number | undefined {
  let informative = 0;
  let of: Work | undefined;
  for (const [i, answer] of answers.entries()) {
    if (i === PROMISING) of = further?.();
    const value = theirs(edit, answer, of);
    if (value === undefined || !isSame(answer, value)) return undefined;
    if (tells(answer, value)) informative++;
  }
  return informative;
}

const bothFinite = (x: number, y: number): boolean => Number.isFinite(x) && Number.isFinite(y);

/** An edge case has limits that a student's own way may meet otherwise: what is not finite there says nothing. */
const agreesOnEdges = (edges: readonly Answer[], edit: number, theirs: Theirs): boolean =>
  edges.every((answer) => {
    const value = theirs(edit, answer);
    return value === undefined || isSame(answer, value, bothFinite);
  });

/** Each answer of another function is the edited program's, or right where that is. */
const explainsOthers = (near: Near, edit: number, work: Work): boolean =>
  near.others.every(({ plan, drawn }) =>
    drawn.every((answer) => {
      const before = near.program.spent;
      const value = answerOf(near.program, edit, plan.name, plan.fn, answer);
      work.take(unitsOf(answer) + A_TURN * (near.program.spent - before));
      if (value === undefined) return isRightValue(answer, answer.value as Value);
      return isSame(answer, value);
    }),
  );

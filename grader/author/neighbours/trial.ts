/**
 * What edits come to: each is tried on inputs that the judge draws, and those with the same numbers are one class.
 */
import type { AnyFunction, Exercise } from "../../exercise/exercise.ts";
import { argumentsOf, type Case } from "../../judge/cases.ts";
import {
  answerOf,
  type Flat,
  flat,
  type Given,
  isRightValue,
  isSameFlat,
} from "../../judge/causes/neighbour-answer.ts";
import type { NeighbourProgram } from "../../judge/causes/neighbour-program.ts";
import { plansOf } from "../../judge/plan.ts";

/** Of so many cases each, short numbers and wild ones; and of all edge cases. */
const EACH = 12;
/** An edit that throws on so many cases, the first of all, is asked no further: it costs most, and tells nothing. */
const THROWN = 3;

interface Tried extends Given {
  readonly name: string;
  readonly fn: AnyFunction;
  readonly args: ReturnType<typeof argumentsOf>;
}

/** What an edit gives on one case: a value, nothing where it throws, or "right". */
type Outcome = Flat | "right" | undefined;

export interface EditClass {
  /** Numbers of edits that give the same. */
  readonly edits: number[];
  /** The functions whose answers differ. */
  readonly told: ReadonlySet<string>;
}

/** All that became of the edits of an exercise. */
export interface TrialResult {
  /** By function; in an exercise of classes, one list for all functions. */
  readonly classes: ReadonlyMap<string, readonly EditClass[]>;
  /** Edits that no case tells from the right answer. */
  readonly equal: readonly number[];
  /** Edits that give no value anywhere: they throw, or do not end. */
  readonly dead: readonly number[];
}

export function tryEdits(
  exercise: Exercise,
  program: NeighbourProgram,
  count: number,
  seed: number,
): TrialResult {
  const cases = casesOf(exercise, seed);
  const groups = exercise.exports === undefined ? [...new Set(cases.map(({ name }) => name))] : [undefined];
  const classes = new Map<string, EditClass[]>();
  const [told, alive] = [new Set<number>(), new Set<number>()];
  for (const group of groups) {
    const own = cases.filter(({ name }) => group === undefined || name === group);
    const made: { readonly outcomes: readonly Outcome[]; readonly found: EditClass }[] = [];
    for (let edit = 1; edit <= count; edit++) {
      const outcomes = outcomesOf(program, own, edit);
      if (outcomes.some((one) => one !== "right" && one !== undefined)) alive.add(edit);
      if (outcomes.every((one) => one === "right")) continue;
      told.add(edit);
      const same = made.find((one) =>
        outcomes.every((outcome, i) => isSameOutcome(outcome, one.outcomes[i])),
      );
      if (same !== undefined) same.found.edits.push(edit);
      else made.push({ outcomes, found: { edits: [edit], told: toldIn(own, outcomes) } });
    }
    classes.set(
      group ?? "",
      made.map(({ found }) => found),
    );
  }
  const all = Array.from({ length: count }, (_, i) => i + 1);
  return {
    classes,
    equal: all.filter((edit) => !told.has(edit)),
    dead: all.filter((edit) => told.has(edit) && !alive.has(edit)),
  };
}

function casesOf(exercise: Exercise, seed: number): readonly Tried[] {
  return plansOf(exercise, seed).flatMap(({ name, fn, values, edges }) => {
    const drawn = values.filter(
      (_, i) => i < EACH || (i >= values.length / 2 && i < values.length / 2 + EACH),
    );
    return [
      ...drawn.map((given) => triedOf(name, fn, given)),
      ...edges
        .filter(({ edge }) => edge.holds === undefined && edge.throws !== true)
        .map((given) => triedOf(name, fn, given)),
    ];
  });
}

const triedOf = (name: string, fn: AnyFunction, given: Case): Tried => ({
  name,
  fn,
  inputs: given.inputs,
  sizes: given.sizes,
  expected: given.expected,
  args: argumentsOf(fn, given.inputs),
});

function outcomesOf(program: NeighbourProgram, cases: readonly Tried[], edit: number): Outcome[] {
  let thrown = 0;
  return cases.map((one, i) => {
    if (thrown >= THROWN && thrown === i) {
      thrown++;
      return undefined;
    }
    const outcome = answerOf(program, edit, one.name, one.fn, one);
    if (outcome === undefined) thrown++;
    if (outcome === undefined) return undefined;
    return isRightValue(one, outcome) ? "right" : flat(one, outcome);
  });
}

function isSameOutcome(a: Outcome, b: Outcome): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return isSameFlat(a, b);
}

function toldIn(cases: readonly Tried[], outcomes: readonly Outcome[]): ReadonlySet<string> {
  const told = new Set<string>();
  for (const [i, { name }] of cases.entries()) {
    const outcome = outcomes[i];
    if (outcome === undefined || outcome === "right") continue;
    told.add(name);
  }
  return told;
}

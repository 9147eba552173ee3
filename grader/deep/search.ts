/**
 * A search: inputs are drawn by fast-check, asked in batches, and what falls short is shrunk by it.
 *
 * The batches hold what fast-check's own runner would try one by one, so that a place among them is a path of it.
 */
import { type Arbitrary, asyncProperty, check, sample, tuple } from "fast-check";
import type { Box, CallOutcome } from "../box/box.ts";
import type { FindingCode } from "../verdict/verdict.ts";
import { isAsClear } from "./clear.ts";
import type { Drawn } from "./inputs.ts";
import type { LawChoice } from "./law-trial.ts";
import { type Doubt, isDoubt, type Shortfall, type Tried } from "./trial.ts";

export interface Search {
  readonly arbitrary: Arbitrary<Drawn<LawChoice> | undefined>;
  readonly trialOf: (drawn: Drawn<LawChoice>) => Tried;
  readonly seed: number;
}

/** Inputs that travel together: all that falls short among them is known when one of them is shown. */
export const BATCH = 256;
/** Most tries on the way to a small counterexample. */
const SHRINKS = 1500;
/** Most of them that may end the box: each costs a deadline. */
const LOSSES = 2;

/** Faults that end the box, each of which costs a deadline: they are shown as they were met. */
const FATAL: ReadonlySet<FindingCode> = new Set(["timeout", "out-of-memory", "crashed"]);

/** What a batch came to. */
export interface Searched {
  /** Inputs that could be judged, and were. */
  readonly tries: number;
  readonly doubts: readonly Doubt[];
  readonly found: readonly Found[];
}

/** What fell short, and its place among all that are drawn. */
export interface Found extends Shortfall {
  readonly index: number;
}

/** Tries a batch of inputs, the first of them at `start`. */
export async function searchBatch(search: Search, box: Box, start: number): Promise<Searched> {
  const { trialOf } = search;
  const doubts: Doubt[] = [];
  const trials = inputsFrom(search, `${start}`, BATCH).flatMap((inputs, i) => {
    const tried = inputs && trialOf(inputs);
    if (tried === undefined) return [];
    if (!isDoubt(tried)) return [{ tried, index: start + i }];
    doubts.push(tried);
    return [];
  });
  const outcomes = await box.call(trials.flatMap(({ tried }) => tried.calls));
  let [at, tries] = [0, 0];
  const found: Found[] = [];
  for (const { tried, index } of trials) {
    const own = outcomes.slice(at, at + tried.calls.length);
    at += own.length;
    if (own.every(({ kind }) => kind === "not-run")) continue;
    tries++;
    const shortfall = tried.judge(own);
    if (shortfall !== undefined) found.push({ ...shortfall, index });
  }
  return { tries, doubts, found };
}

/** A counterexample with the path that leads to it. */
export interface Small {
  readonly path: string;
  readonly shortfall: Shortfall;
  /** It fell short among others, and not alone. */
  readonly isUnsteady?: true;
}

/** The smallest input with the same fault that fast-check finds. */
export async function shrunk(search: Search, box: Box, met: Found): Promise<Small> {
  const { arbitrary, trialOf, seed } = search;
  const { index } = met;
  if (FATAL.has(met.fault.code)) return { path: `${index}`, shortfall: met };
  let [left, losses] = [SHRINKS, LOSSES];
  let best: Shortfall | undefined;
  const property = asyncProperty(arbitrary, async (inputs) => {
    const tried = inputs === undefined || left <= 0 || losses <= 0 ? undefined : trialOf(inputs);
    if (tried === undefined || isDoubt(tried)) return;
    left--;
    const outcomes = await box.call(tried.calls);
    if (outcomes.some(endsBox)) losses--;
    const smaller = tried.judge(outcomes);
    if (smaller === undefined || !isAsClear(smaller, met)) return;
    best = smaller;
    throw new Error("falls short");
  });
  const { counterexamplePath } = await check(property, { seed, path: `${index}`, numRuns: 1 });
  return best === undefined || counterexamplePath === null
    ? { path: `${index}`, shortfall: met, isUnsteady: true }
    : { path: counterexamplePath, shortfall: best };
}

const endsBox = ({ kind }: CallOutcome): boolean => FATAL.has(kind as FindingCode);

/** A path that leads to no input. */
export class NoInput extends Error {
  override readonly name = "NoInput";
}

/**
 * The input at a path, tried alone; nothing where it passes.
 *
 * @throws NoInput
 */
export async function at(search: Search, box: Box, path: string): Promise<Shortfall | undefined> {
  const all = inputsFrom(search, path, 1);
  if (all.length === 0) throw new NoInput(`no input lies at ${path}`);
  const tried = all[0] && search.trialOf(all[0]);
  if (tried === undefined || isDoubt(tried)) return undefined;
  return tried.judge(await box.call(tried.calls));
}

/** What fast-check's runner would try from a path on; nothing where the path takes a turn that is not there. */
function inputsFrom(
  { arbitrary, seed }: Search,
  path: string,
  count: number,
): readonly (Drawn<LawChoice> | undefined)[] {
  try {
    // A property draws a tuple.
    const drawn = sample(tuple(arbitrary), { seed, path, numRuns: count });
    return drawn.map(([inputs]) => inputs);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Unable to replay")) return [];
    throw error;
  }
}

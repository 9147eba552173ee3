/**
 * What a model answer treats apart and the judge's inputs do not: an answer that forgets it would pass.
 *
 * A side of a distinction is told apart if, with every seed, some answer would be refused were that side the other.
 * Of two sides that are equal it is enough that they come up where the distinction counts: there both ways may be
 * right.
 */
import type { Exercise } from "../../../exercise/exercise.ts";
import { pathsOf, type Slug } from "../../course.ts";
import { textOf } from "../../text-of.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { type Trial, trial } from "./trial.ts";
import { type Distinction, type DistinctionKind, type Weave, weave } from "./weave.ts";
import { keyOf, type Side, type Turn, WovenProgram } from "./woven-program.ts";

const SIDES: Readonly<Record<DistinctionKind, readonly Side[]>> = {
  order: ["true", "false", "equal"],
  truth: ["true", "false"],
  nullish: ["true", "false"],
  default: ["true"],
};

/** All sides of all distinctions. */
export const turnsOf = ({ distinctions }: Weave): readonly Turn[] =>
  distinctions.flatMap(({ kind }, number) => SIDES[kind].map((side) => ({ number, side })));

/** One line for each side that is not told apart. */
export async function untold(
  root: string,
  slug: Slug,
  exercise: Exercise,
  seeds: readonly number[],
): Promise<Refusal[]> {
  const file = pathsOf(slug).solution;
  const woven = weave(textOf(root, file));
  const turns = turnsOf(woven);
  const program = await WovenProgram.load(woven, exercise);
  const trials = seeds.map((seed) => trial(exercise, program, turns, seed));
  return turns.flatMap((turn) => {
    const distinction = woven.distinctions[turn.number];
    const hole = distinction && holeOf(distinction, turn, trials, seeds);
    return hole === undefined ? [] : [refuse(`${file}:${distinction?.line}`, hole.what, hole.mend)];
  });
}

interface Hole {
  readonly what: string;
  readonly mend: string;
}

function holeOf(
  distinction: Distinction,
  turn: Turn,
  trials: readonly Trial[],
  seeds: readonly number[],
): Hole | undefined {
  const counting = new Set(
    SIDES[distinction.kind].flatMap((side) =>
      trials.flatMap(({ toldIn }) => [...(toldIn.get(keyOf({ ...turn, side })) ?? [])]),
    ),
  );
  const key = keyOf(turn);
  const isTold = ({ toldIn, reachedIn }: Trial): boolean =>
    toldIn.has(key) ||
    (turn.side === "equal" && [...(reachedIn.get(key) ?? [])].some((fn) => counting.has(fn)));
  const open = trials.findIndex((one) => !isTold(one));
  if (open < 0) return undefined;
  const says = wordsOf(distinction, turn.side);
  if (trials.some(isTold))
    return {
      what: `${says} matters by chance, and not with seed ${seeds[open]}`,
      mend: "add an edge case where it does",
    };
  if (trials.every(({ reachedIn }) => !reachedIn.has(key)))
    return {
      what: `${says} never comes up`,
      mend: "add an edge case for it, let the inputs draw it, or write the answer without",
    };
  return {
    what: `${says} comes up, but no answer would be refused without`,
    mend: "add an edge case where it matters, or write the answer without",
  };
}

function wordsOf({ kind, text }: Distinction, side: Side): string {
  if (kind === "default") return `the default in \`${text}\``;
  if (kind === "nullish") return `\`${text}\` ${side === "true" ? "missing" : "present"}`;
  return side === "equal" ? `\`${text}\` with equal sides` : `\`${text}\` ${side}`;
}

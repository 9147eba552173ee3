/** The kinds of work that a hand can do, each with its data and its pieces. */
import { preparedAssignment } from "./clusters-work.ts";
import { preparedDifferences } from "./differences-work.ts";
import { preparedGrid } from "./grid-work.ts";
import { preparedLandscape } from "./landscape-work.ts";
import { preparedMoments } from "./moments-work.ts";

/** From data that are given once to a function of one piece. */
const works = {
  differences: preparedDifferences,
  landscape: preparedLandscape,
  grid: preparedGrid,
  clusters: preparedAssignment,
  moments: preparedMoments,
} as const;

export type WorkName = keyof typeof works;
export type SetupOf<N extends WorkName> = Parameters<(typeof works)[N]>[0];
export type PieceOf<N extends WorkName> = Parameters<ReturnType<(typeof works)[N]>>[0];
export type ResultOf<N extends WorkName> = ReturnType<ReturnType<(typeof works)[N]>>;

/** One kind of work, ready for its pieces. */
export const prepared = <N extends WorkName>(
  work: N,
  setup: SetupOf<N>,
): ((piece: PieceOf<N>) => ResultOf<N>) =>
  (works[work] as unknown as (setup: SetupOf<N>) => (piece: PieceOf<N>) => ResultOf<N>)(setup);

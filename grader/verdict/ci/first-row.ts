/** The row that is told first of an exercise: that of the finding with the most certain cause. */
import { rankOf } from "../certainty.ts";
import type { Row } from "./tally.ts";

const rank = ({ check }: Row): number =>
  check?.finding === undefined ? Number.POSITIVE_INFINITY : rankOf(check.finding);

/** Rows that fell short, in the order in which they are told. */
export const toldFirst = (rows: readonly Row[]): readonly Row[] =>
  rows
    .filter(({ status }) => status !== "pass")
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));

/**
 * A cell of a gradebook that holds no number, and why.
 *
 * A number stands only where work was judged or set by hand, or where there is no work and the policy says zero.
 * Everything else is one of these, and its cell is blank (EX where excused): a zero would say that somebody's work
 * is worth nothing.
 */
export const noGrades = ["not judged", "unclear", "unreadable", "missing", "excused"] as const;

/**
 * The gravest first:
 * - `not judged`: the grader's machine failed; the same command tries again.
 * - `unclear`: it is not certain whose work this is.
 * - `unreadable`: something lies there that cannot be taken as the work: no permission, a link, a copy's name …
 * - `missing`: there is no work, and the policy leaves such cells blank.
 * - `excused`: the roster or an override says EX.
 */
export type NoGrade = (typeof noGrades)[number];

/** The gravest of them; undefined where there is none. */
export const gravest = (reasons: Iterable<NoGrade | undefined>): NoGrade | undefined => {
  const found = new Set(reasons);
  return noGrades.find((each) => found.has(each));
};

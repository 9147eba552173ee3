/** A wrong answer of a known kind, as it is graded. */
import type { Box, Program } from "../../grader/box/box.ts";

export const GROUPS = ["listed mistakes", "edits of right answers", "submissions"] as const;

export interface Subject {
  readonly group: (typeof GROUPS)[number];
  /** How a line calls it. */
  readonly name: string;
  readonly program: Program;
  readonly box: Box;
  /** The cause that it has to be told by, where there is only one. */
  readonly wanted?: string;
}

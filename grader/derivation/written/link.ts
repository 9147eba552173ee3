import type { Expression } from "../expression.ts";
import { plainForm, sortedForm } from "./canonical.ts";

/** A side that was written, and whether it is worth what its chain began with. */
export interface Link {
  readonly read: Expression;
  readonly plain: string;
  readonly sorted: string;
  readonly isTrue: boolean;
}

export const linkOf = (read: Expression, isTrue: boolean): Link => ({
  read,
  plain: plainForm(read),
  sorted: sortedForm(read),
  isTrue,
});

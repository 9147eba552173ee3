import type { Expression } from "../expression.ts";
import { plainForm, sortedForm } from "./canonical.ts";
import { withoutDetours } from "./without-detours.ts";

/** A side that was written, and whether it is worth what its chain began with. */
export interface Link {
  readonly read: Expression;
  readonly plain: string;
  readonly sorted: string;
  /** Sorted, without what falls away again; worked out once it is asked for. */
  readonly reduced: () => string;
  readonly isTrue: boolean;
}

export function linkOf(read: Expression, isTrue: boolean): Link {
  let reduced: string | undefined;
  return {
    read,
    plain: plainForm(read),
    sorted: sortedForm(read),
    reduced: () => {
      reduced ??= sortedForm(withoutDetours(read));
      return reduced;
    },
    isTrue,
  };
}

/** Whether a side is an earlier one with something in it that falls away. */
export const isDetour = (link: Link, chain: readonly Link[]): boolean =>
  link.reduced() !== link.sorted &&
  chain.slice(0, -1).some((other) => other.isTrue && other.reduced() === link.reduced());

/**
 * How many lines of a derivation take it on. A line that only writes an earlier one otherwise takes it on where it gets
 * shorter by that, or nearer to what comes next, and once: to multiply out and to take together again is no way,
 * however many lines it fills, and what is multiplied out at the end is no step either.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";
import { isSamePrint, type Print } from "./algebra-print.ts";
import { lengthOf } from "./length.ts";
import type { Link } from "./link.ts";
import { partsBehind } from "./parts-behind.ts";
import { relevantAmong } from "./relevant.ts";

/** A true line that is new. */
export interface Step {
  /** Which chain it belongs to: that from the start, or one beside it. */
  readonly chain: readonly Link[];
  readonly read: Expression;
  readonly print: Print | undefined;
  /** Rules of differentiation that it applies. */
  readonly applied: number;
}

export function countedSteps(steps: readonly Step[], scope: Scope, start: readonly Link[]): number {
  const asides = new Set(steps.map(({ chain }) => chain).filter((chain) => chain !== start));
  const relevant = relevantAmong(start, [...asides], scope);
  const groups = grouped(steps.filter(({ chain }) => relevant.includes(chain)));
  return groups.reduce((sum, group) => sum + worth(group, steps, scope), 0);
}

/** Steps of one chain that differ by algebra alone. */
function grouped(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const group = groups.find(
      ([first]) => first?.chain === step.chain && isSamePrint(first.print, step.print),
    );
    if (group === undefined) groups.push([step]);
    else group.push(step);
  }
  return groups;
}

/** One line for what is new, and one for writing it otherwise where that leads on. */
function worth(group: readonly Step[], steps: readonly Step[], scope: Scope): number {
  const [first, ...others] = group as [Step, ...Step[]];
  const last = others.at(-1);
  if (last === undefined) return 1;
  const length = ({ read }: Step): number => lengthOf(read, scope);
  return others.some((other) => length(other) < length(first)) || isNearer(first, last, steps, scope) ? 2 : 1;
}

/** Whether the line behind it has more in common with what was written otherwise than with what stood there before. */
function isNearer(first: Step, last: Step, steps: readonly Step[], scope: Scope): boolean {
  const next = steps.slice(steps.indexOf(last) + 1).find(({ chain }) => chain === last.chain);
  if (next === undefined) return false;
  const to = partsBehind(next.read, scope);
  const common = ({ read }: Step): number =>
    [...partsBehind(read, scope)].filter((part) => to.has(part)).length;
  return common(last) > common(first);
}

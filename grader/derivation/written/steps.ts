/**
 * How many lines of a derivation take it on. A line that only writes an earlier one otherwise takes it on once: to
 * multiply out and to take together again is no way, however many lines it fills.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";
import { isSamePrint, type Print } from "./algebra-print.ts";
import type { Link } from "./link.ts";
import { isRelevant } from "./relevant.ts";

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
  const chains = [...new Set([start, ...steps.map(({ chain }) => chain)])];
  const beside = (aside: readonly Link[]): boolean =>
    isRelevant(
      aside,
      chains.filter((chain) => chain !== aside).flatMap((chain) => chain.map(({ read }) => read)),
      scope,
    );
  const relevant = chains.filter((chain) => chain === start || beside(chain));
  const groups = grouped(steps.filter(({ chain }) => relevant.includes(chain)));
  return groups.reduce((sum, group) => sum + worth(group, steps), 0);
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

/** One line for what is new, and one for writing it otherwise. */
function worth(group: readonly Step[], steps: readonly Step[]): number {
  const [first, last] = [group[0] as Step, group.at(-1) as Step];
  if (group.length === 1) return 1;
  if (group.length > 2 && total(leavesOf(first.read)) === total(leavesOf(last.read))) return 1;
  return isTakenBack(first, last, steps) ? 1 : 2;
}

/** Whether the next rule is applied to what stood there before: what was written otherwise is gone again. */
function isTakenBack(first: Step, last: Step, steps: readonly Step[]): boolean {
  const next = steps.slice(steps.indexOf(last) + 1).find(({ chain }) => chain === last.chain);
  if (next === undefined || next.applied <= 0) return false;
  const to = leavesOf(next.read);
  return distance(leavesOf(first.read), to) < distance(leavesOf(last.read), to);
}

type Leaves = ReadonlyMap<string, number>;

/** What a formula is made of, and how often; what is still to be derived is left out. */
function leavesOf(e: Expression): Leaves {
  const found = new Map<string, number>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { is, name, value, fn, op } = part as Record<string, unknown>;
    if (is === "derivative") return;
    const leaf = name ?? value ?? fn ?? (is === "over" ? op : undefined);
    if (typeof leaf === "string" || typeof leaf === "number")
      found.set(`${leaf}`, (found.get(`${leaf}`) ?? 0) + 1);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(e);
  return found;
}

const total = (leaves: Leaves): number => [...leaves.values()].reduce((sum, n) => sum + n, 0);

const distance = (a: Leaves, b: Leaves): number =>
  [...new Set([...a.keys(), ...b.keys()])].reduce(
    (sum, leaf) => sum + Math.abs((a.get(leaf) ?? 0) - (b.get(leaf) ?? 0)),
    0,
  );

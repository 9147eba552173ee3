/** What is said of a side that is not worth what its chain began with: each error once. */
import type { Expression } from "../expression.ts";
import { sizeOf } from "./canonical.ts";
import type { Comparing } from "./comparing.ts";
import type { Given } from "./given.ts";
import type { Link } from "./link.ts";
import type { Side } from "./read-side.ts";
import { replaced } from "./replaced.ts";
import { type Said, sentence } from "./said.ts";
import type { Sameness } from "./same.ts";
import { slipIn } from "./slip-in.ts";

/** What was wrongly worked out beside the chain, by its two sides. */
export interface WrongAside {
  readonly from: Link;
  readonly to: Expression;
}

export interface WrongSide {
  readonly side: Side;
  /** How it differs from what its chain began with. */
  readonly asStart: Exclude<Sameness, { is: "same" }>;
  readonly first: Link;
  readonly before: Link;
  /** The chain from the start on. */
  readonly main: readonly Link[];
  readonly isMain: boolean;
}

/** Steps that it counts for to look for what was worked out beside a line in one of its parts: each gets a form. */
const ASIDE = 20;

export function saidOfWrong(
  { side, asStart, first, before, main, isMain }: WrongSide,
  comparing: Comparing,
  asides: WrongAside[],
  given: Given,
): Said {
  const { read, place } = side;
  const undecided = (says: string): Said => ({ status: "undecided", says, place });
  if (asStart.is === "undecided")
    return undecided("Too few points say whether it is true: write it with smaller parts.");
  if (asStart.is === "no number")
    return undecided(`It has no number at ${asStart.point}, so it cannot stand for what was there.`);
  const asBefore = before.isTrue ? asStart : comparing.compareAt(before.read, side);
  if (asBefore.is === "same")
    return { status: "follows", says: "It follows from the line above it, which is not right." };
  comparing.scope.budget.charge(ASIDE * asides.length * sizeOf(before.read));
  if (asides.some((aside) => followsFrom(aside, before.read, read, comparing)))
    return { status: "follows", says: "It follows with what you worked out beside it, which is not right." };
  if (!isMain) asides.push({ from: first, to: read });
  const { point, near } = asBefore.is === "apart" ? asBefore : asStart;
  const inMain = isMain ? read : putIn(main, first, read, comparing);
  const slip = inMain === undefined ? undefined : slipIn(given, comparing, inMain);
  const [left, right] =
    before === first ? ["the left side", "the right one"] : ["the line before", "this one"];
  const where =
    point === undefined ? "" : ` At ${point.where} ${left} is ${point.left}, ${right} ${point.right}.`;
  return {
    status: "false",
    says: `This does not hold.${where}${slip === undefined ? mendText(near) : ""}`,
    place,
    ...(point === undefined ? {} : { point }),
    ...(slip === undefined ? {} : { slip }),
  };
}

/** The chain's last true side that holds what was worked out beside it, with what came of that: a slip has a name there. */
function putIn(
  main: readonly Link[],
  { sorted }: Link,
  read: Expression,
  { scope }: Comparing,
): Expression | undefined {
  for (const link of [...main].reverse()) {
    scope.budget.charge(sizeOf(link.read));
    const changed = link.isTrue ? replaced(link.read, sorted, read) : undefined;
    if (changed !== undefined) return changed;
  }
  return undefined;
}

/** Whether a side is the one before, with a part of it as it was wrongly worked out. */
function followsFrom(
  { from, to }: WrongAside,
  before: Expression,
  read: Expression,
  comparing: Comparing,
): boolean {
  const changed = replaced(before, from.sorted, to);
  return changed !== undefined && comparing.areSame(changed, read);
}

/** What the numbers say would mend it. */
const mendText = (near: string | undefined): string =>
  near === undefined
    ? ""
    : ` ${sentence(near.replace("it would hold with the right side", "It would hold with this side").replace("it would", "It would"))}`;

/**
 * How many lines of a derivation take it on. A line that only writes an earlier one otherwise takes it on where it gets
 * shorter than all that stood there, or nearer to what comes next, and once: to multiply out and to take together again is
 * no way, however many lines it fills. What was only split before, ½ S + ½ S, is shorter and no step, unless it came of
 * a rule. A fraction that is split into the terms of the next line leads on.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";
import { isSamePrint, type Print } from "./algebra-print.ts";
import { sortedForm, tidy } from "./canonical.ts";
import { collectedForm, isSplit } from "./collected.ts";
import { lengthOf } from "./length.ts";
import type { Link } from "./link.ts";
import { notationForm } from "./notation.ts";
import { inCommon } from "./parts-behind.ts";
import { relevantAmong } from "./relevant.ts";
import { haveSameTerms } from "./same-terms.ts";
import { isTakenFrom } from "./skeleton.ts";
import { somePart } from "./some-part.ts";

/** A true line that is new. */
export interface Step {
  /** Which chain it belongs to: that from the start, or one beside it. */
  readonly chain: readonly Link[];
  readonly read: Expression;
  readonly print: Print | undefined;
  /** Rules of differentiation that it applies. */
  readonly applied: number;
  /** Which of the student's lines it is, from 1. */
  readonly at: number;
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

/** Lines of one print that are held against each other; nobody needs as many. */
const MOST_FORMS = 16;

/** One line for what is new, and one for writing it otherwise where that leads on. */
function worth(group: readonly Step[], steps: readonly Step[], scope: Scope): number {
  const [first, ...others] = group as [Step, ...Step[]];
  const last = others.at(-1);
  if (last === undefined) return 1;
  const own = steps.filter(({ chain }) => chain === first.chain);
  const before = own[own.indexOf(first) - 1]?.read ?? (first.chain[0] as Link).read;
  const next = own[own.indexOf(last) + 1]?.read;
  const isElsewhere = new Set(own.filter((step) => !group.includes(step)).map(({ read }) => read));
  const written = first.chain
    .slice(placeOf(first), placeOf(last) + 1)
    .map(({ read }) => read)
    .filter((read) => !isElsewhere.has(read))
    .slice(-MOST_FORMS);
  return leadsOn(withoutForms(written, scope), before, next, scope) ? 2 : 1;
}

/**
 * Lines without those that are another one of them, dressed up: what holds that one whole, and of two notations of one
 * formula the longer one.
 */
function withoutForms(written: readonly Expression[], scope: Scope): readonly Expression[] {
  const lengths = written.map((read) => lengthOf(tidy(read), scope));
  const isForm = (read: Expression, k: number): boolean =>
    written.some((one, j) => {
      const more = (lengths[k] as number) - (lengths[j] as number);
      if (j === k || more < 0) return false;
      return notationForm(read) === notationForm(one) ? more > 0 || j > k : holds(read, one);
    });
  return written.filter((read, k) => !isForm(read, k));
}

/** Whether one of the lines is nearer to the end than one above it. */
function leadsOn(
  sides: readonly Expression[],
  before: Expression,
  next: Expression | undefined,
  scope: Scope,
): boolean {
  const lengths = sides.map((read) => lengthOf(tidy(read), scope));
  const near = next === undefined ? undefined : sides.map((read) => inCommon(read, next, scope));
  const isShortest = (k: number): boolean => lengths.slice(0, k).every((one) => one > (lengths[k] as number));
  const isNearest = (k: number): boolean =>
    near?.slice(0, k).every((one) => one < (near[k] as number)) === true;
  const isSplitForNext = (k: number): boolean =>
    next !== undefined && haveSameTerms(sides[k] as Expression, next, scope);
  const isOther = (one: Expression, other: Expression): boolean =>
    collectedForm(one, scope) !== collectedForm(other, scope) || isTakenFrom(before, one, other, scope);
  return sides.some((read, k) =>
    sides
      .slice(0, k)
      .some(
        (one, j) =>
          (isFraction(one) && (lengths[k] as number) > (lengths[j] as number) && isSplitForNext(k)) ||
          (isShortest(k) && isOther(one, read)) ||
          (isNearest(k) && !isSplit(read)),
      ),
  );
}

const isFraction = (e: Expression): boolean => e.is === "binary" && e.op === "/";

function holds(e: Expression, part: Expression): boolean {
  const form = sortedForm(part);
  return somePart(e, (one) => sortedForm(one) === form);
}

const placeOf = ({ chain, read }: Step): number => chain.findIndex((link) => link.read === read);

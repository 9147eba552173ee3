/**
 * What it costs to read a formula, and to walk through it for its forms, its names and its rules, in the steps of the
 * budget: it is counted before it is done, so that a long text takes as little as a short one once all is spent.
 */

/** A character that is read. */
const CHARACTER = 10;
/** A part of a formula, for each part that it lies in: every one of them gets a form of its own. */
const PART = 4;

export const costOfText = (text: string): number => CHARACTER * text.length;

export function costOfParts(e: unknown): number {
  let cost = 0;
  const visit = (part: unknown, depth: number): void => {
    if (typeof part !== "object" || part === null) return;
    const inside = "is" in part ? depth + 1 : depth;
    if ("is" in part) cost += PART * inside;
    for (const inner of Object.values(part)) visit(inner, inside);
  };
  visit(e, 0);
  return cost;
}

/**
 * A whole derivation judged: its lines, its end, its way.
 */
import type { Given } from "./given.ts";
import { linesOf, MOST_LINES, type WrittenLine } from "./lines-of.ts";
import { type DerivationReport, inOrder, type LineReport } from "./report.ts";
import { hasDerivative, hasExponential, hasSlope } from "./rules.ts";
import { Writing } from "./writing.ts";

/** The derivation in a student's Markdown. */
export const judgeDerivation = (given: Given, markdown: string, seed: number): DerivationReport =>
  judgeLines(given, linesOf(markdown), seed);

/** The last of some lines, while it is being typed: those above it are judged for what it goes on from. */
export function judgeLine(given: Given, lines: readonly string[], seed: number): LineReport | undefined {
  return judgeLines(
    given,
    lines.map((text) => ({ text })),
    seed,
  ).lines.at(-1);
}

/** Lines from a file, or from the fields of a page. */
export function judgeLines(
  given: Given,
  written: readonly (Pick<WrittenLine, "text"> & Partial<WrittenLine>)[],
  seed: number,
): DerivationReport {
  const writing = new Writing(given, seed);
  const lines = written
    .slice(0, MOST_LINES)
    .map(({ text, line }): LineReport => ({ ...writing.add(text), ...(line === undefined ? {} : { line }) }));
  if (written.length > MOST_LINES) {
    const first = written[MOST_LINES] as WrittenLine;
    const says = `There are ${written.length} lines, and ${MOST_LINES} are read: leave out what does not lead to the end.`;
    lines.push({ status: "unread", text: first.text, says, isAside: false });
  }
  return reportOf(given, writing, lines);
}

/** What lines come to that have been judged one after the other. */
export function reportOf(given: Given, writing: Writing, lines: readonly LineReport[]): DerivationReport {
  const end = endOf(given, writing);
  const way = wayOf(given, writing, lines);
  const isInOrder = lines.every(({ status }) => inOrder.includes(status));
  if (isInOrder || !end.isReached || !way.isLongEnough)
    return { lines, end, way, isDone: isInOrder && end.isReached && way.isLongEnough };
  return withoutJumps(given, writing, lines) ?? { lines, end, way, isDone: false };
}

/** A true line that takes too much at once is no flaw of a derivation that is whole without it. */
function withoutJumps(
  given: Given,
  { seed }: Writing,
  lines: readonly LineReport[],
): DerivationReport | undefined {
  const others = lines.filter(({ status }) => status !== "jump");
  if (others.length === lines.length || !others.every(({ status }) => inOrder.includes(status)))
    return undefined;
  const { isDone, end, way } = judgeLines(given, others, seed);
  if (!isDone) return undefined;
  const says = "It is true, and takes more at once than a line may: the derivation is whole without it.";
  return {
    lines: lines.map((line) => (line.status === "jump" ? { ...line, status: "idle", says } : line)),
    end,
    way,
    isDone,
  };
}

function endOf({ spec }: Given, { last }: Writing): DerivationReport["end"] {
  const not = (says: string) => ({ isReached: false, says });
  if (last === undefined) return not("No line goes on from the start yet.");
  if (!last.isTrue) return not("The last line is not worth what the start is worth.");
  if (hasDerivative(last.read, last.scope))
    return not("The last line still holds a derivative that is to be taken.");
  if (spec.without?.includes("slopes") && hasSlope(last.read, last.scope))
    return not("The last line still holds the slope of a function, such as σ′: write what it is.");
  if (spec.without?.includes("exp") && hasExponential(last.read, last.scope))
    return not("The last line still holds an exponential: write it with the value of the function.");
  return { isReached: true, says: "The last line is what was asked for." };
}

/** Where a line would have its place. */
const whereOf = (longest: Writing["longest"]): string =>
  longest === undefined
    ? ""
    : ` Line ${longest.at} takes the most at once, ${longest.applied} rules of differentiation: put one before it.`;

function wayOf(
  { spec }: Given,
  { steps, longest }: Writing,
  lines: readonly LineReport[],
): DerivationReport["way"] {
  const isLongEnough = steps >= spec.lines;
  const says = isLongEnough
    ? `${steps} lines go on, ${spec.lines} are asked for.`
    : `${steps} of ${spec.lines} lines that go on: write the steps between, one at a time.${whereOf(longest)}`;
  const more = lines.filter(({ status }) => status === "holds").length > steps;
  const why =
    " A line that only writes another one otherwise counts where it makes shorter what a rule gave, or leads to the next one.";
  return { steps, of: spec.lines, isLongEnough, says: isLongEnough || !more ? says : says + why };
}

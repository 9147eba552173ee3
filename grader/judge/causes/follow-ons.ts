/**
 * Functions that fall short and call another that falls short: the other comes first.
 *
 * Such a function gets no cause of its own: its numbers are those of a right program with a wrong part, or of a wrong
 * one, and nobody can tell. That it calls the other is read off the submission; what it calls through helpers counts.
 */
import type { Cause, Finding, FunctionCheck } from "../../verdict/verdict.ts";
import type { Judged } from "../judged.ts";
import { listed } from "../parts.ts";
import { withCause } from "./finding-cause.ts";
import { callsIn, declaredIn } from "./language/outline.ts";
import { positionOf, type Token, tokensOf } from "./language/tokens.ts";

type Judgements = ReadonlyMap<string, readonly Judged[]>;

/** What a function falls short in first. */
interface Short {
  readonly kind: FunctionCheck;
  readonly finding: Finding;
}

/** Drawn inputs, edge cases, laws, differences: whatever is met later says nothing about what was met before. */
const STAGE: Readonly<Record<FunctionCheck, number>> = {
  contract: 0,
  value: 0,
  edge: 1,
  law: 2,
  gradient: 3,
};

/** What is no matter of calls. */
const OWN = new Set<Finding["code"]>(["missing-function", "syntax-error", "not-allowed"]);
/** The judgements, in which a function that only follows from others says so. */
export function markFollowOns(judgements: Judgements, source: string): Judgements {
  const shorts = shortIn(judgements);
  if (shorts.size < 2) return judgements;
  const tokens = tokensOf(source);
  const paths = pathsIn(tokens);
  const isFollowOn = (name: string): boolean => firstOf(name, shorts, paths, source, tokens).length > 0;
  return new Map(
    [...judgements].map(([name, judged]) => {
      const first = firstOf(name, shorts, paths, source, tokens);
      // The one to begin with follows from none.
      const roots = first.filter((other) => !isFollowOn(other));
      if (roots.length === 0) return [name, judged] as const;
      return [name, judged.map((one) => marked(one, name, roots, paths.get(name), shorts))] as const;
    }),
  );
}

/** Whether a function calls one of these, and is not called by it in turn: it will be marked as following from it. */
export function callsOneOf(source: string, name: string, short: ReadonlySet<string>): boolean {
  if (short.size === 0) return false;
  const paths = pathsIn(tokensOf(source));
  return [...(paths.get(name)?.keys() ?? [])].some(
    (other) => short.has(other) && paths.get(other)?.has(name) !== true,
  );
}

function shortIn(judgements: Judgements): ReadonlyMap<string, Short> {
  return new Map(
    [...judgements].flatMap(([name, judged]) => {
      const found = judged.find(({ finding }) => finding !== undefined);
      return found?.finding === undefined
        ? []
        : [[name, { kind: found.kind, finding: found.finding }] as const];
    }),
  );
}

/** What each function reaches by calls, and the call that leads there. */
type Paths = ReadonlyMap<string, ReadonlyMap<string, string>>;

function pathsIn(tokens: readonly Token[]): Paths {
  const calls = callsIn(tokens);
  return new Map(
    [...calls].map(([name, direct]) => {
      const by = new Map<string, string>([...direct].map((called) => [called, called]));
      for (const [called, first] of by)
        for (const next of calls.get(called) ?? []) if (!by.has(next) && next !== name) by.set(next, first);
      return [name, by];
    }),
  );
}

/** The functions that fall short and are called by one that falls short no earlier. */
function firstOf(
  name: string,
  shorts: ReadonlyMap<string, Short>,
  paths: Paths,
  source: string,
  tokens: readonly Token[],
): readonly string[] {
  const mine = shorts.get(name);
  if (mine === undefined || OWN.has(mine.finding.code) || isOwnStub(name, mine, source, tokens)) return [];
  return [...(paths.get(name)?.keys() ?? [])].filter((other) => {
    const theirs = shorts.get(other);
    return (
      theirs !== undefined &&
      STAGE[theirs.kind] <= STAGE[mine.kind] &&
      // Two that call each other follow from neither.
      paths.get(other)?.has(name) !== true
    );
  });
}

/** A stub's own exception; that of another stub comes from elsewhere. */
function isOwnStub(name: string, { finding }: Short, source: string, tokens: readonly Token[]): boolean {
  if (finding.code !== "not-implemented") return false;
  const body = declaredIn(tokens).find((one) => one.name === name && one.depth === 0)?.body;
  if (body === undefined || finding.line === undefined) return true;
  const [from, to] = body.map((i) => positionOf(source, (tokens[i] as Token).at).line) as [number, number];
  return finding.line >= from && finding.line <= to;
}

function marked(
  judged: Judged,
  name: string,
  roots: readonly string[],
  by: ReadonlyMap<string, string> | undefined,
  shorts: ReadonlyMap<string, Short>,
): Judged {
  if (judged.finding === undefined) return judged;
  const says = saysOf(name, roots, by, shorts);
  const cause: Cause = { id: `follows-from-${roots[0]}`, kind: "follow-on", says, matched: 1, of: 1 };
  const read = shorts.get(roots[0] as string)?.finding.read;
  const finding = withCause(judged.finding, cause, says);
  const isStub = finding.code === "not-implemented";
  return {
    ...judged,
    finding: {
      ...finding,
      ...(isStub ? { code: "threw" as const, title: "EXCEPTION" } : {}),
      ...(read === undefined ? {} : { read }),
    },
  };
}

/** "elbow calls kMeans, and that calls updateCentroids, which falls short itself: mend updateCentroids first." */
function saysOf(
  name: string,
  roots: readonly string[],
  by: ReadonlyMap<string, string> | undefined,
  shorts: ReadonlyMap<string, Short>,
): string {
  const [root = ""] = roots;
  const through = by?.get(root);
  const way =
    roots.length === 1 && through !== undefined && through !== root
      ? `${name} calls ${through}, and that calls ${root}`
      : `${name} calls ${listed(roots)}`;
  if (roots.length > 1) return `${way}, which fall short themselves: mend these first.`;
  return shorts.get(root)?.finding.code === "not-implemented"
    ? `${way}, which is still a stub: write ${root} first.`
    : `${way}, which falls short itself: mend ${root} first.`;
}

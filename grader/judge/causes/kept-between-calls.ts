/**
 * Whether something outlives a call: a wrong answer that is right where the file is loaded anew and nothing else was
 * asked before.
 */
import type { CallOutcome } from "../../box/box.ts";
import { besideOf } from "../../exercise/wanted.ts";
import type { Case } from "../cases.ts";
import { examine } from "../examine.ts";
import type { Plan } from "../plan.ts";
import { breaksEdge } from "../short-of-edge.ts";
import type { Closer, Short, Told } from "./closer.ts";
import { causeOfSlip, placed } from "./language/slip.ts";
import { braceAround, endOfBracket, type Token, tokensOf } from "./language/tokens.ts";

/** So many wrong calls are asked alone. */
const ALONE = 3;

/**
 * The cause, if each of the first wrong calls is right alone; asked only where the file has what could outlive one.
 * Where two calls with equal arguments differ, only what outlives a call can make them.
 */
export async function keptBetweenCalls(closer: Closer, short: Short): Promise<Told | undefined> {
  const { plan, kind } = short;
  if (kind !== "value" && kind !== "edge" && kind !== "contract") return undefined;
  const tokens = tokensOf(closer.submission.source);
  const kept = keptIn(tokens);
  const [first, ...more] = kept;
  if (first === undefined) return undefined;
  const name = tokens[first]?.text ?? "";
  const place = placed(closer.submission.source, tokens[first]);
  if (short.finding.code === "not-deterministic") {
    if (more.length > 0) return undefined;
    const says = `${name} outlives a call: it is made once, outside of the calls, and changed by each. Make it within.`;
    return { cause: causeOfSlip({ id: "kept-between-calls", says }), says, ...place };
  }
  const calls = plan.values.length + plan.edges.length;
  const together = await askedAnew(closer, plan, 0, calls);
  const wrong = together.flatMap((outcome, i) => (isWrongAt(plan, i, outcome) ? [i] : [])).slice(0, ALONE);
  if (wrong.length === 0) return undefined;
  for (const i of wrong) {
    const [outcome] = await askedAnew(closer, plan, i, i + 1);
    if (outcome === undefined || isWrongAt(plan, i, outcome)) return undefined;
  }
  const what =
    more.length === 0
      ? `${name} is made once, outside of the calls`
      : "A variable of the file outlives a call";
  const says = `This call is right where it is the first one: something of the calls before it is left. ${what}; make what a call needs within it.`;
  return {
    cause: causeOfSlip({ id: "kept-between-calls", says }, wrong.length),
    says,
    ...place,
    isExact: true,
  };
}

/** Names of what outlives a call and is changed: variables of the file, and static fields. */
function keptIn(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap((token, i) => {
    if (token.kind !== "name" || tokens[i + 1]?.kind !== "name") return [];
    const isField = token.text === "static" && /^[=:;]$/.test(tokens[i + 2]?.text ?? "");
    const isOutside = /^(?:const|let|var)$/.test(token.text) && braceAround(tokens, i) === -1;
    return (isField || isOutside) && isChanged(tokens, i + 1) ? [i + 1] : [];
  });
}

const CHANGES = /^(?:push|pop|shift|unshift|splice|set|add|delete|clear|fill|sort|reverse)$/;
const ASSIGNS = /^(?:=|[-+*/]=|\?\?=|\|\|=|&&=|\+\+|--)$/;

/** Whether something of this name is set, or changed by a method or at an index, other than where it is declared. */
function isChanged(tokens: readonly Token[], declared: number): boolean {
  const textAt = (i: number): string => tokens[i]?.text ?? "";
  return tokens.some(({ kind, text }, i) => {
    if (kind !== "name" || i === declared || text !== textAt(declared)) return false;
    if (/^(?:\+\+|--)$/.test(textAt(i - 1))) return true;
    if (textAt(i + 1) === ".") return CHANGES.test(textAt(i + 2)) || ASSIGNS.test(textAt(i + 3));
    let end = i;
    while (textAt(end + 1) === "[") end = endOfBracket(tokens, end + 1);
    return ASSIGNS.test(textAt(end + 1));
  });
}

async function askedAnew(
  { exercise, submission, box }: Closer,
  plan: Plan,
  from: number,
  to: number,
): Promise<readonly CallOutcome[]> {
  const loaded = await box.load({ ...submission, ...besideOf(exercise) });
  return loaded.kind === "loaded" ? box.call(plan.calls.slice(from, to)) : [];
}

function isWrongAt(plan: Plan, i: number, outcome: CallOutcome): boolean {
  const { length } = plan.values;
  const edge = plan.edges[i - length];
  if (edge !== undefined) return breaksEdge(plan, edge, outcome);
  const { answer, fault } = examine(plan.fn, plan.name, plan.values[i] as Case, outcome);
  return answer?.value === undefined || fault !== undefined;
}

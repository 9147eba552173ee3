/** Random numbers of the engine's own, in the code behind a function that answers twice in different ways. */
import type { Closer, Short, Told } from "./closer.ts";
import { isSign, isWord, rangesBehind } from "./language/reading.ts";
import { causeOfSlip, placed } from "./language/slip.ts";
import { tokensOf } from "./language/tokens.ts";

export async function ownRandom({ submission: { source } }: Closer, short: Short): Promise<Told | undefined> {
  const { plan, finding } = short;
  if (finding.code !== "not-deterministic") return undefined;
  const tokens = tokensOf(source);
  const own = plan.fn.scenario === undefined ? plan.name : undefined;
  const isDrawn = (i: number): boolean =>
    isWord(tokens[i], "Math") && isSign(tokens[i + 1], ".") && isWord(tokens[i + 2], "random");
  const at = rangesBehind(tokens, own)
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    .find(isDrawn);
  if (at === undefined) return undefined;
  const says =
    "Math.random() gives other numbers each time: take the next number of what is handed over to draw from.";
  return { cause: causeOfSlip({ id: "own-random-numbers", says }), says, ...placed(source, tokens[at]) };
}

/** The named slips of a derivation: readable, really wrong, each told by its own name, with a step that is there. */
import { FormulaError } from "../../../derivation/formula-error.ts";
import type { Page } from "../../../derivation/page.ts";
import { readerOf } from "../../../derivation/reader-of.ts";
import { tokensOf } from "../../../derivation/tokens-of.ts";
import type { Given } from "../../../derivation/written/given.ts";
import { judgeLines } from "../../../derivation/written/judge-derivation.ts";
import type { DerivationExercise } from "../../../exercise/derivation.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { stepsOf } from "./goal.ts";

export function wrongSlips(
  file: string,
  { slips, start, page: name }: DerivationExercise,
  given: Given,
  page: Page,
  seeds: readonly number[],
): Refusal[] {
  const steps = stepsOf(page);
  const all = Object.entries(slips);
  const lost = all
    .filter(([, { step }]) => !steps.includes(step))
    .map(([id, { step }]) =>
      refuse(
        file,
        `slip ${id} sends to step ${step} of ${name}`,
        `the page has the steps ${steps.join(", ")}`,
      ),
    );
  const unread = all.flatMap(([id, { is }]) => {
    const why = whyUnread(is, given);
    const mend = "write it with symbols of the page, or declare them in `also`";
    return why === undefined ? [] : [refuse(file, `slip ${id}, ${is}: ${why}`, mend)];
  });
  // A line is held against all slips: where one cannot be read, none is told.
  if (unread.length > 0) return [...lost, ...unread];
  return [...lost, ...all.flatMap(([id, { is }]) => misnamed(file, id, `${start} = ${is}`, given, seeds))];
}

function misnamed(file: string, id: string, text: string, given: Given, seeds: readonly number[]): Refusal[] {
  for (const seed of seeds) {
    const [line] = judgeLines(given, [{ text }], seed).lines;
    const wrong = toldWrong(id, line?.status, line?.slip?.id);
    if (wrong !== undefined) return [refuse(file, `slip ${id} ${wrong.what} with seed ${seed}`, wrong.mend)];
  }
  return [];
}

function toldWrong(id: string, status?: string, named?: string): { what: string; mend: string } | undefined {
  if (status === "false" && named === id) return undefined;
  if (status === "false")
    return named === undefined
      ? { what: "has no name when it is made", mend: "let its formula be what such a line is worth" }
      : { what: `is called ${named}`, mend: "two slips are worth the same: take one out" };
  return status === "undecided" || status === "unread"
    ? { what: "cannot be held", mend: "write it so that it has a number at each point" }
    : { what: "is true, so that it is no slip", mend: "write what a wrong line is worth" };
}

function whyUnread(tex: string, { scope }: Given): string | undefined {
  try {
    readerOf(tokensOf(tex), scope).whole();
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error.message.split("\n")[0];
    throw error;
  }
}

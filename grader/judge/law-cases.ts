/**
 * Cases of laws. A law is tried on inputs of the value check where one of them will do: an answer that it shares with
 * that check is asked once.
 */
import { Ambiguous } from "../../reference/ambiguous.ts";
import { type Random, random } from "../../reference/random.ts";
import { Draw, type Family } from "../exercise/draw.ts";
import type { AnyFunction, Law } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { type Case, caseOf, drawUntil } from "./cases.ts";

export interface LawCase {
  readonly law: Law<Inputs>;
  readonly inputs: Inputs;
  /** A case of the value check is among them where the law asks for the answer to its very inputs. */
  readonly calls: readonly Case[];
}

const LAW_CASES = 10;

/** How many cases a law gets. */
export const countOf = (law: Law<Inputs>): number => law.cases ?? LAW_CASES;

/** The cases of all laws of a function. */
export function lawCases(
  fn: AnyFunction,
  seed: number,
  stream: string,
  values: readonly Case[],
): readonly LawCase[] {
  const left: Record<Family, Case[]> = { quarters: [], wild: [] };
  for (const given of values) left[given.family].push(given);
  return fn.laws.flatMap((law, l) =>
    Array.from({ length: countOf(law) }, (_, i) => {
      const family = i % 2 === 0 ? "quarters" : "wild";
      const name = `${stream}/law/${l}/${i}`;
      return (
        onValues(fn, law, random(seed, name), left[family]) ??
        drawUntil(fn, seed, name, family, undefined, (inputs, draw) => lawCase(fn, law, draw, inputs, family))
      );
    }),
  );
}

/** The case on the first value that will do; those before it, and it, are used up. */
function onValues(fn: AnyFunction, law: Law<Inputs>, rng: Random, left: Case[]): LawCase | undefined {
  for (let given = left.shift(); given !== undefined; given = left.shift()) {
    try {
      const draw = new Draw(rng, given.sizes, given.family);
      const made = lawCase(fn, law, draw, given.inputs, given.family, given);
      if (made !== undefined) return made;
    } catch (error) {
      if (!(error instanceof Ambiguous)) throw error;
    }
  }
  return undefined;
}

function lawCase(
  fn: AnyFunction,
  law: Law<Inputs>,
  draw: Draw,
  inputs: Inputs,
  family: Family,
  value?: Case,
): LawCase | undefined {
  if (law.when !== undefined && !law.when(inputs)) return undefined;
  const calls = law
    .calls(inputs, draw)
    .map((asked) => (value !== undefined && asked === inputs ? value : caseOf(fn, asked, family)));
  return { law, inputs, calls };
}

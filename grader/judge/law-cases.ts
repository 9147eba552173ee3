/**
 * Cases of laws. A law is tried on inputs of the value check where one of them will do: an answer that it shares with
 * that check is asked once.
 */
import { Ambiguous } from "../../reference/numbers/ambiguous.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";
import { random } from "../../reference/randomness/random.ts";
import { Draw, type Family } from "../exercise/draw.ts";
import type { AnyFunction, Law } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Relation } from "../exercise/relations.ts";
import { BadExercise, type Case, caseOf, drawUntil } from "./cases.ts";
import { expectedOf, valuesIn } from "./expected.ts";

export interface LawCase {
  readonly law: Law<Inputs>;
  readonly inputs: Inputs;
  /** A case of the value check is among them where the law asks for the answer to its very inputs. */
  readonly calls: readonly Case[];
  /** What the law says of answers to its calls. */
  readonly relations: (answers: readonly Tracked[]) => readonly Relation[];
}

const LAW_CASES = 10;

/** How many cases a law gets. */
export const countOf = (law: Law<Inputs>): number => law.cases ?? LAW_CASES;

/** The functions of an exercise, and which of them has the laws. */
export interface Owner {
  readonly name: string;
  readonly functions: Readonly<Record<string, AnyFunction>>;
}

/** The cases of all laws of a function. */
export function lawCases(
  owner: Owner,
  seed: number,
  stream: string,
  values: readonly Case[],
): readonly LawCase[] {
  const fn = owner.functions[owner.name] as AnyFunction;
  const left: Record<Family, Case[]> = { quarters: [], wild: [] };
  for (const given of values) left[given.family].push(given);
  return fn.laws.flatMap((law, l) =>
    Array.from({ length: countOf(law) }, (_, i) => {
      const family = i % 2 === 0 ? "quarters" : "wild";
      const name = `${stream}/law/${l}/${i}`;
      const made = (inputs: Inputs, sizes: Case["sizes"], value?: Case): LawCase | undefined =>
        lawCaseOf(owner, law, inputs, () => new Draw(random(seed, `${name}/tools`), sizes, family), value);
      return (
        onValues(left[family], made) ??
        drawUntil(fn, seed, name, family, undefined, (inputs, draw) => made(inputs, draw.sizes))
      );
    }),
  );
}

/** The case on the first value that will do; those before it, and it, are used up. */
function onValues(
  left: Case[],
  made: (inputs: Inputs, sizes: Case["sizes"], value: Case) => LawCase | undefined,
): LawCase | undefined {
  for (let given = left.shift(); given !== undefined; given = left.shift()) {
    try {
      const found = made(given.inputs, given.sizes, given);
      if (found !== undefined) return found;
    } catch (error) {
      if (!(error instanceof Ambiguous)) throw error;
    }
  }
  return undefined;
}

/** How the calls of a law's own function are answered. */
type Answering = (inputs: Inputs) => Tracked;

/** A law run on right answers, which shows its calls; nothing where it says nothing of these inputs. */
export function lawCaseOf(
  owner: Owner,
  law: Law<Inputs>,
  inputs: Inputs,
  draw: () => Draw,
  value: Case | undefined,
): LawCase | undefined {
  const calls: Case[] = [];
  const fn = owner.functions[owner.name] as AnyFunction;
  const { family } = draw();
  const right: Answering = (asked) => {
    const given = value !== undefined && asked === inputs ? value : caseOf(fn, asked, family);
    calls.push(given);
    return given.expected;
  };
  if (run(owner, law, inputs, draw(), right) === false) return undefined;
  const relations = (answers: readonly Tracked[]): readonly Relation[] => {
    let i = 0;
    const given: Answering = () => {
      const answer = answers[i++];
      if (answer === undefined) throw new BadExercise(`the law "${law.says}" asks more on other answers`);
      return answer;
    };
    try {
      return run(owner, law, inputs, draw(), given) || [];
    } catch (error) {
      // An answer was handed on to a function that cannot decide there.
      if (error instanceof Ambiguous) return [];
      throw error;
    }
  };
  return { law, inputs, calls: Object.freeze(calls), relations };
}

/** What a law says where its calls are answered so. */
function run(
  owner: Owner,
  law: Law<Inputs>,
  inputs: Inputs,
  draw: Draw,
  answer: Answering,
): false | readonly Relation[] {
  const f = (changed?: Inputs): Tracked =>
    answer(changed === undefined ? inputs : { ...inputs, ...(valuesIn(changed) as Inputs) });
  const ask = (fn: unknown, given: Inputs): Tracked => {
    // A copy with fewer laws, as the author's check makes one, is the same function.
    const other = Object.values(owner.functions).find(
      (one) => one === fn || (one.text !== undefined && one.text === (fn as AnyFunction).text),
    );
    if (other === undefined)
      throw new BadExercise(`the law "${law.says}" asks a function of another exercise`);
    return expectedOf(other, valuesIn(given) as Inputs);
  };
  // The law knows the types of its own exercise.
  const said = law.claims(f as never, inputs, { draw, ask } as never);
  return said === false ? false : Array.isArray(said) ? said : [said as Relation];
}

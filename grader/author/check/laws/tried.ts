/**
 * The laws of an exercise on drawn inputs: those that hold of the right answers, and what is wrong with the others.
 */
import type { AnyFunction, Exercise, Law } from "../../../exercise/exercise.ts";
import type { Inputs } from "../../../exercise/inputs.ts";
import type { Relation } from "../../../exercise/relations.ts";
import { BadExercise } from "../../../judge/cases.ts";
import { type LawCase, lawCases } from "../../../judge/law-cases.ts";
import { isBroken } from "../../../judge/measured.ts";
import { inputsText, sidesText } from "../in-print.ts";
import { OddCall, watched } from "./watched.ts";

/** A law that holds of right answers, with the inputs that it was tried on. */
export interface SoundLaw {
  readonly fn: string;
  readonly law: Law<Inputs>;
  readonly cases: readonly LawCase[];
}

/** What is wrong with a law, and how to mend it. */
export interface LawFault {
  readonly what: string;
  readonly mend: string;
  /** The right answers break it: they may be wrong themselves. */
  readonly isFalse?: true;
}

/** A law that is false of right answers, or says nothing of them. */
export interface UnsoundLaw extends LawFault {
  readonly fn: string;
  readonly law: Law<Inputs>;
}

export function tryLaws(
  exercise: Exercise,
  seeds: readonly number[],
): { readonly sound: readonly SoundLaw[]; readonly unsound: readonly UnsoundLaw[] } {
  const sound: SoundLaw[] = [];
  const unsound: UnsoundLaw[] = [];
  for (const [fn, { laws }] of Object.entries(exercise.functions)) {
    for (const law of laws) {
      const tried = tryLaw(exercise, fn, law, seeds);
      if ("cases" in tried) sound.push({ fn, law, cases: tried.cases });
      else unsound.push({ fn, law, ...tried });
    }
  }
  return { sound, unsound };
}

function tryLaw(
  { slug, functions }: Exercise,
  name: string,
  law: Law<Inputs>,
  seeds: readonly number[],
): Pick<SoundLaw, "cases"> | LawFault {
  const fn = functions[name] as AnyFunction;
  const under = watched(law, fn);
  const owner = { name, functions: { ...functions, [name]: { ...fn, laws: [under.law] } } };
  try {
    const cases = seeds.flatMap((seed) => lawCases(owner, seed, `${slug}/${name}`, []));
    return falsehood(cases) ?? emptiness(cases) ?? { cases };
  } catch (error) {
    return faultOf(error, under.applied);
  }
}

/** What is wrong with a law that right answers break, on the case that is shortest in print. */
export function falsehood(cases: readonly LawCase[]): LawFault | undefined {
  const found = shortest(cases, isBroken);
  return (
    found && {
      what: `is false of the right answers: with ${inputsText(found.inputs)} ${sidesText(found.relation)}`,
      mend: "mend the law",
      isFalse: true,
    }
  );
}

/** What is wrong with a law that compares NaN with NaN. */
function emptiness(cases: readonly LawCase[]): LawFault | undefined {
  const found = shortest(cases, (relation) => relation.isNaN === true);
  return (
    found && {
      what: `holds of the right answers only because both sides are NaN: with ${inputsText(found.inputs)}`,
      mend: "let it compare numbers, and give `false` where there are none",
    }
  );
}

function faultOf(error: unknown, applied: number): LawFault {
  if (error instanceof OddCall)
    return { what: `calls the function with ${error.message}`, mend: "hand it a value" };
  if (error instanceof BadExercise && applied === 0)
    return {
      what: "never applies: it gives `false` for all inputs that were drawn",
      mend: "let the arguments draw what it speaks of, or take it out",
    };
  return { what: `cannot be tried: ${(error as Error).message}`, mend: "mend the law" };
}

/** Of the relations that right answers give and that are looked for, the one whose inputs are shortest in print. */
function shortest(
  cases: readonly LawCase[],
  isOne: (relation: Relation) => boolean,
): { readonly inputs: Inputs; readonly relation: Relation } | undefined {
  return cases
    .flatMap(({ inputs, calls, relations }) => {
      const relation = relations(calls.map(({ expected }) => expected)).find(isOne);
      return relation === undefined ? [] : [{ inputs, relation, length: inputsText(inputs).length }];
    })
    .toSorted((a, b) => a.length - b.length)[0];
}

/**
 * Fields of a declaration: those that nothing reads, such as a misspelt one, and those that a function lacks. Types say
 * it first; they let pass what comes by a spread or from a helper.
 */
import type { AnyForm } from "../../exercise/args.ts";
import type { AnyFunction, Edge, Exercise, Law, Mistake } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { pathsOf, type Slug } from "../course.ts";
import { type Refusal, refuse } from "./refusal.ts";

type Fields<T> = Readonly<Record<keyof T, true>>;

// A field that is new is missed here by the compiler.
const EXERCISE: Fields<Exercise> = {
  slug: true,
  title: true,
  unit: true,
  unitTitle: true,
  source: true,
  requires: true,
  derivation: true,
  symbols: true,
  functions: true,
  hints: true,
  minutes: true,
  points: true,
  exports: true,
  mistakes: true,
  scenarios: true,
  uses: true,
  nouns: true,
  neighbourhood: true,
};
const FUNCTION: Fields<Omit<AnyFunction, "result">> = {
  inputs: true,
  returns: true,
  reference: true,
  gpu: true,
  gpuFormula: true,
  fullSize: true,
  gradient: true,
  sizes: true,
  following: true,
  accepts: true,
  align: true,
  informative: true,
  sizedBy: true,
  edges: true,
  laws: true,
  show: true,
  terms: true,
  features: true,
  limit: true,
  mistakes: true,
  scenario: true,
  needs: true,
  text: true,
};
const EDGE: Fields<Edge<Inputs>> = {
  given: true,
  expected: true,
  throws: true,
  mayThrow: true,
  holds: true,
  says: true,
  ifNaN: true,
  ifInfinite: true,
  ifNumber: true,
  ifThrew: true,
};
const LAW: Fields<Law<Inputs>> = { says: true, claims: true, cases: true, ifBroken: true };
const MISTAKE: Fields<Mistake> = { is: true, says: true, read: true };

/** What an author writes of a function; the rest is made of it. */
const WRITTEN: Fields<AnyForm> = {
  says: true,
  formula: true,
  returns: true,
  is: true,
  by: true,
  gives: true,
  of: true,
  at: true,
  scenario: true,
  model: true,
  example: true,
  edges: true,
  laws: true,
  mistakes: true,
  terms: true,
  features: true,
  limit: true,
  show: true,
  align: true,
  informative: true,
  gpu: true,
  gpuFormula: true,
  fullSize: true,
  needs: true,
};
const NEEDED = ["inputs", "returns", "edges", "laws"] as const;

/** Functions without what every function has: nothing else can be said of such an exercise. */
export function formless(slug: Slug, { functions }: Exercise): Refusal[] {
  const { exercise: file } = pathsOf(slug);
  return Object.entries(functions).flatMap(([name, fn]) => {
    const missing = NEEDED.filter((field) => typeof fn?.[field] !== "object");
    if (missing.length === 0) return [];
    const odd = strayIn(fn ?? {}, FUNCTION);
    const instead = odd.length === 0 ? "" : `, and has ${odd.join(", ")}, which nothing reads`;
    return [
      refuse(
        file,
        `${name} has no ${missing.join(", ")}${instead}`,
        "make it by `answer` or `gradient` of its `args`, which have these fields",
      ),
    ];
  });
}

/** Fields that nothing reads. */
export function strayFields(slug: Slug, exercise: Exercise): Refusal[] {
  const { exercise: file } = pathsOf(slug);
  const lines = (where: string, of: object, known: Fields<object>, written: Fields<object> = known) =>
    strayIn(of, known).map((field) =>
      refuse(
        file,
        `${where} a field \`${field}\`, which nothing reads`,
        `the fields are ${Object.keys(written).join(", ")}`,
      ),
    );
  return [
    ...lines("the exercise has", exercise, EXERCISE),
    ...Object.entries(exercise.functions).flatMap(([name, fn]) => [
      ...lines(`${name} has`, fn, FUNCTION, WRITTEN),
      ...Object.entries(fn.edges).flatMap(([edge, one]) =>
        lines(`edge case "${edge}" of ${name} has`, one, EDGE),
      ),
      ...fn.laws.flatMap((law) => lines(`the law "${law.says}" of ${name} has`, law, LAW)),
    ]),
    ...Object.entries(exercise.mistakes).flatMap(([fn, all]) =>
      Object.entries(all).flatMap(([name, one]) => lines(`${fn}/${name} has`, one, MISTAKE)),
    ),
  ];
}

const strayIn = (of: object, known: object): readonly string[] =>
  Object.keys(of).filter((field) => !Object.hasOwn(known, field));

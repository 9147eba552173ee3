/**
 * Everything that will be asked of one function, drawn before the submission is looked at.
 */

import { Num } from "../../reference/numbers/num.ts";
import { leavesOf, lift, mapNums, type Plain, type Tracked } from "../../reference/numbers/tracked.ts";
import { random } from "../../reference/randomness/random.ts";
import type { Call } from "../box/box.ts";
import { RightAnswer } from "../box/right-answer.ts";
import { Draw } from "../exercise/draw.ts";
import type { AnyFunction, Edge, Exercise } from "../exercise/exercise.ts";
import type { FullSize, LargeSize } from "../exercise/full-size.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { asUnderflowed, toleranceOf } from "../exercise/tolerance.ts";
import { hasIterable } from "../exercise/types.ts";
import type { FunctionCheck } from "../verdict/verdict.ts";
import { argumentsOf, type Case, caseOf, drawInputs, QUARTERS, valueCases, WILD } from "./cases.ts";
import { expectedOf } from "./expected.ts";
import { countOf, type LawCase, lawCases } from "./law-cases.ts";
import { drawSizes, sizesOf } from "./sizes.ts";

export interface EdgeCase extends Case {
  readonly name: string;
  readonly edge: Edge<Inputs>;
}

export interface Plan {
  readonly name: string;
  readonly fn: AnyFunction;
  /** The text of the exercise's scenarios, where the function is one of them. */
  readonly scenarios?: string;
  readonly values: readonly Case[];
  readonly edges: readonly EdgeCase[];
  readonly laws: readonly LawCase[];
  readonly gradients: readonly Case[];
  /** The calls of all these cases in this order, each once; the same list for each submission. */
  readonly calls: readonly Call[];
  /** Where each law's cases are among them, and where those are whose gradients are measured. */
  readonly lawsAt: readonly (readonly number[])[];
  readonly gradientsAt: readonly number[];
  /** The case at full size, made when it is first asked for; nothing where the function has none. */
  readonly fullSize?: () => FullSizeCase;
  /** The cases of the value check with right values in f32, where a GPU computed them. */
  readonly single?: { readonly values: readonly Case[]; readonly fullSize?: Case };
}

/** A case at full size with its call, which is asked when all other values are right. */
export interface FullSizeCase {
  readonly given: Case;
  readonly calls: readonly Call[];
}

/** The values whose gradients are measured by central differences, too: some of each family. */
const MEASURED: readonly number[] = [0, 1, 2, QUARTERS, QUARTERS + 1, QUARTERS + 2];
/** The first calls are made twice, to see whether equal arguments give equal answers. */
const TWICE = 5;
/** Roundings granted to an expected value that is written out: it was rounded when it was written. */
const WRITTEN = 8;

/** The kinds of check that a function gets, in the order in which they are judged. */
export function kindsOf(fn: AnyFunction): readonly FunctionCheck[] {
  return [
    "contract",
    "value",
    ...(Object.keys(fn.edges).length > 0 ? (["edge"] as const) : []),
    ...(fn.laws.length > 0 ? (["law"] as const) : []),
    ...(fn.gradient === undefined ? [] : (["gradient"] as const)),
  ];
}

/** How many cases each kind of check must execute: the manifest that a verdict is counted against. */
export function manifestOf(fn: AnyFunction): Readonly<Record<FunctionCheck, number>> {
  return {
    contract: QUARTERS + WILD,
    value: QUARTERS + WILD + (fn.fullSize === undefined ? 0 : 1),
    edge: Object.keys(fn.edges).length,
    law: fn.laws.reduce((n, law) => n + countOf(law), 0),
    gradient: fn.gradient === undefined ? 0 : MEASURED.length,
  };
}

/** The plans of the seed that an exercise was graded with last: a class is graded with one seed. */
const kept = new WeakMap<Exercise, { readonly seed: number; readonly plans: readonly Plan[] }>();

/** The plans of all functions of an exercise. */
export function plansOf(exercise: Exercise, seed: number): readonly Plan[] {
  const last = kept.get(exercise);
  if (last?.seed === seed) return last.plans;
  const plans = Object.keys(exercise.functions).map((name) => planOf(exercise, name, seed));
  kept.set(exercise, { seed, plans });
  return plans;
}

/** Draws all cases of a function. */
function planOf(exercise: Exercise, name: string, seed: number): Plan {
  const fn = exercise.functions[name] as AnyFunction;
  const stream = `${exercise.slug}/${name}`;
  const values = valueCases(fn, seed, stream);
  const edges = Object.entries(fn.edges).map(([edgeName, edge]) =>
    edgeCase(fn, seed, stream, edgeName, edge),
  );
  const laws = lawCases({ name, functions: exercise.functions }, seed, stream, values);
  const gradientsAt = fn.gradient === undefined ? [] : MEASURED;
  const gradients = gradientsAt.map((i) => values[i] as Case);
  const asked = [...new Set<Case>([...values, ...edges, ...laws.flatMap((law) => law.calls)])];
  const place = new Map(asked.map((given, i) => [given, i]));
  const lawsAt = laws.map((law) => law.calls.map((given) => place.get(given) as number));
  const care = (i: number) =>
    i < TWICE ? { twice: true } : i < values.length + edges.length ? {} : { answerOnly: true };
  const calls = Object.freeze(asked.map((given, i) => callOf(fn, name, given, care(i))));
  const { scenarios } = exercise;
  const source = fn.scenario === undefined || scenarios === undefined ? {} : { scenarios };
  const plan = { name, fn, ...source, values, edges, laws, gradients, calls, lawsAt, gradientsAt };
  return fn.fullSize === undefined
    ? plan
    : {
        ...plan,
        fullSize: onceMade(() => largeCase(fn, name, fn.fullSize as FullSize<Inputs>, seed, stream)),
      };
}

function onceMade<T>(make: () => T): () => T {
  let made: { readonly of: T } | undefined;
  return () => {
    made ??= { of: make() };
    return made.of;
  };
}

/** The case of a large size. */
export function largeCase(
  fn: AnyFunction,
  name: string,
  { sizes, draw }: LargeSize<Inputs>,
  seed: number,
  stream: string,
): FullSizeCase {
  const inputs = draw(new Draw(random(seed, `${stream}/full-size`), sizes, "wild"));
  const given = caseOf(fn, inputs, "wild");
  return { given, calls: Object.freeze([callOf(fn, name, given)]) };
}

function edgeCase(fn: AnyFunction, seed: number, stream: string, name: string, edge: Edge<Inputs>): EdgeCase {
  const rng = random(seed, `${stream}/edge/${name}`);
  const given = edge.given as Inputs;
  const sizes = drawSizes(fn, rng, sizesOf(fn, given));
  const inputs = drawInputs(fn, new Draw(rng, sizes, "quarters"), given);
  return {
    name,
    edge,
    family: "quarters",
    sizes: sizesOf(fn, inputs),
    inputs,
    expected: mapNums(edgeExpected(fn, edge, inputs), asUnderflowed),
  };
}

/** What is right for inputs, by the edge case that they are of where it says so; NaN where an exception is asked for. */
export function edgeExpected(fn: AnyFunction, edge: Edge<Inputs> | undefined, inputs: Inputs): Tracked {
  if (edge?.throws === true) return new Num(Number.NaN);
  if (typeof edge?.expected === "function") return edge.expected(inputs);
  return edge?.expected === undefined ? expectedOf(fn, inputs) : written(edge.expected);
}

/** Numbers that are written out, rounded at the scale of the largest of them. */
function written(expected: Plain): Tracked {
  const tracked = lift(expected) as Tracked;
  const scale = leavesOf(tracked).reduce(
    (m, { value }) => (Number.isFinite(value) ? Math.max(m, Math.abs(value)) : m),
    0,
  );
  return mapNums(tracked, ({ value }) => new Num(value, scale, WRITTEN));
}

/** The call of a case. Where an answer is aligned before it is judged, nothing is known of it as it arrives. */
export const callOf = (
  fn: AnyFunction,
  name: string,
  given: Case,
  care: Pick<Call, "twice" | "answerOnly"> = {},
): Call => ({
  fn: name,
  args: argumentsOf(fn, given.inputs),
  ...(hasIterable(fn.returns) ? { asksForItems: true } : {}),
  ...care,
  ...(fn.align === undefined ? { right: new RightAnswer(given.expected, toleranceOf) } : {}),
});

/** What a wrong answer is held against beside the list of mistakes: the neighbours of the right program. */
import type { Box, CallOutcome } from "../../box/box.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import type { Neighbour, Neighbourhood } from "../../exercise/neighbourhood.ts";
import type { Answer } from "../answer.ts";
import type { Case } from "../cases.ts";
import { examine } from "../examine.ts";
import { type Plan, plansOf } from "../plan.ts";
import { NeighbourProgram } from "./neighbour-program.ts";

/** Answers of one function. */
export interface Answered {
  readonly plan: Plan;
  readonly drawn: readonly Answer[];
  readonly edges: readonly Answer[];
}

export interface Near {
  readonly neighbours: readonly Neighbour[];
  readonly program: NeighbourProgram;
  /** Answers to the function's edge cases, as far as they have a value. */
  readonly edges: readonly Answer[];
  /** In an exercise of classes: answers of its other functions, which one edit has to explain as well. */
  readonly others: readonly Answered[];
}

/** Of so many cases of another function it is seen whether an edit explains it. */
const OF_OTHERS = 24;

type Loaded = Pick<Neighbourhood, "neighbours"> & { readonly program: NeighbourProgram };

/** By the declaration's own loader: a class loads them once. */
const loaded = new WeakMap<NonNullable<Exercise["neighbourhood"]>, Promise<Loaded | undefined>>();

function neighboursOf({ neighbourhood }: Exercise): Promise<Loaded | undefined> | undefined {
  if (neighbourhood === undefined) return undefined;
  const begun =
    loaded.get(neighbourhood) ??
    neighbourhood().then(
      (found) => found && { neighbours: found.neighbours, program: new NeighbourProgram(found) },
    );
  loaded.set(neighbourhood, begun);
  return begun;
}

/** The neighbours of one function with what has to be known to claim one; nothing where there are none. */
export async function nearOf(
  exercise: Exercise,
  box: Box,
  plan: Plan,
  seed: number,
  edges: readonly CallOutcome[],
): Promise<Near | undefined> {
  const found = await neighboursOf(exercise);
  const neighbours = found?.neighbours[plan.name];
  if (found === undefined || neighbours === undefined) return undefined;
  return {
    neighbours,
    program: found.program,
    edges: plan.edges.flatMap((given, i) =>
      // Where a relation or an exception is asked for, there is no one right value.
      given.edge.holds !== undefined || given.edge.throws === true
        ? []
        : answersTo(plan, [given], edges.slice(i, i + 1)),
    ),
    others: exercise.exports === undefined ? [] : await othersOf(exercise, box, plan, seed),
  };
}

/** Asks for answers of the other functions. */
async function othersOf(exercise: Exercise, box: Box, own: Plan, seed: number): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const plan of plansOf(exercise, seed)) {
    if (plan.name === own.name) continue;
    const some = plan.values
      .map((_, i) => i)
      .filter((i) => i % Math.ceil(plan.values.length / OF_OTHERS) === 0);
    const outcomes = await box.call(some.flatMap((i) => plan.calls[i] ?? []));
    const given = some.flatMap((i) => plan.values[i] ?? []);
    answered.push({ plan, drawn: answersTo(plan, given, outcomes), edges: [] });
  }
  return answered;
}

function answersTo(plan: Plan, cases: readonly Case[], outcomes: readonly CallOutcome[]): readonly Answer[] {
  return cases.flatMap((given, i) => {
    const { answer } = examine(plan.fn, plan.name, given, outcomes[i] ?? { kind: "not-run" });
    return answer?.value === undefined ? [] : [answer];
  });
}

/**
 * A woven model answer on the inputs that the judge draws with one seed: which sides of its distinctions come up, and
 * which the judge could tell from the other side.
 */

import type { CallOutcome } from "../../../box/box.ts";
import type { Exercise } from "../../../exercise/exercise.ts";
import type { Case } from "../../../judge/cases.ts";
import { examine } from "../../../judge/examine.ts";
import { type EdgeCase, type Plan, plansOf } from "../../../judge/plan.ts";
import { breaksEdge } from "../../../judge/short-of-edge.ts";
import { keyOf, type Turn, type WovenProgram } from "./woven-program.ts";

/** One seed's inputs, by functions' names. */
export interface Trial {
  /** The functions in whose calls a side comes up. */
  readonly reachedIn: ReadonlyMap<string, ReadonlySet<string>>;
  /** The functions in which an answer would be refused if that side were the other. */
  readonly toldIn: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Asked {
  /** Without the judge's leniency where the model answer needs none: of several right answers it gives the one. */
  readonly plan: Plan;
  readonly given: Case | EdgeCase;
  readonly args: Plan["calls"][number]["args"];
  readonly sides: ReadonlySet<string>;
  readonly decisions: number;
}

/** The value checks and edge cases. What only a law comes to is not told apart: no value is compared there. */
export function trial(
  exercise: Exercise,
  program: WovenProgram,
  turns: readonly Turn[],
  seed: number,
): Trial {
  const reachedIn = new Map<string, Set<string>>();
  const toldIn = new Map<string, Set<string>>();
  for (const plan of plansOf(exercise, seed)) {
    const asked = askedOf(plan, program);
    for (const turn of turns) {
      const key = keyOf(turn);
      const reaching = asked.filter(({ sides }) => sides.has(key));
      if (reaching.length === 0) continue;
      add(reachedIn, key, plan.name);
      const isTold = reaching.some((one) => {
        const outcome = program.turned(turn, plan.name, one.args, one.decisions);
        return isRefused(one.plan, one.given, outcome);
      });
      if (isTold) add(toldIn, key, plan.name);
    }
  }
  return { reachedIn, toldIn };
}

/** Edge cases first: they are few, and most distinctions are theirs. */
function askedOf(plan: Plan, program: WovenProgram): Asked[] {
  const { align: _, ...fn } = plan.fn;
  const strict: Plan = { ...plan, fn };
  const cases = [...plan.values, ...plan.edges];
  return cases
    .map((given, i): Asked => {
      const args = plan.calls[i]?.args ?? [];
      const { outcome, sides, decisions } = program.call(plan.name, args);
      return {
        plan: isRefused(strict, given, outcome) ? plan : strict,
        given,
        args,
        sides,
        decisions,
      };
    })
    .reverse();
}

function isRefused(plan: Plan, given: Case | EdgeCase, outcome: CallOutcome): boolean {
  if ("edge" in given) return breaksEdge(plan, given, outcome);
  return examine(plan.fn, plan.name, given, outcome).fault !== undefined;
}

function add(into: Map<string, Set<string>>, key: string, name: string): void {
  into.set(key, (into.get(key) ?? new Set()).add(name));
}

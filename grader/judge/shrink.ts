/**
 * Makes a counterexample small: fewer examples, fewer features, numbers that are quarters.
 *
 * Only sizes shrink. Shrinking the numbers of a comparison with a tolerance ends in numbers that print alike.
 */
import { Ambiguous } from "../../reference/numbers/ambiguous.ts";
import { random } from "../../reference/randomness/random.ts";
import type { Box } from "../box/box.ts";
import { Draw } from "../exercise/draw.ts";
import type { Sizes } from "../exercise/types.ts";
import type { FindingCode } from "../verdict/verdict.ts";
import { type Case, caseOf, drawInputs } from "./cases.ts";
import { numbersIn } from "./entries.ts";
import { type Examined, examine, type Fault } from "./examine.ts";
import { callOf, type Plan } from "./plan.ts";
import { axesOf, leastTelling } from "./sizes.ts";

export interface Counterexample {
  readonly given: Case;
  readonly fault: Fault;
}

const TRIES_PER_SIZE = 3;
const CANDIDATES = 36;

/** How much there is to read in a case. */
const weight = (given: Case): number =>
  Object.values(given.inputs).reduce<number>(
    (n, input) => n + (input === undefined ? 0 : numbersIn(input).length),
    0,
  );

/**
 * How hard a case is to read: wild numbers, then fewer than three examples, then the count of numbers. With two
 * examples n and the factor 2 look alike.
 */
function cost(fn: Plan["fn"], given: Case): number {
  const telling = axesOf(fn).every((axis) => (given.sizes[axis] ?? 0) >= leastTelling(fn, axis));
  return (given.family === "quarters" ? 0 : 2e6) + (telling ? 0 : 1e6) + weight(given);
}

/**
 * Faults that may come with others, the one that explains them first. Whichever the drawn inputs meet first, the same
 * one is shown at every seed.
 */
const FIRST: readonly FindingCode[] = [
  "missing-function",
  "not-implemented",
  "changed-input",
  "not-deterministic",
  // What is no number can be large enough to end the box, too.
  "wrong-type",
  "wrong-shape",
  "out-of-memory",
  "timeout",
  "crashed",
  "threw",
  "not-finite",
  "wrong-value",
];

/** The failing case that is easiest to read, of those with the fault that comes first. */
export function smallest<T extends { readonly given: Case; readonly fault: Pick<Fault, "code"> }>(
  fn: Plan["fn"],
  failing: readonly T[],
): T | undefined {
  const codes = new Set(failing.map(({ fault }) => fault.code));
  const code = FIRST.find((one) => codes.has(one));
  let best: T | undefined;
  for (const one of failing) {
    if (one.fault.code !== code) continue;
    if (best === undefined || cost(fn, one.given) < cost(fn, best.given)) best = one;
  }
  return best;
}

/**
 * Looks for a smaller case with the same fault; the fault is examined anew on the case that is shown.
 * Gives the counterexample itself if there is none.
 */
export async function shrink(
  box: Box,
  plan: Plan,
  seed: number,
  found: Counterexample,
): Promise<Counterexample> {
  const candidates = smallerCases(plan, seed, found.given);
  if (candidates.length === 0) return found;
  const outcomes = await box.call(
    candidates.map((given) =>
      callOf(plan.fn, plan.name, given, found.fault.code === "not-deterministic" ? { twice: true } : {}),
    ),
  );
  for (const [i, given] of candidates.entries()) {
    const outcome = outcomes[i];
    if (outcome === undefined || outcome.kind === "not-run") break;
    const { fault }: Examined = examine(plan.fn, plan.name, given, outcome);
    if (fault?.code === found.fault.code) return { given, fault };
  }
  return found;
}

/** Cases of smaller sizes than a given one, the smallest first. */
function smallerCases({ fn, name }: Plan, seed: number, than: Case): readonly Case[] {
  const cases: Case[] = [];
  for (const sizes of smallerSizes(fn, than.sizes)) {
    for (let i = 0; i < TRIES_PER_SIZE && cases.length < CANDIDATES; i++) {
      const rng = random(seed, `${name}/shrink/${JSON.stringify(sizes)}/${i}`);
      const inputs = drawInputs(fn, new Draw(rng, sizes, "quarters"));
      if (fn.accepts !== undefined && !fn.accepts(inputs)) continue;
      try {
        const made = caseOf(fn, inputs, "quarters");
        if (cost(fn, made) < cost(fn, than)) cases.push(made);
      } catch (error) {
        if (!(error instanceof Ambiguous)) throw error;
      }
    }
  }
  return cases;
}

/** All sizes up to the given ones, ordered by their sum. Equal ones are fine here: what is wrong is known already. */
function smallerSizes(fn: Plan["fn"], upTo: Sizes): readonly Sizes[] {
  const open = axesOf(fn);
  if (open.length === 0) return [{}];
  let all: Sizes[] = [{}];
  for (const axis of open) {
    const low = leastTelling(fn, axis);
    const high = Math.max(low, Math.min(upTo[axis] ?? low, low + 3));
    const choices = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    all = all.flatMap((sizes) => choices.map((size) => ({ ...sizes, [axis]: size })));
    if (all.length > 512) all.length = 512;
  }
  const total = (sizes: Sizes): number => Object.values(sizes).reduce((s, n) => s + n, 0);
  return all.sort((a, b) => total(a) - total(b));
}

/**
 * Two mistakes at once: two of the exercise's own, one of them and a relation that every exercise knows, or two such
 * relations. Tried where no single one fits, the most plausible first, and not for long.
 */
import { each } from "../../exercise/each.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersIn } from "../entries.ts";
import { expectedOf, valuesOf } from "../expected.ts";
import { mistakeCase } from "../mistake-case.ts";
import { isWrong, partsOf } from "../parts.ts";
import { axesOf } from "../sizes.ts";
import { changedInputs } from "./changed-inputs.ts";
import { type Asked, because, isEnough, type Source } from "./diagnosis.ts";
import { factors } from "./factors.ts";
import { isValue, matchAll, unitsOf } from "./recognise.ts";
import { partView, updatedInput } from "./views/view.ts";
import type { Work } from "./work.ts";
import { wrongFirst } from "./wrong-first.ts";

/** One of two: from inputs and what is taken for the right answer to a wrong one. */
interface Half {
  readonly id: string;
  readonly says: string;
  readonly isListed: boolean;
  /** Other inputs, for which the other half is worked out. */
  readonly change?: (inputs: Inputs) => Inputs | undefined;
  /** What becomes of a value. */
  readonly after?: (value: Value, answer: Answer) => Value | undefined;
  /** A wrong formula of the inputs. */
  readonly formula?: (inputs: Inputs, right: () => Value) => Value;
}

/** What pairs may take. */
const OF_PAIRS = 300_000;

export const pairs: Source = (asked) => {
  const { answers } = asked;
  const ordered = wrongFirst(answers);
  const [telling] = ordered;
  if (telling === undefined || !isWrong(telling)) return undefined;
  const work = asked.work.share(OF_PAIRS);
  const [listed, changes, afters] = [listedHalves(asked), changeHalves(asked), afterHalves(asked)];
  const groups: readonly (readonly [readonly Half[], readonly Half[]])[] = [
    [listed, afters],
    [listed, changes],
    [changes, changes],
    [changes, afters],
    [listed, listed],
  ];
  const made = new Map<Half, Value | undefined>();
  /** What a half makes of the telling answer by itself, once: what comes on top of it starts from there. */
  const alone = (half: Half) => (): Value | undefined => {
    if (!made.has(half)) {
      made.set(half, undefined);
      made.set(half, together(asked, half, NOTHING, telling));
    }
    return made.get(half);
  };
  for (const [firsts, seconds] of groups) {
    for (const [i, first] of firsts.entries()) {
      for (const [j, second] of seconds.entries()) {
        if ((firsts === seconds && j <= i) || clashes(first, second)) continue;
        const value = (answer: Answer): Value | undefined => together(asked, first, second, answer);
        if (!fits(telling, second.after === undefined ? value : onTop(second, alone(first)), work)) continue;
        const match = matchAll(ordered, value, work);
        if (match === undefined || !isEnough(match.informative, answers)) continue;
        if (!areBothFelt(asked, first, second, ordered, work)) continue;
        return because(
          "pair",
          `${first.id}+${second.id}`,
          `Two things at once: (1) ${first.says} (2) ${second.says}`,
          match,
        );
      }
    }
  }
  return undefined;
};

/** Two that say something of the same input. */
const clashes = (a: Half, b: Half): boolean =>
  a.id === b.id || (a.change !== undefined && b.change !== undefined && placeOf(a.id) === placeOf(b.id));

const placeOf = (id: string): string => id.slice(id.lastIndexOf("-") + 1);

function fits(answer: Answer, value: (answer: Answer) => Value | undefined, work: Work): boolean {
  work.take(unitsOf(answer));
  try {
    const made = work.counted(() => value(answer));
    return made !== undefined && isValue(answer, made);
  } catch {
    return false;
  }
}

const onTop =
  ({ after }: Half, of: () => Value | undefined) =>
  (answer: Answer): Value | undefined => {
    const value = of();
    return value === undefined ? undefined : after?.(value, answer);
  };

/** What both make of an answer's inputs. */
function together(asked: Asked, first: Half, second: Half, answer: Answer): Value | undefined {
  const { fn } = asked;
  const changed = [first, second].reduce<Inputs | undefined>(
    (inputs, { change }) => (inputs === undefined || change === undefined ? inputs : change(inputs)),
    answer.inputs,
  );
  if (changed === undefined) return undefined;
  const isChanged = changed !== answer.inputs;
  const right = (): Value => valuesOf(isChanged ? expectedOf(fn, changed) : answer.expected);
  const inner = second.formula === undefined ? right : () => second.formula?.(changed, right) as Value;
  const value = first.formula === undefined ? inner() : first.formula(changed, inner);
  return [first, second].reduce<Value | undefined>(
    (made, { after }) => (made === undefined || after === undefined ? made : after(made, answer)),
    value,
  );
}

/** Whether neither of the two alone gives the answers. */
function areBothFelt(
  asked: Asked,
  first: Half,
  second: Half,
  answers: readonly Answer[],
  work: Work,
): boolean {
  return [first, second].every(
    (one) => matchAll(answers, (answer) => together(asked, one, NOTHING, answer), work) === undefined,
  );
}

const NOTHING: Half = { id: "", says: "", isListed: false };

const listedHalves = ({ exercise, name }: Asked): readonly Half[] =>
  Object.entries(exercise.mistakes[name] ?? {}).map(([slug, { is, says }]) => ({
    id: slug,
    says: says.split(/(?<=[.?]) /)[0] as string,
    isListed: true,
    formula: (inputs, right) => is(mistakeCase(exercise, name, inputs, right)) as Value,
  }));

/** An input left out, with another sign, exchanged; those of a scenario are programs. */
const changeHalves = ({ fn }: Asked): readonly Half[] =>
  fn.scenario !== undefined
    ? []
    : changedInputs(fn).flatMap(({ id, change, short = "" }) =>
        change === undefined ? [] : [{ id, says: `${short}.`, isListed: false, change }],
      );

/** A sign, a 2, a size too many or too few, of the answer or of the step from an old value. */
function afterHalves(asked: Asked): readonly Half[] {
  const { fn } = asked;
  const ways = factors(axesOf(fn)).filter(({ id }) => SIMPLE.test(id));
  const step = steps(asked);
  return [
    ...ways.map(
      ({ id, by, short }): Half => ({
        id,
        says: `${short.replace("it is", "the whole is").replace("the right answer", "that")}.`,
        isListed: false,
        after: (value, answer) => {
          const times = by(answer);
          return each(value, (x) => x * times);
        },
      }),
    ),
    ...(step === undefined
      ? []
      : ways.map(
          ({ id, by, short }): Half => ({
            id: `step-${id}`,
            says: `${id === "sign-flipped" ? "the step goes the wrong way" : short.replace("it is", "the step is").replace("the right answer", "the right one")}.`,
            isListed: false,
            after: (value, answer) => {
              const c = by(answer);
              const before = numbersIn(step(answer.inputs));
              return each(value, (x, i) => (before[i] as number) + c * (x - (before[i] as number)));
            },
          }),
        )),
  ];
}

/** −1, 2, ½, a size or one over it. */
const SIMPLE = /^(sign-flipped|times-(2|0\.5|-2|-0\.5|[a-z]+|1\/[a-z]+))$/i;

/** The old values of what a function renews, in the form of its answer. */
function steps(asked: Asked): ((inputs: Inputs) => Value) | undefined {
  const { fn, answers } = asked;
  const parts = partsOf(fn);
  if (parts.length === 0) {
    const own = updatedInput(fn, { name: "", type: fn.returns, answers });
    return own === undefined ? undefined : (inputs) => inputs[own] as Value;
  }
  const olds = parts.map((part) => updatedInput(fn, partView(asked, part)));
  return olds.includes(undefined) ? undefined : (inputs) => olds.map((own) => inputs[own as string] as Value);
}

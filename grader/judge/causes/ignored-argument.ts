/**
 * An argument that changes nothing: the submission is asked again with that argument alone changed.
 */

import { random } from "../../../reference/randomness/random.ts";
import { Draw } from "../../exercise/draw.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersIn } from "../entries.ts";
import { valuesOf } from "../expected.ts";
import { isWrong } from "../parts.ts";
import type { Asked, Diagnosis, Source } from "./diagnosis.ts";

/** So many wrong answers, and right ones, are asked anew for each argument. */
const ASKED = 24;
/** Most arguments are seen to be used on a few. */
const FIRST = 4;
/** On so many of them the right answer has to change by more than a little. */
const ENOUGH = 4;
const CHANGE = 1e-6;

export const ignoredArgument: Source = async (asked) => {
  const { fn, answers } = asked;
  // What a program makes of its own leaves and operations is no argument of the student's.
  if (fn.scenario !== undefined) return undefined;
  const wrong = answers.filter(isWrong);
  // Right answers as well: an argument that is used on some inputs is not ignored.
  const probed = [
    ...wrong.slice(0, ASKED),
    ...answers.filter((answer) => !isWrong(answer)).slice(0, ASKED / 2),
  ];
  if (!probed.every(({ value }) => numbersIn(value as Value).every(Number.isFinite))) return undefined;
  for (const name of Object.keys(fn.inputs)) {
    const first = await changedBy(asked, name, probed.slice(0, FIRST));
    if (first.some(({ before, now }) => !isSame(before, now))) continue;
    const all = [...first, ...(await changedBy(asked, name, probed.slice(FIRST)))];
    const told = toldBy(name, all);
    if (told !== undefined) return told;
  }
  return undefined;
};

/** An answer before and after one argument changed, where the right one changes with it. */
interface Changed {
  readonly before: Value;
  readonly now: Value;
}

async function changedBy(asked: Asked, name: string, probed: readonly Answer[]): Promise<readonly Changed[]> {
  const changed = probed.flatMap((answer, i) => {
    const inputs = otherwise(asked, answer, name, i);
    return inputs === undefined ? [] : [{ answer, inputs }];
  });
  const given = await asked.ask(changed.map(({ inputs }) => inputs));
  return changed.flatMap(({ answer }, i) => {
    const now = given[i];
    return now !== undefined && isFar(valuesOf(answer.expected), valuesOf(now.expected))
      ? [{ before: answer.value as Value, now: now.value as Value }]
      : [];
  });
}

/** The inputs of an answer with one argument drawn anew, of the same sizes; nothing where it comes out the same. */
function otherwise(
  { fn, name: of }: Asked,
  { inputs, sizes }: Answer,
  name: string,
  i: number,
): Inputs | undefined {
  const before = inputs[name];
  if (before === undefined) return undefined;
  const draw = new Draw(random(1, `${of}/ignored/${name}/${i}`), sizes, "wild");
  const value = (fn.inputs[name] as (typeof fn.inputs)[string]).draw(draw, inputs);
  if (value === undefined || JSON.stringify(value) === JSON.stringify(before)) return undefined;
  const changed = { ...inputs, [name]: value };
  return { ...changed, ...fn.following?.(changed), [name]: value };
}

function toldBy(name: string, changed: readonly Changed[]): Diagnosis | undefined {
  const count = changed.length;
  if (count < ENOUGH || changed.some(({ before, now }) => !isSame(before, now))) return undefined;
  const says = `Your answer does not change with ${name}: the call gives the same whatever ${name} is.`;
  const text = `${says} That was seen on ${count} of ${count} inputs.`;
  return { text, cause: { id: `ignores-${name}`, kind: "generic", says, matched: count, of: count } };
}

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

const isFar = (a: Value, b: Value): boolean => {
  const [x, y] = [numbersIn(a), numbersIn(b)];
  return x.length !== y.length || x.some((xi, i) => Math.abs(xi - (y[i] as number)) > CHANGE * Math.abs(xi));
};

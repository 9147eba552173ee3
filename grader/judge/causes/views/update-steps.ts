/**
 * Results that are new values of inputs: the step from the old ones is a multiple of the right one, or it was worked
 * out after something had changed already.
 */
import { each } from "../../../exercise/each.ts";
import type { AnyFunction } from "../../../exercise/exercise.ts";
import type { Value } from "../../../value.ts";
import type { Answer } from "../../answer.ts";
import { numbersIn } from "../../entries.ts";
import { expectedOf, valuesOf } from "../../expected.ts";
import { isWrong, partsOf } from "../../parts.ts";
import { axesOf } from "../../sizes.ts";
import { readOf, rightOf } from "../answer-read.ts";
import { because, type Seen } from "../diagnosis.ts";
import { factors } from "../factors.ts";
import { RECOGNITION } from "../same-number.ts";
import { wherever } from "./matching.ts";
import { firstWrong, partView, shown, updatedInput, type View, type ViewSource } from "./view.ts";

/** The step is a multiple of the right one, part by part. */
export const scaledStep: ViewSource = (asked, view) => {
  const { fn, work } = asked;
  const views =
    view.part === undefined && partsOf(fn).length > 0
      ? partsOf(fn).map((part) => partView(asked, part))
      : [view];
  const olds = views.map((one) => updatedInput(fn, one));
  if (olds.includes(undefined)) return undefined;
  const first = views[0]?.answers.find(isWrong);
  if (first === undefined) return undefined;
  const before = first.inputs[olds[0] as string] as Value;
  for (const { id, by, short } of factors(axesOf(fn))) {
    if (!mayBeStep(first, before, by(first))) continue;
    const seen = views.map((one, k) =>
      wherever(
        one.answers,
        (answer) => stepped(answer, answer.inputs[olds[k] as string] as Value, by(answer)),
        work,
      ),
    );
    if (!seen.every((one) => one !== undefined)) continue;
    const how =
      id === "sign-flipped"
        ? "goes the wrong way"
        : short.replace(/^it is (.*) the right answer$/, "is $1 the right one");
    const whose = olds.join(" and ");
    return because("generic", `step-${id}`, `The step from the old ${whose} ${how}.`, seen[0] as Seen);
  }
  return undefined;
};

/** The old value and a multiple of the right step. */
function stepped(answer: Answer, old: Value, times: number): Value {
  const before = numbersIn(old);
  return each(rightOf(answer), (x, i) => (before[i] as number) + times * (x - (before[i] as number)));
}

/** Whether one wrong entry leaves it open that the step is so many times the right one: most factors are ruled out so. */
function mayBeStep(answer: Answer, old: Value, times: number): boolean {
  const [i, before] = [firstWrong(answer), numbersIn(old)];
  const { along = [], leaves, scale } = readOf(answer);
  const [x, from, right] = [along[i], before[i], leaves[i]?.value];
  if (x === undefined || from === undefined || right === undefined) return true;
  const largest = Math.max(scale, ...before.map(Math.abs)) * (1 + 2 * Math.abs(times));
  const off = Math.abs(x - from - times * (right - from));
  return !(off > RECOGNITION * largest);
}

/** Worked out from values that had changed already: from another new value, or entry by entry. */
export const afterChange: ViewSource = ({ fn, answers: whole, work }, view) => {
  const own = updatedInput(fn, view);
  if (own === undefined) return undefined;
  for (const part of partsOf(fn)) {
    if (part.key === view.part?.key) continue;
    const other = updatedInput(fn, { ...view, part, type: part.type });
    if (other === undefined || other === own) continue;
    const changed = whole.map(
      ({ expected }) => (valuesOf(expected) as Readonly<Record<string, Value>>)[part.key],
    );
    const at = new Map(view.answers.map((answer, i) => [answer, i]));
    const seen = wherever(
      view.answers,
      (answer) =>
        shown(view, rightFor(fn, { ...answer.inputs, [other]: changed[at.get(answer) as number] as Value })),
      work,
    );
    if (seen !== undefined)
      return because(
        "generic",
        `after-change-of-${other}`,
        `${view.name} is what follows from the new ${other}: work out both changes from the old values before either is made.`,
        seen,
      );
  }
  const seen = wherever(view.answers, (answer) => entryByEntry(fn, view, own, answer), work);
  return (
    seen &&
    because(
      "generic",
      "entry-after-entry",
      `Each entry of the new ${own} is worked out after the entries before it had changed: work out what changes once, before any entry does.`,
      seen,
    )
  );
};

const rightFor = (fn: AnyFunction, inputs: Answer["inputs"]): Value => valuesOf(expectedOf(fn, inputs));

/** Each entry from a list whose earlier entries are new. */
function entryByEntry(fn: AnyFunction, view: View, own: string, { inputs }: Answer): Value | undefined {
  const old = inputs[own];
  if (!Array.isArray(old) || old.length < 2 || typeof old[0] !== "number") return undefined;
  const now = [...(old as readonly number[])];
  for (const i of now.keys()) {
    const next = shown(view, rightFor(fn, { ...inputs, [own]: [...now] })) as readonly number[];
    now[i] = next[i] as number;
  }
  return now;
}

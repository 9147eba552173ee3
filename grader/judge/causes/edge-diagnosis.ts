/**
 * What the wrong numbers of an edge case say by themselves: all drawn inputs were right, so that most mistakes and
 * relations are ruled out.
 */
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import { isOfReals } from "../../exercise/types.ts";
import type { Value } from "../../value.ts";
import type { Cause } from "../../verdict/verdict.ts";
import type { Answer } from "../answer.ts";
import { isRight } from "../compare.ts";
import { numbersAlong } from "../entries.ts";
import { partsText, sortedParts } from "../parts.ts";
import { arrangementOf } from "./arrangement.ts";
import { cutOffs } from "./cut-off-inputs.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { listedMistake } from "./listed-mistake.ts";
import { nearOf } from "./near.ts";
import { atEdgesAlone } from "./neighbours.ts";
import type { Run } from "./run.ts";
import { isNear } from "./same-number.ts";
import { Work, whileItLasts } from "./work.ts";

/** One edge case tells a mistake if it tells it by a number other than 0, which much else would give as well. */
const tellsBy = (answer: Answer): boolean => {
  const right = leavesOf(answer.expected);
  return numbersAlong(answer.expected, answer.returned).some(
    (x, i) => x !== 0 && Number.isFinite(x) && !isRight(x, right[i] as never),
  );
};

/**
 * @param drawn the answers to the drawn inputs, which are right
 * @param answer the answer to the edge case, which is wrong
 * @param edges the answers to all edge cases that have one right value
 */
export async function edgeDiagnosis(
  { exercise, box, plan, seed, soFar }: Omit<Run, "source">,
  drawn: readonly Answer[],
  answer: Answer,
  edges: () => readonly Answer[],
): Promise<Diagnosis | undefined> {
  const { name, fn } = plan;
  const listed = tellsBy(answer)
    ? listedMistake(exercise, name, [...drawn, answer], ({ informative }) => informative > 0)
    : undefined;
  if (listed !== undefined || answer.value === undefined) return listed;
  const cut = cutOff(fn, answer);
  if (cut !== undefined) return cut;
  const near = await nearOf(exercise, box, plan, seed);
  const work = new Work(soFar.spent);
  const edited = whileItLasts(() => atEdgesAlone(near, name, fn, drawn, edges(), work));
  if (edited !== undefined) return edited;
  const { wrong, right } = sortedParts(fn, [answer]);
  const parts = wrong.length > 0 && right.length > 0 ? `${partsText(right, wrong, "here")}.` : "";
  const arranged = arrangementOf(fn, answer);
  const text = [parts, arranged ?? ""].filter((said) => said !== "").join(" ");
  if (text === "") return undefined;
  return { text, ...(arranged === undefined ? {} : { cause: here("arrangement", arranged) }) };
}

/** A cause that one edge case alone tells. */
const here = (id: string, says: string): Cause => ({ id, kind: "generic", says, matched: 1, of: 1 });

/** Which input was cut off, and at which number, if one alone gives the answer. Of few classes some cut gives any. */
function cutOff(fn: AnyFunction, answer: Answer): Diagnosis | undefined {
  if (fn.returns.kind === "tensor" && !isOfReals(fn.returns)) return undefined;
  for (const { at, how, name, formulas } of cutOffs(fn)) {
    const fits = formulas.filter(({ formula }) => isExactly(answer, formula(answer) as Value | undefined));
    const [one, ...more] = fits;
    if (one === undefined) continue;
    const text = `Your answer is the right one for ${name} cut off ${more.length === 0 ? at(one.limit) : how}.`;
    return { text, cause: here(`cut-off-${name}`, text) };
  }
  return undefined;
}

/** At the scale of each number, however small it is: a limit is told by what is left of an exponential. */
function isExactly({ expected, value }: Answer, formula: Value | undefined): boolean {
  if (formula === undefined) return false;
  const mine = numbersAlong(expected, value as Value);
  const theirs = numbersAlong(expected, formula);
  const right = leavesOf(expected);
  const isSame = (x: number, y: number): boolean => isNear(x, y, Math.abs(y));
  return (
    mine.every((x, i) => isSame(x, theirs[i] as number)) &&
    // A cut that leaves the right answer explains no other one.
    [mine, theirs].every((numbers) => numbers.some((x, i) => !isRight(x, right[i] as never)))
  );
}

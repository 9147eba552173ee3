/**
 * Examples in words that are wrong where it can be seen: a call with another answer, or an equation between numbers
 * that is false.
 */
import { checkPage } from "../../derivation/check-page.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { calledIn } from "../../exercise/wanted.ts";
import { numbersIn } from "../../judge/entries.ts";
import { expectedOf, valuesOf } from "../../judge/expected.ts";
import type { Value } from "../../value.ts";
import { pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";
import { valueText } from "./in-print.ts";
import { halfDigit, numberIn, type ProseCall, proseCalls } from "./prose-calls.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { textsOf } from "./texts.ts";

export function wrongExamples(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const { exercise: file, task } = pathsOf(slug);
  const lines = textOf(root, task)
    .split("\n")
    .map((text, i) => ({ at: `${task}:${i + 1}`, who: "", text }));
  // A mistake's sentence may show a wrong answer.
  const said = textsOf(exercise)
    .filter(({ where }) => !where.startsWith("mistake "))
    .map(({ where, text }) => ({ at: file, who: `${where} `, text }));
  return [
    ...[...lines, ...said].flatMap(({ at, who, text }) =>
      proseCalls(text, calledIn(exercise)).flatMap((call) => wrongCall(exercise, call, at, who)),
    ),
    ...lines.flatMap(({ at, text }) => falseEquations(text, at)),
  ];
}

function wrongCall({ functions }: Exercise, shown: ProseCall, at: string, who: string): Refusal[] {
  const { name, call, inputs, said, numbers } = shown;
  const fn = functions[name];
  let right: Value;
  try {
    if (fn === undefined) return [];
    right = valuesOf(expectedOf(fn, inputs));
  } catch {
    // Of what the reference does not decide nothing is known.
    return [];
  }
  const expected = numbersIn(right);
  const agrees =
    numbers.length === expected.length &&
    numbers.every(
      (text, i) =>
        Math.abs(numberIn(text) - (expected[i] as number)) <= halfDigit(text) ||
        Object.is(numberIn(text), expected[i]),
    );
  return agrees
    ? []
    : [refuse(at, `${who}says that ${call} is ${said}, and it is ${valueText(right)}`, "write what it is")];
}

/** Nothing but numbers, operations and brackets. */
const ONLY_NUMBERS =
  /^(?:[\d\s.+\-−*/(){}^]|\\(?:frac|tfrac|cdot|times|sqrt|bigl?|bigr?|left|right|ln|exp)(?![a-zA-Z]))+$/;
const LITERAL = /^\s*[-−]?\d+(?:\.\d+)?\s*$/;

/** Neighbours in a chain of equations between dollars that are numbers both, and not the same. */
function falseEquations(line: string, at: string): Refusal[] {
  return [...line.matchAll(/\$([^$]+)\$/g)].flatMap(([, tex = ""]) => {
    const sides = tex.split(/=|\\approx\b|≈|,|\\q?quad/);
    const signs = tex.match(/=|\\approx\b|≈|,|\\q?quad/g) ?? [];
    return signs.flatMap((sign, i) => {
      const [left = "", right = ""] = [sides[i], sides[i + 1]];
      const isEquation = sign !== "," && !sign.includes("quad");
      if (!isEquation || !ONLY_NUMBERS.test(left) || !ONLY_NUMBERS.test(right)) return [];
      return isFalse(left, right)
        ? [refuse(at, `says $${left.trim()} = ${right.trim()}$, which is false`, "reckon it again")]
        : [];
    });
  });
}

/** A number that is rounded in print may be off by half of its last digit. */
function isFalse(left: string, right: string): boolean {
  if (!faulty(`${left} = ${right}`)) return false;
  return !LITERAL.test(right) || faulty(`${left} \\approx ${right}`, halfDigit(right.trim()));
}

/** Whether a formula could be read, and is false. */
const faulty = (tex: string, within?: number): boolean =>
  checkPage({
    file: "",
    symbols: [],
    example: [],
    displays: [{ tex, line: 1, step: 0, ends: [], ...(within === undefined ? {} : { within }) }],
  }).faults.some(({ what }) => what.startsWith("false "));

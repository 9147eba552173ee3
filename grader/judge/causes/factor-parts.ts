/**
 * Several mistakes of an exercise at once, each of which multiplies the right answer: a sign, a 2, a 1/n.
 */
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { numbersAlong, numbersIn, sameStructure } from "../entries.ts";
import { valuesOf } from "../expected.ts";
import { mistakeCase } from "../mistake-case.ts";
import { type Asked, because, isEnough, type Source } from "./diagnosis.ts";
import { matchAll } from "./recognise.ts";
import { AGREEMENT, isNear } from "./same-number.ts";
import { subsetsOf } from "./subsets.ts";

/** On so many answers a mistake is seen to be a multiple. */
const PROBED = 4;
/** Where n is 2 or 4, sizes look like constants: so many answers with different sizes tell them apart. */
const MOST = 3;

export const factorParts: Source = (asked) => {
  const { answers, work } = asked;
  const probed = answers.filter(tells).slice(0, PROBED);
  if (probed.length === 0 || ratioOf(probed[0] as Answer, probed[0]?.value) === undefined) return undefined;
  const multiples = multiplesOf(asked, probed);
  for (const names of subsetsOf(Object.keys(multiples), 2, MOST)) {
    const match = matchAll(
      answers,
      (answer) =>
        names.reduce<Value>((value, slug) => wrongly(asked, slug, answer, value), valuesOf(answer.expected)),
      work,
    );
    if (match === undefined || !isEnough(match.informative, answers)) continue;
    const number = names.length === 2 ? "Two" : "Three";
    const texts = names.map((slug, i) => `(${i + 1}) ${multiples[slug]}`);
    const says = `${number} things at once: ${texts.join(" ")}`;
    return because("pair", names.join("+"), says, match);
  }
  return undefined;
};

const tells = ({ expected }: Answer): boolean => numbersIn(valuesOf(expected)).some((x) => x !== 0);

/** What a mistake makes of a value in place of the right one. */
const wrongly = ({ exercise, name }: Asked, slug: string, { inputs }: Answer, value: Value): Value =>
  exercise.mistakes[name]?.[slug]?.is(mistakeCase(exercise, name, inputs, () => value)) as Value;

/** The mistakes that multiply the right answer, with their first sentences. */
function multiplesOf(asked: Asked, probed: readonly Answer[]): Readonly<Record<string, string>> {
  const { exercise, name } = asked;
  return Object.fromEntries(
    Object.entries(exercise.mistakes[name] ?? {})
      .filter(([slug]) => {
        try {
          return probed.every((answer) => {
            const right = valuesOf(answer.expected);
            const once = ratioOf(answer, wrongly(asked, slug, answer, right));
            // Twice: one that looks at the inputs alone would give the same again.
            const twice = ratioOf(answer, wrongly(asked, slug, answer, wrongly(asked, slug, answer, right)));
            return (
              once !== undefined &&
              twice !== undefined &&
              isNear(twice, once ** 2, Math.abs(twice), AGREEMENT)
            );
          });
        } catch {
          return false;
        }
      })
      .map(([slug, { says }]) => [slug, says.split(/(?<=\.) /)[0] as string]),
  );
}

/** The one number that all entries of a value are of the right ones; nothing where they are not. */
function ratioOf({ expected }: Answer, value: Value | undefined): number | undefined {
  const right = valuesOf(expected);
  if (value === undefined || !sameStructure(value, right)) return undefined;
  const [mine, theirs] = [numbersAlong(expected, value), numbersIn(right)];
  const scale = Math.max(...theirs.map(Math.abs));
  const at = theirs.findIndex((x) => Math.abs(x) === scale);
  const ratio = (mine[at] as number) / (theirs[at] as number);
  const fits = mine.every((x, i) => isNear(x, ratio * (theirs[i] as number), Math.abs(ratio) * scale));
  return Number.isFinite(ratio) && fits ? ratio : undefined;
}

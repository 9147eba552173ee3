/** A derivation's declaration by reading it: fields that nothing reads, hints, numbers. */
import type { DerivationExercise } from "../../../exercise/derivation.ts";
import { type Refusal, refuse } from "../refusal.ts";

const FIELDS: Readonly<Record<keyof DerivationExercise, true>> = {
  slug: true,
  title: true,
  unit: true,
  unitTitle: true,
  requires: true,
  minutes: true,
  points: true,
  page: true,
  known: true,
  also: true,
  means: true,
  start: true,
  step: true,
  without: true,
  lines: true,
  rules: true,
  slopes: true,
  slips: true,
  hints: true,
};
const OF_A_SLIP = ["is", "says", "step"];
const HINTS = 3;

export function wrongForm(file: string, exercise: DerivationExercise): Refusal[] {
  const { hints, lines, rules, slips, title } = exercise;
  const stray = Object.keys(exercise).filter((name) => !Object.hasOwn(FIELDS, name));
  const straySlips = Object.entries(slips).flatMap(([id, slip]) =>
    Object.keys(slip)
      .filter((name) => !OF_A_SLIP.includes(name))
      .map((name) => [id, name] as const),
  );
  const empty = Array.from({ length: HINTS }, (_, i) => i).filter((i) => !hints[i]?.trim());
  const twice = hints.findIndex((hint, i) => hint.trim() !== "" && hints.indexOf(hint) < i);
  return [
    ...stray.map((name) =>
      refuse(
        file,
        `has a field \`${name}\`, which nothing reads`,
        `the fields are ${Object.keys(FIELDS).join(", ")}`,
      ),
    ),
    ...straySlips.map(([id, name]) =>
      refuse(
        file,
        `slip ${id} has a field \`${name}\`, which nothing reads`,
        `the fields are ${OF_A_SLIP.join(", ")}`,
      ),
    ),
    ...(title.trim() === "" ? [refuse(file, "has no title", "give it one")] : []),
    ...empty.map((i) => refuse(file, `hint ${i + 1} is empty`, "write a question that leads on")),
    ...(twice < 0 ? [] : [refuse(file, `hint ${twice + 1} says what another says`, "let each lead further")]),
    ...(hints.length > HINTS
      ? [
          refuse(
            file,
            `has ${hints.length} hints`,
            `leave ${HINTS}: the first asks, the last all but says it`,
          ),
        ]
      : []),
    ...Object.entries({ lines, rules }).flatMap(([name, n]) =>
      Number.isInteger(n) && n > 0
        ? []
        : [refuse(file, `\`${name}\` is ${n}`, "give a whole number from 1 on")],
    ),
    ...Object.entries(slips).flatMap(([id, { says }]) =>
      /^\P{Ll}.*[.?]$/su.test(says) || /^[a-z]\s/.test(says)
        ? []
        : [refuse(file, `slip ${id} says no sentence`, "begin with a capital and end with a full stop")],
    ),
  ];
}

/**
 * What an exercise declares: hints and other texts, numbers, derivation, mistakes.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Exercise } from "../../exercise/exercise.ts";
import { derivationPath, pathsOf, type Slug, slugOf } from "../course.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Everything that can be said without running a submission. */
export function undeclared(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  return [
    ...emptyTexts(slug, exercise),
    ...unneededUses(slug, exercise),
    ...takenNames(slug, exercise),
    ...missingDerivation(root, slug, exercise),
    ...strayMistakes(slug, exercise),
  ];
}

function emptyTexts(slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  const hints = [0, 1, 2].flatMap((i) =>
    exercise.hints[i]?.trim()
      ? []
      : [refuse(file, `hint ${i + 1} is empty`, "write a question that leads on")],
  );
  const texts = (["title", "unitTitle", "source", "derivation"] as const).flatMap((field) =>
    exercise[field].trim() === "" ? [refuse(file, `${field} is empty`, "fill it in")] : [],
  );
  const points = exercise.points ?? 10;
  const odd =
    Number.isSafeInteger(points) && points > 0
      ? []
      : [refuse(file, `points are ${points}`, "make them a whole number above 0")];
  const { minutes } = exercise;
  const long =
    Number.isSafeInteger(minutes) && minutes > 0
      ? []
      : [refuse(file, `minutes are ${minutes}`, "make them a whole number above 0")];
  const nothing =
    Object.keys(exercise.functions).length > 0
      ? []
      : [refuse(file, "declares no function", "add one to `functions`")];
  return [...hints, ...texts, ...odd, ...long, ...nothing];
}

/** What mistakes know beside the arguments, by name. */
const TAKEN = ["right", "other", "sizes"];

/** Arguments that a mistake's formula would get something else for, and exports that nobody asks for. */
function takenNames(slug: Slug, { functions, exports = {} }: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  return Object.entries(functions).flatMap(([name, { inputs, needs = [] }]) => [
    ...TAKEN.filter((taken) => Object.hasOwn(inputs, taken)).map((taken) =>
      refuse(file, `argument ${taken} of ${name} hides what mistakes know as ${taken}`, "name it otherwise"),
    ),
    ...needs
      .filter((needed) => !Object.hasOwn(exports, needed))
      .map((needed) =>
        refuse(file, `${name} needs ${needed}, which is no export`, "name it in `exports`, or take it out"),
      ),
  ]);
}

/** What is built on has to be done before. */
function unneededUses(slug: Slug, { uses = {}, requires }: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  return Object.keys(uses).flatMap((used) => {
    const id = slugOf(used)?.id;
    if (id === undefined) return [refuse(file, `uses "${used}"`, 'write a slug, like "ex64-autodiff"')];
    return requires.includes(id)
      ? []
      : [refuse(file, `uses ${used} and does not require it`, `add "${id}" to \`requires\``)];
  });
}

function missingDerivation(root: string, slug: Slug, { derivation }: Exercise): Refusal[] {
  return derivation === "" || existsSync(join(root, derivationPath(derivation)))
    ? []
    : [
        refuse(
          derivationPath(derivation),
          "is missing",
          `write it, or name another derivation in ${pathsOf(slug).exercise}`,
        ),
      ];
}

/** Mistakes of functions that do not exist, or without words. */
function strayMistakes(slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  return Object.entries(exercise.mistakes).flatMap(([fn, mistakes]) => {
    if (!Object.hasOwn(exercise.functions, fn)) {
      const names = Object.keys(exercise.functions).join(", ");
      return [refuse(file, `${fn} is no function of the exercise`, `the functions are ${names}`)];
    }
    return Object.entries(mistakes).flatMap(([name, { says }]) => [
      ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
        ? []
        : [refuse(file, `${fn}/${name} is no slug`, "write it like sign-flipped")]),
      ...(says.trim() === ""
        ? [refuse(file, `${fn}/${name} says nothing`, "write the sentence that teaches")]
        : []),
    ]);
  });
}

/**
 * What an exercise declares: hints, order, derivation, symbols, mistakes.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Exercise } from "../../exercise/exercise.ts";
import { axes, type Type } from "../../exercise/types.ts";
import { derivationPath, pathsOf, type Slug, slugOf } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Everything that can be said without running a submission. */
export function undeclared(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  return [
    ...emptyTexts(slug, exercise),
    ...unknownRequirements(slug, exercise),
    ...unneededUses(slug, exercise),
    ...takenNames(slug, exercise),
    ...missingDerivation(root, slug, exercise),
    ...undeclaredSymbols(slug, exercise),
    ...strayMistakes(root, slug, exercise),
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
  const { minutes = 1 } = exercise;
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

function unknownRequirements(slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  return exercise.requires.flatMap((id) => {
    if (!/^ex\d{2}$/.test(id)) return [refuse(file, `requires "${id}"`, 'write a number, like "ex09"')];
    return id === slug.id ? [refuse(file, "requires itself", "name what comes before it")] : [];
  });
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

/** Arguments and sizes of the functions that the table of symbols does not explain. */
function undeclaredSymbols(slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  const wanted = new Map<string, string>();
  for (const [name, fn] of Object.entries(exercise.functions)) {
    for (const [argument, { type }] of Object.entries(fn.inputs)) {
      wanted.set(argument, `argument ${argument} of ${name}`);
      for (const size of sizesIn(type)) {
        if (!wanted.has(size)) wanted.set(size, `size ${size} of ${name}'s ${argument}`);
      }
    }
  }
  const missing = [...wanted].filter(([symbol]) => !Object.hasOwn(exercise.symbols, symbol));
  const empty = Object.entries(exercise.symbols).filter(([, meaning]) => meaning.trim() === "");
  return [
    ...missing.map(([symbol, words]) =>
      refuse(file, `${words} is not among the symbols`, `say in \`symbols\` what ${symbol} means`),
    ),
    ...empty.map(([symbol]) =>
      refuse(file, `symbol ${symbol} has no meaning`, "say in a few words what it is"),
    ),
  ];
}

/** Names of sizes in a type: "n d" has n and d; "3" and "n+1" have no name of their own. */
function sizesIn(type: Type): readonly string[] {
  const named = (axis: string): boolean => /^[A-Za-z]\w*$/.test(axis);
  switch (type.kind) {
    case "tensor":
      return axes(type.shape).filter(named);
    case "list":
    case "iterable":
      return [type.length, ...sizesIn(type.of)].filter(named);
    case "tuple":
      return type.items.flatMap(sizesIn);
    case "record":
      return Object.values(type.fields).flatMap(sizesIn);
    case "text":
    case "boolean":
    case "function":
      return [];
  }
}

/** Mistakes of functions that do not exist, without words, or that point at no step. */
function strayMistakes(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  const missing = !existsSync(join(root, derivationPath(exercise.derivation)));
  return Object.entries(exercise.mistakes).flatMap(([fn, mistakes]) => {
    if (!Object.hasOwn(exercise.functions, fn)) {
      const names = Object.keys(exercise.functions).join(", ");
      return [refuse(file, `${fn} is no function of the exercise`, `the functions are ${names}`)];
    }
    return Object.entries(mistakes).flatMap(([name, { says, read }]) => [
      ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
        ? []
        : [refuse(file, `${fn}/${name} is no slug`, "write it like sign-flipped")]),
      ...(says.trim() === ""
        ? [refuse(file, `${fn}/${name} says nothing`, "write the sentence that teaches")]
        : []),
      // A missing derivation has been refused once.
      ...(missing && read.startsWith(`${exercise.derivation}#`)
        ? []
        : missingStep(root, file, `${fn}/${name}`, read)),
    ]);
  });
}

function missingStep(root: string, file: string, mistake: string, read: string): Refusal[] {
  const [, page, step] = /^([a-z0-9-]+)#step-(\d+)$/.exec(read) ?? [];
  if (page === undefined || step === undefined) {
    return [refuse(file, `${mistake} sends to "${read}"`, "write it like mse-line#step-4")];
  }
  const text = textOf(root, derivationPath(page));
  const steps = [...text.matchAll(/^#{2,3}\s+Step\s+(\d+)\b/gim)].map(([, number]) => number);
  if (steps.includes(step)) return [];
  const there = steps.length === 0 ? "has no steps" : `has the steps ${steps.join(", ")}`;
  return [
    refuse(
      file,
      `${mistake} sends to ${read}`,
      `but ${derivationPath(page)} ${text === "" ? "is missing" : there}`,
    ),
  ];
}

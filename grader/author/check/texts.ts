/**
 * All that an author says in a declaration, with where it stands.
 */
import type { AnyFunction, Exercise } from "../../exercise/exercise.ts";
import type { Arg } from "../../exercise/symbols.ts";

export interface Said {
  /** What says it: "hint 2", "mistake sign-flipped of mseLossDw". */
  readonly where: string;
  readonly text: string;
}

export const textsOf = (exercise: Exercise): readonly Said[] => [
  { where: "the title", text: exercise.title },
  ...exercise.hints.map((text, i) => ({ where: `hint ${i + 1}`, text })),
  ...Object.entries(exercise.symbols).map(([name, text]) => ({ where: `symbol ${name}`, text })),
  ...Object.entries(exercise.functions).flatMap(([name, fn]) => functionTexts(name, fn)),
  ...Object.entries(exercise.mistakes).flatMap(([fn, mistakes]) =>
    Object.entries(mistakes).map(([name, { says }]) => ({ where: `mistake ${name} of ${fn}`, text: says })),
  ),
];

function functionTexts(name: string, { text, edges, laws }: AnyFunction): readonly Said[] {
  const edgeTexts = Object.entries(edges).flatMap(([edge, { says, ifNaN, ifInfinite, ifNumber, ifThrew }]) =>
    [edge, says, ifNaN, ifInfinite, ifNumber, ifThrew].map((words) => ({
      where: `edge case "${edge}" of ${name}`,
      text: words,
    })),
  );
  const all = [
    { where: name, text: text?.says },
    { where: `the result of ${name}`, text: text?.returns.says },
    ...partTexts(`the result of ${name}`, text?.returns),
    ...Object.entries(text?.arguments ?? {}).flatMap(([arg, spec]) => [
      { where: `argument ${arg} of ${name}`, text: spec.says },
      ...partTexts(`argument ${arg} of ${name}`, spec),
    ]),
    ...edgeTexts,
    ...laws.map(({ says }) => ({ where: `a law of ${name}`, text: says })),
  ];
  return all.flatMap(({ where, text: words }) => (words === undefined ? [] : [{ where, text: words }]));
}

const partTexts = (where: string, arg: Arg<unknown> | undefined): readonly Said[] =>
  Object.entries(arg?.parts ?? {}).map(([part, { says }]) => ({ where: `${part} in ${where}`, text: says }));

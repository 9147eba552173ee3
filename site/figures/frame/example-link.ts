/**
 * How a figure is bound to its page's example: for each control, where its number stands there. The page's numbers
 * and the figure's are the same for as long as both can show them.
 */
import type { Changes, Controls, StateOf, Value } from "./controls.ts";

type Numbers = readonly number[];

/**
 * `"x"` is the number of x, or for a list all of its numbers, and `"x 2"` the second of them; several symbols are read
 * one behind another. What is no number of the example follows from some: the margin from w, x, b and y.
 */
export type Source<V extends Value = Value> =
  | string
  | readonly string[]
  | { readonly of: readonly string[]; readonly by: (...numbers: Numbers[]) => V | undefined };

/** A source for each control that follows. */
export type ExampleLink<C extends Controls> = { readonly [K in keyof C]?: Source<StateOf<C>[K]> };

export interface Linked {
  readonly changes: Changes;
  /** Controls that the example has numbers for, in a form that they cannot hold: more, or fewer, or no choice. */
  readonly misfits: readonly string[];
}

/** What the example's numbers make of the controls; a control whose numbers are not given stays as it is. */
export function linked(
  { controls, example = {} }: { readonly controls: Controls; readonly example?: ExampleLink<Controls> },
  numbers: (symbol: string) => Numbers,
): Linked {
  const changes: Record<string, Value> = {};
  const misfits: string[] = [];
  for (const [name, source] of Object.entries(example)) {
    const control = controls[name];
    if (control === undefined || source === undefined) continue;
    const given = placesOf(source).map((place) => at(place, numbers));
    if (given.some(({ length }) => length === 0)) continue;
    const value =
      typeof source === "object" && "by" in source ? source.by(...given) : held(control.value, given.flat());
    if (value === undefined || Number.isNaN(value)) misfits.push(name);
    else changes[name] = value;
  }
  return { changes, misfits };
}

/** The symbols that a link reads, each once. */
export const symbolsOf = (link: ExampleLink<Controls> = {}): readonly string[] => [
  ...new Set(
    Object.values(link).flatMap((source) =>
      placesOf(source as Source).map((place) => place.replace(/ \d+$/, "")),
    ),
  ),
];

const placesOf = (source: Source): readonly string[] =>
  typeof source === "string" ? [source] : "of" in source ? source.of : source;

/** The numbers of a place: all of a symbol's, or one of them. */
function at(place: string, numbers: (symbol: string) => Numbers): Numbers {
  const [, symbol = place, nth] = /^(.*) (\d+)$/.exec(place) ?? [];
  const all = numbers(symbol);
  return nth === undefined ? all : all.slice(Number(nth) - 1, Number(nth));
}

/** A list takes as many numbers as it had, and anything else takes one. */
const held = (start: Value, given: Numbers): Value | undefined =>
  Array.isArray(start)
    ? given.length === start.length
      ? given
      : undefined
    : given.length === 1
      ? given[0]
      : undefined;

/** A source of a choice: each option by the number that stands for it. */
export const chosen = <Option extends string>(
  symbol: string,
  options: Readonly<Record<Option, number>>,
): Source<Option> => ({
  of: [symbol],
  by: ([number]) => (Object.keys(options) as Option[]).find((option) => options[option] === number),
});

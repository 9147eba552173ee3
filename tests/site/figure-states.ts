/**
 * States of a figure for tests: any that its controls can hold, their extremes and presets; and what a figure may
 * not show in any of them.
 */
import fc from "fast-check";
import {
  type Control,
  type Controls,
  defaultsOf,
  SEEDS,
  settled,
  type Value,
} from "../../site/figures/frame/controls.ts";
import type { AnyFigure, Figure } from "../../site/figures/frame/figure.ts";
import type { Mark } from "../../site/figures/frame/scene.ts";
import { markText } from "../../site/figures/frame/svg-text.ts";

type State = Readonly<Record<string, Value>>;

/** Its types lost: a state is made of what the controls can hold. */
export const anyOf = <C extends Controls, D>(figure: Figure<C, D>): AnyFigure =>
  figure as unknown as AnyFigure;

/** Any state, its numbers on the steps of their controls. */
export const anyState = ({ controls }: AnyFigure): fc.Arbitrary<State> =>
  fc.record(Object.fromEntries(Object.entries(controls).map(([name, of]) => [name, anyValue(of)])));

function anyValue(control: Control): fc.Arbitrary<Value> {
  switch (control.kind) {
    case "choice":
      return fc.constantFrom(...Object.keys(control.options));
    case "toggle":
      return fc.boolean();
    case "seed":
      return fc.integer({ min: 0, max: SEEDS });
    case "text":
      return fc.constantFrom(
        control.value,
        "",
        "a*",
        "a^b/c",
        "1/(a-a)",
        "ln(-exp(a))",
        "((a)",
        "a a",
        "exp(exp(exp(9)))",
      );
    case "list":
      return fc.array(within(control), { maxLength: control.most });
    case "range":
      return within(control);
  }
}

const within = (control: Extract<Control, { kind: "range" | "list" }>): fc.Arbitrary<number> => {
  const { min, max } = control;
  const isLog = control.kind === "range" && control.log === true;
  return fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((t) => settled(control, isLog ? min * (max / min) ** t : min + t * (max - min)));
};

/** The start, each preset, and each control at each of its ends or choices while the others are as at the start. */
export function edgeStates({ controls, presets = [] }: AnyFigure): readonly State[] {
  const start = defaultsOf(controls) as State;
  const ends = Object.entries(controls).flatMap(([name, control]) =>
    endsOf(control).map((value) => ({ ...start, [name]: value })),
  );
  return [start, ...presets.map(({ state }) => ({ ...start, ...state }) as State), ...ends];
}

function endsOf(control: Control): readonly Value[] {
  switch (control.kind) {
    case "text":
      return ["", "+", "a^b/c", "1/0", "-a^-2 - .5"];
    case "choice":
      return Object.keys(control.options);
    case "toggle":
      return [false, true];
    case "seed":
      return [0, SEEDS];
    case "list":
      return [[], Array(control.most).fill(control.min), Array(control.most).fill(control.max)];
    case "range":
      return [control.min, control.max];
  }
}

/** Everything that a figure shows and says in a state. */
export function shownIn(figure: AnyFigure, state: State): readonly string[] {
  const data = figure.compute(state);
  const last = figure.animation?.last(data, state);
  const control = figure.animation?.control;
  const at = control === undefined || last === undefined ? state : clamped(state, control, last);
  const panels = figure
    .draw(data, at)
    .flatMap(({ title, description, marks }) => [title, description, ...marks.map(markText)]);
  const { caption, head, rows } = figure.table(data, at);
  for (const row of rows)
    if (row.length !== head.length) throw new Error(`a row of ${row.length} cells: ${row.join(" | ")}`);
  return [...panels, figure.says(data, at), caption, ...head, ...rows.flat()];
}

/** The frame of a run that is shorter than the slider: the model does the same. */
const clamped = (state: State, control: string, last: number): State => ({
  ...state,
  [control]: Math.min(state[control] as number, last),
});

/** Words that only a slip leaves behind, and the place where the scene puts a number that is none. */
const SLIPS = /NaN|undefined|Infinity|∞|\[object|-9999|null/;

/** The first text that should not be there. */
export const slipIn = (figure: AnyFigure, state: State): string | undefined =>
  shownIn(figure, state)
    .find((text) => SLIPS.test(text))
    ?.slice(0, 300);

/** All marks of a class, wherever they are. */
export const marksOf = (marks: readonly (Mark | string)[], className: string): readonly Mark[] =>
  marks.flatMap((each) => {
    if (typeof each === "string") return [];
    const own = String(each.attributes.class ?? "")
      .split(" ")
      .includes(className)
      ? [each]
      : [];
    return [...own, ...marksOf(each.children, className)];
  });

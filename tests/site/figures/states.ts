/** States that a figure can be in, extremes of every control included. */
import fc from "fast-check";
import {
  type Control,
  type Controls,
  defaultsOf,
  SEEDS,
  settled,
  type Value,
} from "../../../site/figures/frame/controls.ts";
import type { AnyFigure } from "../../../site/figures/frame/figure.ts";
import { modelOf, type State } from "../../../site/figures/frame/model.ts";

/** Printed in titles, so that a failure can be had again. */
export const SEED = 20261125;
export const RUNS = 25;
export const replay = { seed: SEED, numRuns: 100 } as const;

/** Numbers of a slider: its ends and where it starts, as often as all others together. */
function numbersOf(control: Control & { min: number; max: number }): fc.Arbitrary<number> {
  const { min, max } = control;
  const isLog = control.kind === "range" && control.log === true;
  const inside = fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((t) => (isLog ? min * (max / min) ** t : min + t * (max - min)));
  const all = fc.oneof(fc.constantFrom(min, max, Math.max(min, Math.min(max, 0))), inside);
  return all.map((value) => settled(control as Control & { kind: "range" | "list" }, value));
}

function valuesOf(control: Control): fc.Arbitrary<Value> {
  switch (control.kind) {
    case "range":
      return fc.oneof(numbersOf(control), fc.constant(control.value));
    case "choice":
      return fc.constantFrom(...Object.keys(control.options));
    case "toggle":
      return fc.boolean();
    case "seed":
      return fc.oneof(fc.constantFrom(0, SEEDS, control.value), fc.integer({ min: 0, max: SEEDS }));
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
      return fc.oneof(fc.constant(control.value), fc.array(numbersOf(control), { maxLength: control.most }));
  }
}

/** Any state, as a link may bring it. */
export const statesOf = (controls: Controls): fc.Arbitrary<State> =>
  fc.record(Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, valuesOf(control)])));

/** A figure in use: a state whose frame is one that its run has, and its data. */
export interface Used {
  readonly state: State;
  readonly data: unknown;
}

export function used(figure: AnyFigure, state: State): Used {
  const { data, state: held } = modelOf(figure, { ...defaultsOf(figure.controls), ...state });
  return { data, state: held };
}

/** The start, every preset, and so many states that a link may bring: computed once, held to many laws. */
export function usedStates(figure: AnyFigure, count: number): readonly Used[] {
  const start = defaultsOf(figure.controls);
  const presets = (figure.presets ?? []).map(({ state }) => ({ ...start, ...state }) as State);
  const drawn = fc.sample(statesOf(figure.controls), { seed: SEED, numRuns: count });
  return [start, ...presets, ...drawn].map((state) => used(figure, state));
}

/** A figure that is being used: its state, and its data when somebody asks for them. */
import {
  type Changes,
  type Control,
  type Controls,
  type StateOf,
  settled,
  settledText,
  type Value,
} from "./controls.ts";
import type { AnyFigure } from "./figure.ts";

/** The state of a figure of any kind. */
export type State = StateOf<Controls>;

/** Milliseconds of a frame for data that take longer than one: the rest is for the browser, and for the hand. */
export const SLICE = 6;

export interface Model {
  readonly state: State;
  /** The state as it was set: reading it computes nothing, and its frame may lie behind the last one. */
  readonly wanted: State;
  readonly data: unknown;
  /** Works toward the data for so many milliseconds; whether reading them is quick now. */
  prepare(ms: number): boolean;
  /** The last frame of the animation, 0 where there is none. */
  readonly last: number;
  /** Takes new values, each as its control can hold it; what is none is left out. Says whether anything changed. */
  change(changes: Changes): boolean;
  /** What the state would be. */
  with(changes: Changes): State;
}

/**
 * A figure in a given state. Data are computed only when they are read, and again only if a control has changed
 * that they depend on: many changes between two frames cost one computation.
 */
export function modelOf(figure: AnyFigure, start: State): Model {
  const animated = figure.animation?.control;
  const dependsOn = (name: string): boolean => name !== animated && figure.views?.includes(name) !== true;
  let state = start;
  let data = figure.compute(state);
  let isStale = false;
  /** What has been begun for the state as it is. */
  let work: Iterator<unknown> | undefined;

  const current = (): unknown => {
    if (isStale) data = figure.compute(state);
    isStale = false;
    return data;
  };
  const lastFrame = (): number => figure.animation?.last(current(), state) ?? 0;
  const changed = (changes: Changes): State => settledState(figure.controls, state, changes);
  const model: Model = {
    // A run may have become shorter than the frame that is shown.
    get state() {
      if (animated === undefined || !isStale) return state;
      const last = lastFrame();
      if ((state[animated] as number) > last) state = { ...state, [animated]: last };
      return state;
    },
    get wanted() {
      return state;
    },
    prepare(ms) {
      if (!isStale || figure.prepare === undefined) return true;
      work ??= figure.prepare(state);
      const until = performance.now() + ms;
      do if (work.next().done === true) return true;
      while (performance.now() < until);
      return false;
    },
    get data() {
      return current();
    },
    get last() {
      return lastFrame();
    },
    with: changed,
    change(changes) {
      const next = changed(changes);
      const names = Object.keys(next).filter((name) => next[name] !== state[name]);
      if (names.length === 0) return false;
      state = next;
      if (names.some(dependsOn)) {
        isStale = true;
        work = undefined;
      }
      // Where the data are out of date, the last frame is not known yet: whoever reads the state finds it out.
      if (animated !== undefined && !isStale && (state[animated] as number) > lastFrame())
        state = { ...state, [animated]: lastFrame() };
      return true;
    },
  };
  if (animated !== undefined) model.change({ [animated]: Math.min(start[animated] as number, lastFrame()) });
  return model;
}

/** A state with changes; values that are the same stay the same objects. */
export function settledState(controls: Controls, state: State, changes: Changes): State {
  const next: Record<string, Value> = { ...state };
  for (const [name, value] of Object.entries(changes)) {
    const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
    const held = control === undefined ? undefined : heldBy(control, value);
    if (held !== undefined && !isSame(held, state[name])) next[name] = held;
  }
  return next;
}

function heldBy(control: Control, value: Value | undefined): Value | undefined {
  switch (control.kind) {
    case "choice":
      return typeof value === "string" && Object.hasOwn(control.options, value) ? value : undefined;
    case "toggle":
      return typeof value === "boolean" ? value : undefined;
    case "list":
      if (!Array.isArray(value) || value.length > control.most || value.some(Number.isNaN)) return undefined;
      return value.map((each) => settled(control, each));
    case "text":
      return typeof value === "string" ? settledText(control, value) : undefined;
    default:
      return typeof value === "number" && !Number.isNaN(value) ? settled(control, value) : undefined;
  }
}

export const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((each, i) => each === b[i])
    : a === b;

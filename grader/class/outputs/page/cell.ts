/** A square of the heat map: a sign that says it without colour, and a shade that shows it from afar. */
import type { ExerciseResult } from "../../results.ts";
import { type State, stateOf } from "../summary/state.ts";

export interface Cell {
  readonly sign: string;
  /** Class of its shade: full, most, half, some, zero, void. */
  readonly shade: "f" | "m" | "h" | "s" | "z" | "v";
}

export const voidSigns: Readonly<Record<Exclude<State, "passed" | "begun">, string>> = {
  stub: "·",
  missing: "–",
  refused: "!",
  "not judged": "?",
  unclear: "??",
  excused: "EX",
};

/** ✓ is all points, a number fewer of them; ↓ marks lateness that cost points, * a score set by hand, = one kept as published. */
export function cellOf(result: ExerciseResult): Cell {
  const { score, maxScore, override, lateness, published } = result;
  const state = stateOf(result);
  const mark =
    published !== undefined
      ? "="
      : override !== undefined
        ? "*"
        : lateness !== undefined && lateness.deduction > 0
          ? "↓"
          : "";
  if (override === undefined && published === undefined && state !== "passed" && state !== "begun")
    return { sign: `${voidSigns[state]}${mark}`, shade: "v" };
  if (score === undefined) return { sign: voidSigns["not judged"], shade: "v" };
  const isFull = score >= maxScore && maxScore > 0;
  const share = maxScore > 0 ? score / maxScore : 0;
  const shade = isFull ? "f" : share >= 0.75 ? "m" : share >= 0.5 ? "h" : share > 0 ? "s" : "z";
  return { sign: `${isFull ? "✓" : score}${mark}`, shade };
}

/** Inputs with one size along every axis: on them a program runs whose shapes fit nowhere else. */
import { random } from "../../../reference/randomness/random.ts";
import { Draw } from "../../exercise/draw.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { drawInputs } from "../cases.ts";
import { axesOf, rangeOf } from "../sizes.ts";

/** None where there is one axis alone, or where a range does not hold the size. */
export function equalInputs(
  { name, fn }: { readonly name: string; readonly fn: AnyFunction },
  size: number,
  count: number,
  seed: number,
): readonly Inputs[] {
  const open = axesOf(fn);
  const fits = open.every((axis) => {
    const [least, most] = rangeOf(fn, axis);
    return size >= least && size <= most;
  });
  if (open.length < 2 || !fits) return [];
  const sizes = Object.fromEntries(open.map((axis) => [axis, size]));
  return Array.from({ length: count }, (_, i) =>
    drawInputs(fn, new Draw(random(seed, `${name}/equal/${size}/${i}`), sizes, "wild")),
  );
}

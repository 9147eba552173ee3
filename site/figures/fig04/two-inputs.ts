/** What fig04 computes: two inputs put together, a function of that, its slopes, and what a change comes to. */
import { ofSum } from "../../../reference/differentiation/many-inputs.ts";
import { apply } from "../../../reference/functions/apply.ts";
import { functionOf } from "../../../reference/functions/known.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { gradient } from "../../../reference/numbers/tracked.ts";

export const FUNCTIONS = { sigmoid: "sigmoid", square: "square", tanh: "tanh", sin: "sin" } as const;
export type Name = keyof typeof FUNCTIONS;
export type Join = "sum" | "product";

export interface Setting {
  readonly x: number;
  readonly y: number;
  readonly f: Name;
  readonly join: Join;
  readonly h: number;
  readonly c: number;
}

/** Both inputs on their way through the boxes. */
export interface Through {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly s: number;
}

export interface Data {
  readonly before: Through;
  /** With x moved by h and y by c·h. */
  readonly after: Through;
  /** The slope of σ at what it gets. */
  readonly outer: number;
  /** Slopes of the whole by each input. */
  readonly byX: number;
  readonly byY: number;
  readonly foretold: number;
  readonly actual: number;
}

function through(join: Join, f: Name, x: Num, y: Num) {
  const a = join === "sum" ? x.plus(y) : x.times(y);
  const s = join === "sum" ? ofSum(x, y, { fn: f }) : apply({ fn: f }, a);
  return { a, s };
}

function valuesAt(join: Join, f: Name, x: number, y: number): Through {
  const { a, s } = through(join, f, new Num(x), new Num(y));
  return { x, y, a: a.value, s: s.value };
}

export function dataOf({ x, y, f, join, h, c }: Setting): Data {
  const inputs = [new Num(x), new Num(y)] as const;
  const { a, s } = through(join, f, ...inputs);
  const [byX, byY] = gradient(s, inputs) as unknown as readonly [Num, Num];
  const before = { x, y, a: a.value, s: s.value };
  const after = valuesAt(join, f, x + h, y + c * h);
  return {
    before,
    after,
    outer: functionOf({ fn: f }).slope(a.value),
    byX: byX.value,
    byY: byY.value,
    foretold: byX.value * h + byY.value * c * h,
    actual: after.s - before.s,
  };
}

/** What x alone, moved by h, changes. */
export function changeBy(setting: Setting, h: number): { foretold: number; actual: number } {
  const { foretold, actual } = dataOf({ ...setting, h, c: 0 });
  return { foretold, actual };
}

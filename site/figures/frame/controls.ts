/**
 * The controls of a figure: what a reader may change. Their names are the keys of the figure's state.
 */
import { brief } from "./numbers.ts";

interface Named {
  readonly label: string;
  /** The symbol that this control changes, as it is declared on the page: formulas highlight it. */
  readonly symbol?: string;
}

/** A number on a slider. */
export interface Range extends Named {
  readonly kind: "range";
  readonly min: number;
  readonly max: number;
  /** Numbers settle on multiples of it; with `log`, steps of a decade. */
  readonly step: number;
  readonly value: number;
  /** The slider moves by factors. Needs min > 0. */
  readonly log?: boolean;
  /** How the number is shown; left out: as many digits as the step asks for. */
  readonly show?: (value: number) => string;
}

/** One of several words. */
export interface Choice<Option extends string = string> extends Named {
  readonly kind: "choice";
  /** What is stored, and what is shown. */
  readonly options: Readonly<Record<Option, string>>;
  readonly value: Option;
}

export interface Toggle extends Named {
  readonly kind: "toggle";
  readonly value: boolean;
}

/** The seed of everything that is random in a figure: a whole number from 0 to 999999. */
export interface Seed extends Named {
  readonly kind: "seed";
  readonly value: number;
}

/** Numbers that handles in the picture move, such as the places of centroids; no row among the controls. */
export interface List extends Named {
  readonly kind: "list";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The most entries that a link may bring. */
  readonly most: number;
  readonly value: readonly number[];
}

/** Something that the reader types; the figure says what it cannot read. */
export interface Text extends Named {
  readonly kind: "text";
  /** The most characters. */
  readonly most: number;
  readonly value: string;
}

export type Control = Range | Choice | Toggle | Seed | List | Text;
export type Controls = Readonly<Record<string, Control>>;
export type Value = number | string | boolean | readonly number[];

/** Values that take the place of others, by their controls. */
export type Changes = Readonly<Record<string, Value | undefined>>;

/** The state that controls hold. */
export type StateOf<C extends Controls> = {
  readonly [K in keyof C]: C[K] extends Choice<infer Option>
    ? Option
    : C[K] extends Toggle
      ? boolean
      : C[K] extends List
        ? readonly number[]
        : C[K] extends Range | Seed
          ? number
          : C[K] extends Text
            ? string
            : Value;
};

export const range = (of: Omit<Range, "kind">): Range => ({ kind: "range", ...of });
export const choice = <Option extends string>(
  of: Named & { readonly options: Readonly<Record<Option, string>>; readonly value: NoInfer<Option> },
): Choice<Option> => ({ kind: "choice", ...of });
export const toggle = (of: Omit<Toggle, "kind">): Toggle => ({ kind: "toggle", ...of });
export const seed = (of: Omit<Seed, "kind">): Seed => ({ kind: "seed", ...of });
export const list = (of: Omit<List, "kind">): List => ({ kind: "list", ...of });

export const text = (of: Omit<Text, "kind">): Text => ({ kind: "text", ...of });

/** The state that a figure starts in. */
export const defaultsOf = <C extends Controls>(controls: C): StateOf<C> =>
  Object.fromEntries(Object.entries(controls).map(([name, { value }]) => [name, value])) as StateOf<C>;

/** The highest seed. */
export const SEEDS = 999_999;

/** A text with the signs of expressions alone: all others would have a meaning in an address, or none. */
export const settledText = ({ most }: Text, value: string): string =>
  value.replace(/[^A-Za-z0-9.+\-*/^() ]/g, "").slice(0, most);

/** The nearest number that a control can hold. */
export function settled(control: Range | Seed | List, value: number): number {
  if (control.kind === "seed") return Math.round(Math.min(SEEDS, Math.max(0, value)));
  const { min, max, step } = control;
  const within = Math.min(max, Math.max(min, value));
  if (control.kind === "range" && control.log === true)
    return Math.min(max, Math.max(min, Number(within.toPrecision(4))));
  // Through text, so that 3 · 0.1 is 0.3 in the link and in the picture.
  const onStep = Number((min + Math.round((within - min) / step) * step).toPrecision(12));
  return Math.min(max, onStep);
}

/** How a control's number is written. */
export function shown(control: Range, value: number): string {
  if (control.show !== undefined) return control.show(value);
  if (control.log === true) return brief(Number(value.toPrecision(3)));
  return value.toFixed(decimalsOf(control.step)).replace("-", "−");
}

/** How many digits a step has after the point: 2 for 0.25. */
function decimalsOf(step: number): number {
  let digits = 0;
  while (digits < 10 && Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) > 1e-9) digits++;
  return digits;
}

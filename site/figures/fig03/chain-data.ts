/** The boxes of the figure, and what goes through a chain of them. */
import type { FunctionName } from "../../../reference/functions/known.ts";
import { type Link, linksOf, measuredSlope, slopesAtX } from "./links.ts";

export interface Kind {
  readonly name: FunctionName;
  readonly label: string;
}
export const KINDS = {
  square: { name: { fn: "square" }, label: "square" },
  sigmoid: { name: { fn: "sigmoid" }, label: "sigmoid" },
  leaky: { name: { fn: "leakyRelu" }, label: "leaky ReLU" },
  sin: { name: { fn: "sin" }, label: "sin" },
  three: { name: { fn: "quadratic", args: [0, 3, -1] }, label: "3u − 1" },
  minus: { name: { fn: "quadratic", args: [0, -2, 1] }, label: "1 − 2u" },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;
export type Box = KindName | "none";

const PLACES = ["f1", "f2", "f3", "f4"] as const;
/** Where slopes are taken: all at x, or each at its own input. */
export type At = "x" | "own";

/** What the reader has set. */
export type Setting = { readonly x: number; readonly at: At } & {
  readonly [K in (typeof PLACES)[number]]: Box;
};

/** Step of the difference that measures the whole chain. */
export const STEP = 1e-5;

export interface Data {
  readonly kinds: readonly Kind[];
  /** Where each box of the chain stands among the controls. */
  readonly places: readonly (typeof PLACES)[number][];
  readonly links: readonly Link[];
  /** The slopes that are multiplied, right or not. */
  readonly slopes: readonly number[];
  readonly product: number;
  readonly measured: number;
}

export const SUB = "₀₁₂₃₄";
export function dataOf(state: Setting): Data {
  const all = PLACES.map((place) => [place, state[place] as Box] as const);
  const used = all.filter((each): each is readonly [(typeof PLACES)[number], KindName] => each[1] !== "none");
  // An empty chain hands x on: it is drawn as one box that changes nothing.
  const kinds: readonly Kind[] =
    used.length === 0
      ? [{ name: { fn: "identity" }, label: "nothing" }]
      : used.map(([, kind]) => KINDS[kind]);
  const chain = kinds.map(({ name }) => name);
  const links = linksOf(chain, state.x);
  const slopes = state.at === "own" ? links.map(({ slope }) => slope) : slopesAtX(chain, state.x);
  return {
    kinds,
    places: used.map(([place]) => place),
    links,
    slopes,
    product: slopes.reduce((a, b) => a * b, 1),
    measured: measuredSlope(chain, state.x, STEP),
  };
}

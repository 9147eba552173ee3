/**
 * Known functions that several exercises draw from, in the order in which they are drawn, and the numbers at which
 * these tell a right answer from a wrong one.
 */
import type { Num } from "../../reference/numbers/num.ts";
import type { FunctionValue } from "../value.ts";
import { named } from "./symbols.ts";

type Choices = readonly (string | FunctionValue)[];

const parabola = named("quadratic", 0.5, -1, 2);

/** What σ can be. */
export const sigmas: Choices = [
  "sigmoid",
  "tanh",
  "sin",
  "cos",
  "square",
  "cube",
  "exp",
  "leakyRelu",
  parabola,
];

/** Links of a chain. Finite everywhere: a mistake evaluates them at other places than the right answer does. */
export const links: Choices = [
  "square",
  "cube",
  "sin",
  "cos",
  "exp",
  "tanh",
  "sigmoid",
  "leakyRelu",
  named("scale", -1.5),
  parabola,
];

/** Whether a number is off 0, where leaky ReLU has its kink, and not larger than that. */
export const inReach =
  (largest: number) =>
  (at: number): boolean =>
    Math.abs(at) > 0.01 && Math.abs(at) <= largest;

/** Whether a link of a chain gives a number that the next can still tell from others. */
export const isSmall = ({ value }: Num): boolean => Math.abs(value) <= 20;

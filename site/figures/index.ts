/** The figures of the site, by the names that pages call them by. One line a figure. */
import { fig02 } from "./fig02.ts";
import type { AnyFigure } from "./frame/figure.ts";

export const figures: Readonly<Record<string, AnyFigure>> = {
  fig02,
};

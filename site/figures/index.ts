/** The figures of the site, by the names that pages call them by. One line a figure. */
import { fig02 } from "./fig02.ts";
import { fig03 } from "./fig03.ts";
import { fig11 } from "./fig11.ts";
import { fig32 } from "./fig32.ts";
import { fig39 } from "./fig39.ts";
import type { AnyFigure } from "./frame/figure.ts";

export const figures: Readonly<Record<string, AnyFigure>> = {
  fig02,
  fig03,
  fig11,
  fig32,
  fig39,
};

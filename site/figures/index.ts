/** The figures of the site, by the names that pages call them by. One line a figure. */
import { fig00 } from "./fig00.ts";
import { fig02 } from "./fig02.ts";
import { fig03 } from "./fig03.ts";
import { fig08 } from "./fig08.ts";
import { fig11 } from "./fig11.ts";
import { fig13 } from "./fig13.ts";
import { fig16 } from "./fig16.ts";
import { fig26 } from "./fig26.ts";
import { fig27 } from "./fig27.ts";
import { fig32 } from "./fig32.ts";
import { fig39 } from "./fig39.ts";
import { fig42 } from "./fig42.ts";
import { fig43 } from "./fig43.ts";
import { fig46 } from "./fig46.ts";
import { fig48 } from "./fig48.ts";
import type { AnyFigure } from "./frame/figure.ts";

export const figures: Readonly<Record<string, AnyFigure>> = {
  fig00,
  fig02,
  fig03,
  fig08,
  fig11,
  fig13,
  fig16,
  fig26,
  fig27,
  fig32,
  fig39,
  fig42,
  fig43,
  fig46,
  fig48,
};

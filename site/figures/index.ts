/** The figures of the site, by the names that pages call them by. One line a figure. */
import { fig00 } from "./fig00.ts";
import { fig01 } from "./fig01.ts";
import { fig02 } from "./fig02.ts";
import { fig03 } from "./fig03.ts";
import { fig04 } from "./fig04.ts";
import { fig05 } from "./fig05.ts";
import { fig05b } from "./fig05b.ts";
import { fig05c } from "./fig05c.ts";
import { fig06 } from "./fig06.ts";
import { fig07 } from "./fig07.ts";
import { fig08 } from "./fig08.ts";
import { fig09 } from "./fig09.ts";
import { fig10 } from "./fig10.ts";
import { fig11 } from "./fig11.ts";
import { fig11b } from "./fig11b.ts";
import { fig12b } from "./fig12b.ts";
import { fig12c } from "./fig12c.ts";
import { fig13 } from "./fig13.ts";
import { fig14b } from "./fig14b.ts";
import { fig16 } from "./fig16.ts";
import { fig26 } from "./fig26.ts";
import { fig27 } from "./fig27.ts";
import { fig32 } from "./fig32.ts";
import { fig39 } from "./fig39.ts";
import { fig42 } from "./fig42.ts";
import { fig46 } from "./fig46.ts";
import { fig48 } from "./fig48.ts";
import type { AnyFigure } from "./frame/figure.ts";

export const figures: Readonly<Record<string, AnyFigure>> = {
  fig00,
  fig01,
  fig02,
  fig03,
  fig04,
  fig05,
  fig05b,
  fig05c,
  fig06,
  fig07,
  fig08,
  fig09,
  fig10,
  fig11,
  fig11b,
  fig12b,
  fig12c,
  fig13,
  fig14b,
  fig16,
  fig26,
  fig27,
  fig32,
  fig39,
  fig42,
  fig46,
  fig48,
};

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
import { fig08b } from "./fig08b.ts";
import { fig09 } from "./fig09.ts";
import { fig10 } from "./fig10.ts";
import { fig11 } from "./fig11.ts";
import { fig11b } from "./fig11b.ts";
import { fig12 } from "./fig12.ts";
import { fig12b } from "./fig12b.ts";
import { fig12c } from "./fig12c.ts";
import { fig13 } from "./fig13.ts";
import { fig14b } from "./fig14b.ts";
import { fig15 } from "./fig15.ts";
import { fig16 } from "./fig16.ts";
import { fig17 } from "./fig17.ts";
import { fig19 } from "./fig19.ts";
import { fig20 } from "./fig20.ts";
import { fig21 } from "./fig21.ts";
import { fig22 } from "./fig22.ts";
import { fig24 } from "./fig24.ts";
import { fig25 } from "./fig25.ts";
import { fig26 } from "./fig26.ts";
import { fig27 } from "./fig27.ts";
import { fig28 } from "./fig28.ts";
import { fig28b } from "./fig28b.ts";
import { fig29 } from "./fig29.ts";
import { fig30 } from "./fig30.ts";
import { fig31 } from "./fig31.ts";
import { fig32 } from "./fig32.ts";
import { fig32b } from "./fig32b.ts";
import { fig33 } from "./fig33.ts";
import { fig33b } from "./fig33b.ts";
import { fig34 } from "./fig34.ts";
import { fig34b } from "./fig34b.ts";
import { fig34c } from "./fig34c.ts";
import { fig35 } from "./fig35.ts";
import { fig35b } from "./fig35b.ts";
import { fig36 } from "./fig36.ts";
import { fig37 } from "./fig37.ts";
import { fig37b } from "./fig37b.ts";
import { fig38 } from "./fig38.ts";
import { fig38b } from "./fig38b.ts";
import { fig39 } from "./fig39.ts";
import { fig39b } from "./fig39b.ts";
import { fig40 } from "./fig40.ts";
import { fig41 } from "./fig41.ts";
import { fig41b } from "./fig41b.ts";
import { fig42 } from "./fig42.ts";
import { fig43 } from "./fig43.ts";
import { fig43b } from "./fig43b.ts";
import { fig44 } from "./fig44.ts";
import { fig45 } from "./fig45.ts";
import { fig46 } from "./fig46.ts";
import { fig46b } from "./fig46b.ts";
import { fig48 } from "./fig48.ts";
import { fig53 } from "./fig53.ts";
import { fig54 } from "./fig54.ts";
import { fig55 } from "./fig55.ts";
import { fig56 } from "./fig56.ts";
import { fig57 } from "./fig57.ts";
import { fig58 } from "./fig58.ts";
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
  fig08b,
  fig09,
  fig10,
  fig11,
  fig12,
  fig11b,
  fig12b,
  fig12c,
  fig13,
  fig14b,
  fig15,
  fig16,
  fig17,
  fig19,
  fig20,
  fig21,
  fig22,
  fig24,
  fig25,
  fig26,
  fig27,
  fig28,
  fig28b,
  fig29,
  fig30,
  fig31,
  fig32,
  fig32b,
  fig33,
  fig33b,
  fig34,
  fig34b,
  fig34c,
  fig35,
  fig35b,
  fig36,
  fig37,
  fig37b,
  fig38,
  fig38b,
  fig39,
  fig39b,
  fig40,
  fig41,
  fig41b,
  fig42,
  fig43b,
  fig44,
  fig43,
  fig45,
  fig46,
  fig46b,
  fig48,
  fig53,
  fig54,
  fig55,
  fig56,
  fig57,
  fig58,
};

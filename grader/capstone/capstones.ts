/** The capstones of the course, by unit. */
import type { Capstone } from "./capstone.ts";
import { backprop } from "./units/backprop.ts";
import { classes } from "./units/classes.ts";
import { deep } from "./units/deep.ts";
import { derivatives } from "./units/derivatives.ts";
import { engine } from "./units/engine.ts";
import { image } from "./units/image.ts";
import { layers } from "./units/layers.ts";
import { line } from "./units/line.ts";
import { optimisers } from "./units/optimisers.ts";
import { race } from "./units/race.ts";
import { reader } from "./units/reader.ts";
import { scored } from "./units/scored.ts";

export const capstones: readonly Capstone[] = [
  derivatives,
  line,
  classes,
  race,
  image,
  layers,
  scored,
  backprop,
  optimisers,
  reader,
  engine,
  deep,
];

/** Those that a course with these exercises, by number, can run. */
export const capstonesFor = (exercises: readonly string[]): readonly Capstone[] =>
  capstones.filter(({ uses }) => uses.every(({ exercise }) => exercises.includes(exercise)));

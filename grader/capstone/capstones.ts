/** The capstones of the course, by unit. */
import type { Capstone } from "./capstone.ts";
import { classes } from "./units/classes.ts";
import { derivatives } from "./units/derivatives.ts";
import { image } from "./units/image.ts";
import { line } from "./units/line.ts";
import { race } from "./units/race.ts";

export const capstones: readonly Capstone[] = [derivatives, line, classes, race, image];

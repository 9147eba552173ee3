/** How many numbers of the stream the sets use up, with noise and without. */
import { type ArgsOf, args, equal, generator, named, scalar } from "../../grader/exercise/form.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { num } from "../../reference/numbers/num.ts";
import * as played from "./scenarios.ts";

const asked = args({
  n: scalar("number of points of each set", { domain: "integer", draw: (draw) => draw.integer(2, 5) }),
  noise: scalar("standard deviation of the noise, or 0", {
    draw: (draw) => (draw.integer(0, 2) === 0 ? 0 : draw.between(0.05, 0.45)),
  }),
  gauss: generator("gauss", "gives the next standard normal number"),
});
type Asked = ArgsOf<typeof asked>;

/** What comes after so many numbers. */
const numberAfter = ({ gauss }: Asked, used: number): number => {
  const next = generatorOf(gauss);
  for (let k = 0; k < used; k++) next();
  return next();
};
/** Two coordinates a point on the circles, three on the line. */
const USED = 2 + 3;

/** Only so many numbers a point where the noise is 0. */
const withoutNoise = (used: number, where: string) => ({
  is: (given: Asked) => numberAfter(given, (given.noise === 0 ? used : USED) * given.n),
  step: 6,
  says: `${where} no number is drawn, and whatever is made with the stream afterwards changes. Call gauss() all the same.`,
});

export const afterwards = asked.answer({
  says: "what gauss gives after circles and a line were made with it, with noise and without",
  scenario: played.afterwards,
  needs: ["makeCircles", "noisyLine3d"],
  returns: scalar("the next number of gauss"),
  is: (_, given) => num(numberAfter(given, USED * given.n)),
  edges: {
    "no noise": {
      given: { n: 2, noise: 0, gauss: named("gauss", 1) },
      says: "A noise of 0 uses up its numbers as well, so that whatever is made next does not depend on it.",
    },
  },
  laws: { "the noise makes no difference": (f) => equal(f({ noise: 0 }), f({ noise: 0.25 })) },
  mistakes: {
    "no-number-without-noise": withoutNoise(0, "With a noise of 0"),
    "no-number-on-the-circles": withoutNoise(3, "On circles with a noise of 0"),
    "no-number-on-the-line": withoutNoise(2, "On a line with a noise of 0"),
    "a-number-a-point": {
      is: (given) => numberAfter(given, 2 * given.n),
      step: 6,
      says: "Each point takes one number. Each coordinate has noise of its own: two calls on the circles, three on the line.",
    },
  },
});

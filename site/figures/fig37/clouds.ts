/** The data after every layer of the deep network. */
import { cloudMarks, tilesOf } from "../cloud-tiles.ts";
import { digits, fixed } from "../frame/numbers.ts";
import type { Panel } from "../frame/scene.ts";
import { type Example, isOdd } from "./network.ts";
import { cloudsOf, type Run, type Stand } from "./training.ts";

const SIZE = { width: 490, height: 204 };

export function cloudsPanel(run: Run, frame: number): Panel {
  const { loss, accuracy } = run.stands[frame] as Stand;
  const clouds = cloudsOf(run, frame);
  return {
    name: "clouds",
    title: "The data as they come in, and after every layer",
    description: `The 100 points in the plane of each layer’s two outputs, those with exactly one input above ½ as dots, the others as crosses. Each picture is as wide as its cloud; the number says how wide that is. ${fixed(100 * accuracy, 0)} % are right, with a squared error of ${digits(loss, 3)}.`,
    ...SIZE,
    wide: true,
    marks: cloudMarks(
      tilesOf(clouds, SIZE),
      clouds,
      (i) => isOdd(run.examples[i] as Example),
      (l) => (l === 0 ? "in" : String(l)),
    ),
  };
}

/** The arguments: one example on the wrong side, inside the margin or beyond it, off the kinks. */
import { type ArgsOf, args, type Edges, scalar, vector } from "../../grader/exercise/form.ts";
import { dot } from "../../reference/numbers/plain.ts";

/** An example and a model, before the label is drawn. */
interface Unlabelled {
  readonly w: readonly number[];
  readonly x: readonly number[];
  readonly b: number;
}

const netOf = ({ w, x, b }: Unlabelled): number => dot(w, x) + b;

/** y·(w·x + b). */
export const marginOf = (one: Example): number => one.y * netOf(one);

/** Far enough from the kinks for central differences, whose steps are some hundredths of the weights. */
function isOffKinks({ w, x, b }: Unlabelled): boolean {
  const largest = (...of: number[]) => Math.max(1, ...of.map(Math.abs));
  const reach = (largest(...w, b) * largest(...x)) / 256;
  return [-1, 0, 1].every((kink) => Math.abs(netOf({ w, x, b }) - kink) > reach);
}

export const example = args(
  {
    w: vector("m", "weights"),
    x: vector("m", "one example"),
    b: scalar("bias", {
      // Every other example is near the boundary, where the two losses differ in whether they are 0.
      draw: (draw, { w, x }) => {
        if (draw.integer(0, 1) === 0) return draw.real();
        const size = draw.family === "quarters" ? draw.integer(1, 3) / 4 : 0.25 + 0.5 * draw.rng();
        return draw.pick([-1, 1]) * size - dot(w as number[], x as number[]);
      },
    }),
    y: scalar("its label", {
      domain: "sign",
      // Two of three examples are on the wrong side.
      draw: (draw, { w, x, b }) => {
        const side = netOf({ w: w as number[], x: x as number[], b: b as number }) >= 0 ? 1 : -1;
        return draw.integer(0, 2) === 0 ? side : -side;
      },
    }),
  },
  { sizes: { m: [2, 5] }, accepts: isOffKinks },
);
export type Example = ArgsOf<typeof example>;

/** The same example with opposite weights, bias and label. */
export const opposite = ({ w, b, y }: Example) => ({ w: w.map((wj) => -wj), b: -b, y: -y });

export const given = { w: [1, -2], x: [2, 1], b: -1, y: 1 };

/** Edge cases for all six; what they ask is told by the margin. */
export const edges: Edges<Example> = {
  "the wrong side": {
    given: { w: [1, -2], x: [2, 1.5], b: -0.5, y: 1 },
    says: "y·z = −1.5: a wrong example. Both losses have a slope here.",
  },
  "inside the margin": {
    given: { w: [0.5, 1], x: [-1, 1], b: -0.75, y: -1 },
    says: "y·z = 0.25: the right side, yet less than 1 away. Only the hinge loss sees that.",
  },
  "beyond the margin": {
    given: { w: [0.5, 1], x: [3, 1], b: -0.5, y: 1 },
    says: "y·z = 2: both losses are 0 here, and stay so.",
  },
  "on the boundary": {
    given: { w: [1, -0.5], x: [-2, -2], b: 1, y: -1 },
    says: "z = 0 counts as an error here: the slopes are those of the wrong side.",
  },
  "zero start": {
    given: { w: [0, 0, 0], x: [1, 2, -3], b: 0, y: 1 },
    says: "z = 0 for every example. With slopes of 0 no training could begin.",
  },
  "a margin of 1": {
    given: { w: [0.5, -1], x: [2, 1], b: 1, y: 1 },
    says: "y·z = 1 is far enough: the slopes are 0, and so are the losses.",
  },
};

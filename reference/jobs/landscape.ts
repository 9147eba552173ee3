/**
 * The loss of a whole network over a plane through its parameters.
 */
import type { Plane } from "../dense/loss-slice.ts";
import { countOf, layersOf, type NetworkShape } from "../dense/network-shape.ts";
import { lossSlice } from "../gpu/loss-slice.ts";
import { normal, random } from "../randomness/random.ts";
import { crewFor, ranges } from "./hands.ts";
import { between, type JobOptions, type Where, whileGpuLasts } from "./job.ts";

export interface Landscape extends Where {
  /** Row by row from the lowest β, shape [points, points]. */
  readonly losses: Float64Array;
  /** Values of α and of β. */
  readonly steps: Float64Array;
}

/** Points of one call of the GPU. */
const ON_GPU = 2048;
/** Multiply-adds of one piece on the CPU: about 30 ms. */
const WORK = 2 ** 24;

/**
 * Losses on a square grid of P + α U + β V, α and β from −radius to radius.
 *
 * @param points of one side; 200 draw a smooth picture
 * @throws RangeError if shapes do not fit, or the signal's reason
 */
export async function landscape(
  shape: NetworkShape,
  plane: Plane,
  { points, radius }: { readonly points: number; readonly radius: number },
  options: JobOptions = {},
): Promise<Landscape> {
  const count = countOf(shape);
  for (const [what, values] of Object.entries({ P: plane.P, U: plane.U, V: plane.V }))
    if (values.length !== count)
      throw new RangeError(`landscape: ${what} of ${count} numbers expected, got ${values.length}`);
  const steps = Float64Array.from({ length: points }, (_, t) =>
    points === 1 ? 0 : (radius * (2 * t - (points - 1))) / (points - 1),
  );
  const at = new Float64Array(2 * points * points);
  for (let r = 0, k = 0; r < points; r++)
    for (let c = 0; c < points; c++) {
      at[k++] = steps[c]!;
      at[k++] = steps[r]!;
    }
  const losses = new Float64Array(points * points);
  const parts = ranges(losses.length, ON_GPU);
  const { done, on, because } = await whileGpuLasts(
    parts.length,
    async (gpu, p) => {
      const { first, last } = parts[p]!;
      losses.set(
        await lossSlice(gpu, shape, plane, at.slice(2 * first, 2 * last), { signal: options.signal }),
        first,
      );
    },
    options,
  );
  const from = parts[done.length]?.first ?? losses.length;
  const pieces = ranges(losses.length - from, pointsOfPiece(shape, plane.n)).map(({ first, last }) => ({
    first: from + first,
    last: from + last,
  }));
  const found = await crewFor("landscape", { shape, ...plane }, options.hands).all(
    pieces.map(({ first, last }) => at.slice(2 * first, 2 * last)),
    { signal: options.signal, progress: between(options.progress, from / losses.length, 1) },
  );
  pieces.forEach(({ first }, p) => {
    losses.set(found[p]!, first);
  });
  return { losses, steps, on, because };
}

function pointsOfPiece(shape: NetworkShape, n: number): number {
  // The first layer is a sum of three products made once; an activation counts as ten multiply-adds.
  const each = layersOf(shape).reduce(
    (sum, { inputs, outputs }, l) => sum + n * outputs * (l === 0 ? 12 : inputs + 10),
    0,
  );
  return Math.max(1, Math.floor(WORK / each));
}

/**
 * A random direction of the parameters' own size: each unit's weights are scaled to the length that they have in P.
 *
 * So a picture does not depend on how a network spreads its scale over the layers. Biases get 0.
 *
 * @see Li, Xu, Taylor, Studer and Goldstein, Visualizing the Loss Landscape of Neural Nets
 */
export function directionLike(
  shape: NetworkShape,
  P: Float64Array,
  seed: number,
  name: string,
): Float64Array {
  const rng = random(seed, `landscape/${name}`);
  const direction = new Float64Array(P.length);
  for (const { inputs, outputs, W } of layersOf(shape))
    for (let k = 0; k < outputs; k++) {
      let [own, drawn] = [0, 0];
      for (let j = 0, at = W + k; j < inputs; j++, at += outputs) {
        direction[at] = normal(rng);
        own += P[at]! ** 2;
        drawn += direction[at]! ** 2;
      }
      for (let j = 0, at = W + k; j < inputs; j++, at += outputs) direction[at]! *= Math.sqrt(own / drawn);
    }
  return direction;
}

/**
 * The complete check of a network's gradient: every parameter's central difference beside reverse mode.
 */
import type { Batch } from "../dense/central-difference.ts";
import { networkOf } from "../dense/network.ts";
import { countOf, type LayerShape, layersOf, type NetworkShape, scaleOf } from "../dense/network-shape.ts";
import { centralDifferences } from "../gpu/central-difference.ts";
import { isNextToLoss, type Units } from "./differences-work.ts";
import { crewFor, ranges } from "./hands.ts";
import { between, type JobOptions, type Where, whileGpuLasts } from "./job.ts";
import { type TensorCheck, tensorChecks } from "./tensor-check.ts";

export interface CheckSubject extends Batch {
  readonly shape: NetworkShape;
  /** The gradient that is checked, shape as P; the reference's reverse mode unless told. */
  readonly gradient?: Float64Array;
}

export interface CheckOptions extends JobOptions {
  /** The step of the differences; nothing is subtracted that cancels, so that it can be small. */
  readonly h?: number;
}

export interface GradientCheck extends Where {
  readonly tensors: readonly TensorCheck[];
  /** The largest of the tensors' worst errors. */
  readonly worst: number;
  readonly numerical: Float64Array;
  readonly gradient: Float64Array;
  /** 1 where a kink lies within the smallest step, so that the two need not agree. */
  readonly kinks: Uint8Array;
  readonly h: number;
}

/**
 * About 10⁻⁶. The method's error, h²/6 of the third derivative, is then about 10⁻¹² of the gradient; rounding does not
 * grow with 1/h, since the loss's rise is formed without subtracting losses.
 */
const STEP = 2 ** -20;
/** Examples of one piece. */
const EXAMPLES = 64;
/** Multiply-adds of one piece: about 30 ms. */
const WORK = 2 ** 24;
/** Beyond it a difference of f32 is looked at again in f64. */
const DOUBTFUL = 1e-4;

/**
 * Checks all parameters.
 *
 * On the GPU the differences are f32; where one disagrees by more than 10⁻⁴, the whole unit is done again in f64,
 * which also knows of kinks.
 *
 * @throws RangeError if shapes do not fit or a number is not finite, or the signal's reason
 */
export async function checkGradient(
  subject: CheckSubject,
  options: CheckOptions = {},
): Promise<GradientCheck> {
  mustFit(subject);
  const { shape, P, X, Y, n } = subject;
  const { h = STEP, hands, signal, progress } = options;
  const layers = layersOf(shape);
  const gradient = subject.gradient ?? new Float64Array(P.length);
  if (subject.gradient === undefined) networkOf(shape, n).gradient(gradient, P, X, Y);
  const blocks = ranges(n, EXAMPLES);
  const setup = { shape, P, X, Y, n, h };
  const crew = crewFor("differences", setup, hands);
  const kinks = new Uint8Array(P.length);

  const onGpu = await whileGpuLasts(
    blocks.length,
    (gpu, at) => {
      const { first, last } = blocks[at]!;
      return centralDifferences(gpu, { ...shape, over: "sum" }, rowsOf(subject, first, last), h, { signal });
    },
    options,
  );
  const numerical = new Float64Array(P.length);
  for (const each of onGpu.done)
    for (let q = 0; q < numerical.length; q++) numerical[q]! += scaleOf(shape, n) * each[q]!;

  const onCpu = async (units: readonly Units[], from: number): Promise<void> => {
    const results = await crew.all(units, { signal, progress: between(progress, from, 1) });
    for (const [at, unit] of units.entries()) spread(layers[unit.layer]!, unit, results[at]!);
  };
  /** Adds one piece's differences, which lie unit by unit, to where the parameters lie. */
  const spread = (
    { inputs, outputs, W }: LayerShape,
    { first, last }: Units,
    found: { readonly numerical: Float64Array; readonly kinks: Uint8Array },
  ): void => {
    for (let k = first, from = 0; k < last; k++)
      for (let j = 0; j <= inputs; j++, from++) {
        numerical[W + j * outputs + k]! += found.numerical[from]!;
        kinks[W + j * outputs + k]! |= found.kinks[from]!;
      }
  };
  const rest = blocks.slice(onGpu.done.length);
  if (rest.length > 0) await onCpu(piecesOf(shape, rest), onGpu.done.length / blocks.length);
  if (onGpu.done.length > 0) {
    const doubtful = doubtfulUnits(layers, numerical, gradient);
    for (const { layer, k } of doubtful) {
      const { inputs, outputs, W } = layers[layer]!;
      for (let j = 0; j <= inputs; j++) numerical[W + j * outputs + k] = 0;
    }
    const again = doubtful.flatMap(({ layer, k }) =>
      blocks.map((block) => ({ layer, first: k, last: k + 1, examples: block })),
    );
    if (again.length > 0) await onCpu(again, 1);
  }
  const tensors = tensorChecks(layers, numerical, gradient, kinks);
  const worst = tensors.reduce((most, tensor) => Math.max(most, tensor.worst), 0);
  return { on: onGpu.on, because: onGpu.because, tensors, worst, numerical, gradient, kinks, h };
}

/** @throws RangeError that names what does not fit */
function mustFit({ shape, P, X, Y, n, gradient }: CheckSubject): void {
  const count = countOf(shape);
  const wanted = [
    ["parameters", P, count],
    ["inputs", X, n * shape.sizes[0]!],
    ["targets", Y, n * shape.sizes.at(-1)!],
    ["gradient", gradient ?? P, count],
  ] as const;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`checkGradient: n of 1 at least expected, got ${n}`);
  for (const [what, values, length] of wanted) {
    if (values.length !== length)
      throw new RangeError(`checkGradient: ${length} ${what} expected, got ${values.length}`);
    const at = what === "gradient" ? -1 : values.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) throw new RangeError(`checkGradient: finite ${what} expected, got ${values[at]} at ${at}`);
  }
}

const rowsOf = ({ shape, P, X, Y }: CheckSubject, first: number, last: number): Batch => {
  const [m, c] = [shape.sizes[0]!, shape.sizes.at(-1)!];
  return { P, X: X.slice(first * m, last * m), Y: Y.slice(first * c, last * c), n: last - first };
};

/** All units, in pieces of bounded work. */
function piecesOf(
  shape: NetworkShape,
  blocks: readonly { readonly first: number; readonly last: number }[],
): readonly Units[] {
  const layers = layersOf(shape);
  return layers.flatMap(({ inputs, outputs }, layer) => {
    const [next, ...later] = layers.slice(layer + 1);
    // A difference of an exponential counts as ten multiply-adds.
    const each =
      shape.loss === "crossEntropy" && isNextToLoss(layers, layer)
        ? 10
        : later.reduce(
            (sum, above) => sum + (above.inputs + 10) * above.outputs,
            10 * ((next?.outputs ?? 1) + 2),
          );
    const units = Math.max(1, Math.floor(WORK / (2 * EXAMPLES * (inputs + 1) * each)));
    return ranges(outputs, units).flatMap((range) =>
      blocks.map((examples) => ({ layer, ...range, examples })),
    );
  });
}

/** Units one of whose weights disagrees. */
function doubtfulUnits(layers: readonly LayerShape[], numerical: Float64Array, gradient: Float64Array) {
  return layers.flatMap(({ inputs, outputs, W, b }, layer) => {
    const size = (from: number, to: number): number =>
      Math.sqrt(gradient.subarray(from, to).reduce((sum, g) => sum + g * g, 0) / (to - from));
    const [ofWeights, ofBiases] = [size(W, b), size(b, b + outputs)];
    return Array.from({ length: outputs }, (_, k) => k).flatMap((k) => {
      for (let j = 0; j <= inputs; j++) {
        const [a, g] = [numerical[W + j * outputs + k]!, gradient[W + j * outputs + k]!];
        const scale = Math.max(Math.abs(g), j === inputs ? ofBiases : ofWeights);
        if (!(Math.abs(a - g) <= DOUBTFUL * scale)) return [{ layer, k }];
      }
      return [];
    });
  });
}

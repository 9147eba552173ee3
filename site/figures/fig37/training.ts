/** A deep network on XOR, one example at a time for 1,001 rounds: seen at ever longer intervals. */

import { knownRuns } from "../known-runs.ts";
import { paceOf } from "../pace.ts";
import { DeepNetwork, type Example, examplesOf, isOdd, LAYER, lengthOf, type Shape } from "./network.ts";

export const ROUNDS = 1001;
/** The round that each frame shows. */
export const PACE = paceOf(ROUNDS, 80);

export interface Stand {
  readonly P: Float64Array;
  /** ‖∂L/∂W^l‖ over all examples, the first layer first. */
  readonly norms: readonly number[];
  /** How far each layer's weights are from where they began, in units of their length there. */
  readonly moved: readonly number[];
  /** Mean squared error over all outputs. */
  readonly loss: number;
  /** Share of the examples whose larger output is the right one. */
  readonly accuracy: number;
}

export interface Run {
  readonly shape: Shape;
  readonly examples: readonly Example[];
  /** One a frame; fewer where the numbers grow beyond bounds. */
  readonly stands: readonly Stand[];
}

function standOf(net: DeepNetwork, examples: readonly Example[], start: Stand | undefined): Stand {
  let [squares, right] = [0, 0];
  for (const example of examples) {
    const [odd = 0, even = 0] = net.pass(example.x).subarray(-2);
    const [y0 = 0, y1 = 0] = example.y;
    squares += (odd - y0) ** 2 + (even - y1) ** 2;
    if (odd > even === isOdd(example)) right++;
  }
  const P = net.P.slice();
  const from = start?.P ?? P;
  const way = P.map((p, q) => p - from[q]!);
  return {
    P,
    norms: net.gradientNorms(examples),
    moved: Array.from({ length: P.length / LAYER }, (_, l) => lengthOf(way, l) / lengthOf(from, l)),
    loss: squares / (2 * examples.length),
    accuracy: right / examples.length,
  };
}

/** The run; rests after each round, a millisecond or two. */
function* worked(shape: Shape): Generator<undefined, Run> {
  const examples = examplesOf(shape.seed);
  const net = new DeepNetwork(shape);
  const stands = [standOf(net, examples, undefined)];
  for (let frame = 1, round = 0; frame < PACE.length; frame++) {
    for (; round < (PACE[frame] as number); round++) {
      net.learn(examples);
      yield;
    }
    const stand = standOf(net, examples, stands[0]);
    if (![stand.loss, ...stand.norms, ...stand.moved].every(Number.isFinite)) break;
    stands.push(stand);
  }
  return { shape, examples, stands };
}

export const { steps: runSteps, of: runOf } = knownRuns<Shape, Run>(
  ["depth", "act", "scale", "residual", "seed"],
  16,
  worked,
);

/** What comes in and what each layer gives, for each example: x₁ and x₂ of the first, of the second … */
export function cloudsOf({ shape, examples, stands }: Run, frame: number): readonly Float64Array[] {
  const net = new DeepNetwork(shape);
  net.P.set((stands[frame] as Stand).P);
  const clouds = Array.from({ length: shape.depth + 1 }, () => new Float64Array(2 * examples.length));
  examples.forEach(({ x }, i) => {
    const given = net.pass(x);
    for (const [l, cloud] of clouds.entries()) cloud.set(given.subarray(2 * l, 2 * l + 2), 2 * i);
  });
  return clouds;
}

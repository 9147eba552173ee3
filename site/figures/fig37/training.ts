/** A deep network on XOR, one example at a time for 1,001 rounds: seen at ever longer intervals. */
import { paceOf } from "../pace.ts";
import { DeepNetwork, type Example, examplesOf, isOdd, type Shape } from "./network.ts";

export const ROUNDS = 1001;
/** The round that each frame shows. */
export const PACE = paceOf(ROUNDS, 80);

export interface Stand {
  /** Weights, out × in, and biases of each layer. */
  readonly parameters: readonly { readonly W: Float64Array; readonly b: Float64Array }[];
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
    const [odd = 0, even = 0] = net.pass(example.x).at(-1) ?? [];
    const [y0 = 0, y1 = 0] = example.y;
    squares += (odd - y0) ** 2 + (even - y1) ** 2;
    if (odd > even === isOdd(example)) right++;
  }
  return {
    parameters: net.layers.map(({ W, b }) => ({ W: W.slice(), b: b.slice() })),
    norms: net.gradientNorms(examples),
    moved: net.layers.map(({ W }, l) => {
      const from = start?.parameters[l]?.W ?? W;
      return Math.hypot(...W.map((w, k) => w - from[k]!)) / Math.hypot(...from);
    }),
    loss: squares / (2 * examples.length),
    accuracy: right / examples.length,
  };
}

const known = new Map<string, Run>();
const MOST_KNOWN = 16;

/** The run; rests after each round, a millisecond or two. */
export function* runSteps(shape: Shape): Generator<undefined, Run> {
  const key = Object.values(shape).join(" ");
  const found = known.get(key);
  if (found !== undefined) return found;
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
  const run = { shape, examples, stands };
  known.set(key, run);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return run;
}

export function runOf(shape: Shape): Run {
  const steps = runSteps(shape);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** What comes in and what each layer gives of a stand, for all examples: x₁ and x₂ of the first, of the second … */
export function cloudsOf({ shape, examples, stands }: Run, frame: number): readonly Float64Array[] {
  const net = new DeepNetwork(shape);
  for (const [l, { W, b }] of (stands[frame] as Stand).parameters.entries()) {
    net.layers[l]?.W.set(W);
    net.layers[l]?.b.set(b);
  }
  const clouds = Array.from({ length: shape.depth + 1 }, () => new Float64Array(2 * examples.length));
  examples.forEach(({ x }, i) => {
    for (const [l, given] of net.pass(x).entries()) clouds[l]?.set(given, 2 * i);
  });
  return clouds;
}

/** Four optimisers from one start over one surface, each step by the reference's own formula. */
import { adamStep, rmspropStep } from "../../../reference/differentiation/adam.ts";
import { stepped } from "../../../reference/differentiation/descent.ts";
import { velocityStep } from "../../../reference/differentiation/momentum.ts";
import { type Num, num, unrecorded } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { knownRuns } from "../known-runs.ts";
import { type Point, type Surface, type SurfaceName, surfaceOf } from "./surfaces.ts";

export const STEPS = 300;
export const RUNNERS = ["descent", "momentum", "RMSprop", "Adam"] as const;
/** Further out nothing of interest happens: the run has diverged. */
const FAR = 1e6;
const USUAL = { alpha: 0.99, beta1: 0.9, beta2: 0.999, eps: 1e-8 } as const;

export interface Settings {
  readonly surface: SurfaceName;
  readonly kappa: number;
  /** η of descent and momentum. */
  readonly rate: number;
  readonly mu: number;
  /** η of RMSprop and Adam. */
  readonly adaptive: number;
  readonly start: Point;
}

export interface Race {
  readonly surface: Surface;
  /** The places of each runner, one a step; fewer where it diverges. */
  readonly ways: readonly (readonly Point[])[];
}

type Step = (p: Num[], g: Num[]) => Num[];

/** The steps of each runner, each with a state of its own. */
function runners({ rate, mu, adaptive }: Settings): readonly Step[] {
  const zeros = (): Num[] => lift([0, 0]);
  let velocity = zeros();
  let squares = zeros();
  let state = { t: 0, m: zeros(), v: zeros() };
  return [
    (p, g) => stepped(p, g, num(rate)),
    (p, g) => {
      const after = velocityStep(p, velocity, g, num(mu), num(rate));
      velocity = after.v;
      return after.p;
    },
    (p, g) => {
      const after = rmspropStep(squares, p, g, { lr: adaptive, ...USUAL });
      squares = after.v;
      return after.p;
    },
    (p, g) => {
      const { p: next, ...after } = adamStep(state, p, g, { lr: adaptive, ...USUAL });
      state = after;
      return next;
    },
  ];
}

/** Rests after so many steps. */
const REST = 20;

function* wayOf(surface: Surface, start: Point, step: Step): Generator<undefined, readonly Point[]> {
  const places: Point[] = [start];
  for (let t = 0; t < STEPS; t++) {
    if (t % REST === REST - 1) yield;
    const at = places[t] as Point;
    const [x = num(0), y = num(0)] = unrecorded(() =>
      step(lift([...at]), lift([...surface.gradient(...at)])),
    );
    places.push([x.value, y.value]);
    // Also where it is no number any more.
    if (!(Math.hypot(x.value, y.value) < FAR)) break;
  }
  return places;
}

function* raced(settings: Settings): Generator<undefined, Race> {
  const surface = surfaceOf(settings.surface, settings.kappa);
  const ways: (readonly Point[])[] = [];
  for (const step of unrecorded(() => runners(settings)))
    ways.push(yield* wayOf(surface, settings.start, step));
  return { surface, ways };
}

/** The race at once, and the same with rests between its parts. */
export const { of: raceOf, steps: raceSteps } = knownRuns<Settings, Race>(
  ["surface", "kappa", "rate", "mu", "adaptive", "start"],
  16,
  raced,
);

/** Where a runner is after so many steps; one that has diverged stays at its end. */
export const placeOf = (way: readonly Point[], step: number): Point =>
  way[Math.min(step, way.length - 1)] as Point;

export const hasDiverged = (way: readonly Point[], step: number): boolean =>
  step >= way.length - 1 && way.length <= STEPS;

/** How far above the lowest place a runner is. */
export const aboveLeast = ({ height, leastHeight }: Surface, at: Point): number =>
  height(...at) - leastHeight;

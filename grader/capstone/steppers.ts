/** Four optimisers behind one form: each takes several races at once, and keeps what it has to of each. */
import type { Hands } from "./hands.ts";

type Vector = readonly number[];

export interface Stepper {
  readonly name: string;
  /** The places after a step of each race, by its own rate. */
  step(
    hands: Hands,
    places: readonly Vector[],
    slopes: readonly Vector[],
    rates: Vector,
  ): Promise<number[][]>;
}

export const MOMENTUM = 0.9;

/** All four at their start. */
export const steppers = (): readonly Stepper[] => [descent(), momentum(), rmsprop(), adam()];

/** As a matrix of one row, and its bias beside it: what the functions for layers take. */
const asRow = (x: Vector): number[][] => [[...x]];

/** Parameters that are called W and b: the last number of a place is b. */
const asLayer = (x: Vector) => ({ W: asRow(x.slice(0, -1)), b: [x.slice(-1)] });

const descent = (): Stepper => ({
  name: "descent",
  async step(hands, places, slopes, rates) {
    const after = await hands.askAll<{ W: number[][]; b: number[][] }>(
      "sgdStep",
      places.map((x, k) => ({
        params: asLayer(x),
        grads: asLayer(slopes[k] as Vector),
        lr: rates[k] as number,
      })),
    );
    return after.map(({ W, b }) => [...(W[0] ?? []), ...(b[0] ?? [])]);
  },
});

function momentum(): Stepper {
  let last: readonly Vector[] = [];
  return {
    name: "momentum",
    async step(hands, places, slopes, rates) {
      const like = [asRow(places[0] ?? [])];
      const steps = await hands.askAll<number[][][]>(
        "updateMomentum",
        places.map((x, k) => ({
          Ms: [asRow(last[k] ?? x.map(() => 0))],
          grads: [asRow(slopes[k] as Vector)],
          momentum: MOMENTUM,
          lr: rates[k] as number,
        })),
        like,
      );
      last = steps.map((Ms) => Ms[0]?.[0] ?? []);
      const after = await hands.askAll<number[][][]>(
        "updateParams",
        places.map((x, k) => ({ params: [asRow(x)], Ms: [asRow(last[k] as Vector)] })),
        like,
      );
      return after.map((params) => params[0]?.[0] ?? []);
    },
  };
}

function rmsprop(): Stepper {
  let squares: readonly Vector[] = [];
  return {
    name: "RMSprop",
    async step(hands, places, slopes, rates) {
      const after = await hands.askAll<{ p: number[]; v: number[] }>(
        "rmspropStep",
        places.map((x, k) => ({
          v: squares[k] ?? x.map(() => 0),
          p: [...x],
          g: [...(slopes[k] as Vector)],
          lr: rates[k] as number,
        })),
      );
      squares = after.map(({ v }) => v);
      return after.map(({ p }) => p);
    },
  };
}

function adam(): Stepper {
  let states: readonly { readonly t: number; readonly m: number[]; readonly v: number[] }[] = [];
  return {
    name: "Adam",
    async step(hands, places, slopes, rates) {
      const after = await hands.askAll<{ p: number[]; t: number; m: number[]; v: number[] }>(
        "adamStep",
        places.map((x, k) => ({
          state: states[k] ?? { t: 0, m: x.map(() => 0), v: x.map(() => 0) },
          p: [...x],
          g: [...(slopes[k] as Vector)],
          lr: rates[k] as number,
        })),
      );
      states = after.map(({ t, m, v }) => ({ t, m, v }));
      return after.map(({ p }) => p);
    },
  };
}

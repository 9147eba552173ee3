/** What fig07 computes: descent on a bowl and on t², and how the bowl bends. */
import { descent, stepped } from "../../../reference/differentiation/descent.ts";
import { product } from "../../../reference/numbers/matrix.ts";
import { dot, Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { eigenSymmetric } from "../../../reference/unsupervised/eigen.ts";
import type { Bend } from "../level-ellipse.ts";

export const STEPS = 30;

type Pair = readonly [number, number];

/** f(x) = ½ xᵀAx + cᵀx, as on the page. */
interface Bowl {
  readonly label: string;
  readonly A: readonly [Pair, Pair];
  readonly c: Pair;
  /** Where f is least, A x = −c. */
  readonly least: Pair;
}

export const BOWLS = {
  page: {
    label: "the hill of the page",
    A: [
      [2, 0],
      [0, 4],
    ],
    c: [1, -1],
    least: [-0.5, 0.25],
  },
  tilted: {
    label: "tilted",
    A: [
      [2, 1],
      [1, 2],
    ],
    c: [0, 0],
    least: [0, 0],
  },
  round: {
    label: "round",
    A: [
      [2, 0],
      [0, 2],
    ],
    c: [0, 0],
    least: [0, 0],
  },
  valley: {
    label: "a narrow valley",
    A: [
      [0.2, 0],
      [0, 4],
    ],
    c: [0, 0],
    least: [0, 0],
  },
} as const satisfies Record<string, Bowl>;
export type BowlName = keyof typeof BOWLS;
export const OPTIONS = Object.fromEntries(
  Object.entries(BOWLS).map(([name, { label }]) => [name, label]),
) as Record<BowlName, string>;

export interface Setting {
  readonly bowl: BowlName;
  readonly way: "against" | "along";
  readonly eta: number;
  readonly x1: number;
  readonly x2: number;
  readonly t0: number;
}

/** A place on the bowl. */
export interface Place {
  readonly x: Pair;
  readonly slope: Pair;
  /** How far f is above its least value. */
  readonly rise: number;
}

export interface Run {
  readonly places: readonly Place[];
  /** Places on t², whose least value is 0. */
  readonly ts: readonly number[];
  readonly bend: Bend;
  readonly least: Pair;
  /** 2/λ₁: above it descent on the bowl runs away. */
  readonly largestRate: number;
}

const heightOf = ({ A, c }: Bowl, x: readonly Num[]): Num =>
  dot(
    product(
      A.map((row) => row.map((entry) => new Num(entry))),
      x.map((xi) => [xi]),
    ).map(([entry]) => entry as Num),
    x,
  )
    .over(2)
    .plus(dot(c, x));

function placesOf(bowl: Bowl, start: Pair, rate: number): readonly Place[] {
  const least = heightOf(bowl, lift(bowl.least) as unknown as Num[]).value;
  const places: Place[] = [];
  let x: Pair = start;
  for (let step = 0; step <= STEPS; step++) {
    const at = x.map((xi) => new Num(xi));
    const f = heightOf(bowl, at);
    const slope = gradient(f, at) as unknown as readonly Num[];
    // Rounding may put the lowest point a little below itself.
    places.push({ x, slope: valuesOf(slope), rise: Math.max(0, f.value - least) });
    x = valuesOf(stepped(at, slope, new Num(rate)));
  }
  return places;
}

const valuesOf = (pair: readonly Num[]): Pair => pair.map(({ value }) => value) as unknown as Pair;

export function runOf({ bowl, way, eta, x1, x2, t0 }: Setting): Run {
  const rate = way === "against" ? eta : -eta;
  const { values, vectors } = eigenSymmetric(BOWLS[bowl].A);
  const column = (k: number): Pair => vectors.map((row) => row[k]) as unknown as Pair;
  const slopeOfSquares = { fn: "gradientOf", args: [{ fn: "sumOfSquares" }] };
  return {
    places: placesOf(BOWLS[bowl], [x1, x2], rate),
    ts: descent(slopeOfSquares, [new Num(t0)], new Num(rate), STEPS).map(([t]) => (t as Num).value),
    bend: { values: values as Bend["values"], vectors: [column(0), column(1)] },
    least: BOWLS[bowl].least,
    largestRate: 2 / (values[0] as number),
  };
}

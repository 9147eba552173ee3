/**
 * The known functions: what a function-valued argument can be. Each stands once, over tracked numbers: its value, its
 * gradient and the name that a finding prints follow. Judge and box share the table, so that a counterexample prints
 * as `deriv(square, 2)` and means the same in both.
 */
import { ACTIVATIONS } from "../networks/activations.ts";
import { deepClassifier, deepClassifierLoss } from "../networks/deep-classifier.ts";
import { sigmoidSquaredError } from "../networks/output-layer.ts";
import { crossEntropy, type DenseNetwork } from "../networks/softmax-network.ts";
import { euclideanDistance, largestDifference, manhattanDistance } from "../numbers/distances.ts";
import { Num, num, sum, unrecorded } from "../numbers/num.ts";
import { gradient, leavesOf, lift, plainOf, type Tracked } from "../numbers/tracked.ts";
import { digitsLoss } from "./digits-loss.ts";
import type { FunctionName } from "./function-name.ts";

/** Takes what it takes in tracked numbers: a number, a vector, a matrix, a record of them; of two arguments, their list. */
export type Formula = (at: Tracked) => Tracked;
type Argument = number | Formula;

/** A function of one number. */
const ofNumber = (formula: (x: Num) => Num): Formula => formula as Formula;
/** A number for a structure of any shape, by its numbers in reading order. */
const ofAll = (formula: (x: readonly Num[]) => Num): Formula => {
  return (at) => formula(leavesOf(at));
};

/** Two points of different classes; further classes are nobody's. */
const POINTS = [1, -0.5, 0, -0.75, 0.25, 1];

/** Points of the plane out of one row with x, y and class of each. */
const pointsIn = (points: readonly Argument[]): number[][] =>
  Array.from({ length: points.length / 3 }, (_, i) => points.slice(3 * i, 3 * i + 3) as number[]);

/** A network's loss on such points. */
const onPoints =
  (loss: (X: Num[][], Y: Num[][], p: DenseNetwork) => Num, points: readonly Argument[]): Formula =>
  (at) => {
    const p = at as unknown as DenseNetwork;
    const places = pointsIn(points);
    const classes = p.bo[0] as readonly Num[];
    const Y = places.map(([, , of]) => classes.map((_, c) => num(of === c ? 1 : 0)));
    return loss(
      places.map(([x, y]) => [num(x as number), num(y as number)]),
      Y,
      p,
    );
  };

const neighbours = (x: readonly Num[]): readonly (readonly [Num, Num])[] =>
  x.slice(1).map((next, i) => [x[i] as Num, next]);

/** Makes the function of its parameters; `text` is its formula as students read it, where the name does not say it. */
interface Entry {
  (...args: Argument[]): Formula;
  readonly text?: string;
  readonly takesTwo?: true;
  /** The function over plain numbers, where one that is tracked for each entry would be too many. */
  readonly plain?: (...args: number[]) => (...at: never[]) => number;
}
const written = (text: string, make: (...args: Argument[]) => Formula): Entry =>
  Object.assign(make, { text });
/** A number for two vectors, its two arguments. */
const ofTwo = (text: string, formula: (p: readonly Num[], q: readonly Num[]) => Num): Entry =>
  Object.assign(() => (at: Tracked) => formula(...(at as [Num[], Num[]])), { text, takesTwo: true } as const);

/** A function that stands over plain numbers alone; it has no gradient. */
const plainly = (text: string, plain: (...args: number[]) => (at: never) => number): Entry => {
  const make = (...args: Argument[]): Formula => {
    const value = plain(...(args as number[]));
    return (at) => new Num(value(plainOf(at) as never));
  };
  return Object.assign(make, { text, plain });
};

/** The table. Entries without parameters are functions of no argument that make the function. */
const table: Readonly<Record<string, Entry>> = {
  identity: () => ofNumber(ACTIVATIONS.identity),
  square: () => ofNumber((x) => x.times(x)),
  cube: () => ofNumber((x) => x.times(x).times(x)),
  sin: () => ofNumber((x) => x.through(Math.sin(x.value), Math.cos(x.value), Math.abs(Math.sin(x.value)))),
  cos: () => ofNumber((x) => x.through(Math.cos(x.value), -Math.sin(x.value), Math.abs(Math.cos(x.value)))),
  exp: () => ofNumber((x) => x.exp()),
  log: () => ofNumber((x) => x.log()),
  tanh: () => ofNumber(ACTIVATIONS.tanh),
  sigmoid: written("sigmoid(x) = 1/(1 + e⁻ˣ)", () => ofNumber(ACTIVATIONS.sigmoid)),
  reciprocal: written("reciprocal(x) = 1/x", () => ofNumber((x) => new Num(1).over(x))),
  abs: () => ofNumber((x) => x.abs()),
  relu: () => ofNumber(ACTIVATIONS.relu),
  // With slope 0.2 at the kink.
  leakyRelu: written("leakyRelu(x) = max(0.2·x, x)", () => ofNumber(ACTIVATIONS.leakyRelu)),
  constant: written("constant(c)(x) = c", (c) => () => new Num(c as number)),
  scale: written("scale(k)(x) = k·x", (k) => ofNumber((x) => x.times(k as number))),
  quadratic: written("quadratic(a, b, c)(x) = a·x² + b·x + c", (a, b, c) =>
    ofNumber((x) =>
      x
        .times(a as number)
        .plus(b as number)
        .times(x)
        .plus(c as number),
    ),
  ),
  combine: written(
    "combine(a, f, b, g)(x) = a·f(x) + b·g(x)",
    (a, f, b, g) => (at) =>
      ((f as Formula)(at) as Num).times(a as number).plus(((g as Formula)(at) as Num).times(b as number)),
  ),
  // What a typed formula is made of, besides.
  product: written(
    "product(f, g)(x) = f(x)·g(x)",
    (f, g) => (at) => ((f as Formula)(at) as Num).times((g as Formula)(at) as Num),
  ),
  quotient: written(
    "quotient(f, g)(x) = f(x)/g(x)",
    (f, g) => (at) => ((f as Formula)(at) as Num).over((g as Formula)(at) as Num),
  ),
  power: written("power(k)(x) = xᵏ", (k) => ofNumber((x) => x.power(k as number))),
  after: written("after(f, g)(x) = f(g(x))", (f, g) => (at) => (f as Formula)((g as Formula)(at))),
  ofFirst: written("ofFirst(f)(x) = f(x₁)", (f) => ofAll((x) => (f as Formula)(x[0] as Num) as Num)),

  sumOfSquares: written("sumOfSquares(x) = Σ xᵢ²", () => ofAll((x) => sum(x.map((xi) => xi.times(xi))))),
  // Steeper along later axes.
  steepBowl: written("steepBowl(x) = 1·x₁² + 2·x₂² + 3·x₃² + …", () =>
    ofAll((x) => sum(x.map((xi, i) => xi.times(xi).times(i + 1)))),
  ),
  linear: written("linear(a, b, c)(x) = a·x₁ + b·x₂ + c", (a, b, c) =>
    ofAll(([x, y]) =>
      (x as Num)
        .times(a as number)
        .plus((y as Num).times(b as number))
        .plus(c as number),
    ),
  ),
  argmaxOf: written(
    "argmaxOf(f, g, …)(x) = 0 where f(x) is the largest, 1 where g(x) is, …; of equal ones the first counts",
    (...scores) =>
      (at) => {
        const values = scores.map((score) => ((score as Formula)(at) as Num).value);
        return num(values.indexOf(Math.max(...values)));
      },
  ),
  // A bowl along no axis.
  tiltedBowl: written("tiltedBowl(x) = Σ xᵢ² + Σ xᵢ·xᵢ₊₁", () =>
    ofAll((x) => sum([...x.map((xi) => xi.times(xi)), ...neighbours(x).map(([a, b]) => a.times(b))])),
  ),
  plane: written("plane(x) = 1·x₁ + 2·x₂ + 3·x₃ + …", () =>
    ofAll((x) => sum(x.map((xi, i) => xi.times(i + 1)))),
  ),
  // Different curvature at every place, so that steps count.
  sumOfCubes: written("sumOfCubes(x) = Σ xᵢ³", () =>
    ofAll((x) => sum(x.map((xi) => xi.times(xi).times(xi)))),
  ),
  // Every number counts in two terms.
  ring: written("ring(x) = Σ tanh(xᵢ)·xᵢ₊₁, with x₁ after the last", () =>
    ofAll((x) => sum(x.map((xi, i) => xi.tanh().times(x[(i + 1) % x.length] as Num)))),
  ),
  // A kink wherever an entry is 0.
  sumOfRelus: written("sumOfRelus(x) = Σ max(0, xᵢ)", () => ofAll((x) => sum(x.map((xi) => xi.relu())))),
  classifierLoss: written(
    "classifierLoss(p) = the summed cross-entropy of a softmax network with the parameters Wh, bh, Wo, bo on two points",
    () => onPoints(crossEntropy, POINTS),
  ),
  classifierLossOn: written(
    "classifierLossOn(x, y, c, …)(p) = the summed cross-entropy of a softmax network with the parameters Wh, bh, Wo, bo on the points (x, y) of class c",
    (...points) => onPoints(crossEntropy, points),
  ),
  squaredLossOn: written(
    "squaredLossOn(x, y, c, …)(p) = the mean squared error of a network of two sigmoid layers with the parameters Wh, bh, Wo, bo on the points (x, y) of class c, one output a class",
    (...points) => onPoints(sigmoidSquaredError, points),
  ),
  digitsLoss: plainly(
    "digitsLoss(s, l, r)(P) = the summed cross-entropy of a softmax network 784-100-10 on four images, both drawn from s, where P is its rows from r on in layer l",
    digitsLoss,
  ),
  deepClassifier: written(
    "deepClassifier(r, …w)(x) = the output of a network of two tanh units a layer and one sigmoid unit, with the parameters w; r = 1: with residual connections",
    (residual, ...w) =>
      (at) =>
        deepClassifier(residual === 1, (w as number[]).map(num), [at as unknown as readonly Num[]])[0] as Num,
  ),
  deepLossOn: written(
    "deepLossOn(r, x, y, c, …)(w) = the mean squared error of that network on the points (x, y) of class c",
    (residual, ...points) => {
      const places = pointsIn(points);
      const X = places.map(([x, y]) => [num(x as number), num(y as number)]);
      return ofAll((w) =>
        deepClassifierLoss(
          residual === 1,
          w,
          X,
          places.map(([, , c]) => c as number),
        ),
      );
    },
  ),
  // A network for rows of any width, so that there may be more classes than inputs.
  sigmoidUnits: written("sigmoidUnits(k)(X)ᵢⱼ = σ(Σₗ sin(j·l)·xᵢₗ), for j = 1 … k", (k) => (X) => {
    const units = Array.from({ length: k as number }, (_, j) => j + 1);
    return (X as unknown as readonly (readonly Num[])[]).map((x) =>
      units.map((j) => ACTIVATIONS.sigmoid(sum(x.map((xl, l) => xl.times(Math.sin(j * (l + 1))))))),
    );
  }),
  // No number where an entry is negative.
  sumOfLogs: written("sumOfLogs(x) = Σ ln xᵢ", () => ofAll((x) => sum(x.map((xi) => xi.log())))),
  euclideanDistance: ofTwo("euclideanDistance(p, q) = √(Σ (pₖ − qₖ)²)", euclideanDistance),
  manhattanDistance: ofTwo("manhattanDistance(p, q) = Σ |pₖ − qₖ|", manhattanDistance),
  largestDifference: ofTwo("largestDifference(p, q) = the largest |pₖ − qₖ|", largestDifference),
  /** x ↦ ∇f(x), in the form of x */
  gradientOf: written("gradientOf(f)(x) = ∇f(x)", (f) => (at) => gradient((f as Formula)(at) as Num, at)),
};

/** Names in the table, for generators and messages. */
export const functionNames: readonly string[] = Object.keys(table);

export type { FunctionName };

/**
 * The formula that a name stands for, over tracked numbers.
 *
 * @throws RangeError if the table has no such name
 */
export function formulaOf(name: FunctionName): Formula {
  const make = Object.hasOwn(table, name.fn) ? table[name.fn] : undefined;
  if (make === undefined) throw new RangeError(`formulaOf: a name in the table, got ${name.fn}`);
  return make(...(name.args ?? []).map((a) => (typeof a === "number" ? a : formulaOf(a))));
}

/** The formulas behind a name and the names in it, each once; names that say it themselves have none. */
export function textsOf({ fn, args = [] }: FunctionName): readonly string[] {
  const text = Object.hasOwn(table, fn) ? table[fn]?.text : undefined;
  const inner = args.flatMap((arg) => (typeof arg === "number" ? [] : textsOf(arg)));
  return [...new Set([...(text === undefined ? [] : [text]), ...inner])];
}

/**
 * The function that a name stands for, over plain numbers: what a submission is handed. As any function of JavaScript
 * it ignores further arguments, such as those of `map`.
 */
export function callableOf(name: FunctionName): (...at: never[]) => unknown {
  const formula = formulaOf(name);
  const { takesTwo, plain } = table[name.fn] as Entry;
  if (plain !== undefined) return plain(...((name.args ?? []) as number[]));
  const valueAt = (...at: never[]): unknown => {
    try {
      return plainOf(formula(lift<unknown>(takesTwo ? at.slice(0, 2) : at[0]) as Tracked));
    } catch {
      throw new TypeError(`${name.fn} cannot take ${formOf(at[0])}: the task says what it takes`);
    }
  };
  // A gradient check calls its loss thousands of times.
  return isGradient(name) ? valueAt : (...at) => unrecorded(() => valueAt(...at));
}

const formOf = (x: unknown): string =>
  x === undefined
    ? "nothing"
    : Array.isArray(x)
      ? "this list"
      : typeof x === "object"
        ? "this record"
        : `a ${typeof x}`;

/** Whether a gradient is taken in it, for which numbers have to know what they were made of. */
const isGradient = ({ fn, args = [] }: FunctionName): boolean =>
  fn === "gradientOf" || args.some((arg) => typeof arg !== "number" && isGradient(arg));

/** A function of one number with its exact derivative; at a kink `slope` is the convention of the course. */
export interface KnownFunction {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}

/** A function of one number by its name. */
export function functionOf(name: FunctionName): KnownFunction {
  const formula = formulaOf(name) as (x: Num) => Num;
  return {
    value: (x) => unrecorded(() => formula(new Num(x)).value),
    slope: (x) => {
      const at = new Num(x);
      return (gradient(formula(at), at) as Num).value;
    },
  };
}

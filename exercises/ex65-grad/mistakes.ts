/** Wrong answers that students write, by function. */
import { type Mistakes, times } from "../../grader/exercise/form.ts";
import { placeOf } from "../../reference/functions/expression.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { gradient } from "../../reference/numbers/tracked.ts";
import { type F, type ManyPlaces, type OnePlace, slopeAt, type TwoPlaces, valueAt } from "./args.ts";

const at = (f: F, x: number): number => valueAt(f, num(x)).value;
const slope = (f: F, x: number): number => slopeAt(f, x).value;

/** The slope of the last operation alone, by what went into it. */
function outermostSlope({ x, constant, program }: OnePlace): number {
  const places = [num(constant), num(x)];
  for (const row of program.slice(0, -1)) places.push(placeOf(places, row));
  const inner = num(places.at(-1)!.value);
  return (gradient(placeOf([...places.slice(0, -1), inner], program.at(-1)!), inner) as Num).value;
}

const valueReturned = {
  step: 8,
  says: "This is f(x) itself. Its derivative stands in the leaf that f was handed, after backward().",
};
const ofOutput = {
  step: 3,
  says: "Every answer is 1: that is the grad of the output, its derivative by itself. Read the grad of the leaf.",
};
const noSweep = {
  step: 3,
  says: "Every answer is 0: the leaf's grad has not been filled. Call backward() on what f gives, then read it.",
};
const forward = (h: number) => ({
  step: "derivative#step-3",
  says: `This is the difference quotient (f(x + h) − f(x))/h with h = ${h}, which is off by about h·f″/2. The sweep of ex64 gives the derivative itself.`,
});
const central = (h: number) => ({
  step: "derivative#step-4",
  says: `This is the central difference with h = ${h}. It is near, and not exact. The sweep of ex64 gives the derivative itself.`,
});

const quotient = (f: F, x: number, h: number): number => (at(f, x + h) - at(f, x)) / h;
const across = (f: F, x: number, h: number): number => (at(f, x + h) - at(f, x - h)) / (2 * h);

export const gradMistakes: Mistakes<OnePlace, number> = {
  "value-returned": { is: (given) => at(given, given.x), ...valueReturned },
  "derivative-at-0": {
    is: (given) => slope(given, 0),
    step: 8,
    says: "Every answer is the derivative at 0, whatever x is. The graph belongs to one x: make the leaf of x, and call f, within the function that comes back.",
  },
  "forward-difference": { is: (given) => quotient(given, given.x, 0.01), ...forward(0.01) },
  "central-difference": { is: (given) => across(given, given.x, 1e-3), ...central(1e-3) },
  "inner-derivative-missing": {
    is: outermostSlope,
    step: "chain-rule#step-3",
    says: "This is the slope of the last operation alone, f′(g(x)). What it was applied to changes with x as well: its derivative is a factor, too.",
  },
  "grad-of-the-output": { is: () => 1, ...ofOutput },
  "backward-forgotten": { is: times(0), ...noSweep },
};

export const egradMistakes: Mistakes<ManyPlaces, number[]> = {
  "values-returned": { is: (given) => given.x.map((xi) => at(given, xi)), ...valueReturned },
  "forward-difference": { is: (given) => given.x.map((xi) => quotient(given, xi, 0.01)), ...forward(0.01) },
  "central-difference": { is: (given) => given.x.map((xi) => across(given, xi, 1e-3)), ...central(1e-3) },
  "grad-of-the-output": { is: ({ x }) => x.map(() => 1), ...ofOutput },
  "backward-forgotten": { is: times(0), ...noSweep },
  "running-sums": {
    is: (given) => {
      let sum = 0;
      return given.x.map((xi) => (sum += slope(given, xi)));
    },
    step: 6,
    says: "Each entry holds the derivatives of those before it as well. One leaf serves all entries, and backward() adds to what its grad holds: make a new leaf for each.",
  },
  "first-entry-everywhere": {
    is: (given) => given.x.map(() => slope(given, given.x[0]!)),
    step: 8,
    says: "Every entry is the derivative at the first one. Entry i is f′ at xᵢ.",
  },
  "summed-up": {
    is: (given) => given.x.map(() => given.x.reduce((sum, xi) => sum + slope(given, xi), 0)),
    step: 8,
    says: "Every entry is the sum of all derivatives. Each entry of x changes its own value alone: entry i is f′ at xᵢ.",
  },
};

export const thriceMistakes: Mistakes<TwoPlaces, number[]> = {
  "not-started-anew": {
    is: (given) => {
      const [a, b] = [slope(given, given.x), slope(given, given.next)];
      return [a, a + b, a + b + a];
    },
    step: 6,
    says: "Each call holds the derivatives of the calls before it as well: backward() adds to what grad holds. Make a new leaf in every call, not once in grad.",
  },
  "first-place-kept": {
    is: (given) => [0, 0, 0].map(() => slope(given, given.x)),
    step: 8,
    says: "Every call gives the derivative at the first place. The graph belongs to one x: build it anew in every call.",
  },
};

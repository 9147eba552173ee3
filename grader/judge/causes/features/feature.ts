/**
 * A feature of inputs, and how far it parts those that fail from those that do not.
 */

/** Something that is so of some inputs and not of others. */
export interface Feature {
  /** The same for every exercise: "argument-left-out". */
  readonly id: string;
  /** What follows "where": "h is left out". */
  readonly says: string;
  /** One sentence more, on what to look at. */
  readonly advice?: string;
  /** How much there is to understand; the simplest is named. */
  readonly weight: number;
  /** Of how many it was chosen, if it was made to fit: one for each threshold. */
  readonly choices?: number;
  /** Whether it is so, input by input. */
  readonly holds: readonly boolean[];
}

/** A measure of inputs, from which features are made: those above or below a threshold. */
export interface Measure {
  readonly id: string;
  /** "x", "the largest entry of X": what follows is "is above 3". */
  readonly name: string;
  readonly weight: number;
  readonly of: readonly number[];
}

/** Of the inputs with the feature and of those without: how many fail, of how many. */
export interface Split {
  readonly failing: number;
  readonly having: number;
  readonly failingElsewhere: number;
  readonly elsewhere: number;
}

export function splitOf(holds: readonly boolean[], fails: readonly boolean[]): Split {
  let [failing, having, failingElsewhere] = [0, 0, 0];
  for (const [i, has] of holds.entries()) {
    if (has) having++;
    if (fails[i] === true && has) failing++;
    if (fails[i] === true && !has) failingElsewhere++;
  }
  return { failing, having, failingElsewhere, elsewhere: holds.length - having };
}

/** A quarter of the inputs with a feature have to fail, or more: the others are those on which the mistake is not felt. */
const MOST = 0.25;

/** Chance makes one of the features that are tried as good as this once in a million submissions. */
const CHANCE = 1e-6;

/** Whether all failing inputs have the feature, and most that have it fail. */
export const parts = ({ failing, having, failingElsewhere, elsewhere }: Split): boolean =>
  failingElsewhere === 0 && elsewhere > 0 && failing >= MOST * having && failing > 0;

/**
 * Whether so good a split is no chance: that all k failing inputs of N are among the f with the feature has the
 * probability C(f, k)/C(N, k), for each feature that was tried.
 */
export function isNoChance({ failing: k, having: f, elsewhere }: Split, tried: number): boolean {
  let logarithm = Math.log(tried);
  for (let i = 0; i < k; i++) logarithm += Math.log(f - i) - Math.log(f + elsewhere - i);
  return logarithm < Math.log(CHANCE);
}

/** The features of being above or below a threshold: where it parts the inputs wholly. */
export function thresholdFeatures(measure: Measure, fails: readonly boolean[]): readonly Feature[] {
  const { id, name, weight, of } = measure;
  if (!of.every(Number.isFinite)) return [];
  const failing = of.filter((_, i) => fails[i]);
  const passing = of.filter((_, i) => !fails[i]);
  const made = (word: string, low: number, high: number, holds: (x: number) => boolean): Feature[] =>
    low < high
      ? [
          {
            id,
            says: `${name} is ${word} ${between(low, high)}`,
            weight,
            choices: new Set(of).size,
            holds: of.map(holds),
          },
        ]
      : [];
  const [leastFailing, mostFailing] = [Math.min(...failing), Math.max(...failing)];
  return [
    ...made("above", Math.max(...passing), leastFailing, (x) => x >= leastFailing),
    ...made("below", mostFailing, Math.min(...passing), (x) => x <= mostFailing),
  ];
}

/** The shortest number between two, the lower included. */
export function between(low: number, high: number): string {
  for (let digits = 1; digits <= 17; digits++) {
    for (const x of [Number(((low + high) / 2).toPrecision(digits)), Number(low.toPrecision(digits))]) {
      if (x >= low && x < high) return `${x}`.replace("-", "−");
    }
  }
  return `${low}`.replace("-", "−");
}

/** Both features, or one of the two, in one. */
export function joined(a: Feature, b: Feature, how: "and" | "or"): Feature {
  const holds = a.holds.map((has, i) =>
    how === "and" ? has && b.holds[i] === true : has || b.holds[i] === true,
  );
  const advice = how === "or" ? [a.advice, b.advice].filter((one) => one !== undefined).join(" ") : "";
  return {
    id: `${a.id}-${how}-${b.id}`,
    says: `${a.says} ${how} ${b.says}`,
    ...(advice === "" ? {} : { advice }),
    weight: a.weight + b.weight,
    holds,
  };
}

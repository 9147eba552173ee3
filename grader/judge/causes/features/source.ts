/**
 * What the inputs that fail have in common, and no other: the simplest feature that parts them.
 */
import type { Arg } from "../../../exercise/symbols.ts";
import type { Value } from "../../../value.ts";
import { valueCases } from "../../cases.ts";
import { isWrong } from "../../parts.ts";
import type { Asked, Diagnosis, Source, Tried } from "../diagnosis.ts";
import { wrongPartsText } from "../wrong-parts.ts";
import { type Feature, isNoChance, joined, parts, type Split, splitOf } from "./feature.ts";
import { featuresOf } from "./of-inputs.ts";

/** So many features are joined in pairs, the simplest. */
const JOINED = 120;

/** So few inputs that fail, or that do not, are chance whatever they share: then as many are drawn once more, a few times. */
const RARE = 5;
const ROUNDS = 3;

export const feature: Source = async (asked) => {
  const { fn, tried } = asked;
  const found = foundIn(fn, tried);
  if (found !== undefined) return told(asked, found);
  let all = tried;
  for (let round = 1; round <= ROUNDS && isRare(all); round++) {
    all = [...all, ...(await furtherTried(asked, round))];
    const more = foundIn(fn, all);
    if (more !== undefined) return told(asked, more);
  }
  return undefined;
};

function isRare(tried: readonly Tried[]): boolean {
  const failing = tried.filter(({ fails }) => fails).length;
  const fewer = Math.min(failing, tried.length - failing);
  return fewer > 0 && fewer <= RARE;
}

async function furtherTried({ exercise, name, fn, ask }: Asked, round: number): Promise<readonly Tried[]> {
  const cases = valueCases(fn, round, `${exercise.slug}/${name}/further`);
  const answers = await ask(cases.map(({ inputs }) => inputs));
  return cases.map((given, i) => {
    const answer = answers[i];
    return { given, fails: answer === undefined || isWrong(answer) };
  });
}

function foundIn(fn: Asked["fn"], tried: readonly Tried[]): Found | undefined {
  const fails = tried.map((one) => one.fails);
  if (!fails.includes(true) || !fails.includes(false)) return undefined;
  const cases = tried.map(({ given }) => given);
  const all = distinct(featuresOf(fn, cases, fails));
  const single = best(all, fails);
  if (single !== undefined && isNearlyExact(single)) return single;
  const pairs = [...joinedPairs(all, fails, "and"), ...joinedPairs(all, fails, "or")];
  return best(pairs, fails, all.length ** 2) ?? single;
}

/**
 * Two features of which both, or one of the two, is so of the inputs that fail. Of both, each has to be so of all that
 * fail and of no other; of one of the two, nearly all with either have to fail: on some a mistake may not be felt. Two
 * features that are no choice of one kind, such as two operations, are together what a mistake happens to leave out.
 */
function joinedPairs(
  all: readonly Feature[],
  fails: readonly boolean[],
  how: "and" | "or",
): readonly Feature[] {
  const fitting = all
    .slice(0, JOINED)
    .filter(({ holds }) =>
      how === "and" ? holds.every((has, i) => has || !fails[i]) : isNearlyAll(splitOf(holds, fails)),
    );
  const fits = (a: Feature, b: Feature): boolean =>
    fails.every((fail, i) => {
      const [one, other] = [a.holds[i] === true, b.holds[i] === true];
      return how === "and" ? fail === (one && other) : !fail || one || other;
    });
  return fitting.flatMap((a, i) =>
    fitting
      .slice(i + 1)
      .filter((b) => (how === "and" || a.id === b.id) && fits(a, b))
      .map((b) => joined(a, b, how)),
  );
}

interface Found {
  readonly feature: Feature;
  readonly split: Split;
}

/** Two features are more to understand than one: what most that have it fail by is enough. */
const FEW = 0.25;
/** Nothing is simpler than an argument that is left out, or what the exercise says itself. */
const PLAIN = 1;

const isNearlyAll = ({ having, failing }: Split): boolean => failing > 0 && having - failing <= FEW * having;

const isNearlyExact = ({ feature, split }: Found): boolean => feature.weight < PLAIN || isNearlyAll(split);

/** Of features that say the same of all inputs, the simplest; the simplest first. */
function distinct(all: readonly Feature[]): readonly Feature[] {
  const seen = new Set<string>();
  return [...all]
    .sort((a, b) => a.weight - b.weight)
    .filter(({ holds }) => {
      const key = holds.map((has) => (has ? "1" : "0")).join("");
      if (!key.includes("1") || !key.includes("0") || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** Much is so of a right answer, of numbers that are not whole, and of one among few: then nearly all have to fail. */
const isTold = ({ feature, split }: Found): boolean =>
  !(/^answer-|whole$/.test(feature.id) || / is [\d.−]+$/.test(feature.says)) || isNearlyAll(split);

/** The simplest that parts the inputs wholly, or else the one with the fewest right ones among those that have it. */
function best(all: readonly Feature[], fails: readonly boolean[], tried?: number): Found | undefined {
  // The simplest come first, and count against those that are more to understand.
  let total = 0;
  const found = all
    .map((feature) => {
      total += feature.choices ?? 1;
      return { feature, split: splitOf(feature.holds, fails), total };
    })
    .filter((one) => parts(one.split) && isTold(one) && isNoChance(one.split, tried ?? one.total));
  return found.reduce<Found | undefined>(
    (best, one) => (best === undefined || strays(one) < strays(best) ? one : best),
    undefined,
  );
}

/** Right answers among the inputs with the feature. */
const strays = ({ split }: Found): number => split.having - split.failing;

function told({ fn, answers, tried }: Asked, { feature, split }: Found): Diagnosis {
  const { failing, having, elsewhere } = split;
  const whole = failing === having;
  const says = `Wrong ${whole ? "exactly" : "only"} where ${feature.says}`;
  const counts = whole
    ? `on all ${having} such inputs, and on none of the ${elsewhere} others`
    : `on ${failing} of the ${having} such inputs, and on none of the ${elsewhere} others`;
  const advice = feature.advice ?? adviceOf(fn, feature);
  const parts = answers.length === tried.length ? wrongPartsText(fn, answers) : "";
  const text = [parts, `${says}: ${counts}.`, advice ?? ""].filter((one) => one !== "").join(" ");
  return {
    text,
    cause: {
      id: feature.id,
      kind: "feature",
      // Whether all such inputs fail is the seed's: the claim is the same.
      says: [`Wrong only where ${feature.says}.`, advice ?? ""].filter((one) => one !== "").join(" "),
      matched: failing + elsewhere,
      of: having + elsewhere,
    },
  };
}

/** What an argument is to be where it is left out. */
function adviceOf({ inputs }: Asked["fn"], { id, says }: Feature): string | undefined {
  if (id !== "argument-left-out") return undefined;
  const [name, spec] = Object.entries(inputs).find(([one]) => says.startsWith(`${one} is`)) ?? [];
  const { standard } = (spec ?? {}) as Arg<Value | undefined>;
  return standard === undefined ? undefined : `Its default is to be ${standard}: ${name} = ${standard}.`;
}

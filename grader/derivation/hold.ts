/**
 * One relation, held at many points: near 0, in the middle and far out, on both sides of the places where it bends,
 * and, for an inequality, where it is tightest.
 */
import { random } from "../../reference/randomness/random.ts";
import { distance } from "./agree.ts";
import { bendsFrom } from "./bends.ts";
import type { Outcome } from "./checked.ts";
import { coordinatesOf, namesBehind } from "./coordinates.ts";
import { draw, kindOf } from "./draw.ts";
import { looseTerm } from "./loose.ts";
import { nearestTruth } from "./nearest.ts";
import { noNumberText } from "./no-number.ts";
import type { Drawn } from "./point.ts";
import { apart, pointText } from "./point-text.ts";
import type { Scope } from "./scope.ts";
import { tightestFrom } from "./tightest.ts";
import { type Place, type Relation, type Trial, Tried } from "./trial.ts";

/** Draws for each relation; at each, every value of the free indices. */
export const DRAWS = 24;
/** Draws that are enough to see that a relation is false, and what would be true. */
export const ENOUGH = 6;
/** Draws that may say nothing before the relation counts as one that cannot be held. */
export const ATTEMPTS = 20 * DRAWS;
/** Draws none of which says anything, after which a line that somebody is waiting for is given up. */
const NONE_FIT = 60;
/** Points from which bends are looked for. */
const STARTS = 3;

/**
 * Holds a relation at some points and at those that are looked for from there.
 *
 * @param seed with the relation's text, the source of all draws
 * @returns how many points were drawn, and what is wrong where it does not hold at each
 */
export function hold(scope: Scope, relation: Relation, seed: number, text: string, draws = DRAWS): Outcome {
  const tried = new Tried(scope, relation);
  const names = namesBehind(scope, [relation.left, relation.right, relation.conditions]);
  const found = new Found(tried);
  for (let attempt = 0; found.draws < (found.broken.length > 0 ? ENOUGH : draws); attempt++) {
    if (attempt === ATTEMPTS || (attempt === NONE_FIT && found.draws === 0 && draws < DRAWS))
      return {
        points: found.draws,
        wrong: `only ${found.draws} of ${attempt} draws are fit to hold it`,
        fails: "unfit",
      };
    found.add(tried.at(draw(scope, seed, `${text}/${attempt}`, kindOf(attempt))));
  }
  const looks = [
    (): readonly Drawn[] => bent(tried, found.fit.slice(0, STARTS), names, seed, text),
    (): readonly Drawn[] => tight(tried, found, names),
  ];
  for (const look of looks) {
    if (found.broken.length > 0) break;
    for (const drawn of look()) found.add(tried.at(drawn));
  }
  const points = found.fit.length;
  const [broken] = found.broken;
  if (broken !== undefined)
    return { points, wrong: falseText(tried, found), fails: "apart", at: broken.drawn };
  const [without] = found.without;
  if (without !== undefined) {
    const wrong = noNumberText(scope, names, found.without, found.fit);
    return { points, wrong, fails: "no number", at: without };
  }
  const loose = looseTerm(tried, found.places);
  return loose === undefined ? { points, ...largest(relation, found.places) } : { points, wrong: loose };
}

/** Whether a relation is broken at one of a few points, and nothing else. */
export function breaks(scope: Scope, relation: Relation, seed: number, text: string): boolean {
  const tried = new Tried(scope, relation);
  return Array.from({ length: ENOUGH }, (_, attempt) => attempt).some((attempt) => {
    const trial = tried.at(draw(scope, seed, `${text}/${attempt}`, kindOf(attempt)));
    return trial.is === "fit" && trial.places.some((place) => !tried.holds(place));
  });
}

/** What was found so far. */
class Found {
  readonly fit: Drawn[] = [];
  readonly without: Drawn[] = [];
  readonly places: Place[] = [];
  readonly broken: Place[] = [];
  private readonly tried: Tried;

  constructor(tried: Tried) {
    this.tried = tried;
  }

  /** Draws that said something. */
  get draws(): number {
    return this.fit.length + this.without.length;
  }

  add(trial: Trial): void {
    if (trial.is === "no number") this.without.push(trial.drawn);
    if (trial.is !== "fit") return;
    this.fit.push(trial.drawn);
    this.places.push(...trial.places);
    this.broken.push(...trial.places.filter((place) => !this.tried.holds(place)));
  }
}

function bent(
  tried: Tried,
  starts: readonly Drawn[],
  names: ReadonlySet<string>,
  seed: number,
  text: string,
): readonly Drawn[] {
  return bendsFrom(
    (drawn, atMost) => tried.bends(drawn, atMost),
    starts,
    (drawn) => coordinatesOf(tried.scope, names, drawn),
    random(seed, `${text}/bends`),
  );
}

/** The tightest places from some of the points. */
function tight(tried: Tried, { fit }: Found, names: ReadonlySet<string>): Drawn[] {
  if (!/[<>]|\\[lg]e/.test(tried.relation.relation)) return [];
  const rooms = fit.map((drawn) => ({ drawn, room: tried.margin(drawn) })).sort((a, b) => a.room - b.room);
  // The first draws as well: one with no room at all may be a place from which no step leads down.
  const starts = new Set([...rooms.slice(0, 2).map(({ drawn }) => drawn), ...fit.slice(0, 2)]);
  return [...starts].map((drawn) =>
    tightestFrom((at) => tried.margin(at), drawn, coordinatesOf(tried.scope, names, drawn)),
  );
}

function falseText({ scope, relation: { relation } }: Tried, { broken, places }: Found): string {
  const [{ left, right, drawn, indices }] = broken as [Place];
  const [shownLeft, shownRight] = apart(left, right);
  const near =
    relation === "="
      ? nearestTruth(places.map((place) => ({ ...place, sizes: place.drawn.sizes })))
      : undefined;
  return [
    `false at ${broken.length} of ${places.length} places: ${shownLeft} ${relation} ${shownRight}`,
    `at ${pointText(scope, drawn, indices)}`,
    ...(near === undefined ? [] : [near]),
  ].join("\n    ");
}

/** The largest difference, for relations that are measured by one: relative for =, absolute for ≈. */
function largest({ relation }: Relation, places: readonly Place[]): { difference?: number } {
  const measure =
    relation === "\\approx"
      ? ({ left, right }: Place): number =>
          Math.max(...left.at.map((x, k) => Math.abs(x - (right.at[k] as number))))
      : relation === "=" || relation === ":="
        ? ({ left, right }: Place): number => distance(left.at, right.at)
        : undefined;
  return measure === undefined ? {} : { difference: Math.max(...places.map(measure)) };
}

/** What can be left for later in a unit that is longer than an evening or two. */

/** What has to be known of an exercise. */
export interface Load {
  /** "ex10" */
  readonly id: string;
  readonly unit: number;
  readonly minutes: number;
  readonly requires: readonly string[];
}

/** A unit's longest, in minutes. */
export const FOUR_HOURS = 240;

/**
 * The ids without which no unit takes more than four hours. In each longer one it is few minutes that are left out, and
 * nothing on which an exercise that stays builds.
 */
export function canWait(all: readonly Load[]): ReadonlySet<string> {
  const units = new Set(all.map(({ unit }) => unit));
  return new Set([...units].flatMap((unit) => leftOut(unit, all)));
}

function leftOut(unit: number, all: readonly Load[]): readonly string[] {
  const own = all.filter((one) => one.unit === unit);
  const over = own.reduce((sum, { minutes }) => sum + minutes, 0) - FOUR_HOURS;
  if (over <= 0) return [];
  const enough = [...freeSets(own, all)].filter(([minutes]) => minutes >= over);
  return enough.sort(([a], [b]) => a - b)[0]?.[1] ?? [];
}

/** Sets of a unit's exercises on which nothing outside of the set builds, one for each sum of their minutes: that of the fewest. */
function freeSets(own: readonly Load[], all: readonly Load[]): ReadonlyMap<number, readonly string[]> {
  let sets = new Map<number, readonly string[]>([[0, []]]);
  // From the last to the first: what builds on an exercise has been decided before it.
  for (const { id, minutes } of own.toReversed()) {
    const users = all.filter(({ requires }) => requires.includes(id)).map((user) => user.id);
    const next = new Map(sets);
    for (const [sum, set] of sets) {
      const known = sets.get(sum + minutes);
      const isShorter = known === undefined || set.length < known.length;
      if (isShorter && users.every((user) => set.includes(user))) next.set(sum + minutes, [id, ...set]);
    }
    sets = next;
  }
  return sets;
}

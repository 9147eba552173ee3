/**
 * A line as small as a word: what held, until the next execution found something else. A step is drawn where the value
 * changes, so that a term of a hundred executions is a few strokes.
 */
export const WIDTH = 120;
export const HEIGHT = 28;
/** How far the last value is drawn on. */
const LAST = 6;
/** Half the width of a stroke, so that the lines at the top and at the bottom are seen whole. */
const EDGE = 1;

/**
 * The path of a series; empty with fewer than two values.
 *
 * @param places where each value begins, from 0 to 1, rising
 * @param values shares from 0 to 1; NaN where nothing is known
 */
export function sparkPath(places: readonly number[], values: readonly number[]): string {
  const known = places.flatMap((place, i) => {
    const value = values[i] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ x: rounded(place * (WIDTH - LAST)), y: yOf(value) }];
  });
  const [first] = known;
  if (first === undefined || known.length < 2) return "";
  let path = `M${first.x} ${first.y}`;
  let y = first.y;
  for (const each of known.slice(1)) {
    if (each.y === y) continue;
    path += `H${each.x}V${each.y}`;
    y = each.y;
  }
  return `${path}H${WIDTH}`;
}

const yOf = (share: number): number =>
  rounded(EDGE + (1 - Math.min(1, Math.max(0, share))) * (HEIGHT - 2 * EDGE));

const rounded = (x: number): number => Math.round(10 * x) / 10;

/** Where each moment lies between the first and the last, from 0 to 1. */
export function placesOf(times: readonly number[]): readonly number[] {
  const [first = 0] = times;
  const length = (times.at(-1) ?? first) - first;
  return times.map((time) => (length === 0 ? 0 : (time - first) / length));
}

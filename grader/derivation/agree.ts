/**
 * How near two sides have to be. A derivative by differences is good to about 1e−12 of the size of what is
 * differentiated, a second one to 1e−11; 1e−8 leaves room for both, and a wrong formula is off by far more.
 */
const RELATIVE = 1e-8;
const ABSOLUTE = 1e-9;

/** Entry by entry, measured by the largest entry. */
export function agree(left: readonly number[], right: readonly number[]): boolean {
  if (left.length !== right.length) return false;
  const size = Math.max(0, ...left.map(Math.abs), ...right.map(Math.abs));
  return left.every((x, i) => Math.abs(x - (right[i] as number)) <= ABSOLUTE + RELATIVE * size);
}

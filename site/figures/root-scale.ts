/**
 * A scale by third roots: a long run's beginning has room, and 0 is there, which a scale by powers of ten has not.
 */
import { linear, type Scale } from "./frame/scale.ts";

/** @param last the domain is 0 … last */
export function byRoots(last: number, range: readonly [number, number]): Scale {
  const inner = linear([0, Math.cbrt(last)], range);
  return {
    to: (value) => inner.to(Math.cbrt(value)),
    from: (place) => inner.from(place) ** 3,
    domain: [0, last],
    range,
    ticks: () => [0, 1, 10, 100, 1000, 10_000].filter((tick) => tick <= last),
  };
}

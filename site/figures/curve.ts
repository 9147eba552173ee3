/** A function of one number in a plot: its curve, its tangent, and the heights that it needs. */
import type { Scale } from "./frame/scale.ts";
import { pathThrough } from "./frame/scene.ts";
import { near } from "./near.ts";

type Of = (x: number) => number;

const PARTS = 160;

const placesIn = ([low, high]: readonly [number, number]): readonly number[] =>
  Array.from({ length: PARTS + 1 }, (_, i) => low + ((high - low) * i) / PARTS);

/** The curve over the whole axis. */
export const curve = (of: Of, x: Scale, y: Scale): string =>
  pathThrough(placesIn(x.domain).map((at) => [x.to(at), near(y.to(of(at)))] as const));

/** The line of a slope through a point, over the whole axis. */
export const tangent = (x: Scale, y: Scale, at: number, height: number, slope: number): string =>
  pathThrough(x.domain.map((end) => [x.to(end), near(y.to(height + slope * (end - at)))] as const));

/** The heights of a curve, 0 among them, with some room above and below. */
export function heightsOf(of: Of, domain: readonly [number, number]): readonly [number, number] {
  const all = placesIn(domain).map(of);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const room = 0.1 * (high - low || 1);
  return [low - room, high + room];
}

import { normal, random } from "../randomness/random.ts";

/** Red, green and blue from 0 to 1. */
type Colour = readonly [number, number, number];

const mixed = (a: Colour, b: Colour, share: number): Colour =>
  [0, 1, 2].map((k) => (a[k] as number) * (1 - share) + (b[k] as number) * share) as unknown as Colour;

/**
 * A small seeded picture in place of a photograph: a sun in an evening sky, two ranges of hills, a lake.
 *
 * @returns size² pixels, row by row from the top left, each channel from 0 to 1 with noise of 0.02
 */
export function landscapeData(seed: number, size = 32): readonly Colour[] {
  const rng = random(seed, "landscape");
  const [sunX, sunY] = [0.25 + 0.5 * rng(), 0.2 + 0.12 * rng()];
  const [far, near] = [rng() * 6, rng() * 6];
  const shore = 0.72;
  return Array.from({ length: size * size }, (_, at) => {
    const [x, y] = [((at % size) + 0.5) / size, (Math.floor(at / size) + 0.5) / size];
    const farHill = 0.5 - 0.09 * Math.sin(7 * x + far) - 0.04 * Math.sin(17 * x + near);
    const nearHill = 0.62 - 0.08 * Math.sin(5 * x + near);
    const isWater = y > shore;
    // The lake shows the sky upside down.
    const height = isWater ? shore - (y - shore) * 1.6 : y;
    const sky = mixed([0.25, 0.4, 0.75], [0.98, 0.7, 0.45], Math.min(1, Math.max(0, height) * 1.7));
    const fromSun = Math.hypot(x - sunX, y - sunY);
    const clear: Colour = isWater ? mixed(sky, [0.1, 0.2, 0.35], 0.45) : sky;
    const base: Colour =
      !isWater && y > nearHill
        ? mixed([0.12, 0.3, 0.14], [0.3, 0.5, 0.2], (shore - y) * 5)
        : !isWater && y > farHill
          ? [0.42, 0.38, 0.55]
          : fromSun < 0.1
            ? [1, 0.93, 0.7]
            : clear;
    return base.map((channel) => Math.min(1, Math.max(0, channel + 0.02 * normal(rng)))) as unknown as Colour;
  });
}

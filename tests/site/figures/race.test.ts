/** The race of optimisers, in its figure. */
import { describe, expect, it } from "vitest";
import { hasDiverged, placeOf, type Race, raceOf, STEPS } from "../../../site/figures/fig43/race.ts";
import type { Point } from "../../../site/figures/fig43/surfaces.ts";

const START = [-2.5, 1.5] as const;
const USUAL = { surface: "valley", kappa: 25, rate: 0.07, mu: 0.9, adaptive: 0.05, start: START } as const;
const [DESCENT, MOMENTUM, RMSPROP, ADAM] = [0, 1, 2, 3];
const at = ({ ways }: Race, runner: number, step: number): Point =>
  placeOf(ways[runner] as readonly Point[], step);

describe("the race of optimisers", () => {
  it("multiplies by −0.75 across the valley and by 0.93 along it, at η = 0.07", () => {
    const race = raceOf(USUAL);
    const [x, y] = at(race, DESCENT, 10);
    expect(x).toBeCloseTo(-2.5 * 0.93 ** 10, 12);
    expect(y).toBeCloseTo(1.5 * 0.75 ** 10, 12);
  });

  it("has no momentum at μ = 0", () => {
    const race = raceOf({ ...USUAL, mu: 0 });
    expect(race.ways[MOMENTUM]).toEqual(race.ways[DESCENT]);
  });

  it("moves every parameter by η at Adam's first step, and by ten times that at RMSprop's", () => {
    const race = raceOf(USUAL);
    for (const [runner, size] of [
      [ADAM, 0.05],
      [RMSPROP, 0.5],
    ] as const) {
      const [x, y] = at(race, runner, 1);
      expect(x).toBeCloseTo(-2.5 + size, 6);
      expect(y).toBeCloseTo(1.5 - size, 6);
    }
  });

  it("lets descent run away above η = 2/κ, and not below", () => {
    const runsAway = (rate: number): boolean =>
      hasDiverged(raceOf({ ...USUAL, rate }).ways[DESCENT] as readonly Point[], STEPS);
    expect([runsAway(0.079), runsAway(0.1)]).toEqual([false, true]);
  });

  it("leaves nobody on the ridge of the saddle who is a hundredth off it", () => {
    const race = raceOf({ ...USUAL, surface: "saddle", rate: 0.1, start: [-2.5, 0.01] });
    for (const runner of race.ways.keys()) expect(Math.abs(at(race, runner, STEPS)[1])).toBeGreaterThan(0.5);
    const ridge = raceOf({ ...USUAL, surface: "saddle", rate: 0.1, start: [-2.5, 0] });
    for (const runner of ridge.ways.keys()) expect(at(ridge, runner, STEPS)[1]).toBe(0);
  });
});

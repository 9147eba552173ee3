/** Principal components, in their figure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noisyLine } from "../../reference/data/document-data.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { pca } from "../../reference/unsupervised/pca.ts";
import { COUNT } from "../../site/figures/fig27/run.ts";
import { fig27 } from "../../site/figures/fig27.ts";
import { defaultsOf } from "../../site/figures/frame/controls.ts";
import { seenFrom } from "../../site/figures/space.ts";
import { anyOf, anyState, edgeStates, slipIn } from "./figure-states.ts";

type State = ReturnType<typeof startOf>;
const startOf = () => defaultsOf(fig27.controls);
const runIn = (changes: Partial<State>) => fig27.compute({ ...startOf(), ...changes }).run;
const saysIn = (changes: Partial<State>): string => {
  const state = { ...startOf(), ...changes };
  return fig27.says(fig27.compute(state), state);
};

describe("fig27", () => {
  it("has the document's shares, 69.12, 17.52 and 13.36 %, and its eigenvalues", () => {
    const { directions } = runIn({});
    expect(directions.shares.map((share) => (100 * share).toFixed(2))).toEqual(["69.12", "17.52", "13.36"]);
    expect(directions.values.map((value) => value.toFixed(5))).toEqual(["2.08416", "0.52810", "0.40282"]);
    expect(saysIn({})).toMatch(
      /^One number a point keeps 69\.12 % of the variance \(the directions hold 69\.12, 17\.52, 13\.36 %\)/,
    );
    expect(saysIn({ components: 2 })).toMatch(/^Two numbers a point keep 86\.64 %/);
  });

  it("loses what the dropped directions held: their eigenvalues times (n − 1)/n", () => {
    for (const changes of [
      {},
      { noise: 0.1 },
      { stretch: 3, scale: false },
      { centre: false, shift: 2 },
      { seed: 9 },
    ]) {
      const { directions, lost } = runIn(changes);
      for (const dims of [0, 1, 2, 3]) {
        const dropped = directions.values.slice(dims).reduce((a, b) => a + b, 0);
        // With 3 numbers nothing is lost but rounding, squared.
        expect(lost[dims], `${JSON.stringify(changes)}, ${dims}`).toBeCloseTo(
          (dropped * (COUNT - 1)) / COUNT,
          11,
        );
      }
    }
  });

  it("has the scores of the graded pca", () => {
    const { projected } = pca(lift(noisyLine(0) as number[][]), 3);
    const { scores } = runIn({});
    for (const [i, row] of projected.entries())
      for (const [k, score] of row.entries()) expect(scores[i]?.[k as 0]).toBeCloseTo(score.value, 12);
  });

  it("points at where the cloud lies when it is far away and not centred, and not when it is", () => {
    expect(runIn({ shift: 5 }).astray).toBe(0);
    expect(runIn({ shift: 5, centre: false }).astray).toBeGreaterThan(50);
    expect(saysIn({ shift: 5, centre: false })).toMatch(
      /98\.92 % of the squares around the origin.* v₁ = \(1\.0000, .* 54\.6° away/,
    );
    // Centring makes the shift and scaling the unit of x₁ of no account.
    const plain = runIn({}).directions.shares;
    for (const changes of [{ shift: 5 }, { stretch: 10 }, { shift: 10, stretch: 0.1 }])
      for (const [k, share] of runIn(changes).directions.shares.entries())
        expect(share, JSON.stringify(changes)).toBeCloseTo(plain[k] as number, 11);
  });

  it("follows the unit of x₁ when it is not scaled", () => {
    const { vectors } = runIn({ stretch: 10, scale: false }).directions;
    expect(vectors[0]?.[0]).toBeGreaterThan(0.98);
  });

  it("needs one number only where there is no noise", () => {
    expect(saysIn({ noise: 0 })).toMatch(/keeps 100\.00 % .* 100\.00, 0\.00, 0\.00 %/);
  });

  it("turns by dragging sideways and tilts by dragging up and down, without an end to turning", () => {
    const state = startOf();
    const data = fig27.compute(state);
    const drag = (dx: number, dy: number) => fig27.drag?.("turn", { x: 0, y: 0, dx, dy }, state, data);
    expect(drag(10, 20)).toEqual({ turn: -131, tilt: 27 });
    expect(drag(200, 0)?.turn).toBeCloseTo(115, 12);
  });

  it("leaves lengths across the line of sight, whatever the view", () => {
    for (const view of [
      { turn: -125, tilt: 17 },
      { turn: 33, tilt: -80 },
    ]) {
      const look = seenFrom(view);
      const units = (
        [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ] as const
      ).map(look);
      // The three columns of a rotation: its rows have length 1 and are at right angles.
      const rows = (["x", "y", "near"] as const).map((name) => units.map((unit) => unit[name]));
      for (const [a, row] of rows.entries())
        for (const [b, other] of rows.entries())
          expect(row.reduce((sum, each, i) => sum + each * (other[i] as number), 0)).toBeCloseTo(
            a === b ? 1 : 0,
            14,
          );
    }
  });

  it("shows and says nothing that is no number: at the ends of each control, in each preset", () => {
    for (const state of edgeStates(anyOf(fig27)))
      expect(slipIn(anyOf(fig27), state), JSON.stringify(state)).toBeUndefined();
  });

  it("shows and says nothing that is no number in any state, seed 27", () => {
    fc.assert(
      fc.property(anyState(anyOf(fig27)), (state) => slipIn(anyOf(fig27), state) === undefined),
      { seed: 27, numRuns: 60 },
    );
  });
});

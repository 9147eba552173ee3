/** The perceptron on two clouds, in its figure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PASSES } from "../../site/figures/fig16/run.ts";
import { fig16 } from "../../site/figures/fig16.ts";
import { defaultsOf } from "../../site/figures/frame/controls.ts";
import { anyOf, anyState, edgeStates, slipIn } from "./figure-states.ts";

type State = ReturnType<typeof startOf>;
const startOf = () => defaultsOf(fig16.controls);
const runIn = (changes: Partial<State>) => fig16.compute({ ...startOf(), ...changes }).run;
const saysIn = (changes: Partial<State>): string => {
  const state = { ...startOf(), ...changes };
  return fig16.says(fig16.compute(state), state);
};

describe("fig16", () => {
  it("meets the document's errors pass by pass, 49, 43, … 36, and ends at 97.2 %", () => {
    const { outcomes } = runIn({ eta: 10 });
    expect(outcomes.slice(1, 13).map(({ errors }) => errors)).toEqual([
      49, 43, 44, 42, 37, 40, 32, 33, 38, 36, 35, 36,
    ]);
    expect(outcomes.slice(-8).map(({ errors }) => errors)).toEqual(Array(8).fill(36));
    expect(saysIn({ eta: 10 })).toMatch(
      /Pass 40 met 36 errors, and 28 of 1000 are wrong now \(97\.2 % right\)/,
    );
    expect(saysIn({})).toMatch(/None of 40 passes is without an error/);
  });

  it("is never without an error whatever η, start and threshold, as the clouds overlap", () => {
    for (const eta of [0.001, 0.1, 1, 10, 100])
      for (const start of ["zero", "normal"] as const)
        for (const threshold of ["zero", "half"] as const)
          for (const { errors } of runIn({ eta, start, threshold }).outcomes.slice(1))
            expect(errors).toBeGreaterThan(0);
  });

  it("ends without an error once the clouds are apart, and then stays there", () => {
    const { outcomes } = runIn({ moved: [5, -5] });
    const first = outcomes.findIndex(({ errors }, p) => p > 0 && errors === 0);
    expect(first).toBe(3);
    for (const { errors, wrong } of outcomes.slice(first)) expect([errors, wrong]).toEqual([0, 0]);
    expect(saysIn({ moved: [5, -5] })).toMatch(/Pass 3 is the first without an error/);
  });

  it("meets few errors on sorted examples and yet leaves half of them wrong", () => {
    const last = runIn({ order: "sorted", eta: 10 }).outcomes[PASSES];
    expect([last?.errors, last?.wrong]).toEqual([5, 491]);
  });

  it("has the same line for every η from zero weights with threshold 0, and says that η only scales", () => {
    const direction = (eta: number): string => {
      const { w } = runIn({ eta, start: "zero", threshold: "zero" }).outcomes[PASSES] as {
        w: readonly number[];
      };
      return w.map((wj) => (wj / Math.hypot(...w)).toFixed(6)).join(" ");
    };
    expect(new Set([0.01, 0.1, 1, 10].map(direction)).size).toBe(1);
    expect(saysIn({ start: "zero", threshold: "zero" })).toMatch(/η only scales/);
    expect(saysIn({ start: "zero", threshold: "half" })).not.toMatch(/η only scales/);
  });

  it("moves the cloud to where its middle is dragged", () => {
    const state = startOf();
    const data = fig16.compute(state);
    const plane = data.regions.plane;
    const to = fig16.drag?.("cloud", { x: plane.x.to(9), y: plane.y.to(-4), dx: 0, dy: 0 }, state, data);
    const middle = runIn({ moved: to?.moved ?? [] }).middle;
    expect(middle[0]).toBeCloseTo(9, 9);
    expect(middle[1]).toBeCloseTo(-4, 9);
  });

  it("shows and says nothing that is no number: at the ends of each control, in each preset", () => {
    for (const state of edgeStates(anyOf(fig16)))
      expect(slipIn(anyOf(fig16), state), JSON.stringify(state)).toBeUndefined();
  });

  it("shows and says nothing that is no number in any state, seed 16", () => {
    fc.assert(
      fc.property(anyState(anyOf(fig16)), (state) => slipIn(anyOf(fig16), state) === undefined),
      { seed: 16, numRuns: 60 },
    );
  });
});

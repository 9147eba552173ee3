/** Descent on the error of a line, in its figure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastSquaresLine } from "../../reference/linear-models/least-squares.ts";
import { shareOf } from "../../site/figures/fig08/curves.ts";
import { EPOCHS, inPlot, LAST, PACE } from "../../site/figures/fig08/run.ts";
import { fig08 } from "../../site/figures/fig08.ts";
import { defaultsOf } from "../../site/figures/frame/controls.ts";
import { anyOf, anyState, edgeStates, slipIn } from "./figure-states.ts";

const START = defaultsOf(fig08.controls);
const runIn = (changes: Partial<typeof START>) => fig08.compute({ ...START, ...changes }).run;
const saysIn = (changes: Partial<typeof START>): string => {
  const state = { ...START, ...changes };
  return fig08.says(fig08.compute(state), state);
};

describe("fig08", () => {
  it("shows each epoch at first, and the last one at the end", () => {
    expect(PACE.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, e) => e));
    expect([PACE[LAST], PACE.length]).toEqual([EPOCHS, LAST + 1]);
    for (let f = 1; f <= LAST; f++) expect(PACE[f]).toBeGreaterThan(PACE[f - 1] as number);
  });

  it("has condition number 3007.5 as the data come, the variance of x when centred, and 1 when standardised", () => {
    const condition = (inputs: "raw" | "centred" | "standardised"): number =>
      runIn({ inputs }).curvature.condition;
    expect(condition("raw")).toBeCloseTo(3007.5, 1);
    expect(condition("centred")).toBeCloseTo(194.81, 2);
    expect(condition("standardised")).toBeCloseTo(1, 12);
  });

  it("knows the same best line whatever the inputs: 0.1947 x + 9.515", () => {
    for (const inputs of ["raw", "centred", "standardised"] as const) {
      const run = runIn({ inputs });
      const { w, b } = inPlot(run, run.best);
      const direct = leastSquaresLine(run.x, run.y);
      expect(w).toBeCloseTo(direct.w, 12);
      expect(b).toBeCloseTo(direct.b, 11);
      expect([w.toFixed(4), b.toFixed(3)]).toEqual(["0.1947", "9.515"]);
    }
  });

  it("leaves b at a tenth of its way after the document's 4000 epochs, and brings it there once centred", () => {
    expect(shareOf(runIn({}), "b", EPOCHS)).toBeCloseTo(0.098, 3);
    // With inputs of mean 0 the gap of b shrinks by 1 − 2η an epoch, whatever w does.
    expect(shareOf(runIn({ inputs: "centred" }), "b", EPOCHS)).toBeCloseTo(1 - (1 - 1e-4) ** EPOCHS, 10);
    expect(shareOf(runIn({ inputs: "centred", rate: 0.005 }), "b", EPOCHS)).toBeCloseTo(1, 10);
  });

  it("is there in one step when standardised with η = ½", () => {
    const { lines, best } = runIn({ inputs: "standardised", rate: 0.5 });
    expect(lines[1]?.w).toBeCloseTo(best.w, 10);
    expect(lines[1]?.b).toBeCloseTo(best.b, 10);
  });

  it("says that a rate above 2/λ diverges, and by how much it is above", () => {
    expect(runIn({ rate: 0.0013 }).diverges).toBe(false);
    expect(runIn({ rate: 0.00134 }).diverges).toBe(true);
    expect(saysIn({ rate: 0.00134 })).toMatch(/above 0\.00131 every step overshoots/);
  });

  it("tells what the other order of updates makes of b, and that centring makes it none", () => {
    expect(saysIn({ order: "in-turn", rate: 0.0013, frame: 20 })).toMatch(/would come to b = /);
    expect(saysIn({ order: "in-turn", inputs: "centred" })).toMatch(/would be just here/);
    expect(saysIn({})).not.toMatch(/Moved together/);
  });

  it("takes the start from where its handle is dragged to", () => {
    for (const inputs of ["raw", "standardised"] as const) {
      const state = { ...START, inputs };
      const data = fig08.compute(state);
      const to = fig08.drag?.("start", { x: 192, y: 146, dx: 0, dy: 0 }, state, data);
      expect(to?.w0).toBeCloseTo(0.25, 12);
      expect(to?.b0).toBeCloseTo(8.5, 12);
    }
  });

  it("shows and says nothing that is no number: at the ends of each control, in each preset", () => {
    for (const state of edgeStates(anyOf(fig08)))
      expect(slipIn(anyOf(fig08), state), JSON.stringify(state)).toBeUndefined();
  });

  it("shows and says nothing that is no number in any state, seed 8", () => {
    fc.assert(
      fc.property(anyState(anyOf(fig08)), (state) => slipIn(anyOf(fig08), state) === undefined),
      { seed: 8, numRuns: 60 },
    );
  });
});

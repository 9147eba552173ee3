/** Logistic regression, in its figure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EPOCHS, LAST, PACE } from "../../site/figures/fig13/run.ts";
import { fig13 } from "../../site/figures/fig13.ts";
import { defaultsOf } from "../../site/figures/frame/controls.ts";
import { partWhere, rectangle, rimWhereZero } from "../../site/figures/half-plane.ts";
import { anyOf, anyState, edgeStates, marksOf, slipIn } from "./figure-states.ts";

const START = defaultsOf(fig13.controls);
const statesIn = (changes: Partial<typeof START>) => fig13.compute({ ...START, ...changes }).run.states;
const saysIn = (changes: Partial<typeof START>): string => {
  const state = { ...START, ...changes };
  return fig13.says(fig13.compute(state), state);
};

describe("fig13", () => {
  it("ends at the document's last epoch", () => {
    expect([PACE[LAST], statesIn({}).length]).toEqual([EPOCHS, LAST + 1]);
  });

  it("keeps w₁ − w₂ with the document's gradient, and says so", () => {
    for (const { w1, w2 } of statesIn({})) expect(w1 - w2).toBeCloseTo(16, 10);
    expect(saysIn({})).toMatch(/w₁ − w₂ is 16\.0000, as at the start/);
    expect(saysIn({ w1: 0.55, w2: 0.72 })).toMatch(/w₁ − w₂ is −0\.1700, as at the start/);
  });

  it("turns the line with the gradient itself, and comes closer to the least loss", () => {
    const [code, gradient] = [statesIn({}), statesIn({ gradient: "vector" })].map((states) => states[LAST]);
    expect(gradient?.loss).toBeLessThan(code?.loss as number);
    expect(saysIn({ gradient: "vector" })).toMatch(
      /gone from 16\.0000 to 8\.\d{4}\. The loss is 0\.1910 \(the least is 0\.1738\)/,
    );
  });

  it("goes nearly the same way with one step an epoch once η is n times as large", () => {
    const one = statesIn({ gradient: "vector" })[LAST];
    const batch = statesIn({ gradient: "vector", steps: "batch", eta: 0.285 })[LAST];
    const slow = statesIn({ gradient: "vector", steps: "batch" })[LAST];
    expect(Math.abs((batch?.loss as number) - (one?.loss as number))).toBeLessThan(2e-3);
    expect(slow?.loss).toBeGreaterThan(0.5);
  });

  it("draws the line p = ½ where the probability is ½", () => {
    const data = fig13.compute(START);
    const [field] = fig13.draw(data, START);
    const [line] = marksOf(field?.marks ?? [], "line");
    const at = data.run.states[LAST] as (typeof data.run.states)[number];
    const ends = [...String(line?.attributes.d).matchAll(/[ML](\S+) (\S+?)(?=[ML]|$)/g)];
    expect(ends.length).toBe(2);
    for (const [, x, y] of ends) {
      // A twentieth of a unit is 1/6320 of x and 1/4800 of y.
      const z = at.w1 * ((Number(x) - 34) / 316) + at.w2 * ((270 - Number(y)) / 240) + at.b;
      expect(Math.abs(z)).toBeLessThan(Math.abs(at.w1) / 6320 + Math.abs(at.w2) / 4800);
    }
  });

  it("takes the start from where its handle is dragged to", () => {
    const to = fig13.drag?.("start", { x: 192, y: 150, dx: 0, dy: 0 }, START, fig13.compute(START));
    expect(to).toEqual({ w1: -5, w2: -5 });
  });

  it("shows and says nothing that is no number: at the ends of each control, in each preset", () => {
    for (const state of edgeStates(anyOf(fig13)))
      expect(slipIn(anyOf(fig13), state), JSON.stringify(state)).toBeUndefined();
  });

  it("shows and says nothing that is no number in any state, seed 13", () => {
    fc.assert(
      fc.property(anyState(anyOf(fig13)), (state) => slipIn(anyOf(fig13), state) === undefined),
      { seed: 13, numRuns: 25 },
    );
  });
});

describe("parts of a rectangle", () => {
  const square = rectangle(0, 0, 1, 1);
  it("are the whole, nothing, or what a line cuts off", () => {
    expect(partWhere(square, () => 1)).toEqual(square);
    expect(partWhere(square, () => -1)).toEqual([]);
    expect(partWhere(square, (x) => x - 0.25)).toEqual([
      [0.25, 0],
      [1, 0],
      [1, 1],
      [0.25, 1],
    ]);
  });

  it("end at the rim where the line meets it", () => {
    expect(rimWhereZero(square, (x, y) => x + y - 0.5)).toEqual([
      [0.5, 0],
      [0, 0.5],
    ]);
    expect(rimWhereZero(square, () => 1)).toEqual([]);
  });
});

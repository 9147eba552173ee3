/** Painted examples under the perceptron: held to the page, to the passes of fig16, and to what a street is. */
import { describe, expect, it } from "vitest";
import { random } from "../../../reference/randomness/random.ts";
import { hullOf } from "../../../site/figures/fig15/hull.ts";
import { MOST_EXAMPLES, paintedOf, pressedAt, SETS } from "../../../site/figures/fig15/painted.ts";
import { runOf } from "../../../site/figures/fig15/run.ts";
import { mostCorrections, streetBetween } from "../../../site/figures/fig15/street.ts";
import { fig15 } from "../../../site/figures/fig15.ts";
import { passesOf } from "../../../site/figures/fig16/perceptron-passes.ts";
import { defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";
import type { Point } from "../../../site/figures/half-plane.ts";

function says(changes: Partial<StateOf<typeof fig15.controls>>): string {
  const state = { ...defaultsOf(fig15.controls), ...changes };
  return fig15.says(fig15.compute(state), state);
}
const table = (labels: readonly number[]): readonly number[] =>
  labels.flatMap((label, i) => [i >> 1, i & 1, label]);
const AND = table([0, 0, 0, 1]);
const XOR = table([0, 1, 1, 0]);

const streetOf = (points: readonly number[]) => {
  const { X, y } = paintedOf(points);
  return streetBetween(
    X.filter((_, i) => y[i] === 1),
    X.filter((_, i) => y[i] === 0),
  );
};

describe("corrections of the perceptron", () => {
  it("are the page's: AND has errors 2, 3, 3, 2, 1, 0 and XOR ends with four a pass", () => {
    const and = runOf(paintedOf(AND));
    expect([and.errors, and.ended]).toEqual([[2, 3, 3, 2, 1, 0], true]);
    const xor = runOf(paintedOf(XOR));
    expect(xor.ended).toBe(false);
    expect(xor.errors.slice(-50).every((errors) => errors === 4)).toBe(true);
  });

  it.each(Object.entries(SETS))("lead to where whole passes lead: %s", (_, points) => {
    const painted = paintedOf(points);
    const { stands, errors } = runOf(painted);
    const passes = passesOf(painted.X, painted.y, { w: [0, 0], b: 0 }, Math.min(6, errors.length), {
      eta: 1,
      threshold: 0,
      order: "given",
      seed: 0,
    });
    for (const [p, { w, b, errors: met }] of passes.entries()) {
      if (p > 0) expect(errors[p - 1]).toBe(met);
      const last = stands.findLast(({ pass }) => pass <= p);
      expect(last?.b).toBe(b);
      for (const [j, wj] of w.entries()) expect(last?.w[j]).toBeCloseTo(wj, 9);
    }
  });

  it("end where there is a street and only there, within the page's bound", () => {
    const rng = random(3, "streets");
    const tenth = (size: number): number => Math.round(20 * size * (rng() - 0.5)) / 10;
    const found = { street: 0, none: 0 };
    for (let draw = 0; draw < 60; draw++) {
      const points = Array.from({ length: 7 }, (_, i) => [tenth(4), tenth(3), i % 2]).flat();
      const [painted, street] = [paintedOf(points), streetOf(points)];
      const { stands, ended } = runOf(painted);
      found[street === undefined ? "none" : "street"]++;
      if (street === undefined) expect(ended).toBe(false);
      else {
        const most = mostCorrections(street, painted.X);
        expect(stands.length - 1).toBeLessThanOrEqual(most);
        if (most <= 300) expect(ended).toBe(true);
      }
    }
    expect(Math.min(found.street, found.none)).toBeGreaterThan(5);
  });
});

describe("a street", () => {
  it("is as wide as both hulls are apart, between corners or from a corner to a side", () => {
    expect(streetOf(AND)?.width).toBeCloseTo(Math.SQRT1_2, 12);
    expect(streetOf([0, 0, 1, 2, 0, 0])).toMatchObject({ width: 2, u: [-1, 0], c: 1 });
    expect(streetOf([1, -3, 1, 1, 3, 1, -1, 0.4, 0])?.width).toBe(2);
  });

  it("is none where hulls cross, touch, or hold one another", () => {
    for (const points of [XOR, SETS.ring, [0, 0, 1, 0, 0, 0], [-1, 0, 1, 1, 0, 1, 0, 0, 0]])
      expect(streetOf(points)).toBeUndefined();
  });

  it("has hulls with their corners alone", () => {
    const square: Point[] = [
      [0, 0],
      [2, 0],
      [1, 1],
      [2, 2],
      [0, 2],
      [1, 0],
    ];
    expect(new Set(hullOf(square).map(String))).toEqual(new Set(["0,0", "2,0", "2,2", "0,2"]));
    expect(hullOf([[1, 1]])).toEqual([[1, 1]]);
  });
});

describe("the brush", () => {
  it("adds an example, takes one away that lies there, and stops at the most", () => {
    const one = pressedAt([], [1, 1], true);
    expect(one).toEqual([1, 1, 1]);
    expect(pressedAt(one, [1.1, 1], false)).toEqual([]);
    const full = Array.from({ length: MOST_EXAMPLES }, (_, i) => [-4 + (i % 9), -3 + (i >> 3), 0]).flat();
    expect(pressedAt(full, [3.9, 2.9], true)).toBe(full);
  });

  it("is told what becomes of what it painted", () => {
    expect(says({ correction: 11 })).toMatch(/street of 1\.05: no more than 97 .* takes 11, and pass 4 is/);
    expect(says({ points: SETS.corners })).toMatch(/no line parts them: 300 corrections/);
    expect(says({ points: [] })).toMatch(/^Nothing is painted yet/);
    expect(says({ points: [1, 1, 0] })).toMatch(/one class alone: 1 correction /);
  });
});

/** Twelve layers that learn, or do not, and a slice of a loss: held to the graded functions and their pages. */
import { describe, expect, it } from "vitest";
import type { Activation } from "../../../reference/dense/activations.ts";
import { layerGradientNorms } from "../../../reference/networks/deep-network.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { fig34c } from "../../../site/figures/fig34c.ts";
import { DeepNetwork, examplesOf, LAYER } from "../../../site/figures/fig37/network.ts";
import { fig37 } from "../../../site/figures/fig37.ts";
import { chainOf, KINDS, sigmoidSlope } from "../../../site/figures/fig37b/chains.ts";
import { fig37b } from "../../../site/figures/fig37b.ts";
import { defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";

type State = StateOf<typeof fig37.controls>;

function says(changes: Partial<State> = {}): string {
  const state = { ...defaultsOf(fig37.controls), ...changes };
  return fig37.says(fig37.compute(state), state);
}

describe("a deep network on XOR", () => {
  const seed = 31;
  const ways = (["sigmoid", "tanh", "relu", "leakyRelu", "identity"] as const).flatMap<[Activation, boolean]>(
    (act) => [false, true].map((residual) => [act, residual]),
  );

  it.each(ways)("has the graded lengths of its gradients: %s, residual %s (seed 31)", (act, residual) => {
    const net = new DeepNetwork({ depth: 4, act, scale: 1.5, residual, seed });
    const some = examplesOf(seed).slice(0, 5);
    const layers = [0, 1, 2, 3].map((l) => net.P.slice(LAYER * l, LAYER * (l + 1)));
    const graded = layerGradientNorms(
      act,
      lift(some.map(({ x }) => [...x])),
      lift(some.map(({ y }) => [...y])),
      {
        Ws: lift(layers.map((p) => [[...p.slice(0, 2)], [...p.slice(2, 4)]])),
        bs: lift(layers.map((p) => [...p.slice(4)])),
      },
      residual,
    );
    net.gradientNorms(some).forEach((norm, l) => {
      expect(norm / (graded[l]?.value || 1)).toBeCloseTo(graded[l]?.value === 0 ? 0 : 1, 10);
    });
  });

  it("begins with the page's 2·10⁻⁸, and with a third of the last gradient where it is residual", () => {
    expect(says({ frame: 0 })).toMatch(/the first is 2\.0·10⁻⁸ times as long/);
    expect(says({ frame: 0, residual: true })).toMatch(/the first is 0\.35 times as long/);
  });

  it("has moved its last weights after the rounds and not its first, and guesses", () => {
    const { run } = fig37.compute(defaultsOf(fig37.controls));
    const { moved, accuracy } = run.stands.at(-1) as (typeof run.stands)[0];
    expect(moved[0]).toBeLessThan(1e-5);
    expect(moved.at(-1)).toBeGreaterThan(0.1);
    expect(accuracy).toBeLessThan(0.6);
    expect(says({ act: "tanh", residual: true })).toMatch(/ 9\d % of 100 points are right/);
  });

  it("says where nothing comes back, and where the numbers grow beyond bounds", () => {
    expect(says({ act: "relu", frame: 0 })).toMatch(/every gradient is 0, and nothing can move/);
    expect(says({ act: "identity", scale: 2, frame: 0 })).toMatch(/The run ends at round \d+: after it/);
  });
});

describe("a slice of a loss", () => {
  const sliceSays = (changes: Partial<StateOf<typeof fig34c.controls>> = {}): string => {
    const state = { ...defaultsOf(fig34c.controls), ...changes };
    return fig34c.says(fig34c.compute(state), state);
  };

  it("falls at the page's weights, and has a hollow at 0 and 0, where the loss is 27 too high", () => {
    expect(sliceSays()).toMatch(/the loss is 33\.00\. .* falls to 29\.75 at the offsets −0\.50 and −0\.50/);
    expect(sliceSays({ w1: 0, w2: 0 })).toMatch(/27\.00: a hollow\. Along w₃, .* by another 27\.00/);
    expect(sliceSays({ w1: 0, w2: 0, w3: 0 })).toMatch(/nothing is left to win/);
  });

  it("shows the surroundings of twice the weights where they are added twice", () => {
    expect(sliceSays({ adds: "twice" })).toMatch(/has 51\.00 in the middle .* twice w₁ and w₂/);
  });
});

describe("a chain of three units", () => {
  const chains = (weights: readonly number[]) => {
    const state = { ...defaultsOf(fig37b.controls), weights };
    return fig37b.compute(state).chains;
  };

  it.each(KINDS)("multiplies as its output moves when x does: %s", (kind) => {
    const weights = [2, -1.5, 3];
    const output = (x: number): number => chainOf(kind, x, weights).values.at(-1) as number;
    const h = 1e-4;
    for (const x of [-1, 0, 0.5, 2]) {
      const measured = (output(x + h) - output(x - h)) / (2 * h);
      // The quotient errs by h² f‴/6 and by 10⁻¹⁶/h: f‴ is below 10³ here.
      expect(Math.abs((chainOf(kind, x, weights).left[0] as number) - measured)).toBeLessThan(1e-5);
    }
  });

  it("multiplies by each weight and each slope, which is a quarter at most", () => {
    const { sigmoid } = chains([2, -1.5, 3]);
    const slopes = [2, -1.5, 3].map(
      (weight, k) => weight * sigmoidSlope(weight * (sigmoid.values[k] as number)),
    );
    slopes.forEach((factor, k) => {
      expect(sigmoid.factors[k]).toBeCloseTo(factor, 14);
    });
    expect(sigmoidSlope(0)).toBe(0.25);
  });

  it("lets less through at 4 than at 2 and at 40 nothing to speak of, and with a skip all at 0", () => {
    const left = (weight: number): number => chains([weight, weight, weight]).sigmoid.left[0] as number;
    expect(left(4)).toBeLessThan(left(2));
    expect(left(40)).toBeLessThan(1e-30);
    expect(chains([0, 0, 0]).skip.left[0]).toBe(1);
    expect(chains([4, 4, 4]).none.left[0]).toBe(64);
  });
});

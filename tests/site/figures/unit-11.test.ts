/** What the figures of unit 11 say, held to their pages and to the source's run. */
import { describe, expect, it } from "vitest";
import { splitBlobs } from "../../../reference/data/document-blobs.ts";
import { torchRandom } from "../../../reference/randomness/torch-random.ts";
import { linearLayers } from "../../../reference/train/blobs-adam.ts";
import { BATCH, runOf } from "../../../site/figures/fig41/training.ts";
import { fig41 } from "../../../site/figures/fig41.ts";
import { fig41b } from "../../../site/figures/fig41b.ts";
import { fig57 } from "../../../site/figures/fig57.ts";
import { fig58 } from "../../../site/figures/fig58.ts";
import { type Controls, defaultsOf, type StateOf } from "../../../site/figures/frame/controls.ts";
import type { Figure } from "../../../site/figures/frame/figure.ts";

/** What a figure says from its start with some changes. */
function says<C extends Controls, D>(figure: Figure<C, D>, changes: Partial<StateOf<C>> = {}): string {
  const state = { ...defaultsOf(figure.controls), ...changes };
  return figure.says(figure.compute(state), state).replaceAll("\u202f", " ");
}

describe("a training step, call by call", () => {
  it("goes 2, 1.6, 1.28, 1.024, wherever the gradient is forgotten in time", () => {
    for (const order of ["start", "end"] as const)
      expect(says(fig41b, { order })).toMatch(/2 → 1\.6 → 1\.28 → 1\.024\. /);
  });

  it("goes 1.6, 0.88, −0.016 where nothing is forgotten", () => {
    expect(says(fig41b, { order: "never" })).toMatch(
      /2 → 1\.6 → 0\.88 → −0\.016\. The gradient holds 8\.96,/,
    );
    expect(says(fig41b, { order: "never", eta: 0.5, call: 10 })).toMatch(/2 → 0 → −2\./);
  });

  it("stays where step() finds a gradient of 0, and is twice as long after two sweeps", () => {
    for (const order of ["between", "early"] as const)
      expect(says(fig41b, { order })).toMatch(/2 → 2 → 2 → 2\. .*θ stays\.$/);
    expect(says(fig41b, { order: "twice", call: 18 })).toMatch(/2 → 1\.2 → 0\.72 → 0\.432\./);
  });
});

describe("a network trained by five calls", () => {
  const { train } = splitBlobs();

  it("starts where the source's library does, in batches of 20", () => {
    const run = runOf({ optimiser: "sgd", hidden: 10, zeroed: "between", seed: 0 });
    expect(run.stands[0]?.P).toEqual(linearLayers(torchRandom(0), 10));
    expect(Math.ceil(train.labels.length / BATCH)).toBe(34);
    // What is zeroed too late never moves.
    expect(run.stands.at(-1)?.P).toEqual(run.stands[0]?.P);
  });

  it("learns where gradients are forgotten, and reports next to nothing of it in a last batch", () => {
    expect(says(fig41, { report: "lastBatch" })).toMatch(/the loss of its last batch; .* Right are 97\.6 %/);
    const never = runOf({ optimiser: "sgd", hidden: 10, zeroed: "never", seed: 0 }).stands.at(-1);
    expect(never?.lastBatch).toBeLessThan(1e-6);
    expect(never?.valid.loss).toBeGreaterThan(0.1);
  });
});

describe("a module's list", () => {
  it("has the page's 17 numbers under its names, and 78 702 for 784–100–2", () => {
    expect(says(fig57)).toMatch(
      /^layer1\.weight, layer1\.bias, .* 6 \+ 3 \+ 6 \+ 2 = 17 numbers\. 12 .* and 5/,
    );
    expect(says(fig57, { m: 784, k: 100 })).toMatch(/= 78 702 numbers/);
  });

  it("takes places for names, counts a layer once, and does not look into an array", () => {
    expect(says(fig57, { model: "nested" })).toMatch(/^1\.0\.weight, 1\.0\.bias, 2\.weight, 2\.bias:/);
    expect(says(fig57, { model: "again" })).toMatch(/= 17 numbers.*under their first names/);
    expect(says(fig57, { model: "array" })).toMatch(/of the 17 numbers .* none is listed/);
  });
});

describe("back through a product", () => {
  it("names the rows and columns that meet", () => {
    expect(says(fig58)).toMatch(/^ā₁₁ = 1 · 1 \+ 0 · \(−1\) \+ \(−1\) · 0 = 1: row 1 of C̄ with row 1 of B/);
    expect(says(fig58, { of: "B", at: [0, 2] })).toMatch(/= \(?−1\)? · 2 \+ 0 · 0 = −2:/);
    expect(says(fig58, { of: "R", at: [0, 1] })).toMatch(/= 0 \+ 2 = 2: column 2 of C̄ added up/);
  });
});

/** The small parts that figures share. */
import { describe, expect, it } from "vitest";
import { arrow } from "../../site/figures/arrow.ts";
import { grouped } from "../../site/figures/grouped.ts";
import { near } from "../../site/figures/near.ts";
import { paceOf } from "../../site/figures/pace.ts";
import { byRoots } from "../../site/figures/root-scale.ts";

describe("the pace of a long run", () => {
  it("is one epoch a frame at first, never stands still, and ends at the last epoch", () => {
    for (const [epochs, frames] of [
      [4000, 200],
      [5000, 200],
      [200, 200],
    ] as const) {
      const pace = paceOf(epochs, frames);
      expect(pace.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, f) => f));
      expect([pace.length, pace.at(-1)]).toEqual([frames + 1, epochs]);
      for (let f = 1; f <= frames; f++) expect(pace[f]).toBeGreaterThan(pace[f - 1] as number);
    }
  });
});

describe("a scale by third roots", () => {
  it("has 0 at its start, the last at its end, an eighth of it in the middle, and a way back", () => {
    const scale = byRoots(4000, [40, 344]);
    expect(scale.to(0)).toBe(40);
    expect(scale.to(4000)).toBeCloseTo(344, 10);
    expect(scale.to(500)).toBeCloseTo(192, 10);
    for (const epoch of [0, 1, 77, 4000]) expect(scale.from(scale.to(epoch))).toBeCloseTo(epoch, 9);
    expect(scale.ticks()).toEqual([0, 1, 10, 100, 1000]);
  });
});

describe("an arrow", () => {
  it("ends where it should, with a head no longer than half of it", () => {
    expect(arrow(10, 20, 30, 0)).toBe("M10 20L40 20M34 16.4L40 20L34 23.6");
    expect(arrow(0, 0, 4, 0)).toContain("L4 0");
    expect(arrow(0, 0, 4, 0)).toContain("M2 ");
  });

  it("is a dot where there is no way to go, and no text that is no number", () => {
    expect(arrow(5, 5, 0, 0)).toBe("M0 0");
    expect(arrow(5, 5, Number.NaN, 1)).toBe("M0 0");
  });
});

describe("places and numbers", () => {
  it("stay near the drawing", () => {
    expect([near(-1e9), near(12), near(1e300)]).toEqual([-3000, 12, 3000]);
  });

  it("have their thousands set apart by spaces that do not break", () => {
    expect(grouped(5032492.127, 2)).toBe("5\u202f032\u202f492.13");
    expect([grouped(999, 0), grouped(-1234.5, 1), grouped(1e6, 0)]).toEqual([
      "999",
      "−1\u202f234.5",
      "1\u202f000\u202f000",
    ]);
  });
});

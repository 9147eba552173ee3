import { describe, expect, it } from "vitest";
import { knownRuns } from "../../../site/figures/known-runs.ts";

interface Settings {
  readonly rate: number;
  readonly name: string;
  readonly epoch: number;
}

/** Runs that note when they are worked out. */
function noting(most: number) {
  const worked: string[] = [];
  const runs = knownRuns<Settings, string>(["rate", "name"], most, function* ({ rate, name }) {
    worked.push(`${name} ${rate}`);
    yield;
    yield;
    return `run of ${name} ${rate}`;
  });
  return { worked, runs };
}
const at = (rate: number, epoch = 0): Settings => ({ rate, name: "a", epoch });

describe("known runs", () => {
  it("are worked out once for the settings that they depend on, with rests or at once", () => {
    const { worked, runs } = noting(4);
    const steps = runs.steps(at(1));
    expect([steps.next().done, steps.next().done]).toEqual([false, false]);
    expect(steps.next()).toEqual({ done: true, value: "run of a 1" });
    expect(runs.of(at(1, 7))).toBe("run of a 1");
    expect(runs.steps(at(1)).next()).toEqual({ done: true, value: "run of a 1" });
    expect(runs.of(at(2))).toBe("run of a 2");
    expect(worked).toEqual(["a 1", "a 2"]);
  });

  it("keep settings apart that look alike in a row", () => {
    const { runs } = noting(4);
    expect(runs.of({ rate: 1, name: "1 1", epoch: 0 })).toBe("run of 1 1 1");
    expect(runs.of({ rate: 1, name: "1", epoch: 1 })).toBe("run of 1 1");
  });

  it("forget the one that was asked for longest ago, and leave one that was broken off to be begun anew", () => {
    const { worked, runs } = noting(2);
    for (const rate of [1, 2, 1, 3, 1, 2]) runs.of(at(rate));
    expect(worked).toEqual(["a 1", "a 2", "a 3", "a 2"]);
    runs.steps(at(9)).next();
    expect(runs.of(at(9))).toBe("run of a 9");
  });
});

import { describe, expect, test } from "vitest";
import { progressLine } from "../../grader/cli/report/progress.ts";

describe("the progress line", () => {
  test("fits a terminal and says rate, time left and what was known", () => {
    const long = progressLine({ students: 9000, of: 10000, fresh: 104000, known: 12000 }, 5000);
    expect(long.length, long).toBeLessThan(80);
    expect(progressLine({ students: 150, of: 300, fresh: 1800, known: 0 }, 18)).toBe(
      "[#####     ] 150 of 300 students, 100 exercises/s, 18 s left",
    );
    expect(progressLine({ students: 0, of: 300, fresh: 0, known: 0 }, 0)).toBe(
      "[          ] 0 of 300 students",
    );
    expect(progressLine({ students: 1, of: 1000, fresh: 3, known: 9 }, 10)).toMatch(
      /, 0\.3 exercises\/s, 2\.8 h left, 9 known$/,
    );
  });
});

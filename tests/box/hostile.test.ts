import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Box } from "../../grader/box/box.ts";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { bothCalls, breaches, fixturesIn, right, survivors } from "./fixtures.ts";

const honest = fixturesIn("pass").find(({ name }) => name === "loop")!;
const before = survivors();
const box: Box = createNodeBox({ loadMs: 500, callMs: 500, totalMs: 4000, memoryMb: 128, spare: true });

afterAll(async () => {
  box.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(survivors(before)).toEqual([]);
});

describe("a hostile submission", () => {
  afterEach(() => expect(breaches()).toEqual([]));

  for (const { name, program, expect: wanted } of fixturesIn("hostile")) {
    it(`gets nothing by ${name}, and the next one is run as if nothing had been`, async () => {
      const loaded = await box.load(program);
      expect(wanted[0]).toContain(loaded.kind);
      if (loaded.kind === "loaded") {
        const [outcome, other] = await box.call(bothCalls);
        if (wanted[1] !== undefined) expect(wanted[1]).toContain(outcome!.kind);
        for (const [got, want] of [
          [outcome, right.mseLossDw],
          [other, right.mseLossDb],
        ] as const) {
          if (got?.kind === "returned" && typeof got.value === "number") {
            expect(got.value).not.toBeCloseTo(want, 9);
            expect(got.value).not.toBe(-31338);
          }
          if (got?.kind === "threw") expect(got.message.length).toBeLessThanOrEqual(500);
        }
      }
      expect(box.output.length).toBeLessThanOrEqual(4096);
      expect(box.output).not.toContain("\u001b");
      expect(box.output).not.toContain("\u202e");

      expect((await box.load(honest.program)).kind).toBe("loaded");
      const answers = await box.call(bothCalls);
      expect(answers[0]).toMatchObject({ kind: "returned", changed: [] });
      expect(answers.map((a) => (a.kind === "returned" ? a.value : a))).toEqual([
        expect.closeTo(right.mseLossDw, 12),
        expect.closeTo(right.mseLossDb, 12),
      ]);
    });
  }
});

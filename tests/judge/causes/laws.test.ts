import { describe, expect, it } from "vitest";
import { courseExercise } from "../course.ts";
import { findingOf } from "./cause-of.ts";

type Vector = readonly number[];

describe("laws", async () => {
  const line = await courseExercise("ex10-mse-gradients");
  const means = await courseExercise("ex30-k-means");

  it("speak where a value is wrong and nothing else is known, with what their author asks", async () => {
    const finding = await findingOf(
      { ...line, mistakes: {} },
      "mseLossDw",
      (right, { x }) => (right as number) * Math.sqrt((x as Vector).length + 1),
    );
    expect(finding?.cause).toMatchObject({ kind: "law", id: "law-broken", matched: 10, of: 10 });
    expect(finding?.message).toContain(
      "This law breaks, on 10 of 10 inputs: duplicating the data leaves the gradient unchanged. Is there a 1/n?",
    );
  });

  it("that hold are named, too", async () => {
    const finding = await findingOf({ ...means, mistakes: {} }, "elbow", (right) =>
      (right as Vector).map((x) => x ** 1.5),
    );
    expect(finding?.message).toMatch(/This law breaks, .*4 times as large\. This one holds: /);
  });

  it("say nothing where a cause is known", async () => {
    const finding = await findingOf(line, "mseLossDw", (right) => -(right as number));
    expect(finding?.cause?.kind).toBe("mistake");
  });
});

import { describe, expect, it } from "vitest";
import { Draw } from "../../grader/exercise/draw.ts";
import { type ArgsOf, args, scalar, vector } from "../../grader/exercise/form.ts";
import { drawInputs, valueCases } from "../../grader/judge/cases.ts";
import { random } from "../../reference/randomness/random.ts";

const scaled = args(
  { doubled: vector("n", "twice the inputs"), x: vector("n", "inputs"), k: scalar("a number") },
  { following: ({ x }) => ({ doubled: x.map((xi) => 2 * xi) }) },
);
const fn = scaled.answer({ returns: scalar("k"), is: ({ k }) => k });
type Scaled = ArgsOf<typeof scaled>;

describe("arguments that follow from others", () => {
  it("are made of those that were drawn, in every case", () => {
    for (const { inputs } of valueCases(fn as never, 5, "following")) {
      const { doubled, x } = inputs as unknown as Scaled;
      expect(doubled).toEqual(x.map((xi) => 2 * xi));
    }
  });

  it("are made of those that were given, and are taken as they are where they are given themselves", () => {
    const drawn = (given: object): Scaled =>
      drawInputs(
        fn as never,
        new Draw(random(1, "following"), { n: 3 }, "quarters"),
        given as never,
      ) as never;
    expect(drawn({ x: [1, 2, 3] }).doubled).toEqual([2, 4, 6]);
    expect(drawn({ x: [1, 2, 3], doubled: [0, 0, 0] }).doubled).toEqual([0, 0, 0]);
  });
});

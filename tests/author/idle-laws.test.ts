/** Laws of answers that are no numbers: a wrong true or false breaks them, so that they are worth asking. */
import { expect, it } from "vitest";
import exercise from "../../exercises/ex57-data-sets/exercise.ts";
import { idleness } from "../../grader/author/check/laws/idle.ts";
import { tryLaws } from "../../grader/author/check/laws/tried.ts";
import type { Answer } from "../../grader/judge/answer.ts";

it("takes no law of XOR for one that holds whatever is answered", async () => {
  const { generateXor } = exercise.functions;
  const spec = { ...exercise, slug: "ex57-data-sets", functions: { generateXor: generateXor! } };
  const { sound, unsound } = tryLaws(spec, [1, 2]);
  expect(unsound).toEqual([]);
  expect(sound).toHaveLength(4);
  // The mistakes treat both coordinates alike.
  const ofTheFirst = ({ inputs }: Pick<Answer, "inputs">): boolean[] =>
    (inputs.points as number[][]).map(([x]) => x! > 0.5);
  for (const law of sound)
    expect(await idleness(spec, async () => [ofTheFirst], law), law.law.says).toBeUndefined();
});

/** The nine derivations: which there are, that each is ready for students, and when a file is still bare. */
import { describe, expect, it } from "vitest";
import { checkDerivation } from "../../../grader/author/check/check-derivation.ts";
import { refusalLine } from "../../../grader/author/check/refusal.ts";
import { derivationStub, isBare } from "../../../grader/author/derivation-texts.ts";
import { derivation, derivations, loadWritten, root } from "./course.ts";

it("are those of the plan", () => {
  const numbers = derivations.map((slug) => slug.slice(0, 3));
  expect(numbers).toEqual(["d03", "d06", "d09", "d12", "d17", "d20", "d22", "d25", "d29"]);
});

it("are bare as they are handed out, and no more once a word or a line is written, not even in one line", async () => {
  const { exercise } = await derivation("d03-two-inputs");
  const stub = derivationStub(exercise);
  const line = (text: string): string => stub.replace(/\$\$.*\$\$/, () => `$$${text}$$`);
  expect([stub, stub.replaceAll("\n", "\r\n")].map(isBare)).toEqual([true, true]);
  const worked = [
    line("df/dx = σ'(x + y) * 1 = σ'(x + y)"),
    line("df/dx = σ'(x + y) * 1 ="),
    stub.replace("$$\n", "$$\n\nWhat rests is y.\n"),
    `${stub}\ndf/dx = σ'(x + y)\n`,
    "",
  ];
  expect(worked.map(isBare)).toEqual(worked.map(() => false));
});

describe("check finds nothing to refuse in", () => {
  it.each(derivations)(
    "%s",
    async (slug) => {
      // With a seed of its own each; `npm run check` takes five.
      const seeds = [Number.parseInt(slug.slice(1, 3), 10)];
      expect((await checkDerivation({ root, loadWritten, seeds }, slug)).map(refusalLine)).toEqual([]);
    },
    60_000,
  );
});

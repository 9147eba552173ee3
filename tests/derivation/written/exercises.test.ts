/** The nine derivations: model answers, slips, texts, and that each starts and ends where its page does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { derivationReadme, derivationStub, isBare } from "../../../grader/author/derivation-texts.ts";
import { plainForm } from "../../../grader/derivation/written/canonical.ts";
import { judgeDerivation, judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { parted } from "../../../grader/derivation/written/parted.ts";
import { readSide } from "../../../grader/derivation/written/read-side.ts";
import { answerOf, derivation, derivations, root, typed } from "./course.ts";

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

describe.each(derivations)("%s", (slug) => {
  it("has a model answer that is right with any seed", async () => {
    const { given } = await derivation(slug);
    const seed = Number.parseInt(slug.slice(1, 3), 10);
    const report = judgeDerivation(given, answerOf(slug), seed);
    expect(report.lines.filter(({ status }) => status !== "holds" && status !== "idle")).toEqual([]);
    expect([report.end.isReached, report.way.isLongEnough]).toEqual([true, true]);
  });

  it("names each of its slips, and takes none of them for another", async () => {
    const { exercise, given } = await derivation(slug);
    for (const [id, { is, says }] of Object.entries(exercise.slips)) {
      const [line] = judgeLines(given, typed([`${exercise.start} = ${is}`]), 1).lines;
      expect([id, line?.status, line?.slip?.id]).toEqual([id, "false", id]);
      expect(line?.point).toBeDefined();
      expect(says).toMatch(/^[A-Z1a-z].*[.?]$/);
    }
  });

  it("starts with the left side of a formula of its page", async () => {
    const { exercise, given, page } = await derivation(slug);
    const lefts = page.displays
      .filter(({ step }) => step === exercise.step || exercise.slips !== undefined)
      .flatMap(({ tex }) => tex.split(/,\s*\\q?quad/).map((one) => parted(one).sides[0]))
      .flatMap((side) => {
        try {
          return side === undefined ? [] : [plainForm(readSide(side, given.scope).read)];
        } catch {
          return [];
        }
      });
    expect(lefts).toContain(plainForm(given.start));
  });

  it("has the texts that `npm run stubs` makes", async () => {
    const { exercise, markdown } = await derivation(slug);
    const text = (name: string): string => readFileSync(join(root, "exercises", slug, name), "utf8");
    expect(text("README.md")).toBe(derivationReadme(exercise, markdown, text("task.md")));
    expect(text("derivation.md")).toBe(derivationStub(exercise));
    expect(isBare(text("derivation.md"))).toBe(true);
  });

  it("has three hints, and asks for fewer rules at once than the whole way takes", async () => {
    const { exercise, given } = await derivation(slug);
    expect(exercise.hints.map((hint) => hint.length > 20)).toEqual([true, true, true]);
    const last = parted(answerOf(slug).match(/\$\$([^$]+)\$\$\n$/)?.[1] ?? "").sides.at(-1)?.text ?? "";
    const report = judgeLines(given, typed([`${exercise.start} = ${last}`]), 1);
    expect([report.isDone, report.lines[0]?.status, report.end.isReached]).toEqual([
      false,
      exercise.rules >= 99 ? "holds" : "jump",
      true,
    ]);
  });
});

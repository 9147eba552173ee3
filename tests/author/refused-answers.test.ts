/** What check refuses in answers: the solution, the stub, the mistakes. */
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { course, folder, linesOf, solution } from "./checked-course.ts";

/** The exercise with another mistake of mseLossDw. */
const withMistake =
  (is: (given: never) => number, read = "mse-line#step-3", fn = "mseLossDw") =>
  (exercise: Exercise): Exercise => ({
    ...exercise,
    mistakes: {
      ...exercise.mistakes,
      [fn]: { ...exercise.mistakes[fn], "made-up": { is, says: "No.", read } },
    },
  });

describe("check", () => {
  it("refuses a comment in a solution that the stub takes from the declaration", async () => {
    const copy = course().edit(solution, (text) =>
      text.replace("export function mseLossDb", "/** By b. */\nexport function mseLossDb"),
    );
    expect(await linesOf(copy)).toEqual([
      expect.stringMatching(
        /^solutions\/ex10-mse-gradients\.ts:\d+: comments mseLossDb; the stub's comment comes from exercise\.ts: take this one out$/,
      ),
    ]);
  });

  it("refuses a solution whose arguments differ in name or order", async () => {
    const copy = course().edit(solution, (text) =>
      text.replace("mseLossDw(x: Vector, y: Vector", "mseLossDw(y: Vector, x: Vector"),
    );
    expect(await linesOf(copy)).toContain(
      `${solution}: has mseLossDw(y, x, w, b); the exercise declares mseLossDw(x, y, w, b)`,
    );
  });

  it("refuses a solution that exports too little or too much", async () => {
    const copy = course().edit(solution, (text) => text.replace("function mseLossDb", "function mseLossDB"));
    const lines = await linesOf(copy);
    expect(lines).toContain(`${solution}: exports no mseLossDb; write it, or take it out of the exercise`);
    expect(lines).toContain(
      `${solution}: exports mseLossDB; declare it in the exercise, or keep it to the solution`,
    );
  });

  it("refuses a solution that does not parse", async () => {
    const lines = await linesOf(course().edit(solution, (text) => `${text}\nexport function (`));
    expect(lines.join("\n")).toMatch(/solutions\/ex10-mse-gradients\.ts: line \d+: .+; mend the syntax/);
  });

  it("refuses a solution that falls short, with the seed", async () => {
    const copy = course().edit(solution, (text) =>
      text.replace("let sum = 0;", 'throw new Error("no sum");'),
    );
    expect(await linesOf(copy)).toEqual([
      `${solution}: falls short with seed 1: mseLossDw/contract, threw: mseLossDw threw: Error: no sum; \`npm run grade ex10 -- --file ${solution} --seed 1\` shows it`,
    ]);
  });

  it("refuses a stub that is stale", async () => {
    const copy = course().edit(solution, (text) => text.replace("w: number", "w: 1"));
    expect(await linesOf(copy)).toEqual([
      `${folder}/mse-gradients.ts: is not what ${solution} and exercise.ts give; run \`npm run stubs\``,
    ]);
  });

  it("refuses a stub that is solved", async () => {
    const copy = course();
    const lines = await linesOf(copy.edit(`${folder}/mse-gradients.ts`, () => copy.text(solution)));
    expect(lines).toContain(
      `${folder}/mse-gradients.ts: is solved, or edited; \`npm run stubs -- --force\` makes it bare again`,
    );
    expect(lines.join("\n")).toContain("earns 20 points");
  });

  it("refuses a stub that ends in anything but not-implemented", async () => {
    const copy = course().edit(`${folder}/mse-gradients.ts`, (text) =>
      text.replace('new Error("not implemented: mseLossDw")', "1"),
    );
    expect((await linesOf(copy)).join("\n")).toContain(
      "mseLossDw/contract ends in threw, not in not-implemented",
    );
  });

  it("refuses a mistake that is right", async () => {
    const copy = course().declare(withMistake(({ right }: { right: number }) => right));
    expect((await linesOf(copy)).join("\n")).toContain("mseLossDw/made-up is not caught with seed 1");
  });

  it("refuses a mistake that is called by another's name", async () => {
    const copy = course().declare(withMistake(({ right }: { right: number }) => right / 2));
    expect((await linesOf(copy)).join("\n")).toContain("mseLossDw/made-up is called factor-two-forgotten");
  });

  it.each(["mse-line#step-99", "mse-line#4", "nowhere#step-1"])(
    "refuses a mistake that sends to %s",
    async (read) => {
      const copy = course().declare(withMistake(({ right }: { right: number }) => right * 3, read));
      expect(await linesOf(copy)).toEqual([
        expect.stringContaining(`mseLossDw/made-up sends to ${read.includes("step") ? read : `"${read}"`};`),
      ]);
    },
  );

  it("refuses mistakes of a function that does not exist", async () => {
    const copy = course().declare(withMistake(() => 0, "mse-line#step-3", "mseLossDz"));
    expect((await linesOf(copy)).join("\n")).toContain(
      `${folder}/exercise.ts: mseLossDz is no function of the exercise; the functions are mseLossDw, mseLossDb`,
    );
  });
});

/** What check refuses in the files and the declaration of an exercise. */
import { describe, expect, it } from "vitest";
import { checkStray } from "../../grader/author/check/check-course.ts";
import { wordsOfOneAnswer } from "../../grader/author/check/edge-words.ts";
import { refusalLine } from "../../grader/author/check/refusal.ts";
import { slugOf } from "../../grader/author/course.ts";
import type { Edge, Exercise } from "../../grader/exercise/exercise.ts";
import { args, scalar } from "../../grader/exercise/form.ts";
import { course, folder, linesOf, slug, solution } from "./checked-course.ts";

describe("check", () => {
  it("has nothing to say of an exercise that is ready", async () => {
    expect(await linesOf(course())).toEqual([]);
  });

  it.each([
    [`${folder}/task.md`, "write it as in another exercise"],
    [`${folder}/README.md`, "run `npm run stubs`"],
    [`${folder}/mse-gradients.ts`, "run `npm run stubs`"],
    [solution, "write it as in another exercise"],
    ["site/derivations/mse-line.md", `write it, or name another derivation in ${folder}/exercise.ts`],
  ])("refuses an exercise without %s", async (file, mend) => {
    expect(await linesOf(course().remove(file))).toContain(`${file}: is missing; ${mend}`);
  });

  it("refuses a derivation with a false line, and says what would be true", async () => {
    const page = "site/derivations/mse-line.md";
    const copy = course().edit(page, (text) => text.replace("= -\\frac{2}{n}", "= \\frac{2}{n}"));
    const lines = await linesOf(copy);
    expect(lines.join("\n")).toMatch(/^site\/derivations\/mse-line\.md:\d+: step 4, .*: false at /);
    expect(lines.join("\n")).toContain("it would hold with the right side negated");
  });

  it("refuses a derivation with a symbol that it does not declare", async () => {
    const copy = course().edit("site/derivations/mse-line.md", (text) =>
      text.replace(/^\* w +: real.*\n/m, ""),
    );
    expect((await linesOf(copy)).join("\n")).toContain("w is not declared");
  });

  it("refuses a file that is no part of an exercise", async () => {
    const copy = course().edit(`${folder}/notes.txt`, () => "?");
    expect(await linesOf(copy)).toEqual([
      `${folder}/notes.txt: is no file of an exercise; move it elsewhere or delete it`,
    ]);
  });

  it("refuses a TODO, with its line", async () => {
    const copy = course().edit(`${folder}/task.md`, (text) => `${text}\nTODO: say more`);
    expect(await linesOf(copy)).toContainEqual(
      expect.stringMatching(/task\.md:\d+: holds a TODO; do it: say more$/),
    );
  });

  it("refuses an empty hint", async () => {
    const copy = course().declare((exercise) => ({ ...exercise, hints: ["a?", " ", "c"] }));
    expect(await linesOf(copy)).toEqual([
      `${folder}/exercise.ts: hint 2 is empty; write a question that leads on`,
    ]);
  });

  it("refuses a requirement that is no number", async () => {
    const copy = course().declare((exercise) => ({ ...exercise, requires: ["ex9", "ex10"] }));
    expect(await linesOf(copy)).toEqual([
      `${folder}/exercise.ts: requires "ex9"; write a number, like "ex09"`,
      `${folder}/exercise.ts: requires itself; name what comes before it`,
      `${folder}/README.md: is not what task.md and exercise.ts give; run \`npm run stubs\``,
    ]);
  });

  it("refuses arguments and sizes that the symbols leave out", async () => {
    const copy = course().declare(({ symbols: { w: _, n: __, ...symbols }, ...exercise }) => ({
      ...exercise,
      symbols,
    }));
    const lines = await linesOf(copy);
    expect(lines).toContain(
      `${folder}/exercise.ts: argument w of mseLossDb is not among the symbols; say in \`symbols\` what w means`,
    );
    expect(lines.join("\n")).toContain("size n of mseLossDw's x is not among the symbols");
  });

  it("refuses a task that is stale", async () => {
    const stale = `${folder}/README.md: is not what task.md and exercise.ts give; run \`npm run stubs\``;
    const edit = (file: string) => course().edit(`${folder}/${file}`, (text) => text.replace("both", "all"));
    expect(await linesOf(edit("task.md"))).toEqual([stale]);
    expect(await linesOf(edit("README.md"))).toEqual([stale]);
  });

  it.each([
    ["# Gradients", ":12: has the title Gradients; exercise.ts says it: take it out"],
    [
      "## Notes",
      ':12: has the part Notes; the parts are "## To write" and "## An example"; a heading within one has three #',
    ],
    ["## To write", ":12: has the part To write twice; make one of them"],
    [
      "The arguments stay as they are.",
      ": says that the arguments stay as they are; the page says it anyway: take it out",
    ],
  ])("refuses a task.md with %s", async (line, says) => {
    const copy = course().edit(`${folder}/task.md`, (text) =>
      text.replace("The loss is a mean", `The loss is a mean.\n\n${line}\n\n`),
    );
    expect((await linesOf(copy)).map((one) => one.replace(/:\d+:/, ":12:"))).toEqual([
      `${folder}/task.md${says}`,
    ]);
  });

  it("refuses a task.md without an introduction", async () => {
    const copy = course().edit(`${folder}/task.md`, (text) => text.slice(text.indexOf("## To write")));
    expect(await linesOf(copy)).toEqual([
      `${folder}/task.md: has no introduction; say in a few sentences what it is about`,
    ]);
  });

  it("refuses a function without a sentence, a formula that no line shows, and an exercise without an example", async () => {
    const copy = course().declare((exercise) => {
      const { says: _, example: __, ...text } = exercise.functions.mseLossDw!.text!;
      const { example: ___, ...other } = exercise.functions.mseLossDb!.text!;
      const formula = "\\begin{cases} 1 \\\\ 2 \\end{cases}";
      return {
        ...exercise,
        functions: {
          mseLossDw: { ...exercise.functions.mseLossDw!, text },
          mseLossDb: { ...exercise.functions.mseLossDb!, text: { ...other, formula } },
        },
      };
    });
    expect(await linesOf(copy)).toEqual([
      `${folder}/exercise.ts: mseLossDw says nothing; give it \`says\`, one sentence for its stub`,
      `${folder}/exercise.ts: no function has an example; give one: \`example: { … }\`, its arguments by name`,
      `${folder}/exercise.ts: the formula of mseLossDb cannot be printed in one line: cases or a matrix; give it shorter, or leave it out`,
    ]);
  });

  it("refuses minutes that are no number of minutes", async () => {
    const lines = await linesOf(course().declare((exercise) => ({ ...exercise, minutes: -5 })));
    expect(lines).toContain(`${folder}/exercise.ts: minutes are -5; make them a whole number above 0`);
  });

  it("refuses an exercise that does not load", async () => {
    const copy = course().declare(() => {
      throw new Error("x is not defined\nat somewhere");
    });
    expect(await linesOf(copy)).toEqual([`${folder}/exercise.ts: does not load: x is not defined; mend it`]);
  });

  it.each<[string, object, string, string]>([
    ["NaN", { says: "The gradient is 0, not NaN." }, "NaN", "ifNaN"],
    ["an infinity", { says: "1e400 is Infinity." }, "Infinity", "ifInfinite"],
    ["an exception", { says: "It throws where x is empty." }, "throws", "ifThrew"],
  ])("refuses an edge case that speaks of %s to whoever answers otherwise", async (_, words, said, field) => {
    const copy = course().declare((exercise) => {
      const fn = exercise.functions.mseLossDw!;
      const edges = { ...fn.edges, "made up": { given: { x: [2], y: [5], w: 0.5, b: 1 }, ...words } };
      return { ...exercise, functions: { ...exercise.functions, mseLossDw: { ...fn, edges } } };
    });
    // The task has no such edge case either, which is said beside it.
    expect(await linesOf(copy)).toContain(
      `${folder}/exercise.ts: edge case "made up" of mseLossDw says "${said}" of every wrong answer; say what holds of a wrong number, too, and move this to \`${field}\``,
    );
  });

  it("lets an edge case speak of the NaN that it gives, and of an infinity where that is right", () => {
    const said = (edge: Edge<{ z: number }>) => {
      const f = args({ z: scalar("a number") }).answer({
        returns: scalar("the same"),
        is: ({ z }) => z,
        edges: { "made up": edge },
      });
      return wordsOfOneAnswer(slugOf(slug)!, { slug, functions: { f } } as unknown as Exercise);
    };
    expect(said({ given: { z: Number.NaN }, says: "NaN is not hidden." })).toEqual([]);
    expect(said({ given: { z: 0 }, expected: Number.POSITIVE_INFINITY, says: "1/0 is Infinity." })).toEqual(
      [],
    );
    expect(said({ given: { z: 0 }, throws: true, says: "It throws." })).toEqual([]);
    expect(said({ given: { z: 0 }, says: "It is 0.", ifNaN: "0/0 is NaN." })).toEqual([]);
    expect(said({ given: { z: 0 }, says: "0/0 is NaN." })).toHaveLength(1);
  });

  it("refuses what belongs to no exercise", () => {
    const copy = course()
      .edit("solutions/ex99-nothing.ts", () => "export {};\n")
      .edit("exercises/softplus/README.md", () => "#\n")
      .edit("exercises/ex10-other/README.md", () => "#\n");
    expect(checkStray(copy.root).flatMap(({ refusals }) => refusals.map(refusalLine))).toEqual([
      "exercises/softplus: is no name of an exercise; name it like ex14-sigmoid",
      "exercises/ex10-other: shares its number with ex10-mse-gradients; give it a free one",
      "solutions/ex99-nothing.ts: belongs to no exercise; name it like its exercise's folder",
    ]);
  });
});

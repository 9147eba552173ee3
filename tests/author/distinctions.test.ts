import { describe, expect, it } from "vitest";
import { untold } from "../../grader/author/check/distinctions/untold.ts";
import { weave } from "../../grader/author/check/distinctions/weave.ts";
import { WovenProgram } from "../../grader/author/check/distinctions/woven-program.ts";
import { refusalLine } from "../../grader/author/check/refusal.ts";
import { type Slug, slugOf } from "../../grader/author/course.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { Copy } from "./courses.ts";

/** What the check says of a model answer's distinctions, line by line. */
async function linesOf(copy: Copy): Promise<string[]> {
  const refusals = await untold(copy.root, slugOf(copy.slug) as Slug, await copy.load(copy.slug), copy.seeds);
  return refusals.map(refusalLine);
}

/** The exercise with fewer edge cases. */
const without =
  (...names: readonly RegExp[]) =>
  (exercise: Exercise): Exercise => ({
    ...exercise,
    functions: Object.fromEntries(
      Object.entries(exercise.functions).map(([name, fn]) => {
        const edges = Object.entries(fn.edges).filter(([edge]) => !names.some((one) => one.test(edge)));
        return [name, { ...fn, edges: Object.fromEntries(edges) }];
      }),
    ),
  });

describe("check", () => {
  it("refuses ex64 without a power that is treated apart, and says how to mend it", async () => {
    const copy = new Copy("ex64-autodiff", "reverse-mode").declare(without(/^0 to the power of 0$/));
    expect((await linesOf(copy)).join("\n")).toMatch(
      /^solutions\/ex64-autodiff\.ts:\d+: `k === 0` true comes up, but no answer would be refused without; add an edge case where it matters, or write the answer without$/,
    );
    copy.declare(without(/power of 0$/));
    expect((await linesOf(copy)).join("\n")).toMatch(/^solutions\S+: `k === 0` true never comes up; [^\n]*$/);
  });

  it("refuses ex64 without the kink of relu, though forward still asks for it", async () => {
    const copy = new Copy("ex64-autodiff", "reverse-mode").declare((exercise) => {
      const bare = without(/^relu at 0$/)(exercise).functions;
      return { ...exercise, functions: { ...bare, forward: exercise.functions.forward! } };
    });
    expect((await linesOf(copy)).join("\n")).toMatch(
      /^solutions\S+: `this\.data > 0` with equal sides comes up, but no answer would be refused without; .*$/,
    );
  });

  it("refuses a side that comes up by chance, and names a seed without", async () => {
    const copy = new Copy("ex02-central-difference", "derivative").edit(
      "solutions/ex02-central-difference.ts",
      (text) =>
        text.replace("  return (", "  const slope = (").replace(
          "(2 * h);",
          `(2 * h);
  const away = Math.abs(x - 1.75) + Math.abs(h - 1);
  return away === 0 ? slope : slope * (away / away);`,
        ),
    );
    const lines = await linesOf(Object.assign(copy, { seeds: [1, 2, 3, 4, 5] }));
    expect(lines.join("\n")).toMatch(
      /^solutions\S+:4: `away === 0` true matters by chance, and not with seed [1-5]; add an edge case where it does$/m,
    );
  });

  it("refuses a branch of a model answer that no input takes", async () => {
    const copy = new Copy("ex10-mse-gradients", "mse-line").edit("solutions/ex10-mse-gradients.ts", (text) =>
      text.replace("  let sum = 0;", "  if (x.length > 40) return 0;\n  let sum = 0;"),
    );
    expect(await linesOf(copy)).toEqual([
      "solutions/ex10-mse-gradients.ts:4: `x.length > 40` true never comes up; " +
        "add an edge case for it, let the inputs draw it, or write the answer without",
      "solutions/ex10-mse-gradients.ts:4: `x.length > 40` with equal sides never comes up; " +
        "add an edge case for it, let the inputs draw it, or write the answer without",
    ]);
  });
});

describe("a woven program", () => {
  const source = `
    export function f(x: number, k: number = 2): number {
      switch (x) {
        case 1:
        case 2: return 10 * k;
        default: break;
      }
      let steps = 0;
      for (let i = 0; i < x && !(steps > 2); i++) steps += 1;
      const found = new Map([[3, 4]]).get(x) ?? -1;
      return x > 5 ? steps : found;
    }`;

  it("answers as the program does, and tells what came up", async () => {
    const woven = weave(source);
    expect(woven.distinctions.map(({ kind, text, line }) => `${line} ${kind} ${text}`)).toEqual([
      "2 default k: number = 2",
      "4 truth 1",
      "5 truth 2",
      "9 order i < x",
      "9 order steps > 2",
      "10 nullish new Map([[3, 4]]).get(x)",
      "11 order x > 5",
    ]);
    const program = await WovenProgram.load(woven);
    const answers = [[1], [2, 3], [3], [6], [0]].map((args) => program.call("f", args).outcome);
    expect(answers.map((one) => (one as { value?: unknown }).value)).toEqual([20, 30, 4, 3, -1]);
    expect([...program.call("f", [1]).sides].sort()).toEqual(["0 true", "1 true"]);
    expect([...program.call("f", [3, 1]).sides].filter((side) => side.endsWith("equal"))).toEqual([
      "4 equal",
      "3 equal",
    ]);
  });

  it("takes the other side where it is turned, and ends a loop that then has no end", async () => {
    const program = await WovenProgram.load(weave(source));
    const turned = (number: number, side: "true" | "false" | "equal", ...args: number[]) =>
      program.turned({ number, side }, "f", args, 10);
    expect(turned(0, "true", 1)).toMatchObject({ value: Number.NaN });
    expect(turned(6, "false", 3)).toMatchObject({ value: 3 });
    expect(turned(5, "true", 0)).toMatchObject({ value: Number.NaN });
    const endless = await WovenProgram.load(
      weave("export const f = (): number => { while (1 > 2); return 1; };"),
    );
    expect(endless.turned({ number: 0, side: "false" }, "f", [], 1)).toMatchObject({ kind: "timeout" });
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCourse } from "../../grader/author/check/check-course.ts";
import { newExercise, RefusedName } from "../../grader/author/new-exercise.ts";
import { Copy, root } from "./courses.ts";

const tsc = join(root, "node_modules/typescript/bin/tsc");
const course = (): Copy => new Copy("ex10-mse-gradients", "mse-line");

describe("new", () => {
  it("writes an exercise, its task, its solution and its derivation", () => {
    const copy = course();
    expect(newExercise(copy.root, "ex74-softplus")).toEqual([
      "exercises/ex74-softplus/exercise.ts",
      "exercises/ex74-softplus/task.md",
      "solutions/ex74-softplus.ts",
      "site/derivations/softplus.md",
    ]);
    expect(copy.text("solutions/ex74-softplus.ts")).toContain(
      "export function softplus(z: number): number {",
    );
  });

  it("takes a derivation that is there", () => {
    const copy = course();
    const page = copy.text("site/derivations/mse-line.md");
    expect(newExercise(copy.root, "ex74-weighted-mse", { derivation: "mse-line" })).not.toContain(
      "site/derivations/mse-line.md",
    );
    expect(copy.text("site/derivations/mse-line.md")).toBe(page);
    expect(copy.text("exercises/ex74-weighted-mse/exercise.ts")).toContain('derivation: "mse-line"');
  });

  it.each([
    ["softplus", "an exercise is named by a number and a word or two, like ex74-softplus, got softplus"],
    [
      "ex74-Softplus",
      "an exercise is named by a number and a word or two, like ex74-softplus, got ex74-Softplus",
    ],
    [
      "../ex74-softplus",
      "an exercise is named by a number and a word or two, like ex74-softplus, got ../ex74-softplus",
    ],
    ["ex10-mse-gradients", "exercises/ex10-mse-gradients exists already"],
    ["ex10-softplus", "ex10 is taken by exercises/ex10-mse-gradients"],
    ["ex74-mse-gradients", "mse-gradients is taken by exercises/ex10-mse-gradients"],
  ])("refuses the name %s", (name, message) => {
    const copy = course();
    expect(() => newExercise(copy.root, name)).toThrow(new RefusedName(message));
  });

  it("refuses a derivation with a path in its name, and writes nothing over a solution", () => {
    const copy = course().edit("solutions/ex74-softplus.ts", () => "export {};\n");
    expect(() => newExercise(copy.root, "ex74-softplus", { derivation: "../x" })).toThrow(RefusedName);
    expect(() => newExercise(copy.root, "ex74-softplus")).toThrow(
      "solutions/ex74-softplus.ts exists already",
    );
  });

  it("writes what compiles, and what the check refuses until it is done", async () => {
    const copy = course();
    const written = newExercise(copy.root, "ex74-softplus");
    for (const room of ["grader", "reference", "node_modules"])
      symlinkSync(join(root, room), join(copy.root, room));
    const { compilerOptions } = JSON.parse(
      execFileSync(process.execPath, [tsc, "--showConfig"], { cwd: root, encoding: "utf8" }),
    ) as { compilerOptions: object };
    const tsconfig = { compilerOptions, include: ["exercises", "solutions"] };
    writeFileSync(join(copy.root, "tsconfig.json"), JSON.stringify(tsconfig));
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", copy.root], { cwd: root, encoding: "utf8" });
    expect(stdout.split("\n").filter((line) => line.includes("ex74-softplus"))).toEqual([]);

    const [report] = await checkCourse(copy, ["ex74-softplus"]);
    for (const file of written) {
      expect(report?.refusals).toContainEqual(
        expect.objectContaining({ file: expect.stringContaining(file), what: "holds a TODO" }),
      );
    }
  });
});

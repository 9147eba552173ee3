import { describe, expect, it } from "vitest";
import { type StubOptions, writeStubs } from "../../grader/author/stubs.ts";
import { Copy } from "./courses.ts";

const slug = "ex10-mse-gradients";
const stub = `exercises/${slug}/mse-gradients.ts`;
const course = (): Copy => new Copy(slug, "mse-line");
const readme = `exercises/${slug}/README.md`;
const task = `exercises/${slug}/task.md`;
const run = (copy: Copy, options: StubOptions = {}) => writeStubs(copy.root, copy.load, options);
const readmeSame = { file: readme, state: "same" };
const solved = (text: string): string => text.replace(/throw new Error\(.*\);/, "return w;");

describe("stubs", () => {
  it("says of a stub that is up to date that it is", async () => {
    expect(await run(course())).toEqual([{ file: stub, state: "same" }, readmeSame]);
  });

  it("writes a stub that is missing, and one whose solution has changed", async () => {
    const copy = course();
    const before = copy.text(stub);
    copy.remove(stub);
    expect(await run(copy)).toEqual([{ file: stub, state: "new" }, readmeSame]);
    expect(copy.text(stub)).toBe(before);
    copy.edit(`solutions/${slug}.ts`, (text) => text.replaceAll("b: number", "c: number"));
    expect(await run(copy)).toEqual([{ file: stub, state: "changed" }, readmeSame]);
    expect(copy.text(stub)).toContain("mseLossDb(x: Vector, y: Vector, w: number, c: number)");
  });

  it("writes nothing when asked to compare", async () => {
    const copy = course().remove(stub);
    expect(await run(copy, { check: true })).toMatchObject([{ file: stub, state: "stale" }, readmeSame]);
    expect(() => copy.text(stub)).toThrow();
  });

  it("leaves a file alone that someone has worked in, unless forced", async () => {
    const copy = course();
    const bare = copy.text(stub);
    copy.edit(stub, solved);
    expect(await run(copy)).toMatchObject([{ file: stub, state: "kept" }, readmeSame]);
    expect(copy.text(stub)).toBe(solved(bare));
    expect(await run(copy, { force: true })).toEqual([{ file: stub, state: "changed" }, readmeSame]);
    expect(copy.text(stub)).toBe(bare);
  });

  it("takes a stub with CRLF for the same", async () => {
    const copy = course().edit(stub, (text) => text.replaceAll("\n", "\r\n"));
    expect(await run(copy)).toEqual([{ file: stub, state: "same" }, readmeSame]);
  });

  it("names the solution and the line where no stub can be cut", async () => {
    const copy = course().edit(`solutions/${slug}.ts`, (text) => `${text}}`);
    const refusal = { file: `solutions/${slug}.ts`, what: expect.stringMatching(/^line \d+: /) };
    expect(await run(copy)).toMatchObject([
      { file: stub, state: "broken", refusal },
      { file: readme, state: "broken", refusal },
    ]);
  });

  it("writes the task anew from what its author says and from the declaration", async () => {
    const copy = course().edit(task, (text) => text.replace("Write both derivatives.", "Write them."));
    copy.declare((exercise) => ({ ...exercise, minutes: 25 }));
    expect(await run(copy)).toEqual([
      { file: stub, state: "same" },
      { file: readme, state: "changed" },
    ]);
    expect(copy.text(readme)).toContain("About 25 minutes, after ex09 and ex02.");
    expect(copy.text(readme)).toContain("moves a little. Write them.");
  });

  it("names the exercise that does not load, and goes on", async () => {
    const copy = course().declare(() => {
      throw new Error("x is not defined");
    });
    const file = `exercises/${slug}/exercise.ts`;
    expect(await run(copy)).toEqual([
      {
        file: stub,
        state: "broken",
        refusal: { file, what: "does not load: x is not defined", mend: "mend it" },
      },
    ]);
  });
});

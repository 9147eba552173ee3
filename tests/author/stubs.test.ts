import { describe, expect, it } from "vitest";
import { writeStubs } from "../../grader/author/stubs.ts";
import { Copy } from "./courses.ts";

const slug = "ex10-mse-gradients";
const stub = `exercises/${slug}/mse-gradients.ts`;
const course = (): Copy => new Copy(slug, "mse-line");
const solved = (text: string): string => text.replace(/throw new Error\(.*\);/, "return w;");

describe("stubs", () => {
  it("says of a stub that is up to date that it is", () => {
    expect(writeStubs(course().root)).toEqual([{ file: stub, state: "same" }]);
  });

  it("writes a stub that is missing, and one whose solution has changed", () => {
    const copy = course();
    const before = copy.text(stub);
    copy.remove(stub);
    expect(writeStubs(copy.root)).toEqual([{ file: stub, state: "new" }]);
    expect(copy.text(stub)).toBe(before);
    copy.edit(`solutions/${slug}.ts`, (text) => text.replaceAll("b: number", "c: number"));
    expect(writeStubs(copy.root)).toEqual([{ file: stub, state: "changed" }]);
    expect(copy.text(stub)).toContain("mseLossDb(x: Vector, y: Vector, w: number, c: number)");
  });

  it("writes nothing when asked to compare", () => {
    const copy = course().remove(stub);
    expect(writeStubs(copy.root, { check: true })).toMatchObject([{ file: stub, state: "stale" }]);
    expect(() => copy.text(stub)).toThrow();
  });

  it("leaves a file alone that someone has worked in, unless forced", () => {
    const copy = course();
    const bare = copy.text(stub);
    copy.edit(stub, solved);
    expect(writeStubs(copy.root)).toMatchObject([{ file: stub, state: "kept" }]);
    expect(copy.text(stub)).toBe(solved(bare));
    expect(writeStubs(copy.root, { force: true })).toEqual([{ file: stub, state: "changed" }]);
    expect(copy.text(stub)).toBe(bare);
  });

  it("takes a stub with CRLF for the same", () => {
    const copy = course().edit(stub, (text) => text.replaceAll("\n", "\r\n"));
    expect(writeStubs(copy.root)).toEqual([{ file: stub, state: "same" }]);
  });

  it("names the solution and the line where no stub can be cut", () => {
    const copy = course().edit(`solutions/${slug}.ts`, (text) => `${text}}`);
    expect(writeStubs(copy.root)).toMatchObject([
      {
        file: stub,
        state: "broken",
        says: expect.stringMatching(/^solutions\/ex10-mse-gradients\.ts, line \d+: /),
      },
    ]);
  });
});

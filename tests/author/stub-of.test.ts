import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isUntouched, stubOf } from "../../grader/author/stub-of.ts";

const root = join(import.meta.dirname, "../..");

describe("stubOf", () => {
  it("keeps signatures, doc comments and types, and drops bodies, helpers and imports", () => {
    const solution = [
      'import { helper } from "./helper.ts";',
      "type Vector = number[];",
      "type Hidden = { n: number };",
      "",
      "const half = (x: number): Hidden => ({ n: x / 2 });",
      "",
      "/** Half of it. */",
      "export function halved(x: number): number {",
      "  // the answer",
      "  return half(helper(x)).n;",
      "}",
      "",
      "/** All of them. */",
      "export const all = (xs: Vector): number => xs.length;",
      "",
    ].join("\n");
    expect(stubOf(solution, "ex99")).toBe(
      [
        "// Grade with: npm run grade ex99",
        "",
        "type Vector = number[];",
        "",
        "/** Half of it. */",
        "export function halved(x: number): number {",
        '  throw new Error("not implemented: halved");',
        "}",
        "",
        "/** All of them. */",
        "export const all = (xs: Vector): number => {",
        '  throw new Error("not implemented: all");',
        "};",
        "",
      ].join("\n"),
    );
  });

  it("keeps of a class what its contract names", () => {
    const solution = [
      "/** A number in a graph. */",
      "export class Value {",
      "  data: number;",
      "  /** ∂out/∂this */",
      "  grad = 0;",
      "  history: number[] = [];",
      "  private readonly parents: Value[];",
      "  #back: () => void = () => {};",
      "",
      "  constructor(data: number, parents: Value[] = []) {",
      "    this.data = data;",
      "    this.parents = parents;",
      "  }",
      "",
      "  /** a + b */",
      "  add(other: Value | number): Value {",
      "    return made(this, other);",
      "  }",
      "",
      "  private order(): Value[] {",
      "    return [];",
      "  }",
      "}",
      "",
      "const made = (a: Value, b: Value | number): Value => new Value(0, [a]);",
      "",
    ].join("\n");
    expect(stubOf(solution, "ex99")).toBe(
      [
        "// Grade with: npm run grade ex99",
        "",
        "/** A number in a graph. */",
        "export class Value {",
        "  data: number;",
        "  /** ∂out/∂this */",
        "  grad = 0;",
        "  history: number[] = [];",
        "",
        "  constructor(data: number) {",
        "    this.data = data;",
        "  }",
        "",
        "  /** a + b */",
        "  add(other: Value | number): Value {",
        '    throw new Error("not implemented: add");',
        "  }",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("keeps of an abstract class what others have to write, and of a subclass that its parent is made first", () => {
    const solution = [
      "declare class Tensor {}",
      "",
      "export abstract class Module {",
      "  training = true;",
      "",
      "  abstract forward(x: Tensor): Tensor;",
      "}",
      "",
      "export class Row extends Module {",
      "  #layers: Module[];",
      "",
      "  constructor(...layers: Module[]) {",
      "    super();",
      "    this.#layers = layers;",
      "  }",
      "}",
      "",
      "export class Linear extends Module {",
      "  readonly size: number;",
      "  weight: Tensor;",
      "",
      "  constructor(size: number) {",
      "    super();",
      "    this.size = size;",
      "    this.weight = new Tensor();",
      "  }",
      "}",
      "",
    ].join("\n");
    expect(stubOf(solution, "ex99")).toBe(
      [
        "// Grade with: npm run grade ex99",
        "",
        "declare class Tensor {}",
        "",
        "export abstract class Module {",
        "  training = true;",
        "",
        "  abstract forward(x: Tensor): Tensor;",
        "}",
        "",
        "export class Row extends Module {",
        "  constructor(...layers: Module[]) {",
        "    super();",
        "  }",
        "}",
        "",
        "export class Linear extends Module {",
        "  readonly size: number;",
        "  weight: Tensor;",
        "",
        "  constructor(size: number) {",
        "    super();",
        "    this.size = size;",
        '    throw new Error("not implemented: Linear");',
        "  }",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("puts functions and types of other exercises in place of what the solution says of them", () => {
    const given = "type Matrix = number[][];\n\ndeclare function f(X: Matrix): number;";
    const solution = [
      "type Matrix = number[][];",
      "declare function f(X: unknown): number;",
      "export const g = (X: Matrix): number => f(X);",
      "",
    ].join("\n\n");
    const stub = stubOf(solution, "ex99", new Map(), given);
    expect(stub.split("\n\n").slice(1, 4)).toEqual([
      ...given.split("\n\n"),
      'export const g = (X: Matrix): number => {\n  throw new Error("not implemented: g");\n};\n',
    ]);
    expect(isUntouched(stub, "ex99")).toBe(true);
  });

  it("puts the comments of the declaration above exported functions", () => {
    const solution = "/** Old. */\nexport const f = (x: number): number => x;\n\nconst g = 1;\n";
    const comments = new Map([
      ["f", "/** New. */\n"],
      ["g", "/** Private. */\n"],
    ]);
    const stub = stubOf(solution, "ex99", comments);
    expect(stub).toBe(
      [
        "// Grade with: npm run grade ex99",
        "",
        "/** New. */",
        "export const f = (x: number): number => {",
        '  throw new Error("not implemented: f");',
        "};",
        "",
      ].join("\n"),
    );
    expect(isUntouched(stub, "ex99")).toBe(true);
  });

  it("names the line of a solution that does not parse", () => {
    expect(() => stubOf("export function f( {\n", "ex99")).toThrow(/line \d/);
  });

  it.each(readdirSync(join(root, "solutions")).filter((file) => file.endsWith(".ts")))(
    "changes nothing when the stub of %s is cut again",
    (file) => {
      const stub = stubOf(readFileSync(join(root, "solutions", file), "utf8"), file.slice(0, 4));
      expect(isUntouched(stub, file.slice(0, 4))).toBe(true);
    },
  );
});

describe("isUntouched", () => {
  it.each(readdirSync(join(root, "exercises")).filter((name) => name.startsWith("ex")))(
    "holds of the stub in %s",
    (slug) => {
      const stub = readFileSync(join(root, "exercises", slug, `${slug.slice(5)}.ts`), "utf8");
      expect(isUntouched(stub, slug.slice(0, 4))).toBe(true);
    },
  );

  const stub = stubOf("export function f(x: number): number {\n  return x;\n}\n", "ex99");

  it("sees a body, a helper and a comment that a person added", () => {
    expect(isUntouched(stub, "ex99")).toBe(true);
    expect(isUntouched(stub.replace("throw", "return x; throw"), "ex99")).toBe(false);
    expect(isUntouched(`${stub}\nconst two = 2;\n`, "ex99")).toBe(false);
    expect(isUntouched(`${stub}\n// what is x?\n`, "ex99")).toBe(false);
    expect(isUntouched(`${stub}\nfunction (`, "ex99")).toBe(false);
  });

  it("does not mind CRLF", () => {
    expect(isUntouched(stub.replaceAll("\n", "\r\n"), "ex99")).toBe(true);
  });
});

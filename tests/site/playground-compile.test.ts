/** The page's compiler beside the command line's: what one refuses, the other refuses at the same place, in the same words. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile as nodeCompile } from "../../grader/box/compile.ts";
import { compile as pageCompile } from "../../site/playground/box/compile.ts";
import { leanSucrase } from "../../site/playground/lean-sucrase.ts";
import { sha256 } from "../../site/playground/sha256.ts";

const refused = [
  "const é = ;",
  "const a = 1\nconst b = )",
  "export const f = (x: number) => {\n  return x +\n}",
  "export const f = (x: number): number => {\n  const g = (a: number, b: number) => {\n    return a +* b;\n  };\n};",
  "export const dw = (x: number[], b: number): number =>\n  (2 / x.length) * x.reduce((s, v) => s + v * (b - ), 0);",
  "const f = async (x: number): Promise<number> => {\n  return x +;\n}",
  "export function f(x: number[]): number {\n  let s = 0;\n  for (const v of x {\n    s += v;\n  }\n  return s;\n}",
  "export function f(x) {\n  return x.map((v) => v * 2;\n}",
  "export function f(x) {\n  return x\n",
  "export function f(x: number { return 1 }",
  "let x = [1, 2;",
  "const o = { a: 1 b: 2 };",
  "if (a { }",
  "for (let i = 0; i < 3 i++) {}",
  "const s = 'abc\n",
  "const t = `abc",
  "const r = /abc",
  "/* open",
  "function (x) {}",
  "return }",
  "class A { x: = 3 }",
  "a b",
  "x = 1 2",
  "f(",
  "{",
  "const a: = 3;",
  "import fs from 'fs'; fs.a();",
  "import 'fs'",
  'import {\n  a,\n  b\n} from "node:fs";\na(); b();',
  "export * from 'fs'",
  "export { a } from 'fs'",
  "const n = 1; import(n);",
  "export const f = async () => await import(`fs`);",
  "const g = () => import('fs', { with: { type: 'json' } });",
  "(".repeat(1001),
  `// ${"x".repeat(65_600)}`,
];

const taken = [
  "import type { A } from './a'; export const x: A = 1;",
  "import { A } from './a'; export const x: A = 1;",
  // Refused when it runs, by the name that it asks for.
  "import fs = require('fs'); fs.a();",
  "enum E { A }\nexport const x = E.A;",
  "export const s = 'import(1)', t = `import(2)`, u = /import(3)/; // import(4)",
  "declare const require: (name: string) => any; require('fs'); // from 'fs'",
  "export class A<T> { private readonly b?: T; constructor(public c: number) {} }",
];

/** Ways of exporting, each with functions or values that can be compared. */
const exported = [
  "export const a = 1, b = 2;",
  "export const f = (x: number): number => x * 2, g = (x: number, y = [1, 2]): number => x + y[1]!, h = f(3);",
  "export let a: number, b = 2, c: string;\na = 5; c = 'x';",
  "export let n = 1;\nexport const next = (): number => ++n;\nnext();",
  "export const a = `,$" + "{[1, 2].map((v) => `,`)}`,\n  b = /,/.source,\n  c = { d: 1, e: 2 };",
  "export const s = '; exports.a = a, b', t = 1;",
  "const a = 1, b = 2;\nexport { a, b as c };",
  "export default function f(x: number): number { return x; }",
  "export default class A { static readonly k = 3 }",
  "export function f(): number { return g(); }\nfunction g(): number { return 7; }\nexport const v = f();",
  "export const { a, b: [c] } = { a: 1, b: [2] };",
  "export enum E { A, B = 5, C }",
  "export class P { constructor(public x: number, private y = 2) {} sum() { return this.x + this.y; } }\nexport const s = new P(1).sum();",
  "export async function f(): Promise<number> { return 1; }\nexport function* g(): Generator<number> { yield 1; }",
  "export type T = number; export interface I { a: T }\nexport const a: T = 1 as T satisfies number;",
  "declare const module: { exports: object };\nmodule.exports = { a: 1 };",
  "abstract class A { abstract x(): number; protected constructor() {} }\nexport class B extends A { constructor() { super(); } override x() { return 4; } }\nexport const x = new B().x();",
  "export function over(a: number): number;\nexport function over(a: string): string;\nexport function over(a: unknown): unknown { return a; }",
  "class F { a = 1; b?: number; declare c: number; static #d = 2; static d() { return F.#d; } }\nexport const keys = Object.keys(new F()), d = F.d();",
];

/** What a program's text exports, functions by their names and classes by what they are. */
async function exportsOf(compile: typeof pageCompile, text: string): Promise<unknown> {
  const compiled = await compile(text, "a.ts");
  if (compiled.kind !== "compiled") return compiled;
  const module = { exports: {} as Record<string, unknown> };
  new Function("exports", "require", "module", compiled.code)(module.exports, undefined, module);
  return Object.fromEntries(
    Object.entries(module.exports)
      .filter(([name]) => name !== "__esModule")
      .map(([name, value]) => [name, typeof value === "function" ? `function ${value.name}` : value] as const)
      .sort(),
  );
}

describe("the page's compiler", () => {
  for (const text of exported) {
    it(`exports what the command line's does from ${JSON.stringify(text.slice(0, 60))}`, async () => {
      expect(await exportsOf(pageCompile, text)).toEqual(await exportsOf(nodeCompile, text));
    });
  }

  it("finds its place behind a list of exports that was split", async () => {
    const source = "export const a = 1, b = () => { throw a; };\nexport const c = 1;";
    const result = await pageCompile(source, "a.ts");
    if (result.kind !== "compiled") throw new Error(result.message);
    const code = result.code.split("\n");
    const line = code.findIndex((text) => text.includes("throw"));
    expect(result.place(line + 1, (code[line]?.indexOf("throw") ?? 0) + 1)).toMatchObject({
      line: 1,
      column: source.indexOf("throw") + 1,
    });
  });

  for (const text of refused) {
    it(`refuses ${JSON.stringify(text.slice(0, 60))} as the command line does`, async () => {
      const [wanted, got] = await Promise.all([nodeCompile(text, "a.ts"), pageCompile(text, "a.ts")]);
      expect(wanted.kind).not.toBe("compiled");
      expect(got).toEqual(wanted);
    });
  }

  for (const text of taken) {
    it(`takes ${JSON.stringify(text.slice(0, 60))}`, async () => {
      expect((await nodeCompile(text, "a.ts")).kind).toBe("compiled");
      expect((await pageCompile(text, "a.ts")).kind).toBe("compiled");
    });
  }

  it("is the same without the parts of sucrase that a page leaves out", async () => {
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, "../../site/playground/box/compile.ts")],
      bundle: true,
      write: false,
      platform: "browser",
      format: "esm",
      plugins: [leanSucrase],
    });
    const { text } = outputFiles[0]!;
    expect(text).not.toMatch(/class (JSX|Flow|ESMImport)Transformer|strictCheck/);
    const address = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
    const lean = ((await import(/* @vite-ignore */ address)) as { compile: typeof pageCompile }).compile;
    const solutions = join(import.meta.dirname, "../../solutions");
    const whole = readdirSync(solutions).map((file) => readFileSync(join(solutions, file), "utf8"));
    const markup = "export const a = <div>{1}</div>, b = <A.b/>;";
    const newer =
      "export const f = (o?: { n: number }) => { try { return o?.n ?? 1_000; } catch { return 0; } };";
    for (const source of [...refused, ...taken, ...exported, ...whole, markup, newer]) {
      const [wanted, got] = await Promise.all([pageCompile(source, "a.ts"), lean(source, "a.ts")]);
      expect({ ...got, place: undefined }).toEqual({ ...wanted, place: undefined });
    }
  });

  it("refuses a namespace in words, and takes the word in a text", async () => {
    expect(await pageCompile("const a = 1;\n  namespace N { export const b = a }", "a.ts")).toEqual({
      kind: "syntax-error",
      message: "A page knows no namespace: use an object",
      line: 2,
      column: 3,
      lineText: "  namespace N { export const b = a }",
    });
    expect((await pageCompile("export const s = `\nnamespace N {\n`;", "a.ts")).kind).toBe("compiled");
    expect((await pageCompile("declare namespace N { const b: number }", "a.ts")).kind).toBe("compiled");
  });

  it("finds the line of the source for a line of the code", async () => {
    const source = "interface A {\n  a: number;\n}\n\nexport const f = (a: A): number => {\n  throw a;\n};";
    const result = await pageCompile(source, "a.ts");
    if (result.kind !== "compiled") throw new Error(result.message);
    const at = result.code.split("\n").findIndex((line) => line.includes("throw a"));
    expect(result.place(at + 1, 3)).toEqual({ line: 6, column: 3, lineText: "  throw a;" });
  });

  it("gives any text a meaning or a reason", async () => {
    const token = fc.constantFrom(
      ...["import", "export", "from", "'fs'", "(", ")", "{", "}", "=>", "a", "await", "require"],
      ...["<", ">", "`", "${", ";", "\n", "*", ":", "async", "class", "="],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 12 }), async (tokens) => {
        const result = await pageCompile(tokens.join(" "), "a.ts");
        expect(["compiled", "syntax-error", "not-allowed"]).toContain(result.kind);
      }),
      { numRuns: 500 },
    );
  });
});

it("computes the SHA-256 that Node computes, at every length around a block", () => {
  for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 65_536]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 256);
    expect(sha256(bytes), `${length} bytes`).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});

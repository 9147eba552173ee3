import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../grader/box/compile.ts";

it("leaves no import() for the engine, however it is written", async () => {
  for (const text of [
    "const n = 'f' + 's'; import(n);",
    "export const f = async () => await import(`fs`);",
    "import /* */ ( /* */ 'fs' ).then(x => x);",
    "const g = () => import('fs', { with: { type: 'json' } });",
    "class A { static { import('fs'); } }",
    ["x`$", "{import('fs')}`;"].join(""),
  ]) {
    expect(await compile(text, "a.ts"), text).toMatchObject({ kind: "not-allowed", line: 1 });
  }
  for (const text of ["import.defer('fs')", "import.source('fs')"]) {
    expect(["syntax-error", "not-allowed"], text).toContain((await compile(text, "a.ts")).kind);
  }
  const result = await compile(
    "export const s = 'import(1)', t = `import(2)`, u = /import(3)/; // import(4)",
    "a.ts",
  );
  expect(result.kind).toBe("compiled");
});

it("finds the line of the source for a line of the code, with any kind of newline", async () => {
  for (const newline of ["\n", "\r\n", "\r"]) {
    const lines = [
      "interface A {",
      "  a: number;",
      "}",
      "",
      "export const f = (a: A): number => {",
      "  throw a;",
      "};",
    ];
    const result = await compile(lines.join(newline), "a.ts");
    if (result.kind !== "compiled") throw new Error(result.message);
    const at = result.code.split("\n").findIndex((line) => line.includes("throw a"));
    expect(result.place(at + 1, 3)).toEqual({ line: 6, column: 3, lineText: "  throw a;" });
  }
});

it("counts a column in characters, also behind letters of several bytes", async () => {
  expect(await compile("const é漢😀 = ;", "a.ts")).toMatchObject({ kind: "syntax-error", line: 1 });
  expect(await compile("const é = ;", "a.ts")).toEqual({
    kind: "syntax-error",
    message: 'Unexpected ";"',
    line: 1,
    column: 11,
    lineText: "const é = ;",
  });
});

it("says what await at the top level comes to", async () => {
  expect(await compile("await 1;", "a.ts")).toMatchObject({
    message: '"await" works inside an async function only',
    line: 1,
  });
});

it("survives whatever fits into 64 kB", async () => {
  const deep = [
    "(",
    "[",
    "{",
    "a=>",
    "a?",
    "`${",
    "<a>",
    "!",
    "-",
    "f(",
    "a<",
    "if(a)",
    "x=>{",
    "class{a=",
    "(a=",
    "(a:(",
    "async(",
    "new ",
  ];
  for (const piece of deep) {
    const text = piece.repeat(Math.floor(65_000 / piece.length));
    expect((await compile(text, "a.ts")).kind, piece).toMatch(/^(compiled|syntax-error|timeout|crashed)$/);
  }
  expect((await compile("x".repeat(65_537), "a.ts")).kind).toBe("not-allowed");
  expect((await compile("export const f = 1;", "a.ts")).kind).toBe("compiled");
});

it("gives any text a meaning or a reason", async () => {
  const token = fc.constantFrom(
    "import",
    "export",
    "from",
    "'fs'",
    "(",
    ")",
    "{",
    "}",
    "=>",
    "a",
    "await",
    "require",
    "<",
    ">",
    "`",
    "${",
    ";",
    "\n",
    "*",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 12 }), async (tokens) => {
      const result = await compile(tokens.join(" "), "a.ts");
      expect(["compiled", "syntax-error", "not-allowed"]).toContain(result.kind);
    }),
    { numRuns: 300 },
  );
});

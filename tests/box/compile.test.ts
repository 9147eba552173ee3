import { execFileSync } from "node:child_process";
import { transformSync } from "esbuild";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { compile, compileAhead } from "../../grader/box/compile.ts";

it("leaves the process's variables as they were: threads of esbuild would read them, and never answer", async () => {
  const before = { ...process.env };
  vi.resetModules();
  const fresh = await import("../../grader/box/compile.ts");
  expect((await fresh.compile("export const one: number = 1;", "a.ts")).kind).toBe("compiled");
  expect(process.env).toEqual(before);
  expect(transformSync("const one: number = 1", { loader: "ts" }).code).toBe("const one = 1;\n");
});

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

/** The processes of the compiler that this process has started. */
function compilers(): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, parent, ...args]) => Number(parent) === process.pid && args.join(" ").includes("--service="))
    .map(([pid]) => Number(pid));
}

it("takes a compiler that was killed for no fault of the next text's", async () => {
  expect((await compile("export const a = 1;", "a.ts")).kind).toBe("compiled");
  for (const pid of compilers()) process.kill(pid, "SIGKILL");
  expect((await compile("export const b = 2;", "b.ts")).kind).toBe("compiled");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await compile("export const c = 3;", "c.ts")).kind).toBe("compiled");
});

it("lets a text wait no longer because another one kept the compiler busy", async () => {
  const busy = compile(`export const a=${"a?(b):c=>".repeat(25)}1;`, "busy.ts");
  const others = (): Promise<string[]> =>
    Promise.all(Array.from({ length: 20 }, async () => (await compile("export const a = 1;", "a.ts")).kind));
  const kinds = new Set<string>();
  let isBusy = true;
  busy.finally(() => {
    isBusy = false;
  });
  while (isBusy) for (const kind of await others()) kinds.add(kind);
  expect((await busy).kind).toBe("timeout");
  expect([...kinds]).toEqual(["compiled"]);
});

it("comes to the same for sources that it begins with at once, whatever stands beside them", async () => {
  const sources = [
    "export const f = (x: number): number => x;",
    "export const f = (x: number => x;",
    'import fs from "node:fs"; export const f = () => fs;',
    "\u0000",
    `${"[".repeat(2000)}`,
  ];
  const program = (source: string) => ({ source, file: "a.ts" });
  const ahead = compileAhead(sources.map(program));
  // Those that were expected, in any order and once more, and one that was not.
  for (const source of [...sources.toReversed(), sources[0]!, "export const g = 1;"]) {
    const [one, other] = await Promise.all([ahead(source, "a.ts"), compile(source, "a.ts")]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  }
  const onlyFs = (module: string): boolean => module === "node:fs";
  for (const source of sources) {
    const [one, other] = await Promise.all([
      compileAhead(sources.map(program))(source, "a.ts", onlyFs),
      compile(source, "a.ts", onlyFs),
    ]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  }
});

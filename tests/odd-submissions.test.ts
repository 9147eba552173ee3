/** Submissions that no one plans for: odd files, odd exports, odd answers. */
import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../grader/box/node-box.ts";
import { grade } from "../grader/judge/grade.ts";
import type { Verdict } from "../grader/verdict/verdict.ts";
import { courseExercise } from "./judge/course.ts";
import { expectSound } from "./sound.ts";

const exercise = await courseExercise("ex10-mse-gradients");
// With the limits that a student has: half a second was too little for a large answer on a slow machine.
const box = createNodeBox({ spare: true });
afterAll(() => box.close());

async function judge(source: string): Promise<Verdict> {
  const verdict = await grade(exercise, { source, file: "odd.ts", sha256: "0".repeat(64) }, box, { seed: 7 });
  expectSound(verdict);
  return verdict;
}

const dw = "(-2 / x.length) * x.reduce((s, v, i) => s + v * (y[i]! - (w * v + b)), 0)";
const db = "(-2 / x.length) * x.reduce((s, v, i) => s + (y[i]! - (w * v + b)), 0)";
const parameters = "(x: number[], y: number[], w: number, b: number)";
const right = `export const mseLossDw = ${parameters} => ${dw};\nexport const mseLossDb = ${parameters} => ${db};\n`;
/** Both functions with one body. */
const body = (text: string): string =>
  `export const mseLossDw = ${parameters}: any => { ${text} };\nexport const mseLossDb = mseLossDw;\n`;

describe("gets every point, because it is right:", () => {
  it.each<[string, string]>([
    ["a file of carriage returns alone", right.replaceAll("\n", "\r")],
    ["a byte order mark and CRLF", `\ufeff${right.replaceAll("\n", "\r\n")}`],
    ["a line that names an interpreter", `#!/usr/bin/env node\n${right}`],
    ["names in other letters", `const größe = 1, 平均 = größe, \\u0061b = 平均;\n${right}`],
    [
      "an enum, a namespace, a decorator and an abstract class",
      `enum E { A = 1 } namespace N { export const k = E.A } function d(v: any, c: any) { return v }
      abstract class K<T> { @d m() {} private constructor(protected readonly a: T) {} }\n${right}`,
    ],
    [
      "imports of types only",
      `import type { A } from "./no";\nimport { B } from "./no";\nlet c: B;\n${right}`,
    ],
    [
      "CommonJS",
      `module.exports = { mseLossDw: ${parameters} => ${dw}, mseLossDb: ${parameters} => ${db} };`,
    ],
    [
      "two thousand other exports",
      Array.from({ length: 2000 }, (_, i) => `export let a${i}=1;`).join("") + right,
    ],
    ["inputs that it freezes", right.replaceAll("=> (", "=> Object.freeze(x) && Object.seal(y) && (")],
    ["nine hundred nested brackets of a type", `type A = ${"(".repeat(900)}1${")".repeat(900)};\n${right}`],
    [
      "prints that would steer a terminal",
      `console.log("\\u001b[2J\\u202e\\r::error::x\\u2028##[e");\n${right}`,
    ],
  ])("%s", async (_, source) => expect(await judge(source)).toMatchObject({ status: "pass", score: 20 }));
});

describe("gets no point, and the reason:", () => {
  it.each<[string, string, string, RegExp]>([
    [
      "a field named __proto__",
      body('return JSON.parse(`{"__proto__":{"a":1}}`)'),
      "wrong-type",
      /an object/,
    ],
    [
      "a field with control characters",
      body('return { "\\u001b[31m\\n::error::": 1 }'),
      "wrong-type",
      /an object/,
    ],
    ["a field of spaces", body('return { " a": 1 }'), "wrong-type", /an object/],
    [
      "3,600 long fields in records",
      body(`const make = (d: number): any => {
        const r: any = {}; for (let i = 0; i < 60; i++) r["f".repeat(60) + i] = d > 0 ? make(d - 1) : i; return r;
      }; return make(1)`),
      "wrong-type",
      /an object/,
    ],
    ["400,000 empty lists", body("return Array.from({ length: 400000 }, () => [])"), "wrong-type", /matrix/],
    ["a list with holes", body("const a: any[] = []; a[5] = 1; return a"), "wrong-type", /list of 6/],
    [
      "a list of four billion holes",
      body("const a: any[] = []; a[4294967293] = 1; return a"),
      "wrong-type",
      /too large/,
    ],
    ["an error whose getters throw", body("throw { get message() { throw 1 } }"), "threw", /cannot be read/],
    [
      "a stack that lies",
      body('const e = new Error("x"); e.stack = "submission.ts:0:9999999"; throw e'),
      "threw",
      /x/,
    ],
    ["top-level await", `const z = await 1;\n${right}`, "syntax-error", /leave await out/],
    ["JSX", `const e = <div>hi</div>;\n${right}`, "syntax-error", /./],
    ["the same export twice", right + right, "syntax-error", /Multiple exports/],
    [
      "an export that throws when it is read",
      `Object.defineProperty(exports, "mseLossDw", { enumerable: true, get() { throw new Error("no") } });`,
      "threw",
      /no/,
    ],
    ["nothing but spaces", "  \n\n ", "missing-function", /^The file is empty\. `git checkout`/],
    [
      "a default export",
      `export default ${parameters} => ${dw};`,
      "missing-function",
      /exported as default: write `export function mseLossDw`/,
    ],
    [
      "thousands of nested lists",
      `export const a = ${"[".repeat(30_000)}${"]".repeat(30_000)};`,
      "syntax-error",
      /./,
    ],
  ])("%s", async (_, source, code, message) => {
    const { status, score, checks } = await judge(source);
    expect([status, score]).toEqual(["fail", 0]);
    expect(checks[0]!.finding).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

it("gives points by function: right answers on some inputs only are none", async () => {
  const quarters = "[...x, ...y, w, b].every((v) => (v * 4) % 1 === 0)";
  const partly = right.replace(dw, `${quarters} ? ${dw} : 0`);
  const { checks } = await judge(partly);
  expect(checks.filter(({ points }) => points > 0).every((check) => check.function === "mseLossDb")).toBe(
    true,
  );
});

it("names the export that is nearest to the one that is missing", async () => {
  const { checks } = await judge(right.replace("mseLossDw", "mselossdw").replace("mseLossDb", "mse_loss_db"));
  const messages = checks.flatMap(({ finding }) => finding?.message ?? []);
  expect(messages).toEqual([
    "The file does not export mseLossDw; you export mselossdw: write the name as the task does.",
    "The file does not export mseLossDb; you export mse_loss_db: write the name as the task does.",
  ]);
});

const NOTHING = "The file does not export the function mseLossDw. It exports nothing.";

describe("a function that is there, but not exported, is told so", () => {
  const dwOf = (head: string): string => right.replace(/export (?=(function|const) mseLossDw)/, head);

  it.each([
    [
      "without export",
      dwOf(""),
      /^mseLossDw is there, without `export`: write `export (function|const) mseLossDw`\.$/,
    ],
    [
      "as default",
      "export default function mseLossDw() {}",
      /^mseLossDw is exported as default: write `export function mseLossDw`, without `default`\.$/,
    ],
    [
      "as default, by name",
      "const mseLossDw = () => 1;\nexport default mseLossDw;",
      /^mseLossDw is exported as default: write `export const mseLossDw`/,
    ],
    [
      "as a default without a name",
      "export default function () {}",
      /^What the file exports is exported as default: write `export function mseLossDw`, without `default`\.$/,
    ],
    ["async", "async  function mseLossDw() {}\nexport const a = 1;", /^mseLossDw is there, without `export`/],
  ])("%s", async (_, source, message) => {
    const { checks } = await judge(source);
    expect(checks[0]!.finding).toMatchObject({
      code: "missing-function",
      message: expect.stringMatching(message),
    });
  });

  it.each([
    [
      "in a comment",
      "/* function mseLossDw() {}\nfunction mseLossDw() {} */ // function mseLossDw() {}\n",
      NOTHING,
    ],
    ["in a string", "const a = `\nfunction mseLossDw() {}`; const b = 'function mseLossDw';", NOTHING],
    [
      "in another function",
      "function a() {\n  function mseLossDw() {}\n}",
      "mseLossDw stands inside a: is a } missing",
    ],
    [
      "under a longer name",
      "function mseLossDwOf() {}",
      "The file does not export mseLossDw; it has mseLossDwOf.",
    ],
    ["after 60,000 line ends", `${"\n".repeat(60_000)}// nothing`, NOTHING],
  ])("and one that is only %s for what it is", async (_, source, says) => {
    const { checks } = await judge(source);
    expect(checks[0]!.finding?.message).toContain(says);
  });
});

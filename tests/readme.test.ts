import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root, run } from "./cli/run.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "chainrule-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The model answer with the README's wrong line in place of its first return. */
const wrong = readFileSync(join(root, "solutions/ex10-mse-gradients.ts"), "utf8").replace(
  /return [^;]*;/,
  "return -2 * sum;",
);

it("shows in the README the finding that a student reads, word for word", () => {
  const file = join(folder, "answer.ts");
  writeFileSync(file, wrong);
  const { stdout } = run(["grade", "ex10", "--file", file, "--seed", "7"]);
  const shown = readme.slice(readme.indexOf("    At x = "), readme.indexOf("    Read    site/"));
  const lines = shown.split("\n").map((line) => line.replace(/^ {4}/, ""));
  expect(lines.length).toBeGreaterThan(6);
  expect(stdout).toContain(lines.join("\n").trimEnd());
});

it("names only commands that package.json has", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
  const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map((match) => match[1] as string);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

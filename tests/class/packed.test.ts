/** A course of one's own, made as CLASSROOM.md says: the packed course is installed in a folder outside of it. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { npm as calledNpm, hasRegistry, registryNote } from "./npm.ts";

const root = resolve(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
/** It builds nothing while other tests use what is built. */
const quietly = {
  npm_config_ignore_scripts: "true",
  npm_config_prefer_offline: "true",
  npm_config_audit: "false",
  npm_config_fund: "false",
};
const npm = (args: readonly string[], cwd: string) => calledNpm(args, cwd, quietly);

describe.skipIf(!hasRegistry)(`the packed course${registryNote}`, () => {
  let folder = "";
  let course = "";
  const said: string[] = [];

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "chainrule-packed-")));
    course = join(folder, "my-course");
    const section = /^## A course of your own\n[\s\S]*?^```sh\n([\s\S]*?)^```$/m.exec(
      readFileSync(join(root, "CLASSROOM.md"), "utf8"),
    );
    const lines = (section?.[1] ?? "").trim().split("\n");
    expect(lines).toContain(`npm install ../chainrule-${version}.tgz`);
    let cwd = root;
    for (const line of lines) {
      const [first = "", ...rest] = line
        .replaceAll("../", `${folder}/`)
        .replace(/ \.\.$/, ` ${folder}`)
        .split(" ");
      if (first === "cd") {
        cwd = rest.join(" ");
        continue;
      }
      const { status, stdout, stderr } = npm(rest, cwd);
      expect(status, `${line}\n${stdout}\n${stderr}`).toBe(0);
      said.push(stdout);
    }
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("holds what a folder needs, and neither tests nor built pages", () => {
    const packed = join(course, "node_modules", "chainrule");
    const names = readdirSync(packed);
    for (const name of ["dist", "exercises", "grader", "reference", "site", "solutions"])
      expect(names).toContain(name);
    expect(names).not.toContain("tests");
    expect(existsSync(join(packed, "site", "dist"))).toBe(false);
  });

  test("takes a new exercise into the folder that the config names", () => {
    expect(said.at(-1)).toContain("wrote my-exercises/ex74-softsign/exercise.ts");
    rmSync(join(course, "my-exercises"), { recursive: true });
  });

  test("checks, grades and hands out an exercise that lies there, by what is installed alone", () => {
    cpSync(join(root, "tests/fixtures/own-course"), course, { recursive: true });
    expect(npm(["run", "--silent", "stubs"], course).stdout).toContain("2 written");
    const checked = npm(["run", "--silent", "check"], course);
    expect(checked.stdout, checked.stderr).toBe("1 passed, 0 failed\n");
    const answer = ["--file", "my-exercises/solutions/ex74-cube.ts", "--json"];
    const graded = npm(["run", "--silent", "grade", "cube", "--", ...answer], course);
    expect(JSON.parse(graded.stdout), graded.stderr).toMatchObject({ status: "pass", score: 30 });
    const made = npm(["run", "--silent", "classroom", "--", "template", "../week-1"], course);
    expect(made.stdout, made.stderr).toContain("4 exercises (ex01, ex09, ex10, ex74)");
  }, 240_000);

  test("has types for the exercises of the folder, and the formatter's rules", () => {
    const typed = npm(["exec", "--", "tsc", "-p", "."], course);
    expect([typed.status, typed.stdout]).toEqual([0, ""]);
    const file = join(course, "my-exercises/ex74-cube/exercise.ts");
    writeFileSync(file, readFileSync(file, "utf8").replace('scalar("any number")', "scalar(7)"));
    expect(npm(["exec", "--", "tsc", "-p", "."], course).stdout).toContain("ex74-cube/exercise.ts(");
    expect(npm(["run", "--silent", "format"], course).status).toBe(0);
  }, 120_000);
});

/** Every command in CLASSROOM.md, run one after the other as an instructor would, in a course of its own. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownFolderFiles } from "../../grader/class/own-folder.ts";
import { program, right, root, wrong } from "../cli/run.ts";

const text = readFileSync(join(root, "CLASSROOM.md"), "utf8");

/** Files that the text shows, by path: fenced blocks with a name. */
const files = [...text.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, , path, content]) => [path!, content!] as const,
);

/** Blocks of commands: indented by four spaces, or by six within a list. */
const blocks = text
  .replace(/^```[\s\S]*?^```$/gm, "")
  .split(/\n(?! {4,})/)
  .map((part) =>
    part
      .split("\n")
      .filter((line) => /^ {4,}\S/.test(line))
      .map((line) => line.trim()),
  )
  .filter((lines) => lines.length > 0);

/** The course without what no command needs; `node_modules` is what `npm ci` would install. */
function sandbox(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "chainrule-classroom-")));
  const course = join(folder, "course");
  for (const path of [
    "dist",
    "exercises",
    "solutions",
    "reference",
    "site/derivations",
    "site/pages",
    "package.json",
    "package-lock.json",
  ])
    cpSync(join(root, path), join(course, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(course, "node_modules"));
  for (const [path, content] of files)
    if (path.startsWith("../")) {
      mkdirSync(dirname(resolve(course, path)), { recursive: true });
      writeFileSync(resolve(course, path), content);
    }
  return folder;
}

describe.skipIf(process.platform === "win32")("CLASSROOM.md", () => {
  let folder = "";
  let env: NodeJS.ProcessEnv = {};
  const sh = (line: string, cwd: string) =>
    spawnSync("bash", ["-c", line], { cwd, env, encoding: "utf8", timeout: 120_000 });

  beforeAll(() => {
    folder = sandbox();
    // A server that has the students' repositories, and somebody who commits.
    env = {
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(npm_|GITHUB_|VITEST|NODE_ENV)/.test(name)),
      ),
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_COUNT: "3",
      GIT_CONFIG_KEY_0: `url.${folder}/remotes/.insteadOf`,
      GIT_CONFIG_VALUE_0: "https://github.com/my-class/",
      GIT_CONFIG_KEY_1: "user.name",
      GIT_CONFIG_VALUE_1: "Ada",
      GIT_CONFIG_KEY_2: "user.email",
      GIT_CONFIG_VALUE_2: "ada@example.org",
    };
    for (const [login, answer] of [
      ["ada", right],
      ["emmy", wrong],
    ] as const) {
      const at = join(folder, "remotes", `week-2-${login}`);
      const own = join(at, "exercises", "ex10-mse-gradients");
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, "mse-gradients.ts"), answer);
      const made = sh("git init -q && git add . && git commit -q -m work", at);
      expect(made.status, made.stderr).toBe(0);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("has commands to run", () => {
    expect(blocks.flat().length).toBeGreaterThan(25);
    expect(files.map(([path]) => path)).toEqual([
      "run_autograder",
      "../roster.csv",
      "../policy.json",
      "../times.csv",
      "../extensions.csv",
      "../overrides.csv",
      "../comments/ada/ex10.md",
    ]);
  });

  // In the order of the text: one makes what the next one uses.
  test.each(blocks.map((lines, i) => [i + 1, lines] as const))(
    "block %i works: %j",
    (_, lines) => {
      let cwd = join(folder, "course");
      for (const line of lines) {
        if (line.startsWith("cd ")) {
          cwd = resolve(cwd, line.slice("cd ".length));
          expect(existsSync(cwd), line).toBe(true);
          continue;
        }
        const { status, stdout, stderr } = sh(runnable(line), cwd);
        // A stub falls short, and that is an answer; whatever else ends with 1 did not do what the text says.
        const isGrade = /^npm run (?:--silent )?grade/.test(line);
        expect(isGrade ? [0, 1] : [0], `${line}\n${stdout}\n${stderr}`).toContain(status);
      }
    },
    240_000,
  );

  test("leaves a report without the student who was erased", () => {
    const results = readFileSync(join(folder, "course", "report", "results.json"), "utf8");
    expect(results).toContain("week-2-ada");
    expect(results).not.toMatch(/emmy/i);
  });

  test("shows an autograder for Gradescope that takes the files of stubs and no links", () => {
    const [, content = ""] = files.find(([path]) => path === "run_autograder") ?? [];
    const place = join(folder, "autograder");
    for (const name of ["source", "submission", "results"]) mkdirSync(join(place, name), { recursive: true });
    const made = spawnSync(
      process.execPath,
      [program, "classroom", "template", join(place, "source", "week-2"), "--exercises", "ex09,ex10"],
      { encoding: "utf8" },
    );
    expect(made.status, made.stderr).toBe(0);
    symlinkSync(join(root, "node_modules"), join(place, "source", "week-2", "node_modules"));
    writeFileSync(join(place, "submission", "mse-gradients.ts"), right);
    writeFileSync(join(place, "submission", "package.json"), "{ not mine");
    symlinkSync("/etc/hostname", join(place, "submission", "mse.ts"));
    const script = join(place, "run_autograder");
    writeFileSync(script, content.replaceAll("/autograder/", `${place}/`));
    chmodSync(script, 0o755);
    const { status, stderr } = sh(script, place);
    expect(status, stderr).toBe(0);
    const { score } = JSON.parse(readFileSync(join(place, "results", "results.json"), "utf8"));
    expect(score).toBe(20);
  });

  test("names only commands and folders that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    // "Commands are those of this page, run there": in the folder of a course of one's own, too.
    const own = JSON.parse(ownFolderFiles().get("package.json") ?? "") as { scripts: object };
    for (const [, name] of text.matchAll(/npm run (?:--silent )?([a-z]+)/g)) {
      expect(Object.keys(scripts)).toContain(name);
      expect(Object.keys(own.scripts)).toContain(name);
    }
    expect(existsSync(join(root, "grader/class/results.schema.json"))).toBe(true);
  });
});

/** The machine that tests run on may have no bubblewrap; and nothing is fetched where the packages are here already. */
function runnable(line: string): string {
  if (line === "npm ci") return `ln -s '${join(root, "node_modules")}' node_modules`;
  return /^npm run report|--official/.test(line) ? `${line} --allow-weak-box` : line;
}

import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { expectValid } from "../sound.ts";
import { folder, right, root, run, wrong } from "./run.ts";

const here = folder();
afterAll(here.remove);
const rightFile = here.file("right.ts", right);
const wrongFile = here.file("wrong.ts", wrong);

/** Two boards of the whole course, on a machine that does other work. */
const BOARDS = 240_000;

describe("grade", () => {
  test("passes a right answer with 0 and a wrong one with 1", () => {
    expect(run(["grade", "ex10", "--file", rightFile]).code).toBe(0);
    const { code, stdout, stderr } = run(["grade", "ex10", "--file", wrongFile]);
    expect(stdout).toContain("WRONG GRADIENT");
    expect(stdout).toContain("npm run hint ex10");
    expect(stderr).toBe("");
    expect(code).toBe(1);
  });

  test.each(["ex10", "10", "EX10", "ex10-mse-gradients", "mse-gradients", "exercises/ex10-mse-gradients/"])(
    "knows its exercise as %s",
    (name) => {
      expect(run(["grade", name, "--file", rightFile]).stdout).toMatch(/^ex10-mse-gradients /);
    },
  );

  test("prints one JSON object that the schema describes, and nothing else", () => {
    for (const file of [rightFile, wrongFile]) {
      const { stdout, stderr } = run(["grade", "ex10", "--json", "--file", file]);
      expect(stdout.trimEnd()).not.toContain("\n");
      expectValid(JSON.parse(stdout));
      expect(stderr).toBe("");
    }
  });

  test("replays a seed byte for byte, but for the time it took", () => {
    const once = (): unknown => {
      const { stdout } = run(["grade", "ex10", "--json", "--seed", "7", "--file", wrongFile]);
      return stdout.replace(/"durationMs":[\d.]+/, "");
    };
    expect(once()).toBe(once());
  });

  test("names the file in the command that replays a finding", () => {
    expect(run(["grade", "ex10", "--seed", "7", "--file", wrongFile]).stdout).toContain(
      `npm run grade ex10 -- --seed 7 --file "${wrongFile}"`,
    );
  });

  test("names a file so that a shell runs nothing of its name", () => {
    const file = here.file('a $(id) `id` "b.ts', wrong);
    const { stdout } = run(["grade", "ex10", "--json", "--file", file]);
    expect(stdout).toContain(JSON.stringify('/a \\$(id) \\`id\\` \\"b.ts"').slice(1, -1));
  });

  test("draws a seed and prints it where none is given", () => {
    expect(run(["grade", "ex10", "--file", rightFile]).stdout).toMatch(/seed \d{1,6}\n/);
  });

  test("takes --official only where the box is strong, or when told to", () => {
    const { code, stdout, stderr } = run(["grade", "ex10", "--official", "--file", rightFile]);
    if (code === 2) expect(stderr).toMatch(/--allow-weak-box/);
    else expect(stdout).toContain("20 of 20");
    expect(run(["grade", "ex10", "--official", "--allow-weak-box", "--file", rightFile]).code).toBe(0);
  });

  test("prints the format that --ci names", () => {
    const { stdout } = run(["grade", "ex10", "--ci", "gradescope", "--file", rightFile]);
    expect(JSON.parse(stdout)).toMatchObject({ score: 20 });
  });

  test("survives a reader that closes the pipe", () => {
    const command = `"${process.execPath}" dist/chainrule.js demo 2>&1 | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { execFileSync } = process.getBuiltinModule("node:child_process");
    expect(execFileSync("bash", ["-c", command], { cwd: root, encoding: "utf8" })).not.toMatch(/EPIPE|Error/);
  });

  test.skipIf(!existsSync("/dev/full"))("does not end with 0 where the verdict could not be written", () => {
    const command = `"${process.execPath}" dist/chainrule.js grade ex10 --json --file "${rightFile}" > /dev/full; echo $?`;
    const { execFileSync } = process.getBuiltinModule("node:child_process");
    expect(execFileSync("sh", ["-c", command], { cwd: root, encoding: "utf8" })).toBe("3\n");
  });

  test("shows colours only where they are wanted", () => {
    const colored = (env: Record<string, string>): boolean =>
      run(["grade", "ex10", "--file", rightFile], { env }).stdout.includes("\u001b[");
    expect([{}, { FORCE_COLOR: "1" }, { FORCE_COLOR: "1", NO_COLOR: "1" }].map(colored)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("started by npm", () => {
  const npm = { npm_lifecycle_event: "grade", INIT_CWD: here.path };

  test("finds the file from the folder that the user is in", () => {
    expect(run(["grade", "ex10", "--file", "right.ts"], { env: npm }).code).toBe(0);
  });

  test("does what was meant by flags that npm kept for itself", () => {
    const kept = { ...npm, npm_config_json: "true", npm_config_seed: "true", npm_config_file: "true" };
    const { stdout } = run(["grade", "ex10", "7", "right.ts"], { env: kept });
    expect(JSON.parse(stdout)).toMatchObject({ seed: 7, status: "pass" });
  });

  test("asks for -- where the value of a flag is lost", () => {
    const { code, stderr } = run(["grade", "ex10"], { env: { ...npm, npm_config_seed: "true" } });
    expect(stderr).toMatch(/--seed: npm kept its value; write `npm run grade -- ex10 --seed …`/);
    expect(code).toBe(2);
  });

  test("leaves alone what other commands of npm set", () => {
    const other = { npm_lifecycle_event: "test", npm_config_json: "true", INIT_CWD: "/" };
    expect(run(["grade", "ex10", "--file", rightFile], { env: other }).stdout).toMatch(/^ex10/);
  });
});

describe("a student's copy, without solutions", () => {
  const copy = folder();
  afterAll(copy.remove);
  const course = copy.course();
  const stub = join(course, "exercises/ex10-mse-gradients/mse-gradients.ts");

  test("is found from any folder inside it", () => {
    writeFileSync(stub, right);
    const { code, stdout } = run(["grade", "ex10"], { cwd: join(course, "exercises/ex10-mse-gradients") });
    expect(stdout).toContain("exercises/ex10-mse-gradients/mse-gradients.ts\n");
    expect(code).toBe(0);
  });

  test(
    "has a board with a state for each exercise, the score, and what to do next",
    () => {
      writeFileSync(stub, right);
      const { code, stdout, stderr } = run(["grade", "--seed", "7"], { cwd: course });
      expect(stdout).toMatch(/ex10 {2}Gradients of the mean squared error +pass +20 of 20\n/);
      // Which exercise comes next is the course's business; the mark and the last line agree on it.
      const next = /\n> (ex\d\d) .* not started +0 of \d+\n/.exec(stdout)?.[1];
      expect(next).toBeDefined();
      expect(stdout).toMatch(/Score {3}20 of \d+ +1 of \d+ passed, seed 7\n/);
      expect(stdout.endsWith(`\nNext    npm run grade ${next}\n`)).toBe(true);
      expect(stderr).toBe("");
      expect(code).toBe(1);
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    },
    BOARDS,
  );

  test(
    "has a board where one file is missing, on which that exercise earns nothing of all it is worth",
    () => {
      rmSync(stub);
      const { code, stdout, stderr } = run(["grade", "--json"], { cwd: course });
      const { schema: name, verdicts } = JSON.parse(stdout) as {
        schema: string;
        verdicts: { exercise: string; score: number; maxScore: number }[];
      };
      expect(name).toBe("chainrule/board@1");
      const missing = verdicts.find(({ exercise }) => exercise === "ex10-mse-gradients");
      expect([missing?.score, missing?.maxScore]).toEqual([0, 20]);
      for (const verdict of verdicts) expectValid(verdict);
      expect(stderr).toMatch(/ex10: not graded\. .*`git checkout -- .*` brings the stub back\n/);
      expect(code).toBe(1);
      const page = run(["grade", "--seed", "7"], { cwd: course, env: { COLUMNS: "40" } }).stdout;
      expect(page).toMatch(/ex10 .*no verdict +0 of 20\n/);
      for (const line of page.split("\n")) expect(line.length).toBeLessThanOrEqual(40);
      writeFileSync(stub, right);
    },
    BOARDS,
  );

  test("hands in nothing that lies behind a symbolic link", () => {
    const exercise = join(course, "exercises/ex10-mse-gradients");
    const elsewhere = join(course, "somebody-else");
    renameSync(exercise, elsewhere);
    symlinkSync(elsewhere, exercise);
    const { code, stdout, stderr } = run(["grade", "ex10"], { cwd: course });
    rmSync(exercise);
    renameSync(elsewhere, exercise);
    expect(stderr).toMatch(/mse-gradients\.ts: lies behind a symbolic link; .*\n$/);
    expect([code, stdout]).toEqual([2, ""]);
  });

  test("gets its hints one at a time, and again, and from the start", () => {
    const hint = (...args: string[]): string => run(["hint", "ex10", ...args], { cwd: course }).stdout;
    expect(hint()).toContain("Hint 1 of 3");
    expect(hint()).toContain("Hint 2 of 3");
    expect(hint("--again")).toMatch(/Hint 1 of 3[\s\S]*Hint 2 of 3/);
    expect(hint()).toContain("Hint 3 of 3");
    expect(hint()).toMatch(/Hint 1 of 3[\s\S]*Hint 3 of 3[\s\S]*all the hints there are/);
    expect(hint("--reset")).toContain("Hint 1 of 3");
  });

  test("heals a state of hints that means nothing", () => {
    const state = copy.file(".chainrule/hints.json", '{"ex10-mse-gradients": -4, "x"');
    expect(run(["hint", "ex10"], { cwd: course }).stdout).toContain("Hint 1 of 3");
    expect(JSON.parse(readFileSync(state, "utf8"))).toEqual({ "ex10-mse-gradients": 1 });
  });

  test("shows the demo: a stub, a wrong answer, a right one", () => {
    const { code, stdout } = run(["demo"], { cwd: course });
    expect(stdout).toMatch(/NOT IMPLEMENTED[\s\S]*WRONG GRADIENT[\s\S]*Score {3}20 of 20/);
    expect(code).toBe(0);
  });
});

test("doctor says that grading works here, and which layers the box has", () => {
  const { code, stdout } = run(["doctor"]);
  expect(stdout).toMatch(/yes {2}esbuild/);
  expect(stdout).toMatch(/yes {2}a trial/);
  expect(stdout).toMatch(/bubblewrap/);
  expect(stdout).toContain("Grading works here");
  expect(code).toBe(0);
});

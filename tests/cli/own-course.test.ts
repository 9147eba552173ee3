/** A course of one's own in a folder outside: the commands take its exercises for the course's own. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, program, root, run } from "./run.ts";

const place = folder("chainrule-own-");
const home = join(place.path, "my course");
const config = join(home, "chainrule.config.json");
const own = (...args: string[]) => run(args, { cwd: home, env: { CHAINRULE_CONFIG: config } });
const textOf = (file: string): string => readFileSync(join(home, file), "utf8");

beforeAll(() => {
  cpSync(join(root, "tests/fixtures/own-course"), home, { recursive: true });
  own("stubs");
});
afterAll(() => place.remove());

describe("a course of one's own", { timeout: 200_000 }, () => {
  test("has stubs and tasks, which are written where the exercise lies", () => {
    expect(textOf("my-exercises/ex74-cube/cube.ts")).toContain("not implemented: cubePrime");
    expect(textOf("my-exercises/ex74-cube/README.md")).toContain("The cube and its slope");
    expect(own("stubs", "--check").stdout).toContain("0 written, 2 as they were, 0 refused");
  });

  test("shows on its board what is included and its own, and no more", () => {
    const { stdout, stderr } = own("grade", "--json", "--seed", "1");
    const { verdicts } = JSON.parse(stdout) as { verdicts: { exercise: string; maxScore: number }[] };
    expect(verdicts.map(({ exercise, maxScore }) => [exercise, maxScore])).toEqual([
      ["ex01-elementary-functions", 15],
      ["ex09-mse", 20],
      ["ex10-mse-gradients", 20],
      ["ex74-cube", 30],
    ]);
    expect(stderr).toBe("");
  });

  test("grades its own exercise, with its mistakes", () => {
    const right = own("grade", "ex74", "--file", "my-exercises/solutions/ex74-cube.ts", "--json");
    expect(JSON.parse(right.stdout)).toMatchObject({ status: "pass", score: 30 });
    const wrong = textOf("my-exercises/solutions/ex74-cube.ts").replace("3 * z * z", "z * z");
    const file = place.file("wrong.ts", wrong);
    const { stdout } = own("grade", "cube", "--file", file);
    expect(stdout).toContain("The factor 3 is missing.");
    expect(stdout).toContain("cube.md");
  });

  test("names what it leaves out as what is not there", () => {
    const { code, stderr } = own("grade", "ex02");
    expect(code).toBe(2);
    expect(stderr).toContain('"ex02": no such exercise');
    expect(own("grade", "d12").stderr).toContain('"d12": no such exercise');
  });

  test("checks its own exercises, tools included, and says where they lie", () => {
    expect(own("check").stdout).toBe("1 passed, 0 failed\n");
    const file = "my-exercises/ex74-cube/exercise.ts";
    const before = textOf(file);
    writeFileSync(
      join(home, file),
      before
        .replace("minutes: 10", "minutes: 0")
        .replace('from "chainrule/numbers"', 'from "chainrule/number"'),
    );
    const broken = own("check", "--no-tools").stdout;
    expect(broken).toMatch(
      /^my-exercises\/ex74-cube\/exercise\.ts: does not load: exercise\.ts:2: chainrule\/number:/,
    );
    // The others do not suffer from it.
    expect(own("grade", "ex10").stdout).toContain("NOT IMPLEMENTED");
    writeFileSync(join(home, file), before.replace("minutes: 10", "minutes: 0"));
    expect(own("check", "ex74", "--no-tools").stdout).toContain(`${file}: minutes are 0`);
    writeFileSync(join(home, file), before);
  });

  test("takes a new exercise into its folder, which imports the form by its name", () => {
    const { stdout, code } = own("new", "ex100-softsign");
    expect(code).toBe(0);
    expect(stdout).toContain("wrote my-exercises/ex100-softsign/exercise.ts\n");
    expect(stdout).toContain("wrote my-exercises/derivations/softsign.md\n");
    expect(textOf("my-exercises/ex100-softsign/exercise.ts")).toContain('from "chainrule/form"');
    expect(existsSync(join(root, "exercises/ex100-softsign"))).toBe(false);
    expect(own("new", "ex10-softer").stderr).toContain("ex10 is taken by exercises/ex10-mse-gradients");
    rmSync(join(home, "my-exercises/ex100-softsign"), { recursive: true });
    rmSync(join(home, "my-exercises/solutions/ex100-softsign.ts"));
    rmSync(join(home, "my-exercises/derivations/softsign.md"));
  });

  test("makes repositories with its exercises, derivations, points and due dates, and no solution", () => {
    const out = join(place.path, "students");
    expect(own("classroom", "template", out).stdout).toContain("4 exercises (ex01, ex09, ex10, ex74)");
    expect(readdirSync(join(out, "exercises", "ex74-cube")).sort()).toEqual(["README.md", "cube.ts"]);
    expect(readFileSync(join(out, "site/derivations/cube.md"), "utf8")).toContain("# The cube and its slope");
    const readme = readFileSync(join(out, "README.md"), "utf8");
    expect(readme).toContain("`exercises/ex74-cube/cube.ts` | 30 | 2026-12-01 |");
    expect(readme).toContain("`exercises/ex10-mse-gradients/mse-gradients.ts` | 20 | 2026-12-08T18:00 |");
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    expect(texts.filter((text) => text.includes("return 3 * z * z"))).toEqual([]);
    expect(texts.filter((text) => text.includes(place.path))).toEqual([]);
    // A config in there changes nothing: a student's repository takes its course from its grader alone.
    writeFileSync(join(out, "chainrule.config.json"), '{ "exclude": ["ex74"], "nonsense": 1 }');
    symlinkSync(join(root, "node_modules"), join(out, "node_modules"), "junction");
    const { stdout, stderr } = run(["grade", "ex74"], {
      cwd: out,
      program: join(out, "grader/chainrule.js"),
    });
    expect(stdout).toContain("NOT IMPLEMENTED");
    expect(stderr).toBe("");
  });

  test("grades a class by its own course, whatever submissions bring along", () => {
    const submissions = join(place.path, "submissions");
    const ada = join(submissions, "ada");
    mkdirSync(join(ada, "exercises/ex74-cube"), { recursive: true });
    cpSync(join(home, "my-exercises/solutions/ex74-cube.ts"), join(ada, "exercises/ex74-cube/cube.ts"));
    writeFileSync(join(ada, "chainrule.config.json"), '{ "exclude": ["ex01", "ex09", "ex10"] }');
    const report = (cwd: string, out: string, env: Readonly<Record<string, string>>) =>
      run(["report", submissions, "--seed", "3", "--out", out, "--allow-weak-box", "--json"], { cwd, env });
    const { stdout, stderr } = report(home, join(place.path, "report"), { CHAINRULE_CONFIG: config });
    const results = JSON.parse(stdout) as {
      exercises: { slug: string; points: number }[];
      students: { exercises: { slug: string; score?: number }[] }[];
    };
    expect(
      results.exercises.map(({ slug }) => slug),
      stderr,
    ).toEqual(["ex01-elementary-functions", "ex09-mse", "ex10-mse-gradients", "ex74-cube"]);
    expect(JSON.stringify(results.students[0]?.exercises.at(-1))).toContain('"score":30');
    // From a student's folder, the course is still the instructor's, and the planted config is named.
    const there = run(["grade", "ex01", "--official", "--allow-weak-box"], { cwd: ada });
    expect(there.stderr).toContain(`${join(ada, "chainrule.config.json")} is not used`);
    expect(there.stderr).not.toContain("no such exercise");
  });

  test("says what is wrong with its config in one line, before anything else", () => {
    const before = textOf("chainrule.config.json");
    writeFileSync(config, before.replace('"exclude"', '"exlude"'));
    const { code, stdout, stderr } = own("grade", "ex10");
    expect([code, stdout, stderr]).toEqual([
      2,
      "",
      'chainrule.config.json: "exlude" is no key; did you mean "exclude"?\n',
    ]);
    writeFileSync(config, before);
  });

  test("leaves the course itself as it is", () => {
    const { stdout } = run(["grade", "cube"], { program });
    expect(stdout).toBe("");
    expect(run(["grade", "ex02"]).stdout).toContain("NOT IMPLEMENTED");
  });
});

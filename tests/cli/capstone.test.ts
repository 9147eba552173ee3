/** `npm run capstone`: the student's own functions at real work, with the course's where one is not finished. */
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { capstones } from "../../grader/capstone/capstones.ts";
import { slugOf } from "../judge/course.ts";
import { shareOf } from "../share.ts";
import { folder, root, run } from "./run.ts";

const made: { remove: () => void }[] = [];
afterAll(() => {
  for (const { remove } of made) remove();
});

const solutionOf = (id: string): string => readFileSync(join(root, "solutions", `${slugOf(id)}.ts`), "utf8");

/** A student's repository: stubs, with these answers. */
function course(answers: Readonly<Record<string, string>> = {}): string {
  const place = folder();
  made.push(place);
  const path = place.course();
  for (const [id, text] of Object.entries(answers)) {
    const slug = slugOf(id);
    place.file(`exercises/${slug}/${slug.replace(/^ex\d+-/, "")}.ts`, text);
  }
  return path;
}

let untouched: string | undefined;
/** One with stubs alone, made once: a capstone writes nothing. */
const stubs = (): string => {
  untouched ??= course();
  return untouched;
};

const allOf = (unit: number): Record<string, string> =>
  Object.fromEntries(
    capstones.find((one) => one.unit === unit)!.uses.map(({ exercise }) => [exercise, solutionOf(exercise)]),
  );
const capstone = (cwd: string, ...args: string[]) => run(["capstone", ...args], { cwd });
/** What is shown, without the heading and who does it: the first two paragraphs. */
const picturesIn = (stdout: string): string => stdout.split("\n\n").slice(2).join("\n\n");
const SEED = "7";
console.log(`capstones: seed ${SEED}`);

describe("a capstone", () => {
  test.each(shareOf(capstones, 2).map(({ unit }) => unit))(
    "of unit %i runs the student's functions, and draws the same with stubs, whose stand-ins it names",
    (unit) => {
      const own = capstone(course(allOf(unit)), `${unit}`, "--seed", SEED);
      expect([own.code, own.stderr]).toEqual([0, ""]);
      expect(own.stdout).not.toMatch(/stands? in/);
      const bare = capstone(stubs(), `${unit}`, "--seed", SEED);
      expect([bare.code, bare.stderr]).toEqual([0, ""]);
      expect(bare.stdout).not.toContain("written by you");
      const said = bare.stdout.replace(/\s+/g, " ");
      for (const { exercise, functions } of capstones.find((one) => one.unit === unit)!.uses) {
        expect(own.stdout).toMatch(new RegExp(`^  ${exercise}  ${functions[0]}`, "m"));
        expect(said).toMatch(
          new RegExp(`${exercise} is not started: the course's own ${functions[0]}.*? stands? in\\.`),
        );
      }
      for (const line of `${own.stdout}${bare.stdout}`.split("\n"))
        expect(line.length).toBeLessThanOrEqual(80);
      // Printed digits of both agree: they are the right values of the same functions. Residues of size 1e-9 do not.
      const settled = (text: string): string => picturesIn(text).replace(/-?\d\.\de-\d+/g, "small");
      expect(settled(bare.stdout)).toBe(settled(own.stdout));
      expect(settled(own.stdout).length).toBeGreaterThan(1000);
    },
    120_000,
  );

  test("takes the course's own for one wrong function, and the student's for the rest", () => {
    const wrong = solutionOf("ex11").replaceAll("learningRate *", "2 * learningRate *");
    expect(wrong).not.toBe(solutionOf("ex11"));
    const { code, stdout } = capstone(course({ ...allOf(2), ex11: wrong }), "2", "--seed", SEED);
    expect(code).toBe(0);
    expect(stdout).toContain("\nex11 is not finished: the course's own trainLine stands in.\n");
    expect(stdout.match(/stands? in/g)).toHaveLength(1);
    for (const id of ["ex09", "ex10", "ex13"]) expect(stdout).toMatch(new RegExp(`^  ${id}  `, "m"));
    expect(stdout).toMatch(/epoch 0, MSE [\d.]+ +epoch 2/);
  });

  test("comes to an end where a function does not, in the judge's eyes or at its work alone", () => {
    const always = "export function predictLine() { for (;;); }\nexport function mseLoss() { for (;;); }\n";
    const judged = capstone(course({ ...allOf(2), ex09: always }), "2", "--seed", SEED);
    expect(judged.code).toBe(0);
    expect(judged.stdout).toContain(
      "\nex09 does not come to an end: the course's own predictLine stands in.\n",
    );
    const late = solutionOf("ex09").replace(
      /(function predictLine\(.*\{)/,
      "$1 if (x.length > 100) for (;;);",
    );
    expect(late).not.toBe(solutionOf("ex09"));
    const { code, stdout } = capstone(course({ ...allOf(2), ex09: late }), "2", "--seed", SEED);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "ex09 gives up here, predictLine does not come to an end: the course's own predictLine stands in.",
    );
    expect(stdout).toMatch(/the normal equations +[\d.]+ /);
  }, 120_000);

  test("lets neither what functions print nor what they throw steer the terminal", () => {
    const loud = (more: string): string =>
      solutionOf("ex09").replace(
        /(function predictLine\(.*\{)/,
        `$1 console.log("\\u001b[2JOWNED\\n"); ${more}`,
      );
    const printing = capstone(course({ ...allOf(2), ex09: loud("") }), "2", "--seed", SEED);
    expect(printing.code).toBe(0);
    expect(printing.stdout).not.toMatch(/OWNED|stands? in/);
    expect(printing.stdout).toContain("What your functions print is left out here");
    const throwing = loud('if (x.length > 100) throw new Error("\\u001b]0;OWNED\\u0007\\u202eno");');
    const { code, stdout } = capstone(course({ ...allOf(2), ex09: throwing }), "2", "--seed", SEED);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ex09 gives up here, predictLine threw/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  }, 120_000);

  test("is read without colour and without Unicode", () => {
    const { code, stdout } = run(["capstone", "1", "--seed", SEED], { cwd: stubs(), env: { LANG: "C" } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\n -~]+$/);
  });

  test("gives the same for a seed, and something else for another, which it prints", () => {
    const path = course(allOf(2));
    const [a, b, c] = ["3", "3", "4"].map((seed) => capstone(path, "2", "--seed", seed).stdout);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
    expect(capstone(path, "2").stdout).toMatch(/^seed \d+$/m);
  }, 120_000);

  test.each([
    ["-x^2", /seed|leaves the picture/],
    ["ln(x)", /leaves the picture|level|still/],
    ["abs(x - 1)", /to and fro|level/],
    ["1/x", /steps/],
    ["x^4 - 3*x^2 + x", /the curve is level, at a minimum: x = (1\.1|-1\.3)/],
    ["5", /level already/],
    ["ln(-1 - x^2)", /has no value at nearly all places/],
  ])("takes the formula %s", (formula, says) => {
    const { code, stdout, stderr } = capstone(stubs(), "1", "--seed", SEED, "--formula", formula);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`formula ${formula}, seed ${SEED}`);
    expect(stdout.replace(/\s+/g, " ")).toMatch(says);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("lists the capstones where no unit is named", () => {
    const { code, stdout } = capstone(stubs());
    expect(code).toBe(0);
    for (const { unit, title } of capstones) expect(stdout).toContain(`  ${unit}  ${title}\n`);
  });

  test.each<[string[], RegExp]>([
    [["0"], /^capstone: a unit from 1 to 12 expected, got "0"; `npm run capstone` lists them\n$/],
    [["six"], /^capstone: a unit from 1 to 12 expected, got "six"/],
    [["1", "2"], /^capstone: "2" is one argument too many; leave it out\n$/],
    [["1", "--seed", "-1"], /^--seed: a whole number from 0/],
    [["2", "--formula", "x"], /^--formula: capstone 2 takes none; npm run capstone 1 -- --formula "/],
    [["1", "--formula", "2x"], /^--formula: a formula of x such as .* Before “x” a sign is missing/],
    [["2", "--with", "8"], /^--with: capstone 2 has nothing to set; leave it out\n$/],
    [["8", "--with", "5"], /^--with: hidden units of capstone 8, 2, 3, 4, 8 or 16, expected; got "5"\n$/],
    [["1", "--colour"], /^unknown option '--colour'; `npm run capstone -- --help` lists/],
  ])("refuses %j in one line", (args, says) => {
    const { code, stdout, stderr } = capstone(stubs(), ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});

describe("a capstone's setting", () => {
  test("is taken by its name whatever its case, shown with the others, and changes what is seen", () => {
    const path = stubs();
    const usual = capstone(path, "6", "--seed", SEED);
    const bent = capstone(path, "6", "--seed", SEED, "--with", "LEAKYRELU");
    expect([usual.code, bent.code]).toEqual([0, 0]);
    expect(usual.stdout.replace(/\s+/g, " ")).toContain(
      "activation: tanh (--with tanh, sigmoid, relu, leakyRelu or identity), seed 7",
    );
    expect(bent.stdout).toContain("activation: leakyRelu");
    expect(picturesIn(bent.stdout)).not.toBe(picturesIn(usual.stdout));
  }, 120_000);
});

describe("a student's repository", () => {
  test("has the command, and says which exercise of a capstone its course leaves out", () => {
    const place = folder();
    made.push(place);
    const out = join(place.path, "students");
    const { code, stderr } = run(["classroom", "template", out, "--exercises", "ex09,ex10,ex11,ex13,ex14"]);
    expect([code, stderr]).toEqual([0, ""]);
    symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
    const { scripts } = JSON.parse(readFileSync(join(out, "package.json"), "utf8"));
    expect(scripts.capstone).toBe("node grader/chainrule.js capstone");
    expect(readFileSync(join(out, "README.md"), "utf8")).toMatch(/npm run capstone 2 /);
    const grader = join(out, "grader", "chainrule.js");
    const ran = run(["capstone", "2", "--seed", SEED], { cwd: out, program: grader });
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toContain("the normal equations");
    const other = run(["capstone", "1"], { cwd: out, program: grader });
    expect([other.code, other.stderr]).toEqual([
      2,
      "capstone 1: it works with ex02, which this course leaves out; take another one\n",
    ]);
    expect(run(["capstone"], { cwd: out, program: grader }).stdout).not.toMatch(/^ {2}1 {2}/m);
  }, 120_000);

  test("is offered the capstone by the last exercise of a unit, and by no other", () => {
    const path = course({ ...allOf(2), ex12: solutionOf("ex12") });
    expect(run(["grade", "ex13", "--seed", SEED], { cwd: path }).stdout).toMatch(
      /^Next +npm run capstone 2: your functions at real work; or npm run grade ex14$/m,
    );
    expect(run(["grade", "ex11", "--seed", SEED], { cwd: path }).stdout).toMatch(
      /^Next +npm run grade ex12$/m,
    );
  }, 120_000);
});

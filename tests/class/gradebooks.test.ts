/** From rosters as they are exported to gradebooks as they are imported, by the command itself. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import papaparse from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import classSchema from "../../grader/class/results.schema.json" with { type: "json" };
import type { ClassResults } from "../../grader/class/results.ts";
import verdictSchema from "../../grader/verdict/verdict.schema.json" with { type: "json" };
import { right, wrong } from "../cli/run.ts";
import { report, resultsIn, temporary } from "./report.ts";

const place = temporary("gradebooks");
afterAll(() => place.remove());
const at = (file: string): string => join(place.path, file);
const put = (file: string, text: string): string => {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
  return at(file);
};
/** Where the last report went. */
let out = "";
const graded = (folder: string, roster: string, more: readonly string[] = []) => {
  out = at(`out-${folder}`);
  const list = put("roster.csv", roster);
  return report([
    at(folder),
    ...["--roster", list, "--exercises", "ex10", "--seed", "7", "--out", out, ...more],
  ]);
};
/** Rows of a gradebook, of which only the columns that are named. */
const rowsOf = (file: string, ...columns: readonly string[]): readonly (readonly string[])[] => {
  const text = readFileSync(join(out, file), "utf8").replace(/^\ufeff/, "");
  const [header = [], ...rows] = papaparse.parse<string[]>(text, { skipEmptyLines: true }).data;
  return rows.map((row) => columns.map((name) => row[header.indexOf(name)] ?? `no column ${name}`));
};

const valid = new Ajv2020({ strict: false }).addSchema(verdictSchema).compile(classSchema);
/** The results, held to their schema. */
const checkResults = (): ClassResults => {
  const results = resultsIn(out);
  valid(results);
  expect(valid.errors).toBe(null);
  return results;
};

const moodle = (name: string, number: number): string =>
  `moodle/${name}_${number}_assignsubmission_file_/mse-gradients.ts`;

beforeAll(() => {
  put("teams/week-2-team-a/mse-gradients.ts", right);
  put("teams/week-2-s003/mse-gradients.ts", wrong);
  put(moodle("Ann Alpha", 7001), right);
  put(moodle("Ann Alpha", 7003), wrong);
  put(moodle("Zoë Beta", 7002), right);
  put("two/s001/mse-gradients.ts", right);
  put("two/s002/mse-gradients.ts", wrong);
});

describe("a group", () => {
  const roster = "identifier,name,github\ns001,Ann,team-a\ns002,Zoe,team-a\ns003,Dee,s003\n";

  test("has its one submission's score for each member, and each their own override", () => {
    const overrides = put("overrides.csv", "student,exercise,score,reason\ns002,ex10,12.5,oral\n");
    const { code, stdout, stderr } = graded("teams", roster, ["--overrides", overrides]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/3 students, 1 exercise, seed 7: 2 graded now/);
    expect(stdout).toMatch(/Groups: 1\n {2}week-2-team-a: s001, s002\n/);
    expect(rowsOf("canvas.csv", "SIS User ID", "teams")).toEqual([
      ["", "20"],
      ["s003", "10"],
      ["s001", "20"],
      ["s002", "12.5"],
    ]);
    expect(rowsOf("results.csv", "identifier", "folder", "group", "graded", "score")).toEqual([
      ["s003", "week-2-s003", "", "10", "10"],
      ["s001", "week-2-team-a", "week-2-team-a", "20", "20"],
      ["s002", "week-2-team-a", "week-2-team-a", "20", "12.5"],
    ]);
    const page = readFileSync(join(out, "report.html"), "utf8");
    expect(page).toMatch(/Groups, each with one submission: 1.*week-2-team-a<\/code> of s001, s002/);
    const pages = [...page.matchAll(/href="(students\/[^"]*)"/g)].map(([, path]) => path!);
    expect(new Set(pages).size).toBe(3);
    for (const path of pages) expect(existsSync(join(out, path))).toBe(true);
    // One submission is not similar to itself.
    expect(checkResults().similar).toEqual([]);
  });

  test("is named in no message as a student who is not there", () => {
    const overrides = put("overrides.csv", "student,exercise,score,reason\ns009,ex10,3,typo\n");
    const { code, stderr } = graded("teams", roster, ["--overrides", overrides]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /overrides\.csv, row 2: the name of a student of this class .*, got nobody's: "s009"\n$/,
    );
  });
});

describe("Moodle", () => {
  test("has no grade where it is unclear which folder is whose, and the exit code says so", () => {
    const { code, stdout } = graded(
      "moodle",
      "First name,Last name,ID number,Email address\nAnn,Alpha,s001,\nZoë,Beta,s002,\nAnn,Alpha,s003,\nMax,Eps,s004,\n",
    );
    expect(code).toBe(1);
    checkResults();
    expect(stdout).toMatch(/Ambiguous: 2\n/);
    expect(stdout).toMatch(/Students without a folder: 1\n {2}Max Eps \(s004\)\n/);
    const grades = [
      ["s002", "20"],
      ["s001", ""],
      ["s003", ""],
      ["s004", ""],
    ];
    expect(rowsOf("moodle.csv", "ID number", "moodle (Real)")).toEqual(grades);
    expect(rowsOf("canvas.csv", "SIS User ID", "moodle").slice(1)).toEqual(grades);
    expect(
      rowsOf("canvas-exercises.csv", "SIS User ID", "ex10 Gradients of the mean squared error").slice(1),
    ).toEqual(grades);
    expect(rowsOf("gradescope.csv", "SID", "moodle")).toEqual(grades);
    const [one] = rowsOf("results.csv", "identifier", "state", "score").filter(([id]) => id === "s001");
    expect(one).toEqual(["s001", "unclear", ""]);
    expect(readFileSync(join(out, "students/s001.html"), "utf8")).toMatch(
      /: no grade yet<.*No grade: unclear whose/s,
    );
    // What is called alike is somebody else's, and no business of the student.
    for (const file of ["students/s001.html", "moodle.csv"])
      expect(readFileSync(join(out, file), "utf8")).not.toContain("7003");
  });

  test("gets its worksheet back with grades by the folders' numbers", () => {
    const sheet = (one: string, two: string, three: string): string =>
      'Identifier,"Full name",Grade,"Last modified (grade)","Feedback comments"\r\n' +
      `"Participant 7003","Ann Alpha",${three}\r\n"Participant 7001","Ann Alpha",${one}\r\n"Participant 7002","Zoë Beta",${two}\r\n`;
    const { code, stderr } = graded("moodle", sheet(",-,", ",-,", ",-,"));
    expect([code, stderr]).toEqual([0, ""]);
    const written = readFileSync(join(out, "moodle-worksheet.csv"), "utf8");
    expect(written.replace(/"ex10: [^"]*"/g, "…")).toBe(sheet("20,-,…", "20,-,…", "10,-,…"));
  });
});

describe("Canvas", () => {
  test("keeps the assignment's number, its own columns, and who is excused", () => {
    const { code, stderr } = graded(
      "two",
      "LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Week 2 (9002),Sum,Sum\n    Points Possible,,,,,,20.00,(read only),(read only)\n" +
        "Alpha,Ann,101,s001,a@uni.edu,A,,1,1\nBeta,Zoë,102,s002,b@uni.edu,A,EX,1,1\nZeta,Bo,103,s005,c@uni.edu,A,EX,1,1\nStudent,Test,999,,0ab1c,A,,,\n",
      ["--title", "Week 2"],
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(checkResults().roster?.assignments?.total).toBe("Week 2 (9002)");
    expect(readFileSync(join(out, "canvas.csv"), "utf8").replaceAll("\r", "")).toBe(
      '"LastName","FirstName","ID","SIS User ID","SIS Login ID","Section","Week 2 (9002)"\n' +
        '"Points Possible","","","","","",20\n' +
        '"Zeta","Bo","103","s005","c@uni.edu","A","EX"\n' +
        '"Alpha","Ann","101","s001","a@uni.edu","A",20\n' +
        '"Beta","Zoë","102","s002","b@uni.edu","A","EX"\n',
    );
    // The others have no word for it.
    expect(rowsOf("moodle.csv", "Email address", "Week 2 (Real)")).toEqual([
      ["c@uni.edu", ""],
      ["a@uni.edu", "20"],
      ["b@uni.edu", ""],
    ]);
  });
});

describe("a roster", () => {
  test("that fits nobody is an error and no class of zeros", () => {
    const { code, stderr } = graded("two", "identifier,name\nx1,Xaver\n");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /none of its 1 students has a folder; tried the columns identifier, name; .* called "s001" or "s002"/,
    );
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("is asked for where its columns are named", () => {
    const { code, stderr } = report([at("two"), "--columns", "id=Nummer", "--exercises", "ex10"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^--columns: .* there is no --roster\n$/)]);
  });
});

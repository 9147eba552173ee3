import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { right } from "../cli/run.ts";
import { report, resultsIn, temporary } from "./report.ts";

const place = temporary("no grades");
afterAll(() => place.remove());
const at = (file: string): string => join(place.path, file);
const put = (file: string, text: string): string => {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
  return at(file);
};
const slug = "ex10-mse-gradients";
const stub = readFileSync(`exercises/${slug}/mse-gradients.ts`, "utf8");

/** The cells of canvas-exercises.csv by identifier. */
const cells = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readFileSync(join(at(out), "canvas-exercises.csv"), "utf8")
      .trimEnd()
      .split("\r\n")
      .slice(2)
      .map((line) => {
        const fields = line.split(",").map((field) => field.replaceAll('"', ""));
        return [fields[2] ?? "", fields.at(-1) ?? ""];
      }),
  );
const grade = (out: string, ...more: readonly string[]) =>
  report([
    at("class"),
    "--out",
    at(out),
    "--exercises",
    "ex10",
    "--seed",
    "7",
    "--roster",
    at("roster.csv"),
    ...more,
  ]);

beforeAll(() => {
  put("class/s1/mse-gradients.ts", right);
  put("class/s2/notes.txt", "");
  put("class/s3/mse-gradients.js", right);
  mkdirSync(at("class/s4"));
  symlinkSync(at("class/s1/mse-gradients.ts"), at("class/s4/mse-gradients.ts"));
  put("class/s5/mse-gradients - Copy.ts", right);
  put(`class/s6/exercises/${slug}/mse-gradients.ts`, stub);
  put("class/s6/mse-gradients.ts", right);
  put(
    "roster.csv",
    `identifier,name\n${[1, 2, 3, 4, 5, 6, 7].map((n) => `s${n},Student ${n}`).join("\n")}\n`,
  );
});

describe("a cell of the gradebook", () => {
  test("holds a number only where work was judged, and the first lines say how many do not", () => {
    const { code, stdout, stderr } = grade("blank");
    expect([code, stderr]).toEqual([0, ""]);
    expect(cells("blank")).toEqual({ s1: "20", s2: "", s3: "", s4: "", s5: "20", s6: "", s7: "" });
    const [, ...lines] = stdout.replace(/\n {2,}/g, " ").split("\n");
    expect(lines[0]).toMatch(/^5 of 7 cells in the gradebook are no grades and are blank, and with them the/);
    expect(stdout).toMatch(/3 handed in, but not readable as the work: put the right file in its place/);
    expect(stdout).toMatch(/2 nothing handed in: --missing zero makes each of them 0/);
    const reasons = resultsIn(at("blank")).students.map(({ exercises: [each] }) => each!.noGrade);
    expect(reasons).toEqual([
      undefined,
      "missing",
      "unreadable",
      "unreadable",
      undefined,
      "unreadable",
      "missing",
    ]);
    expect(resultsIn(at("blank")).students[5]!.exercises[0]!.problem).toMatch(
      /is still the stub, and there is mse-/,
    );
  });

  test("is said on top of the page, by kind, and each of them is in it", () => {
    const page = readFileSync(at("blank/report.html"), "utf8");
    const top = page.slice(page.indexOf("<header>"), page.indexOf("</header>"));
    expect(top).toMatch(/5 of 7 cells in the gradebook are no grades and are blank/);
    expect(top).toMatch(/<li>3 handed in, but not readable/);
    expect(page).toMatch(/Handed in, but not readable as the work: 3/);
    expect(page).toMatch(/Nearly the right file, not taken: 1/);
    expect(page).toMatch(/Taken from another name or place: 1/);
  });

  test("is 0 where nothing was handed in and the policy says so, and nowhere else", () => {
    const { code, stdout } = grade("zero", "--missing", "zero");
    expect(code).toBe(0);
    expect(cells("zero")).toEqual({ s1: "20", s2: "0", s3: "", s4: "", s5: "20", s6: "", s7: "0" });
    expect(stdout).toMatch(/2 set to 0, nothing handed in/);
  });

  test("is no 0 where the student's file may be one that lies outside of all folders", () => {
    put("class/s7_mse.ts", "export {};");
    expect([grade("stray", "--missing", "zero").code, cells("stray").s7]).toEqual([1, ""]);
    rmSync(at("class/s7_mse.ts"));
  });

  test("is no 0 where the student's folder may be one that no row names", () => {
    put("roster.csv", `${readFileSync(at("roster.csv"), "utf8").replace("s5,", "s55,")}`);
    const { code, stdout } = grade("doubt", "--missing", "zero");
    expect(code).toBe(1);
    expect(cells("doubt")).toMatchObject({ s2: "0", s55: "", s7: "" });
    expect(stdout).toMatch(/2 unclear whose work it is/);
  });

  test("has a policy of two words", () => {
    const { code, stderr } = grade("typo", "--missing", "none");
    expect([code, stderr]).toEqual([2, 'missing: zero or blank, got "none"\n']);
  });
});

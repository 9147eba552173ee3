import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graderFiles } from "../../grader/class/student/grader-copy.ts";
import { right, run, wrong } from "../cli/run.ts";
import { report, resultsIn, temporary } from "./report.ts";

const root = resolve(import.meta.dirname, "../..");
const place = temporary("report");
afterAll(() => place.remove());
const at = (file: string): string => join(place.path, file);
const put = (file: string, text: string): string => {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
  return at(file);
};
const slug = "ex10-mse-gradients";

describe("a report with roster, policy and tables", () => {
  const out = at("out");
  beforeAll(() => {
    for (const [login, text] of [
      ["ada-l", right],
      ["bob", wrong],
      ["carl", right],
      ["zoe", right],
    ] as const)
      put(`hw-submissions/hw-${login}/exercises/${slug}/mse-gradients.ts`, text);
    put("hw-submissions/hw-dora/attempt-1/mse-gradients.ts", right);
    put("hw-submissions/hw-dora/attempt-2/mse-gradients.ts", wrong);
    put(
      "roster.csv",
      "identifier,github_username,github_id,name\n1,Ada-L,,Ada\n2,bob,,Bob\n3,carl,,Carl\n4,dora,,Dora\n5,eve,,Eve\n",
    );
    put(
      "policy.json",
      JSON.stringify({
        due: { ex10: "2026-10-01T23:59" },
        grace: "10m",
        perDay: "10%",
        timeZone: "Europe/Berlin",
        attempts: "best",
      }),
    );
    put(
      "times.csv",
      "github,attempt,time\nada-l,,2026-10-02T00:09:00+02:00\nbob,,2026-10-02T00:09:01+02:00\ncarl,,2026-10-05T12:00:00Z\n" +
        "dora,1,2026-10-09T12:00:00Z\ndora,2,2026-10-01T12:00:00Z\n",
    );
    put("extensions.csv", "student,exercise,days\n3,ex10,2\n5,*,7\n");
    put("overrides.csv", "student,exercise,score,reason\nzoe,ex10,5,copied\n");
  });
  const args = (): string[] => [
    at("hw-submissions"),
    ...[
      "--out",
      out,
      "--exercises",
      "ex10",
      "--seed",
      "7",
      "--roster",
      at("roster.csv"),
      "--policy",
      at("policy.json"),
    ],
    ...["--times", at("times.csv"), "--extensions", at("extensions.csv"), "--overrides", at("overrides.csv")],
  ];

  test("gives each student what follows from all of them", () => {
    const { code, stdout, stderr } = report(args());
    expect([code, stderr]).toEqual([0, ""]);
    const { students, roster, policy, exercises } = resultsIn(out);
    expect(exercises[0]).toMatchObject({ slug, maxScore: 20, due: "2026-10-01T21:59:00.000Z" });
    const points = students.map(({ folder, identifier, exercises: [each] }) => [
      folder,
      identifier,
      each!.graded,
      each!.lateness?.deduction ?? 0,
      each!.score,
    ]);
    expect(points).toEqual([
      ["5", "5", undefined, 0, undefined],
      ["hw-ada-l", "1", 20, 0, 20],
      ["hw-bob", "2", 10, 2, 8],
      ["hw-carl", "3", 20, 4, 16],
      ["hw-dora", "4", 10, 0, 10],
      ["hw-zoe", undefined, 20, 0, 5],
    ]);
    expect(students[4]!.exercises[0]!.attempt).toEqual({ name: "attempt-2", place: 2, of: 2 });
    expect(students[5]!.exercises[0]!.override).toEqual({ score: 5, reason: "copied" });
    expect(students[5]!.remarks).toEqual([
      { kind: "time", text: "no time of submission is known: nothing is counted as late" },
    ]);
    expect(roster).toMatchObject({ format: "classroom", unmatchedFolders: ["hw-zoe"], unmatchedRows: ["5"] });
    expect(policy).toMatch(
      /Due 2026-10-01T23:59; times and days of Europe\/Berlin; 10m of grace; 10 % .*; the best attempt counts\./,
    );
    expect(stdout).toMatch(
      /Roster \(classroom\): 4 matched\nFolders that nobody has: 1\n {2}hw-zoe\nStudents without a folder: 1\n {2}Eve \(5\)\n/,
    );
    for (const line of stdout.split("\n"))
      expect(line.length).toBeLessThanOrEqual(Math.max(80, out.length + 12));
  });

  test("counts in the points of the template where it is told them, and grades anew for that", () => {
    const weighed = at("weighed");
    const { code, stderr } = report([
      at("hw-submissions"),
      ...["--out", weighed, "--exercises", "ex10", "--seed", "7", "--points", "ex10=8"],
    ]);
    expect([code, stderr]).toEqual([0, ""]);
    const { students, exercises } = resultsIn(weighed);
    expect(exercises[0]!.maxScore).toBe(8);
    expect(students.map(({ folder, score }) => [folder, score])).toEqual([
      ["hw-ada-l", 8],
      ["hw-bob", 4],
      ["hw-carl", 8],
      ["hw-dora", 4],
      ["hw-zoe", 8],
    ]);
  });

  test("prints the same as one JSON object, and nothing else", () => {
    const { stdout } = report([...args(), "--json"]);
    const printed = JSON.parse(stdout);
    expect(printed.students).toEqual(JSON.parse(readFileSync(join(out, "results.json"), "utf8")).students);
  });

  test("wants a strong box unless told otherwise, and says which one it had", () => {
    const { code, stderr } = run(["report", ...args()]);
    if (code === 0) {
      // Here it is a strong one.
      expect(resultsIn(out).box.inForce.join()).toMatch(/bubblewrap|prlimit/);
      return;
    }
    expect(code).toBe(2);
    expect(stderr).toMatch(/a strong box, got one without bubblewrap/);
  });

  test("refuses a flag that npm kept for itself", () => {
    const env = { npm_lifecycle_event: "report", npm_config_roster: "true", INIT_CWD: place.path };
    const { code, stderr } = run(["report", at("hw-submissions"), at("roster.csv")], { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/--roster: npm kept it for itself; write `npm run report -- DIR --roster …`/);
  });
});

describe("answers that are alike", () => {
  test("are shown in pairs, those of one exercise, and not for what all have from the stub", () => {
    const long = readFileSync(join(root, "solutions", "ex30-k-means.ts"), "utf8");
    const renamed = long.replaceAll("centroids", "centres").replace(/\n/g, "\n\n");
    put("alike/ada/k-means.ts", long);
    put("alike/bob/k-means.ts", renamed);
    put("alike/carl/k-means.ts", readFileSync(join(root, "exercises", "ex30-k-means", "k-means.ts"), "utf8"));
    put("alike/dora/k-means.ts", readFileSync(join(root, "exercises", "ex30-k-means", "k-means.ts"), "utf8"));
    const again = [at("alike"), "--out", at("alike-out"), "--exercises", "ex30", "--seed", "7"];
    expect(report(again).code).toBe(0);
    const { similar } = resultsIn(at("alike-out"));
    expect(similar.map(({ slug: each, folders }) => [each, [...folders].sort()])).toEqual([
      ["ex30-k-means", ["ada", "bob"]],
    ]);
    expect(similar[0]!.similarity).toBeGreaterThan(0.9);
    expect(report(again).stdout).toContain("0 graded now, 4 known already");
    expect(resultsIn(at("alike-out")).similar).toEqual(similar);
  });
});

describe("a student's repository", () => {
  test("holds nothing of this, and says so where the command is typed", () => {
    const slugs = readdirSync(join(root, "dist", "exercises")).map((file) => file.replace(/\.js$/, ""));
    const files = graderFiles(join(root, "dist"), slugs);
    expect([...files.keys()]).not.toContain("class-worker.js");
    const made = JSON.parse(readFileSync(join(root, "dist", "sources.json"), "utf8")) as Record<
      string,
      string[]
    >;
    const isOurs = (file: string): boolean =>
      made[file]?.some((one) => /^grader\/(class\/|cli\/report\/)/.test(one)) ?? false;
    expect(Object.keys(made).filter(isOurs)).not.toHaveLength(0);
    for (const [file, text] of files)
      if (isOurs(file))
        expect(text, file).toMatch(/^process\.stderr\.write\("This command works in the course's/);
    const copy = at("student");
    for (const [file, text] of files) {
      mkdirSync(dirname(join(copy, "grader", file)), { recursive: true });
      writeFileSync(join(copy, "grader", file), text);
    }
    writeFileSync(join(copy, "package.json"), '{"name":"chainrule-exercises","type":"module"}');
    try {
      execFileSync(process.execPath, ["grader/chainrule.js", "report", "."], { cwd: copy, stdio: "pipe" });
      expect.unreachable();
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: Buffer };
      expect([status, stderr.toString()]).toEqual([
        2,
        "This command works in the course's own repository, not in a student's.\n",
      ]);
    }
  });
});

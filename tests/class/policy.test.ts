import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Grounds, studentResult } from "../../grader/class/assemble.ts";
import { daysAfter, instantOf } from "../../grader/class/policy/instant.ts";
import { daysLate, type Extension, latenessOf } from "../../grader/class/policy/lateness.ts";
import { type PolicyText, policyOf, readPolicy, sentenceOf } from "../../grader/class/policy/policy.ts";
import { readExtensions, readOverrides, readTimes, timeIn } from "../../grader/class/policy/tables.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { temporary } from "./report.ts";

const place = temporary("policy");
afterAll(() => place.remove());

const slug = "ex10-mse-gradients";
const at = (text: string): number => instantOf(text, "here");
const iso = (moment: number): string => new Date(moment).toISOString();

describe("a time", () => {
  test.each([
    ["2026-10-01T23:59:00+02:00", "2026-10-01T21:59:00.000Z"],
    ["2026-10-01 21:59:00 UTC", "2026-10-01T21:59:00.000Z"],
    ["2026-10-01T21:59Z", "2026-10-01T21:59:00.000Z"],
    ["2026-10-01T21:59:00.123456Z", "2026-10-01T21:59:00.123Z"],
    ["2026-10-01T16:29:30-0530", "2026-10-01T21:59:30.000Z"],
    ["2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000Z"],
  ])("%s is %s", (text, moment) => {
    expect(iso(at(text))).toBe(moment);
  });

  test.each([
    ["2026-10-01T23:59:00", /does not say where/],
    ["2026-10-01", /a time such as/],
    ["1.10.2026 23:59", /a time such as/],
    ["2026-02-29T12:00:00Z", /there is no/],
    ["2026-10-01T24:00:00Z", /there is no/],
    ["2026-10-01T23:60:00Z", /there is no/],
  ])("%s is refused", (text, message) => {
    expect(() => at(text)).toThrow(message);
  });

  test("without an offset is read where the policy says, in summer and in winter", () => {
    expect(iso(instantOf("2026-07-01T23:59", "here", "Europe/Berlin"))).toBe("2026-07-01T21:59:00.000Z");
    expect(iso(instantOf("2026-12-01T23:59", "here", "Europe/Berlin"))).toBe("2026-12-01T22:59:00.000Z");
    expect(iso(instantOf("2026-12-01T23:59", "here", "Asia/Kathmandu"))).toBe("2026-12-01T18:14:00.000Z");
    expect(iso(instantOf("2026-12-01T23:59", "here", "Pacific/Kiritimati"))).toBe("2026-12-01T09:59:00.000Z");
  });

  test("that the change of the clocks leaves out or brings twice is refused", () => {
    expect(() => instantOf("2026-03-29T02:30", "due", "Europe/Berlin")).toThrow(
      /leave it out; write it with/,
    );
    expect(() => instantOf("2026-10-25T02:30", "due", "Europe/Berlin")).toThrow(
      /has it twice; write it with/,
    );
    expect(iso(instantOf("2026-10-25T02:30:00+01:00", "due", "Europe/Berlin"))).toBe(
      "2026-10-25T01:30:00.000Z",
    );
  });
});

describe("days late", () => {
  const due = at("2026-10-01T23:59:00+02:00");
  const day = 86_400_000;
  test.each([
    [0, 0],
    [-1, 0],
    [1, 1],
    [1000, 1],
    [day - 1, 1],
    [day, 1],
    [day + 1, 2],
    [7 * day, 7],
    [7 * day + 1, 8],
    [1000 * day + 1, 1001],
  ])("%i ms after the deadline are %i", (ms, days) => {
    expect(daysLate(due + ms, due)).toBe(days);
  });

  test("end at the same time of day where the clocks change, and after 24 hours without a time zone", () => {
    const autumn = at("2026-10-24T23:59:00+02:00");
    const hour25 = at("2026-10-25T23:59:00+01:00");
    expect(daysLate(hour25, autumn, "Europe/Berlin")).toBe(1);
    expect(daysLate(hour25 + 1, autumn, "Europe/Berlin")).toBe(2);
    expect(daysLate(hour25, autumn)).toBe(2);
    const spring = at("2026-03-28T23:59:00+01:00");
    const hour23 = at("2026-03-29T23:59:00+02:00");
    expect(daysLate(hour23, spring, "Europe/Berlin")).toBe(1);
    expect(daysLate(hour23 + 1, spring, "Europe/Berlin")).toBe(2);
    expect(daysLate(hour23 + 1, spring)).toBe(1);
  });

  test("that would end in the hour that is left out, or twice there, end as late as may be", () => {
    const before = at("2026-03-28T02:30:00+01:00");
    expect(iso(daysAfter(before, 1, "Europe/Berlin"))).toBe("2026-03-29T01:30:00.000Z");
    const twice = at("2026-10-24T02:30:00+02:00");
    expect(iso(daysAfter(twice, 1, "Europe/Berlin"))).toBe("2026-10-25T01:30:00.000Z");
  });
});

/** What a policy takes from a score, some time after 2026-10-01T12:00:00Z. */
function taken(
  text: Omit<PolicyText, "due">,
  {
    hours,
    score = 20,
    maxScore = 20,
    extension,
  }: { hours: number; score?: number; maxScore?: number; extension?: Extension },
) {
  const policy = policyOf({ due: "2026-10-01T12:00:00Z", ...text }, [slug]);
  const submitted = at("2026-10-01T12:00:00Z") + Math.round(hours * 3_600_000);
  return latenessOf(policy, slug, { score, maxScore }, submitted, extension);
}

describe("a late policy", () => {
  test.each([
    ["in time", { perDay: "10%" }, { hours: 0 }, undefined],
    ["a second late", { perDay: "10%" }, { hours: 1 / 3600 }, [1, 2]],
    ["within the grace", { perDay: "10%", grace: "15m" }, { hours: 0.25 }, undefined],
    ["a second after the grace", { perDay: "10%", grace: "15m" }, { hours: 0.25 + 1 / 3600 }, [1, 2]],
    ["a day and the grace after it", { perDay: "10%", grace: "15m" }, { hours: 24.25 }, [1, 2]],
    ["two days", { perDay: "10%" }, { hours: 25 }, [2, 4]],
    [
      "a share that is no whole number, rounded down",
      { perDay: "7%" },
      { hours: 1, score: 19, maxScore: 30 },
      [1, 2],
    ],
    ["a share of exactly whole points", { perDay: "29%" }, { hours: 1, score: 100, maxScore: 100 }, [1, 29]],
    ["tenths of a percent", { perDay: "0.1%" }, { hours: 24 * 3, score: 1000, maxScore: 1000 }, [3, 3]],
    ["shares of all points, not of the score", { perDay: "10%" }, { hours: 1, score: 10 }, [1, 2]],
    ["points", { perDay: 3 }, { hours: 30 }, [2, 6]],
    ["no more than there is", { perDay: "10%" }, { hours: 1, score: 1 }, [1, 1]],
    ["nothing left after ten days", { perDay: "10%" }, { hours: 24 * 400 }, [400, 20]],
    ["a cap", { perDay: "10%", cap: "30%" }, { hours: 24 * 9 }, [9, 6]],
    ["a cap alone takes nothing", { cap: "30%" }, { hours: 24 * 9 }, [9, 0]],
    ["the last day that counts", { perDay: "10%", noneAfterDays: 3 }, { hours: 72 }, [3, 6]],
    ["a moment later", { perDay: "10%", noneAfterDays: 3 }, { hours: 72.001 }, [4, 20]],
    ["nothing late is taken", { noneAfterDays: 0 }, { hours: 0.001 }, [1, 20]],
    ["an extension by days", { perDay: "10%" }, { hours: 48, extension: { days: 2 } }, undefined],
    ["after that extension", { perDay: "10%" }, { hours: 48.001, extension: { days: 2 } }, [1, 2]],
    [
      "an extension to a date",
      { perDay: "10%" },
      { hours: 24, extension: { until: at("2026-10-02T12:00:00Z") } },
      undefined,
    ],
    [
      "an extension that is none",
      { perDay: "10%" },
      { hours: 1, extension: { until: at("2026-09-02T12:00:00Z") } },
      [1, 2],
    ],
    [
      "grace comes on top of an extension",
      { perDay: "10%", grace: "1h" },
      { hours: 25, extension: { days: 1 } },
      undefined,
    ],
  ] as const)("%s", (_, text, when, expected) => {
    const lateness = taken(text, when);
    expect(lateness === undefined ? undefined : [lateness.daysLate, lateness.deduction]).toEqual(expected);
  });

  test("gives its reason in words", () => {
    expect(taken({ perDay: "10%" }, { hours: 25 })?.reason).toBe("10 % a day, 2 days late");
    expect(taken({ perDay: 1 }, { hours: 1 })?.reason).toBe("1 point a day, 1 day late");
    expect(taken({ perDay: "10%", cap: "50%" }, { hours: 24 * 8 })?.reason).toBe(
      "10 % a day, 8 days late, at most 50 %",
    );
    expect(taken({ noneAfterDays: 2 }, { hours: 49 })?.reason).toBe("nothing after 2 days, 3 days late");
  });

  test("takes nothing where nothing is due, or no time is known", () => {
    const policy = policyOf({ due: { ex09: "2026-10-01T12:00:00Z" }, perDay: "10%" }, [slug, "ex09-mse"]);
    const score = { score: 20, maxScore: 20 };
    expect(latenessOf(policy, slug, score, at("2027-01-01T00:00:00Z"))).toBeUndefined();
    expect(latenessOf(policy, "ex09-mse", score, undefined)).toBeUndefined();
    expect(latenessOf(policy, "ex09-mse", score, at("2027-01-01T00:00:00Z"))?.deduction).toBe(20);
  });

  test("says itself in one sentence", () => {
    const text = { due: "2026-10-01T12:00:00Z", grace: "15m", perDay: "10%", cap: "50%" };
    expect(sentenceOf(policyOf(text, [slug]), text)).toBe(
      "Due 2026-10-01T12:00:00Z; 15m of grace; 10 % of an exercise's points less for each day begun, rounded down to whole points; at most 50 %; the last attempt counts.",
    );
    expect(sentenceOf(policyOf({}, [slug]), {})).toBeUndefined();
  });

  test.each([
    [{ due: "tomorrow" }, /due of ex10-mse-gradients: a time such as/],
    [{ due: { ex999: "2026-10-01T12:00:00Z" } }, /no such exercise/],
    [{ due: "2026-10-01T12:00:00" }, /does not say where/],
    [{ perDay: "10%" }, /due: a due date expected/],
    [{ due: "2026-10-01T12:00:00Z", perDay: "110%" }, /perDay: a share/],
    [{ due: "2026-10-01T12:00:00Z", perDay: "0,5" }, /perDay: a whole number or a share/],
    [{ due: "2026-10-01T12:00:00Z", cap: "5" }, /cap: a share/],
    [{ due: "2026-10-01T12:00:00Z", grace: "15" }, /grace: a time span/],
    [{ timeZone: "Mars/Olympus" }, /timeZone: a name/],
    [{ attempts: "first" }, /attempts: last or best/],
  ] as const)("%j is refused in one line", (text, message) => {
    expect(() => policyOf(text as PolicyText, [slug])).toThrow(message);
  });

  test("in a file is refused with an unknown key, as no JSON, and where there is none", () => {
    const file = join(place.path, "policy.json");
    expect(() => readPolicy(file)).toThrow(/there is none/);
    writeFileSync(file, '{"dues": 1}');
    expect(() => readPolicy(file)).toThrow(/due, grace, .* expected, got "dues"/);
    writeFileSync(file, "{");
    expect(() => readPolicy(file)).toThrow(/a policy as a JSON file/);
  });
});

describe("tables beside the policy", () => {
  const find = (text: string): readonly string[] =>
    text === "ada" ? ["hw-ada"] : text === "bob" ? ["hw-bob"] : text === "both" ? ["hw-ada", "hw-bob"] : [];
  const table = (text: string): string => {
    const file = join(place.path, "table.csv");
    writeFileSync(file, text);
    return file;
  };

  test("give times by student, exercise and attempt, the most special of which counts", () => {
    const times = readTimes(
      table(
        "\uFEFFgithub;exercise;attempt;time\r\nada;;;2026-10-01T12:00:00Z\r\nada;ex10;;2026-10-02T12:00:00Z\r\n" +
          "ada;10;2;2026-10-03T12:00:00Z\r\nnobody;;;2026-10-03T12:00:00Z\r\nbob;;;\r\n",
      ),
      find,
    );
    expect(iso(timeIn(times, "hw-ada", 1, "ex09-mse")!)).toMatch(/^2026-10-01/);
    expect(iso(timeIn(times, "hw-ada", 1, slug)!)).toMatch(/^2026-10-02/);
    expect(iso(timeIn(times, "hw-ada", 2, slug)!)).toMatch(/^2026-10-03/);
    expect(timeIn(times, "hw-bob", 1, slug)).toBeUndefined();
  });

  test("read the scores that Classroom 50 writes as times", () => {
    const times = readTimes(
      table("username,first_name,score,max_score,datetime\nada,Ada,20,20,2026-10-01T12:00:00Z\n"),
      find,
    );
    expect(timeIn(times, "hw-ada", 1, slug)).toBe(at("2026-10-01T12:00:00Z"));
  });

  test("give extensions and overrides", () => {
    const extensions = readExtensions(
      table("student,exercise,days,until\nada,*,2,\nbob,ex10,,2026-10-09T00:00:00Z\n"),
      find,
    );
    expect(extensions.get("hw-ada")?.get("*")).toEqual({ days: 2 });
    expect(extensions.get("hw-bob")?.get(slug)).toEqual({ until: at("2026-10-09T00:00:00Z") });
    const overrides = readOverrides(
      table('student,exercise,score,reason\nada,ex10,7,"shown at the board, with a smile"\n'),
      find,
      new Map([[slug, 20]]),
    );
    expect(overrides.get("hw-ada")?.get(slug)).toEqual({
      score: 7,
      reason: "shown at the board, with a smile",
    });
  });

  test.each([
    [
      "student,exercise,score,reason\ncarl,ex10,7,x\n",
      /row 2: the name of a student of this class, got nobody's: "carl"/,
    ],
    ["student,exercise,score,reason\nboth,ex10,7,x\n", /one that several have/],
    ["student,exercise,score,reason\nada,ex10,21,x\n", /a score from 0 to 20/],
    ["student,exercise,score,reason\nada,ex10,7.5,x\n", /a whole number/],
    ["student,exercise,score,reason\nada,ex10,-1,x\n", /a whole number/],
    ["student,exercise,score,reason\nada,,7,x\n", /an exercise of this report/],
    ["student,exercise,score,reason\nada,ex09,7,x\n", /an exercise of this report/],
    ["student,exercise,score,reason\nada,ex10,7,\n", /a reason/],
    ["student,exercise,score,reason\nada,ex10,7,x\nada,ex10,8,y\n", /one override/],
    ["exercise,score,reason\nex10,7,x\n", /a column that names the student/],
    ["student,student,score\nada,ada,7\n", /each column once/],
    ['student,exercise,score,reason\nada,ex10,7,"x\n', /a quoted field/],
    ["", /a header row/],
  ])("refuse %j", (text, message) => {
    expect(() => readOverrides(table(text), find, new Map([[slug, 20]]))).toThrow(message);
  });
});

describe("several attempts", () => {
  const verdict = (score: number): Verdict => ({ score, maxScore: 20, status: "fail" }) as unknown as Verdict;
  const scores: Readonly<Record<string, number>> = { a: 12, b: 18, c: 12 };
  const grounds = (text: PolicyText, more: Partial<Grounds> = {}): Grounds => ({
    exercises: [{ slug, title: "t", maxScore: 20, derivation: "d" }],
    policy: policyOf(text, [slug]),
    times: new Map(),
    extensions: new Map(),
    overrides: new Map(),
    verdictOf: ({ key }) => verdict(scores[key]!),
    ...more,
  });
  const attempt = (number: number, key: string | undefined, committedAt?: number) => ({
    number,
    files: new Map(key === undefined ? [] : [[slug, { key, sha256: "" }]]),
    ...(committedAt === undefined ? {} : { committedAt }),
  });
  const result = (attempts: ReturnType<typeof attempt>[], given: Grounds) =>
    studentResult({ folder: "ada" }, { folder: "ada", attempts, remarks: [] }, given).exercises[0]!;

  test("the last that has the file counts, or the best, and the earlier of equals", () => {
    const three = [attempt(1, "a"), attempt(2, "b"), attempt(3, "c")];
    expect(result(three, grounds({}))).toMatchObject({ score: 12, attempt: { number: 3, of: 3 } });
    expect(result(three, grounds({ attempts: "best" }))).toMatchObject({
      score: 18,
      attempt: { number: 2, of: 3 },
    });
    const equal = [attempt(1, "a"), attempt(2, undefined), attempt(3, "c")];
    expect(result(equal, grounds({ attempts: "best" }))).toMatchObject({
      score: 12,
      attempt: { number: 1, of: 3 },
    });
    expect(result([attempt(1, "b"), attempt(2, undefined)], grounds({}))).toMatchObject({
      attempt: { number: 1 },
    });
  });

  test("the best is the best after lateness", () => {
    const due = at("2026-10-01T12:00:00Z");
    const text = { due: "2026-10-01T12:00:00Z", perDay: "20%", attempts: "best" };
    const two = [attempt(1, "a", due), attempt(2, "b", due + 2 * 86_400_000)];
    expect(result(two, grounds(text))).toMatchObject({ score: 12, attempt: { number: 1 } });
  });

  test("an override stands beside the graded points", () => {
    const overrides = new Map([["ada", new Map([[slug, { score: 3, reason: "oral" }]])]]);
    expect(result([attempt(1, "b")], grounds({}, { overrides }))).toMatchObject({
      graded: 18,
      score: 3,
      override: { score: 3, reason: "oral" },
    });
  });
});

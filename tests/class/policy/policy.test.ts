import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { instantOf } from "../../../grader/class/policy/instant.ts";
import { type Extension, latenessOf } from "../../../grader/class/policy/lateness.ts";
import { type PolicyText, policyOf, readPolicy, sentenceOf } from "../../../grader/class/policy/policy.ts";
import { policyText } from "../../../grader/cli/report/options.ts";
import { temporary } from "../report.ts";

const place = temporary("policy");
afterAll(() => place.remove());

const slug = "ex10-mse-gradients";
const at = (text: string): number => instantOf(text, "here");

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
  test("takes due dates by exercise from the command line, as a repository's do", () => {
    const due = "ex10=2026-10-01T12:00:00Z, *=2026-10-02T12:00:00Z";
    const policy = policyOf(policyText({ due }, undefined), [slug, "ex09-mse"]);
    expect(policy.due.get(slug)).toBe(at("2026-10-01T12:00:00Z"));
    expect(policy.due.get("ex09-mse")).toBe(at("2026-10-02T12:00:00Z"));
    expect(() => policyOf(policyText({ due: "ex10=soon" }, undefined), [slug])).toThrow(
      'due of ex10-mse-gradients: a time such as 2026-10-01T23:59:00+02:00, got "soon"',
    );
  });

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
    const zero = { missing: "zero" };
    expect(sentenceOf(policyOf(zero, [slug]), zero)).toBe(
      "The last attempt counts; 0 where nothing was handed in.",
    );
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

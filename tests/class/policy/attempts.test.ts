import { describe, expect, test } from "vitest";
import { type Grounds, studentResults } from "../../../grader/class/assemble.ts";
import { instantOf } from "../../../grader/class/policy/instant.ts";
import { type PolicyText, policyOf } from "../../../grader/class/policy/policy.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";

const slug = "ex10-mse-gradients";
const at = (text: string): number => instantOf(text, "here");

describe("several attempts", () => {
  const verdict = (score: number): Verdict =>
    ({ score, maxScore: 20, status: "fail", checks: [] }) as unknown as Verdict;
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
    name: `attempt-${number}`,
    number,
    files: new Map(key === undefined ? [] : [[slug, { key, sha256: "" }]]),
    ...(committedAt === undefined ? {} : { committedAt }),
  });
  const result = (attempts: ReturnType<typeof attempt>[], given: Grounds) =>
    studentResults([{ folder: "ada" }], { folder: "ada", attempts, remarks: [] }, given)[0]!.exercises[0]!;

  test("the last that has the file counts, or the best, and the earlier of equals", () => {
    const three = [attempt(1, "a"), attempt(2, "b"), attempt(3, "c")];
    expect(result(three, grounds({}))).toMatchObject({
      score: 12,
      attempt: { name: "attempt-3", place: 3, of: 3 },
    });
    expect(result(three, grounds({ attempts: "best" }))).toMatchObject({
      score: 18,
      attempt: { name: "attempt-2", place: 2, of: 3 },
    });
    const equal = [attempt(1, "a"), attempt(2, undefined), attempt(3, "c")];
    expect(result(equal, grounds({ attempts: "best" }))).toMatchObject({
      score: 12,
      attempt: { name: "attempt-1", place: 1, of: 3 },
    });
    expect(result([attempt(1, "b"), attempt(2, undefined)], grounds({}))).toMatchObject({
      attempt: { place: 1 },
    });
  });

  test("the best is the best after lateness", () => {
    const due = at("2026-10-01T12:00:00Z");
    const text = { due: "2026-10-01T12:00:00Z", perDay: "20%", attempts: "best" };
    const two = [attempt(1, "a", due), attempt(2, "b", due + 2 * 86_400_000)];
    expect(result(two, grounds(text))).toMatchObject({ score: 12, attempt: { place: 1 } });
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

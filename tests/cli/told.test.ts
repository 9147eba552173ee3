/** What is remembered of derivations that fell short. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isToldAgain, keepTold } from "../../grader/cli/grade/told.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { folder } from "./run.ts";

const slug = "d06-mse-line";
const verdict = (sha256: string, status: Verdict["status"], exercise = slug, code = "wrong-value"): Verdict =>
  ({
    exercise,
    sha256,
    status,
    checks: status === "fail" ? [{ finding: { code } }] : [],
  }) as unknown as Verdict;

test("the second text that falls short is told again, until one passes; a stub, and what could not be judged, change nothing", () => {
  const place = folder("chainrule-told-");
  try {
    const again = (...texts: string[]): boolean[] => texts.map((text) => isToldAgain(place.path, slug, text));
    expect(again("one", "two")).toEqual([false, false]);
    keepTold(place.path, verdict("other", "fail", "d09-sigmoid-slope"));
    keepTold(place.path, verdict("stub", "fail", slug, "not-implemented"));
    expect(again("one", "two")).toEqual([false, false]);
    keepTold(place.path, verdict("one", "fail"));
    expect(again("one", "two")).toEqual([false, true]);
    keepTold(place.path, verdict("two", "error"));
    expect(again("one", "two")).toEqual([false, true]);
    keepTold(place.path, verdict("three", "pass"));
    expect(again("one", "two")).toEqual([false, false]);
    const file = place.file(".chainrule/told.json", "[1");
    keepTold(place.path, verdict("one", "fail"));
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ [slug]: "one" });
  } finally {
    place.remove();
  }
});
